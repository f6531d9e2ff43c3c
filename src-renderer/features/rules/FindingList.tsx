import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react'
import type { RulesetFinding } from '../../../src-main/contract/index.ts'
import { findingSaid } from '../../text/rule-findings.ts'
import { rulesText } from '../../text/rules.ts'
import classes from './rules.module.css'

const text = rulesText.findings

/** What the desk objects to: a shape and a word beside the colour. */
export function FindingList({ findings, label }: { findings: readonly RulesetFinding[]; label?: string }) {
  if (findings.length === 0) return null
  return (
    <ul className={classes.findings} aria-label={label}>
      {findings.map((finding, at) => (
        <li key={at} data-level={finding.level}>
          {finding.level === 'error' ? (
            <IconAlertCircle size={15} aria-hidden="true" />
          ) : (
            <IconAlertTriangle size={15} aria-hidden="true" />
          )}
          <span>
            <b>{text[finding.level]}</b>: {findingSaid(finding)}
          </span>
        </li>
      ))}
    </ul>
  )
}
