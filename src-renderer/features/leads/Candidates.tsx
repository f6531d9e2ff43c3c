import { Badge, Button, Table } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import type { IneligibleReason, Supposed, Supposition, Why, WhyCandidate } from '../../../src-main/contract/index.ts'
import { formatNumber } from '../../text/formats.ts'
import { panelText } from '../../text/lead-panel.ts'
import { reasonWords } from '../../text/reasons.ts'
import classes from './LeadPanel.module.css'

const text = panelText.why

interface CandidatesProps {
  why: Why
  /** A person asks what would have been. */
  /** null for who may not ask. */
  onSuppose: ((next: Supposition) => void) | null
}

/** Everyone who was looked at, and why not. */
export function Candidates({ why, onSuppose }: CandidatesProps) {
  const hasTurns = why.method === 'round-robin' || why.method === 'weighted'
  const hasBasis = why.candidates.some(({ basis }) => basis !== null)
  const isMany = new Set(why.candidates.map(({ rule }) => rule)).size > 1
  return (
    <>
      <h3 className={classes.heading}>{text.candidates}</h3>
      <Table.ScrollContainer minWidth={340}>
        <Table fz="sm" verticalSpacing={5} horizontalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{text.rep}</Table.Th>
              <Table.Th>{text.can}</Table.Th>
              <Table.Th ta="right">{text.load}</Table.Th>
              {hasBasis ? <Table.Th>{text.basis}</Table.Th> : null}
              {hasTurns ? (
                <Table.Th ta="right" title={text.turnHint}>
                  {text.turn}
                </Table.Th>
              ) : null}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {why.candidates.map((candidate) => (
              <Table.Tr key={`${candidate.rule}-${candidate.repId}`}>
                <Table.Td>
                  {candidate.name}
                  {isMany ? <div className={classes.dim}>{candidate.rule}</div> : null}
                </Table.Td>
                <Table.Td>
                  <Standing why={why} candidate={candidate} />
                  <Ask candidate={candidate} is={worthAsking(why, candidate)} onSuppose={onSuppose} />
                </Table.Td>
                <Table.Td ta="right" className={classes.numbers}>
                  {formatNumber(candidate.openLeads)}
                  {candidate.capacity === null ? null : `/${formatNumber(candidate.capacity)}`}
                </Table.Td>
                {hasBasis ? <Table.Td>{candidate.basis}</Table.Td> : null}
                {hasTurns ? (
                  <Table.Td ta="right" className={classes.numbers}>
                    <Turn candidate={candidate} />
                  </Table.Td>
                ) : null}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  )
}

function Standing({ why, candidate }: { why: Why; candidate: WhyCandidate }) {
  if (!candidate.eligible) {
    return (
      <span className={classes.trouble}>
        {candidate.said ?? candidate.reasons.map((reason) => reasonWords[reason]).join(', ')}
      </span>
    )
  }
  const isIt = isPicked(why, candidate)
  return (
    <Badge variant="light" color="gray" size="sm" tt="none">
      {isIt ? (why.outcome === 'offered' ? text.offered : text.given) : text.eligible}
    </Badge>
  )
}

function Turn({ candidate: { before, after } }: { candidate: WhyCandidate }) {
  if (before === after) return formatNumber(before)
  return (
    <>
      {formatNumber(before)} <IconArrowRight size={11} aria-hidden="true" /> {formatNumber(after)}
    </>
  )
}

interface AskProps {
  candidate: WhyCandidate
  is: 'free' | 'away' | null
  /** null for who may not ask. */
  onSuppose: ((next: Supposition) => void) | null
}

function Ask({ candidate: { repId, name }, is, onSuppose }: AskProps) {
  if (is === null || onSuppose === null) return null
  return (
    <Button
      size="compact-xs"
      variant="default"
      className={classes.ask}
      aria-label={panelText.whatIf.quickLabel(name, is)}
      onClick={() => {
        onSuppose({ repId, is })
      }}
    >
      {panelText.whatIf.quick[is]}
    </Button>
  )
}

/** What being free takes away; a skill someone lacks, they would lack all the same. */
const PASSING: ReadonlySet<IneligibleReason> = new Set([
  'inactive',
  'draining',
  'paused',
  'away',
  'busy',
  'time-off',
  'outside-hours',
  'at-capacity',
  'at-daily-cap',
  'at-hourly-cap',
  'at-rule-cap',
])

/** The question a person most likely has about this rep: had they been free, or (of who got it) had they not been here. */
function worthAsking(why: Why, candidate: WhyCandidate): Extract<Supposed, 'free' | 'away'> | null {
  if (candidate.eligible) return isPicked(why, candidate) ? 'away' : null
  return candidate.reasons.every((reason) => PASSING.has(reason)) ? 'free' : null
}

/** Who got it, or is offered it: one, or all who could claim it. */
function isPicked({ outcome, method, picked }: Why, candidate: WhyCandidate): boolean {
  return outcome === 'offered' && method === 'claim' ? candidate.eligible : picked === candidate.repId
}
