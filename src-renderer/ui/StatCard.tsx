import type { ReactNode } from 'react'
import classes from './StatCard.module.css'

/** One number with its name. `isTrouble` adds a mark beside the colour. */
export function StatCard({ label, value, isTrouble = false }: { label: string; value: ReactNode; isTrouble?: boolean }) {
  return (
    <div className={classes.card} role="group" aria-label={label}>
      <div className={classes.label}>{label}</div>
      <div className={classes.value} data-trouble={isTrouble || undefined}>
        {value}
        {isTrouble ? <span aria-hidden="true"> !</span> : null}
      </div>
    </div>
  )
}
