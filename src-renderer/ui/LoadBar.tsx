import classes from './LoadBar.module.css'
import { useUiWords } from './words.tsx'

/** Open leads against capacity, with the offers pending as a part of their own; without a capacity only the numbers. */
export function LoadBar({ open, capacity, offers = 0 }: { open: number; capacity: number | null; offers?: number }) {
  const words = useUiWords()
  const shareOf = (count: number): number => (capacity === null ? 0 : capacity === 0 ? 1 : Math.min(1, count / capacity))
  const share = shareOf(open)
  const isFull = shareOf(open + offers) >= 1
  const said = [words.loadOf(open, capacity), ...(offers === 0 ? [] : [words.offersPending(offers)])].join(', ')
  return (
    <div className={classes.row} role="img" aria-label={said} title={said}>
      {capacity === null ? null : (
        <span className={classes.track} aria-hidden="true">
          <span className={classes.fill} data-full={isFull || undefined} style={{ width: `${share * 100}%` }} />
          {offers === 0 ? null : (
            <span className={classes.offers} style={{ width: `${(shareOf(open + offers) - share) * 100}%` }} />
          )}
        </span>
      )}
      <span className={classes.number} aria-hidden="true">
        {words.load(open, capacity)}
        {offers === 0 ? null : ` +${words.load(offers, null)}`}
      </span>
    </div>
  )
}
