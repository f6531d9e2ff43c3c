import classes from './LoadBar.module.css'
import { useUiWords } from './words.tsx'

/** Open leads against capacity; without a capacity only the number. `extra` is what a drop would add. */
export function LoadBar({ open, capacity, extra = 0 }: { open: number; capacity: number | null; extra?: number }) {
  const words = useUiWords()
  const share = capacity === null || capacity === 0 ? (capacity === 0 ? 1 : 0) : Math.min(1, open / capacity)
  const isFull = capacity !== null && open + extra > capacity
  return (
    <div className={classes.row} role="img" aria-label={words.loadOf(open, capacity)} title={words.loadOf(open, capacity)}>
      {capacity === null ? null : (
        <span className={classes.track} aria-hidden="true">
          <span className={classes.fill} data-full={isFull || share >= 1 || undefined} style={{ width: `${share * 100}%` }} />
        </span>
      )}
      <span className={classes.number} aria-hidden="true">
        {words.load(open, capacity)}
      </span>
    </div>
  )
}
