import { IconFlame, IconSnowflake, IconSun } from '@tabler/icons-react'
import classes from './GradeBadge.module.css'
import { type Grade, useUiWords } from './words.tsx'

const icons = { hot: IconFlame, warm: IconSun, cold: IconSnowflake } as const

/** Colour, shape and word together: none of them carries the grade alone. */
export function GradeBadge({ grade, isSmall = false }: { grade: Grade | null; isSmall?: boolean }) {
  const words = useUiWords()
  if (grade === null) {
    return (
      <span className={classes.none} title={words.noGrade}>
        <span aria-hidden="true">–</span>
        <span className={classes.hidden}>{words.noGrade}</span>
      </span>
    )
  }
  const Icon = icons[grade]
  return (
    <span className={classes.badge} data-grade={grade} title={words.grade[grade]}>
      <Icon size={14} stroke={2} aria-hidden="true" />
      <span className={isSmall ? classes.hidden : undefined}>{words.grade[grade]}</span>
    </span>
  )
}
