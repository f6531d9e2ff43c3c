import { Group, Stack, Text, Title } from '@mantine/core'
import { IconArrowRight, IconCheck, IconMinus, IconX } from '@tabler/icons-react'
import type { Why, WhyCandidate, WhyRule } from '../../../src-main/contract/index.ts'
import { reasonWords } from '../../text/reasons.ts'
import { rulesText } from '../../text/rules.ts'
import { GradeBadge } from '../../ui/GradeBadge.tsx'
import classes from './bench.module.css'

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
      {why.score !== null && <Score score={why.score} />}
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
              <Candidate
                key={`${candidate.rule} ${candidate.repId}`}
                candidate={candidate}
                isPicked={candidate.repId === why.picked && candidate.rule === why.rule}
              />
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
  const word = decides ? text.decided : rule.matched ? text.passedOn : text.passed
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

function Candidate({ candidate, isPicked }: { candidate: WhyCandidate; isPicked: boolean }) {
  const said = candidate.eligible
    ? text.eligible
    : (candidate.said ?? candidate.reasons.map((reason) => reasonWords[reason]).join(', '))
  const Icon = isPicked ? IconArrowRight : candidate.eligible ? IconCheck : IconX
  return (
    <li data-decides={isPicked || undefined}>
      <Icon size={15} aria-hidden="true" />
      <span>
        {isPicked ? <b>{candidate.name}</b> : candidate.name}{' '}
        <Text span size="xs" c="dimmed">
          {[isPicked ? text.picks : said, candidate.basis, text.load(candidate.openLeads, candidate.capacity)]
            .filter((part) => part !== null)
            .join(' · ')}
        </Text>
      </span>
    </li>
  )
}

/** What the score is made of, attribute by attribute. */
function Score({ score: { score, grade, parts } }: { score: NonNullable<Why['score']> }) {
  return (
    <section aria-label={text.score}>
      <Group gap="xs" mb={4}>
        <Title order={3} size="h6">
          {text.score}
        </Title>
        <Text size="sm" fw={600}>
          {text.scoreOf(score)}
        </Text>
        <GradeBadge grade={grade} />
      </Group>
      <ul className={classes.fall}>
        {parts.map((part) => (
          <li key={part.name} className={classes.scorePart}>
            <span>
              {part.name}{' '}
              <Text span size="xs" c="dimmed">
                {part.because.length === 0 ? text.noPoints : part.because.join('; ')}
              </Text>
            </span>
            <span className={classes.points}>{text.points(part.points, part.most)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
