import { Group, Select, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useAsk } from '../../state/use-ask.ts'
import { versionsText as text } from '../../text/rule-parts.ts'
import { say } from '../../text/say.ts'
import { Loading } from '../../ui/Loading.tsx'
import { ChangeList } from './ChangeList.tsx'
import type { Draft } from './draft.ts'
import type { RuleDraft } from './use-rule-draft.ts'

const DRAFT = 'draft'

/** What differs between any two versions, the draft being one. Begins with what a person wants to know most often. */
export function VersionDifferences({ rules, versions }: { rules: RuleDraft; versions: readonly number[] }) {
  const isDraftWanted = rules.isChanged && rules.overtakenBy === null
  const [from, setFrom] = useState(() =>
    String(isDraftWanted ? rules.version : ((rules.overtakenBy === null ? versions[1] : rules.basedOn) ?? rules.version)),
  )
  const [to, setTo] = useState(() => (isDraftWanted ? DRAFT : String(rules.version)))
  if (versions.length === 0) return null
  const choices = [
    ...(rules.isChanged ? [{ value: DRAFT, label: text.draft }] : []),
    ...versions.map((version) => ({ value: String(version), label: text.version(version) })),
  ]
  const side = (chosen: string): number | Draft => (chosen === DRAFT ? rules.draft : Number(chosen))
  const known = (chosen: string): string => (choices.some((choice) => choice.value === chosen) ? chosen : String(rules.version))
  const [one, other] = [known(from), known(to)]
  const isBad = rules.hasErrors && (one === DRAFT || other === DRAFT)
  return (
    <Stack gap="xs" component="section" aria-label={text.differences}>
      <Title order={2} size="h6">
        {text.differences}
      </Title>
      <Group gap="sm">
        {(
          [
            [text.from, one, setFrom],
            [text.to, other, setTo],
          ] as const
        ).map(([label, value, set]) => (
          <Select
            key={label}
            size="xs"
            w={180}
            label={label}
            data={choices}
            value={value}
            allowDeselect={false}
            onChange={(chosen) => {
              if (chosen !== null) set(chosen)
            }}
          />
        ))}
      </Group>
      {isBad ? (
        <Text size="sm">{text.draftBad}</Text>
      ) : (
        <Differences from={side(one)} to={side(other)} label={text.differences} />
      )}
    </Stack>
  )
}

/** What changed from one to the other, each a version or a document. */
export function Differences({ from, to, label }: { from: number | Draft; to: number | Draft; label: string }) {
  const key = `compare ${JSON.stringify([from, to])}`
  const { value, fault, isLoading } = useAsk(key, (client, signal) => client.rule.compare({ from, to }, { signal }))
  if (fault !== null) return <Text size="sm">{say(fault)}</Text>
  if (value === null || isLoading) return <Loading height={40} />
  return <ChangeList changes={value} none={text.same} label={label} />
}
