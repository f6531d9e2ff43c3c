import { VisuallyHidden } from '@mantine/core'
import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react'
import type { RulesetFinding } from '../../../src-main/contract/index.ts'
import { rulesText } from '../../text/rules.ts'
import classes from './rules.module.css'

/** Shows on a tab that something behind it is objected to; nothing where all is well. */
export function TabMark({ findings }: { findings: readonly RulesetFinding[] }) {
  const errors = findings.filter((finding) => finding.level === 'error').length
  const warnings = findings.length - errors
  if (findings.length === 0) return null
  const Icon = errors > 0 ? IconAlertCircle : IconAlertTriangle
  const said = errors > 0 ? rulesText.bar.errors(errors) : rulesText.bar.warnings(warnings)
  return (
    <span className={classes.mark} data-level={errors > 0 ? 'error' : 'warning'} title={said}>
      <span className={classes.markIcon}>
        <Icon size={14} aria-hidden="true" />
      </span>
      <VisuallyHidden>, {said}</VisuallyHidden>
    </span>
  )
}
