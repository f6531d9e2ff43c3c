import { ActionIcon, Badge, Group, Text } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { RepCard, TimeOff } from '../../../src-main/contract/index.ts'
import { useNow } from '../../lib/use-now.ts'
import { useCommand } from '../../state/hooks.ts'
import { repsText, spellSaid } from '../../text/reps.ts'
import { words } from '../../text/words.ts'
import { showUndoNotice } from '../../ui/undo-notice.tsx'
import { AddTimeOff } from './AddTimeOff.tsx'
import classes from './reps.module.css'

const text = repsText.off
const MINUTE = 60_000

interface TimeOffListProps {
  rep: RepCard
  zone: string
  timeOff: readonly TimeOff[]
  onChanged: () => void
}

/** The stretches a rep is off; removing one can be taken back. */
export function TimeOffList({ rep, zone, timeOff, onChanged }: TimeOffListProps) {
  const run = useCommand()
  const now = useNow(MINUTE)
  const remove = async ({ id, from, to, reason }: TimeOff): Promise<void> => {
    const answer = await run((client) => client.rep.removeTimeOff({ timeOffId: id }))
    onChanged()
    if (!answer.ok) return
    showUndoNotice({
      message: text.removed,
      undoLabel: words.undo,
      onUndo: () => {
        void run((client) => client.rep.addTimeOff({ repId: rep.id, from, to, ...(reason === null ? {} : { reason }) })).then(
          onChanged,
        )
      },
    })
  }
  return (
    <section aria-label={text.title}>
      <h3 className={classes.legend}>{text.title}</h3>
      {timeOff.length === 0 ? (
        <Text size="sm" c="dimmed" mb="xs">
          {text.none}
        </Text>
      ) : (
        <ul className={classes.lines}>
          {timeOff
            .toSorted((a, b) => a.from - b.from)
            .map((spell) => {
              const said = spellSaid(spell.from, spell.to, zone)
              return (
                <li key={spell.id} className={classes.line}>
                  <Text size="sm">
                    {said}
                    {spell.reason === null ? null : (
                      <Text span c="dimmed">
                        {' '}
                        {spell.reason}
                      </Text>
                    )}
                  </Text>
                  <Group gap={6} wrap="nowrap">
                    {spell.from <= now && now < spell.to ? (
                      <Badge variant="default" size="sm" tt="none" fw={500}>
                        {text.now}
                      </Badge>
                    ) : null}
                    <ActionIcon variant="subtle" color="gray" aria-label={text.remove(said)} onClick={() => void remove(spell)}>
                      <IconX size={14} />
                    </ActionIcon>
                  </Group>
                </li>
              )
            })}
        </ul>
      )}
      <AddTimeOff rep={rep} zone={zone} onAdded={onChanged} />
    </section>
  )
}
