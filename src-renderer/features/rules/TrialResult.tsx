import { Stack, Text, Title } from '@mantine/core'
import { IconArrowRight, IconCheck, IconMinus, IconX } from '@tabler/icons-react'
import type { Why, WhyCandidate, WhyRule } from '../../../src-main/contract/index.ts'
import { reasonWords } from '../../text/reasons.ts'
import { rulesText } from '../../text/rules.ts'
import classes from './rules.module.css'

const text = rulesText.bench

/** How a lead falls: the sentence, the rules it passed, the reps that were asked. */
export function TrialResult({ why }: { why: Why }) {
  return (
    <Stack gap="md" aria-live="polite">
      <div className={classes.verdict}>
        <Title order={3} size="h6">
          {text.outcome}
        </Title>
        <Text size="sm">{why.sentence}</Text>
      </div>
      {why.rules.length > 0 && (
        <div>
          <Title order={3} size="h6" mb={4}>
            {text.rules}
          </Title>
          <ol className={classes.fall}>
            {why.rules.map((rule, at) => (
              <FallenRule key={at} rule={rule} decides={why.rule === rule.name} />
            ))}
          </ol>
        </div>
      )}
      {why.candidates.length > 0 && (
        <div>
          <Title order={3} size="h6" mb={4}>
            {text.candidates}
          </Title>
          <ul className={classes.fall}>
            {why.candidates.map((candidate) => (
              <Candidate key={`${candidate.rule} ${candidate.repId}`} candidate={candidate} />
            ))}
          </ul>
        </div>
      )}
      {why.tie !== null && (
        <Text size="sm" c="dimmed">
          {why.tie}
        </Text>
      )}
    </Stack>
  )
}

function FallenRule({ rule, decides }: { rule: WhyRule; decides: boolean }) {
  const Icon = decides ? IconArrowRight : rule.matched ? IconCheck : IconMinus
  const word = decides ? text.decided : rule.matched ? text.matched : text.passed
  return (
    <li data-decides={decides || undefined}>
      <Icon size={15} aria-hidden="true" />
      <span>
        <b>{rule.name}</b>{' '}
        <Text span size="xs" c="dimmed">
          {word}
          {rule.failed === null ? '' : `: ${rule.failed}`}
        </Text>
      </span>
    </li>
  )
}

function Candidate({ candidate }: { candidate: WhyCandidate }) {
  const said = candidate.eligible
    ? text.eligible
    : (candidate.said ?? candidate.reasons.map((reason) => reasonWords[reason]).join(', '))
  return (
    <li>
      {candidate.eligible ? <IconCheck size={15} aria-hidden="true" /> : <IconX size={15} aria-hidden="true" />}
      <span>
        {candidate.name}{' '}
        <Text span size="xs" c="dimmed">
          {said} · {text.load(candidate.openLeads, candidate.capacity)}
        </Text>
      </span>
    </li>
  )
}
