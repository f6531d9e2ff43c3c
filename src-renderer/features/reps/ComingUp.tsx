import { Badge, Button, Text } from '@mantine/core'
import { useState } from 'react'
import type { RepDetail } from '../../../src-main/contract/index.ts'
import { repsText, spellSaid } from '../../text/reps.ts'
import classes from './reps.module.css'

const text = repsText.upcoming
const SHOWN = 6

/** Public holidays and what their calendars say is busy, soonest first. */
export function ComingUp({ spells, zone }: { spells: RepDetail['spells']; zone: string }) {
  const [isAll, setIsAll] = useState(false)
  const shown = isAll ? spells : spells.slice(0, SHOWN)
  return (
    <section aria-label={text.title}>
      <h3 className={classes.legend}>{text.title}</h3>
      {spells.length === 0 ? (
        <Text size="sm" c="dimmed">
          {text.none}
        </Text>
      ) : null}
      <ul className={classes.lines}>
        {shown.map((spell) => (
          <li key={`${spell.kind}-${spell.from}-${spell.name}`} className={classes.line}>
            <Text size="sm">
              {spellSaid(spell.from, spell.to, zone)}
              <Text span c="dimmed">
                {' '}
                {spell.name}
              </Text>
            </Text>
            <Badge variant="default" size="sm" tt="none" fw={500}>
              {text[spell.kind]}
            </Badge>
          </li>
        ))}
      </ul>
      {spells.length > shown.length ? (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => {
            setIsAll(true)
          }}
        >
          {text.more(spells.length - shown.length)}
        </Button>
      ) : null}
    </section>
  )
}
