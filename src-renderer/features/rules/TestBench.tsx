import { Button, Group, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { LeadDraft, LeadId } from '../../../src-main/contract/index.ts'
import { useCommand } from '../../state/hooks.ts'
import { useAsk } from '../../state/use-ask.ts'
import { rulesText } from '../../text/rules.ts'
import { told } from '../../text/ways-out.ts'
import { fieldWords } from '../../text/words.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Loading } from '../../ui/Loading.tsx'
import type { Draft } from './draft.ts'
import { LeadSearch } from './LeadSearch.tsx'
import { BLANK_BENCH, type BenchFields, benchFieldsOf, FIRST_FIELDS, MORE_FIELDS, trialLead } from './trial-lead.ts'
import { TrialResult } from './TrialResult.tsx'

const text = rulesText.bench
const TRY_AFTER_MS = 300

interface Bench {
  fields: BenchFields
  picked: { name: string; lead: LeadDraft } | null
}
const EMPTY: Bench = { fields: BLANK_BENCH, picked: null }

/** Type or pick a lead, see it fall through the rules as they stand in the draft. Once begun, it follows every change. */
export function TestBench({ draft, hasErrors }: { draft: Draft; hasErrors: boolean }) {
  const run = useCommand()
  const [bench, setBench] = useState(EMPTY)
  const [isOn, setIsOn] = useState(false)
  const [showsMore, setShowsMore] = useState(false)
  const present =
    isOn && !hasErrors ? JSON.stringify({ lead: trialLead(bench.fields, bench.picked?.lead), document: draft }) : null
  const [key] = useDebouncedValue(present, TRY_AFTER_MS)
  const trial = useAsk(present === null ? null : key, (client, signal) =>
    client.rule.trial(JSON.parse(key ?? '') as { lead: Partial<LeadDraft>; document: Draft }, { signal }),
  )
  const isAsked = present !== null && key !== null
  const pick = async (leadId: LeadId, name: string): Promise<void> => {
    const answer = await run((client) => client.lead.read({ leadId }))
    if (!answer.ok) return
    const { fields } = answer.value
    setBench({ fields: benchFieldsOf(fields), picked: { name, lead: fields } })
    setIsOn(true)
  }
  const isEmpty = bench.picked === null && Object.values(bench.fields).every((value) => value === '')
  return (
    <Stack gap="md">
      <Stack gap={4}>
        <Title order={2} size="h6">
          {text.title}
        </Title>
        <Text size="sm" c="dimmed">
          {text.intro}
        </Text>
      </Stack>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          setIsOn(true)
        }}
      >
        <Stack gap="xs">
          <LeadSearch onPick={(leadId, name) => void pick(leadId, name)} />
          {bench.picked !== null && (
            <Text size="xs" c="dimmed">
              {text.picked(bench.picked.name)}
            </Text>
          )}
          <SimpleGrid cols={2} spacing="xs" verticalSpacing={6}>
            {(showsMore ? [...FIRST_FIELDS, ...MORE_FIELDS] : FIRST_FIELDS).map((field) => (
              <TextInput
                key={field}
                size="xs"
                label={fieldWords[field]}
                value={bench.fields[field]}
                onChange={(event) => {
                  const { value } = event.currentTarget
                  setBench((before) => ({ ...before, fields: { ...before.fields, [field]: value } }))
                }}
              />
            ))}
          </SimpleGrid>
          <Group justify="space-between" gap={4}>
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              onClick={() => {
                setShowsMore((before) => !before)
              }}
            >
              {showsMore ? text.fewer : text.more}
            </Button>
            <Group gap={4}>
              {!isEmpty && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color="gray"
                  onClick={() => {
                    setBench(EMPTY)
                    setIsOn(false)
                  }}
                >
                  {text.clear}
                </Button>
              )}
              {!isOn && (
                <Button size="xs" type="submit">
                  {text.run}
                </Button>
              )}
            </Group>
          </Group>
        </Stack>
      </form>
      {isOn && hasErrors && (
        <Text size="sm" role="status">
          {text.cannot}
        </Text>
      )}
      {isAsked && trial.fault !== null && <ErrorState {...told(trial.fault)} onTryAgain={trial.again} />}
      {isAsked && trial.fault === null && trial.value === null && <Loading />}
      {isAsked && trial.fault === null && trial.value !== null && <TrialResult why={trial.value} />}
    </Stack>
  )
}
