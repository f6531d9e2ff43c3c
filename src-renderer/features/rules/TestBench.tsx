import { Button, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useAsk } from '../../state/use-ask.ts'
import { rulesText } from '../../text/rules.ts'
import { say } from '../../text/say.ts'
import { fieldWords } from '../../text/words.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Loading } from '../../ui/Loading.tsx'
import type { Draft } from './draft.ts'
import { BLANK_BENCH, type BenchFields, FIRST_FIELDS, MORE_FIELDS, trialLead } from './trial-lead.ts'
import { TrialResult } from './TrialResult.tsx'

const text = rulesText.bench

/** Type a lead, see it fall through the rules as they stand in the draft. Tried again whenever the draft changes. */
export function TestBench({ draft, hasErrors }: { draft: Draft; hasErrors: boolean }) {
  const [fields, setFields] = useState<BenchFields>(BLANK_BENCH)
  const [tried, setTried] = useState<BenchFields | null>(null)
  const [showsMore, setShowsMore] = useState(false)
  const key = tried === null || hasErrors ? null : JSON.stringify([tried, draft])
  const trial = useAsk(key, (client, signal) =>
    client.rule.trial({ lead: trialLead(tried ?? BLANK_BENCH), document: draft }, { signal }),
  )
  const shown = showsMore ? [...FIRST_FIELDS, ...MORE_FIELDS] : FIRST_FIELDS
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {text.intro}
      </Text>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          setTried(fields)
        }}
      >
        <Stack gap="xs">
          <SimpleGrid cols={2} spacing="xs" verticalSpacing={6}>
            {shown.map((field) => (
              <TextInput
                key={field}
                size="xs"
                label={fieldWords[field]}
                value={fields[field]}
                onChange={(event) => {
                  const { value } = event.currentTarget
                  setFields((before) => ({ ...before, [field]: value }))
                }}
              />
            ))}
          </SimpleGrid>
          <Group justify="space-between">
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
            <Button size="xs" type="submit" loading={trial.isLoading}>
              {text.run}
            </Button>
          </Group>
        </Stack>
      </form>
      {tried !== null && hasErrors && (
        <Text size="sm" role="status">
          {text.cannot}
        </Text>
      )}
      {key !== null && trial.fault !== null && <ErrorState sentence={say(trial.fault)} onTryAgain={trial.again} />}
      {key !== null && trial.fault === null && trial.value === null && <Loading />}
      {key !== null && trial.fault === null && trial.value !== null && <TrialResult why={trial.value} />}
    </Stack>
  )
}
