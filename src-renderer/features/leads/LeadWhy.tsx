import { Badge, Table, Text } from '@mantine/core'
import { IconArrowRight, IconCheck, IconX } from '@tabler/icons-react'
import type { Why } from '../../../src-main/contract/index.ts'
import { formatNumber } from '../../text/formats.ts'
import { panelText } from '../../text/lead-panel.ts'
import { reasonWords } from '../../text/reasons.ts'
import classes from './LeadPanel.module.css'

const text = panelText.why

/** The whole story of a decision: the rules it fell through, and everyone who was looked at. */
export function LeadWhy({ why }: { why: Why }) {
  return (
    <>
      <p className={classes.sentence}>{why.sentence}</p>
      <Text size="xs" c="dimmed">
        {why.isStored ? text.decidedBy(why.ruleset, why.at) : text.now}
        {why.method === null ? null : ` · ${text.methods[why.method]}`}
      </Text>
      {why.byHand ? (
        <Text size="sm" mt="xs">
          {text.byHand}
        </Text>
      ) : null}
      <h3 className={classes.heading}>{text.rules}</h3>
      {why.rules.length === 0 ? <Text c="dimmed">{text.noRules}</Text> : null}
      <ol className={classes.rules}>
        {why.rules.map((rule, at) => {
          const isLast = rule.matched && rule.failed === null
          return (
            <li key={`${at}-${rule.name}`} className={classes.ruleLine} data-matched={isLast || undefined}>
              {isLast ? <IconCheck size={15} aria-hidden="true" /> : <IconX size={15} aria-hidden="true" />}
              <span>
                <span className={classes.ruleName}>{rule.name}</span>{' '}
                <span className={classes.dim}>
                  {isLast
                    ? text.matched
                    : rule.matched
                      ? `${text.matched}, ${rule.failed ?? ''}`
                      : rule.failed === null
                        ? text.didNotFit
                        : text.failed(rule.failed)}
                </span>
              </span>
            </li>
          )
        })}
      </ol>
      {why.candidates.length === 0 ? null : <Candidates why={why} />}
      {why.tie === null ? null : (
        <Text size="sm" mt="xs">
          {text.tie}: {why.tie}
        </Text>
      )}
    </>
  )
}

function Candidates({ why }: { why: Why }) {
  const hasTurns = why.method === 'round-robin' || why.method === 'weighted'
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
                  {candidate.eligible ? (
                    <Badge variant="light" color="gray" size="sm" tt="none">
                      {isPicked(why, candidate.repId) ? text.given : text.eligible}
                    </Badge>
                  ) : (
                    <span className={classes.trouble}>
                      {candidate.said ?? candidate.reasons.map((reason) => reasonWords[reason]).join(', ')}
                    </span>
                  )}
                </Table.Td>
                <Table.Td ta="right" className={classes.numbers}>
                  {formatNumber(candidate.openLeads)}
                  {candidate.capacity === null ? null : `/${formatNumber(candidate.capacity)}`}
                </Table.Td>
                {hasTurns ? (
                  <Table.Td ta="right" className={classes.numbers}>
                    {candidate.before === candidate.after ? (
                      formatNumber(candidate.before)
                    ) : (
                      <>
                        {formatNumber(candidate.before)} <IconArrowRight size={11} aria-hidden="true" />{' '}
                        {formatNumber(candidate.after)}
                      </>
                    )}
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

/** Who paid for the lead: of all who moved, the one whose number went down. */
function isPicked(why: Why, repId: number): boolean {
  if (why.outcome !== 'assigned') return false
  const candidate = why.candidates.find((one) => one.repId === repId)
  const eligible = why.candidates.filter((one) => one.eligible)
  return candidate !== undefined && (eligible.length === 1 || candidate.after < candidate.before)
}
