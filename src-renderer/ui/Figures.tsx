import { Text, Tooltip } from '@mantine/core'
import classes from './Figures.module.css'

export interface Figure {
  label: string
  value: string
  /** What the number means, said on hover and focus. */
  hint?: string
  note?: string
}

/** A row of big numbers with their names. */
export function Figures({ figures, label }: { figures: readonly Figure[]; label: string }) {
  return (
    <dl className={classes.figures} aria-label={label}>
      {figures.map((figure) => (
        <div key={figure.label} className={classes.figure}>
          <dt>
            {figure.hint === undefined ? (
              <Text size="xs" c="dimmed" component="span">
                {figure.label}
              </Text>
            ) : (
              <Tooltip label={figure.hint} multiline w={280} events={{ hover: true, focus: true, touch: true }}>
                <button type="button" className={classes.hinted}>
                  {figure.label}
                </button>
              </Tooltip>
            )}
          </dt>
          <dd className={classes.value}>
            {figure.value}
            {figure.note !== undefined && <span className={classes.note}>{figure.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
