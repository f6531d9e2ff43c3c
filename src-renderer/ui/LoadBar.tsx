import classes from './LoadBar.module.css'
import { useUiWords } from './words.tsx'

/** Open leads against capacity, those of them that are only offered hatched; without a capacity only the number. */
export function LoadBar({ open, capacity, offers = 0 }: { open: number; capacity: number | null; offers?: number }) {
  const words = useUiWords()
  const shareOf = (count: number): number => (capacity === null ? 0 : capacity === 0 ? 1 : Math.min(1, count / capacity))
  const owned = shareOf(open - offers)
  const said = [words.loadOf(open, capacity), ...(offers === 0 ? [] : [words.ofThemOffered(offers)])].join(', ')
  return (
    <div className={classes.row} role="img" aria-label={said} title={said}>
      {capacity === null ? null : (
        <span className={classes.track} aria-hidden="true">
          <span className={classes.fill} data-full={shareOf(open) >= 1 || undefined} style={{ width: `${owned * 100}%` }} />
          {offers === 0 ? null : <span className={classes.offers} style={{ width: `${(shareOf(open) - owned) * 100}%` }} />}
        </span>
      )}
      <span className={classes.number} aria-hidden="true">
        {words.load(open, capacity)}
      </span>
    </div>
  )
}
