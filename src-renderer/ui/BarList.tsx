import { Text } from '@mantine/core'
import classes from './BarList.module.css'

export interface Bar {
  key: string
  label: string
  value: number
  /** Said after the number, such as a percentage. */
  note?: string
  /** Not a share like the others: drawn paler. */
  isQuiet?: boolean
}

/** Labelled numbers as bars of one scale. The numbers are text, so nothing hangs on seeing the bars. */
export function BarList({ label, bars, format }: { label: string; bars: readonly Bar[]; format: (value: number) => string }) {
  const most = Math.max(1, ...bars.map((bar) => bar.value))
  return (
    <ul className={classes.list} aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.key} className={classes.row}>
          <Text size="sm" truncate className={classes.label} title={bar.label}>
            {bar.label}
          </Text>
          <span className={classes.track} aria-hidden="true" data-empty={bar.value === 0 || undefined}>
            <span
              className={classes.bar}
              data-quiet={bar.isQuiet === true || undefined}
              style={{ width: `${(100 * bar.value) / most}%` }}
            />
          </span>
          <Text size="sm" className={classes.value}>
            {format(bar.value)}
            {bar.note !== undefined && <span className={classes.note}> {bar.note}</span>}
          </Text>
        </li>
      ))}
    </ul>
  )
}
