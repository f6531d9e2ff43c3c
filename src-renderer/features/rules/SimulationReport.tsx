import { Anchor, Stack, Table, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import type { LeadId, SimulationReport as Report } from '../../../src-main/contract/index.ts'
import { usePlace } from '../../lib/route.ts'
import { formatNumber } from '../../text/formats.ts'
import { reasonWords } from '../../text/reasons.ts'
import { simulationText as text } from '../../text/rule-simulation.ts'
import { RepShares } from './RepShares.tsx'
import { Headline, SideBySide } from './SideBySide.tsx'
import classes from './simulation.module.css'
import { SortedTable } from './SortedTable.tsx'
import { useRepNames } from './use-rep-choices.ts'

/** The report names reps by e-mail address; nobody is nobody. */
function useWho(): (email: string | null) => string {
  const nameOf = useRepNames()
  return (email) => (email === null ? text.moves.nobody : nameOf(email))
}

/** What the draft would have made of the leads, beside what the published rules make of them. */
export function SimulationReport({ report }: { report: Report }) {
  return (
    <div className={classes.page}>
      <Headline report={report} />
      <div className={classes.pair}>
        <Part title={text.measures.title}>
          <SideBySide report={report} />
        </Part>
        <RepShares report={report} />
        <Part title={text.moves.title}>
          <Moves report={report} />
        </Part>
        <Part title={text.gaps.title}>
          <Gaps report={report} />
        </Part>
        <Part title={text.toll.title}>
          <Toll report={report} />
        </Part>
        {report.draft.poolToll.length > 0 && (
          <Part title={text.toll.reps}>
            <SortedTable
              label={text.toll.reps}
              columns={[
                { key: 'rule', label: text.toll.rule },
                { key: 'reason', label: text.toll.reason },
                { key: 'times', label: text.toll.times, isNumber: true },
              ]}
              rows={report.draft.poolToll.map(({ rule, reason, times }) => ({ rule, reason: reasonWords[reason], times }))}
              first={{ by: 'times', isDown: true }}
            />
          </Part>
        )}
      </div>
      {report.assumptions.length > 0 && (
        <Part title={text.assumptions}>
          <ul className={classes.plain}>
            {report.assumptions.map((assumption) => (
              <li key={assumption}>{assumption}</li>
            ))}
          </ul>
        </Part>
      )}
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Title order={2} size="h6" mb="xs">
        {title}
      </Title>
      {children}
    </section>
  )
}

function Moves({ report }: { report: Report }) {
  const who = useWho()
  if (report.moves.length === 0) return <Text size="sm">{text.moves.none}</Text>
  return (
    <Stack gap="sm">
      <Table aria-label={text.moves.title} verticalSpacing={4} className={classes.numbers}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{text.moves.from}</Table.Th>
            <Table.Th>{text.moves.to}</Table.Th>
            <Table.Th ta="right">{text.moves.leads}</Table.Th>
            <Table.Th ta="right">{text.moves.value}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {report.moves.map((move) => (
            <Table.Tr key={`${move.from} ${move.to}`}>
              <Table.Td>{who(move.from)}</Table.Td>
              <Table.Td>{who(move.to)}</Table.Td>
              <Table.Td ta="right">{formatNumber(move.leads)}</Table.Td>
              <Table.Td ta="right">{formatNumber(Math.round(move.value))}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {report.examples.length > 0 && (
        <div>
          <Text size="sm" c="dimmed">
            {text.moves.examples}
          </Text>
          <ul className={classes.plain}>
            {report.examples.map((example, at) => (
              <li key={at}>
                <LeadName leadId={example.leadId} name={example.name} />: {who(example.from)} → {who(example.to)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Stack>
  )
}

function Gaps({ report: { draft } }: { report: Report }) {
  const { gaps } = text
  return (
    <Stack gap="sm">
      {draft.neverHit.length === 0 ? (
        <Text size="sm">{gaps.allHit}</Text>
      ) : (
        <div>
          <Text size="sm">{gaps.neverHit(draft.neverHit.length)}</Text>
          <ul className={classes.plain}>
            {draft.neverHit.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </div>
      )}
      {draft.uncovered.leads === 0 ? (
        <Text size="sm">{gaps.covered}</Text>
      ) : (
        <div>
          <Text size="sm">{gaps.uncovered(draft.uncovered.leads)}</Text>
          <ul className={classes.plain}>
            {draft.uncovered.examples.map((example, at) => (
              <li key={at}>
                <LeadName leadId={example.leadId} name={example.name} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </Stack>
  )
}

function Toll({ report: { draft } }: { report: Report }) {
  const { toll } = text
  if (draft.toll.length === 0) return <Text size="sm">{toll.none}</Text>
  return (
    <>
      <Text size="sm" c="dimmed">
        {toll.hint}
      </Text>
      <SortedTable
        label={toll.title}
        columns={[
          { key: 'rule', label: toll.rule },
          { key: 'condition', label: toll.condition },
          { key: 'turnedAway', label: toll.turnedAway, isNumber: true },
        ]}
        rows={draft.toll.map(({ rule, condition, turnedAway }) => ({ rule, condition, turnedAway }))}
        first={{ by: 'turnedAway', isDown: true }}
      />
    </>
  )
}

/** A lead of the desk opens beside the report; one of a file is only a name. */
function LeadName({ leadId, name }: { leadId: LeadId | null; name: string }) {
  const { openLead } = usePlace()
  const said = name.trim() === '' ? text.unnamed : name
  if (leadId === null) return said
  return (
    <Anchor
      size="sm"
      component="button"
      type="button"
      onClick={() => {
        openLead(leadId)
      }}
    >
      {said}
    </Anchor>
  )
}
