import { Button, Group, Text, UnstyledButton } from '@mantine/core'
import { IconUsersGroup } from '@tabler/icons-react'
import { useState } from 'react'
import type { EventType, LeadId, LeadPair } from '../../../src-main/contract/index.ts'
import { usePlace } from '../../lib/route.ts'
import { useListKeys } from '../../lib/use-list-keys.ts'
import { useFresh } from '../../state/use-fresh.ts'
import { useLeadActions } from '../../state/use-lead-actions.ts'
import { duplicatesText as text } from '../../text/duplicates.ts'
import { leadsText } from '../../text/leads.ts'
import { told } from '../../text/ways-out.ts'
import { Age } from '../../ui/Age.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { ScreenHead } from '../../ui/ScreenHead.tsx'
import classes from './duplicates.module.css'
import { SideBySide } from './SideBySide.tsx'

const PAGE = 100

/** Leads that may be one person, pair by pair, at `#/duplicates` and `#/duplicates/12`: merged, or told apart. */
export function DuplicatesScreen() {
  const { part, goTo, openLead } = usePlace()
  const { tellApart } = useLeadActions()
  const [limit, setLimit] = useState(PAGE)
  const { value, fault, again } = useFresh(
    async (client, signal) => client.lead.possibleDuplicates({ limit }, { signal }),
    concernsPairs,
  )
  const pairs = value?.pairs ?? []
  const at = Math.max(
    0,
    pairs.findIndex(({ lead }) => lead.id === Number(part)),
  )
  const chosen = pairs[at] ?? null
  const choose = ({ lead }: LeadPair): void => {
    goTo('duplicates', String(lead.id))
  }
  const goOn = (): void => {
    const next = pairs[at + 1] ?? pairs[at - 1]
    if (next !== undefined) choose(next)
    again()
  }
  const apart = (leadId: LeadId): void => {
    void tellApart(leadId).then((isDone) => {
      if (isDone) goOn()
    })
  }
  useListKeys({
    isOn: chosen !== null,
    onMove: (step) => {
      const next = pairs[Math.min(pairs.length - 1, Math.max(0, at + Math.sign(step)))]
      if (next !== undefined) choose(next)
    },
    onOpen: () => {
      if (chosen !== null) openLead(chosen.lead.id)
    },
    onToggle: () => undefined,
    onEscape: () => undefined,
    letters: {
      t: () => {
        if (chosen !== null) apart(chosen.lead.id)
      },
    },
  })
  if (value === null) return fault === null ? <Loading /> : <ErrorState {...told(fault)} onTryAgain={again} />
  return (
    <section className={classes.screen}>
      <ScreenHead title={text.title} />
      {chosen === null ? (
        <EmptyState icon={<IconUsersGroup size={34} stroke={1.4} />} {...text.empty} />
      ) : (
        <div className={classes.columns}>
          <ul className={classes.list} aria-label={text.list}>
            {pairs.map((pair) => (
              <li key={pair.lead.id}>
                <UnstyledButton
                  className={classes.pair}
                  aria-current={pair === chosen}
                  onClick={() => {
                    choose(pair)
                  }}
                >
                  <span className={classes.names}>
                    {leadsText.nameOf(pair.lead)} · {leadsText.nameOf(pair.other)}
                  </span>
                  <span className={classes.why}>
                    {text.by[pair.by]} · <Age since={pair.lead.receivedAt} />
                  </span>
                </UnstyledButton>
              </li>
            ))}
            {value.next === null || limit > PAGE ? null : (
              <li>
                <Button
                  variant="subtle"
                  fullWidth
                  onClick={() => {
                    setLimit(PAGE * 2)
                    again()
                  }}
                >
                  {text.more}
                </Button>
              </li>
            )}
          </ul>
          <div className={classes.pane}>
            <Text size="sm" c="dimmed" mb="sm">
              {text.hint} {text.nextPair}
            </Text>
            <SideBySide
              key={`${chosen.lead.id}-${chosen.other.id}`}
              leadId={chosen.lead.id}
              otherId={chosen.other.id}
              aside={
                <Group gap="xs">
                  {[chosen.lead, chosen.other].map((lead) => (
                    <Button
                      key={lead.id}
                      variant="subtle"
                      onClick={() => {
                        openLead(lead.id)
                      }}
                    >
                      {text.open(leadsText.nameOf(lead))}
                    </Button>
                  ))}
                </Group>
              }
              cancel={
                <Button
                  variant="default"
                  title="T"
                  onClick={() => {
                    apart(chosen.lead.id)
                  }}
                >
                  {text.apart}
                </Button>
              }
              onMerged={goOn}
            />
          </div>
        </div>
      )}
    </section>
  )
}

const PAIR_EVENTS: ReadonlySet<EventType> = new Set([
  'lead-received',
  'lead-merged',
  'lead-told-apart',
  'lead-discarded',
  'step-undone',
  'import-finished',
  'import-undone',
])
const concernsPairs = (type: EventType): boolean => PAIR_EVENTS.has(type)
