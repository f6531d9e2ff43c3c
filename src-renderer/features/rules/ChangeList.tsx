import { Text } from '@mantine/core'
import type { RulesetChange } from '../../../src-main/contract/index.ts'
import { changeKind } from '../../text/rule-parts.ts'
import classes from './rules.module.css'

/** What differs between two rulesets, one line each. */
export function ChangeList({ changes, none, label }: { changes: readonly RulesetChange[]; none: string; label: string }) {
  if (changes.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {none}
      </Text>
    )
  return (
    <ul className={classes.changes} aria-label={label}>
      {changes.map((change, at) => (
        <li key={at}>
          <b>{changeKind(change)}</b>
          {change.name === '' ? '' : `: ${change.name}`}
          {change.said === '' ? '' : ` (${change.said})`}
        </li>
      ))}
    </ul>
  )
}
