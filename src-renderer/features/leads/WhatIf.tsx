import { Button, CloseButton, Group, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { LeadId, RepId, Supposed, Supposition, Why } from '../../../src-main/contract/index.ts'
import { useDesk } from '../../state/hooks.ts'
import { repsInOrder } from '../../state/selectors.ts'
import { useAsk } from '../../state/use-ask.ts'
import { panelText, supposedWords } from '../../text/lead-panel.ts'
import { say } from '../../text/say.ts'
import classes from './LeadPanel.module.css'

const text = panelText.whatIf
const CHOICES = Object.entries(supposedWords).map(([value, label]) => ({ value, label }))

interface WhatIfProps {
  leadId: LeadId
  suppose: readonly Supposition[]
  onChange: (suppose: readonly Supposition[]) => void
}

/** Who would have got the lead, had things been otherwise (R34): suppositions, and the answer to them. */
export function WhatIf({ leadId, suppose, onChange }: WhatIfProps) {
  const reps = useDesk((state) => state.reps)
  const [repId, setRepId] = useState<string | null>(null)
  const [is, setIs] = useState<Supposed>('free')
  const nameOf = (id: RepId): string => reps.get(id)?.name ?? ''
  return (
    <section className={classes.whatIf} aria-label={text.title}>
      <h3 className={classes.heading}>{text.title}</h3>
      <Text size="xs" c="dimmed" mb={6}>
        {text.hint}
      </Text>
      <Group gap={6} wrap="nowrap">
        <Select
          size="xs"
          className={classes.choice}
          aria-label={text.rep}
          placeholder={text.rep}
          data={repsInOrder({ reps }).map((rep) => ({ value: String(rep.id), label: rep.name }))}
          value={repId}
          searchable
          limit={200}
          onChange={setRepId}
        />
        <Text size="sm">{text.is}</Text>
        <Select
          size="xs"
          className={classes.choice}
          aria-label={text.is}
          data={CHOICES}
          value={is}
          allowDeselect={false}
          onChange={(value) => {
            if (value !== null) setIs(value as Supposed)
          }}
        />
        <Button
          size="xs"
          variant="default"
          className={classes.askNow}
          disabled={repId === null}
          onClick={() => {
            if (repId === null) return
            onChange(withSupposed(suppose, { repId: Number(repId) as RepId, is }))
            setRepId(null)
          }}
        >
          {suppose.length === 0 ? text.ask : text.more}
        </Button>
      </Group>
      {suppose.length === 0 ? null : (
        <Stack gap={4} mt="xs">
          {suppose.map((one) => {
            const said = text.said(nameOf(one.repId), one.is)
            return (
              <Group key={one.repId} gap={4}>
                <Text size="sm">{said}</Text>
                <CloseButton
                  size="xs"
                  aria-label={text.remove(said)}
                  onClick={() => {
                    onChange(suppose.filter((other) => other !== one))
                  }}
                />
              </Group>
            )
          })}
          <Answer leadId={leadId} suppose={suppose} />
        </Stack>
      )}
    </section>
  )
}

/** A rep can be supposed one thing at a time; what is said last counts. */
export function withSupposed(suppose: readonly Supposition[], next: Supposition): Supposition[] {
  return [...suppose.filter(({ repId }) => repId !== next.repId), next]
}

function Answer({ leadId, suppose }: Pick<WhatIfProps, 'leadId' | 'suppose'>) {
  const { value, fault, isLoading } = useAsk(`${leadId}-${JSON.stringify(suppose)}`, (client, signal) =>
    client.lead.whatIf({ leadId, suppose: [...suppose] }, { signal }),
  )
  if (fault !== null) {
    return (
      <Text size="sm" role="alert">
        {say(fault)}
      </Text>
    )
  }
  return (
    <div className={classes.answer} role="status" data-stale={isLoading || undefined}>
      {value === null ? (
        text.asking
      ) : (
        <>
          <p className={classes.sentence}>{value.sentence}</p>
          {value.isSame ? (
            <Text size="sm" c="dimmed">
              {text.same}
            </Text>
          ) : (
            <dl className={classes.lines}>
              {(['before', 'after'] as const).map((when) => (
                <div key={when} className={classes.fieldLine}>
                  <dt>{text[when]}</dt>
                  <dd>{whoGot(value[when])}</dd>
                </div>
              ))}
            </dl>
          )}
        </>
      )}
    </div>
  )
}

/** Who a decision gave the lead to. */
function whoGot({ outcome, picked, candidates, sentence }: Why): string {
  if (outcome === 'waiting') return text.nobody
  const name = candidates.find(({ repId }) => repId === picked)?.name
  return name ?? (outcome === 'assigned' || outcome === 'offered' ? sentence : panelText.why.outcomes[outcome])
}
