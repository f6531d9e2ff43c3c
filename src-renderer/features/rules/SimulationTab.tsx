import { Button, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import type { SimulationLeads } from '../../../src-main/contract/index.ts'
import { boundsOf } from '../../lib/period.ts'
import { useDesk } from '../../state/hooks.ts'
import { simulationText as text } from '../../text/rule-simulation.ts'
import { told } from '../../text/ways-out.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import classes from './simulation.module.css'
import { SimulationProgress } from './SimulationProgress.tsx'
import { SimulationReport } from './SimulationReport.tsx'
import { FileChoice, PeriodChoice, thirtyDays } from './SimulationSource.tsx'
import { useLeadsFile } from './use-leads-file.ts'
import type { RuleDraft } from './use-rule-draft.ts'
import type { Simulation } from './use-simulation.ts'

/** The draft on leads that were, or on those of a file, beside what is published. */
export function SimulationTab({ rules, simulation }: { rules: RuleDraft; simulation: Simulation }) {
  const timeZone = useDesk((state) => state.settings.timeZone)
  const [kind, setKind] = useState<SimulationLeads['kind']>('past')
  const [period, setPeriod] = useState(() => thirtyDays(Date.now(), timeZone))
  const file = useLeadsFile()
  const { state } = simulation

  const isBackwards = kind === 'past' && boundsOf(period, Date.now(), timeZone) === null
  const leads = (): SimulationLeads | null => {
    if (kind === 'file')
      return file.state.kind === 'ready' ? { kind: 'file', uploadId: file.state.uploadId, options: { route: 'now' } } : null
    const bounds = boundsOf(period, Date.now(), timeZone)
    return bounds === null ? null : { kind: 'past', ...bounds }
  }
  const run = (): void => {
    const chosen = leads()
    if (chosen !== null) simulation.run(rules.draft, chosen)
  }
  const isReady = !rules.hasErrors && !isBackwards && (kind === 'past' || file.state.kind === 'ready')
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {text.intro}
      </Text>
      <div className={classes.source}>
        <SegmentedControl
          size="xs"
          aria-label={text.source}
          data={(['past', 'file'] as const).map((value) => ({ value, label: text.sources[value] }))}
          value={kind}
          onChange={setKind}
        />
        {kind === 'past' && <PeriodChoice period={period} onChange={setPeriod} />}
        <Button size="xs" disabled={!isReady || state.kind === 'running'} onClick={run}>
          {state.kind === 'done' ? text.again : text.run}
        </Button>
      </div>
      {kind === 'file' && <FileChoice file={file} />}
      {rules.hasErrors && <Text size="sm">{text.cannot}</Text>}
      {isBackwards && (
        <Text size="sm" role="alert">
          {text.backwards}
        </Text>
      )}
      <Outcome simulation={simulation} rules={rules} onAgain={run} />
    </Stack>
  )
}

function Outcome({ simulation, rules, onAgain }: { simulation: Simulation; rules: RuleDraft; onAgain: () => void }) {
  const { state } = simulation
  switch (state.kind) {
    case 'idle':
      return null
    case 'running':
      return <SimulationProgress done={state.done} total={state.total} onCancel={simulation.cancel} />
    case 'failed':
      return <ErrorState {...told(state.fault)} onTryAgain={onAgain} />
    case 'done':
      if (state.report.leads === 0) {
        const { title, body } = state.report.kind === 'file' ? text.noLeadsInFile : text.noLeads
        return <EmptyState icon={<IconHistory size={40} stroke={1.2} />} title={title} hint={body} />
      }
      return (
        <Stack gap="md">
          {state.document !== rules.draft && (
            <Text size="sm" role="status">
              {text.stale}
            </Text>
          )}
          <SimulationReport report={state.report} />
        </Stack>
      )
  }
}
