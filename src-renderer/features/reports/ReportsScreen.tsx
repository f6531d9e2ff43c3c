import { Button, Group, Menu, Paper, SegmentedControl, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconChartBar, IconDownload } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { OverviewReport } from '../../../src-main/contract/index.ts'
import { saveFile } from '../../lib/save-file.ts'
import { useNow } from '../../lib/use-now.ts'
import { useDesk } from '../../state/hooks.ts'
import { useAsk } from '../../state/use-ask.ts'
import { formatNumber } from '../../text/formats.ts'
import { indexSaid, reportsText, speedSaid } from '../../text/reports.ts'
import { say } from '../../text/say.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { type Figure, Figures } from '../../ui/Figures.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { ScreenHead } from '../../ui/ScreenHead.tsx'
import { Days } from './Days.tsx'
import { boundsOf, dayIn, type Period, PERIODS } from '../../lib/period.ts'
import { type TableName, tableCsv } from './report-tables.ts'
import classes from './reports.module.css'
import { RepReport, RuleReport, SourceReport } from './Tables.tsx'

const { figures: names, meaning, sections } = reportsText
/** A report that is left open keeps up by itself. */
const AGAIN_MS = 60_000

/** One page: are we fast, fair, and losing any? */
export function ReportsScreen() {
  const timeZone = useDesk((state) => state.settings.timeZone)
  const now = useNow(AGAIN_MS)
  const [period, setPeriod] = useState<Period>(() => ({ kind: '30', from: dayIn(now, timeZone), to: dayIn(now, timeZone) }))
  const bounds = boundsOf(period, now, timeZone)
  const asked = useAsk(bounds === null ? null : `${bounds.from} ${bounds.to} ${now}`, (client, signal) =>
    client.report.overview(bounds ?? { from: 0, to: 1 }, { signal }),
  )
  const report = asked.value
  return (
    <div className={classes.screen}>
      <ScreenHead title={reportsText.title}>
        <SegmentedControl
          size="xs"
          aria-label={reportsText.period}
          value={period.kind}
          onChange={(kind) => {
            setPeriod({ ...period, kind })
          }}
          data={PERIODS.map((kind) => ({ value: kind, label: reportsText.periods[kind] }))}
        />
        {period.kind === 'custom' && <CustomPeriod period={period} onChange={setPeriod} />}
        <ExportMenu report={report} timeZone={timeZone} />
      </ScreenHead>
      {bounds === null ? (
        <Text p="md" role="alert">
          {reportsText.backwards}
        </Text>
      ) : asked.fault !== null ? (
        <ErrorState sentence={say(asked.fault)} onTryAgain={asked.again} />
      ) : report === null ? (
        <Loading />
      ) : (
        <Report report={report} />
      )}
    </div>
  )
}

function CustomPeriod({ period, onChange }: { period: Period; onChange: (period: Period) => void }) {
  return (
    <>
      {(['from', 'to'] as const).map((end) => (
        <TextInput
          key={end}
          type="date"
          size="xs"
          aria-label={reportsText[end]}
          value={period[end]}
          onChange={(event) => {
            onChange({ ...period, [end]: event.currentTarget.value })
          }}
        />
      ))}
    </>
  )
}

function ExportMenu({ report, timeZone }: { report: OverviewReport | null; timeZone: string }) {
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          disabled={report === null}
          leftSection={<IconDownload size={14} aria-hidden="true" />}
        >
          {reportsText.export}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(Object.keys(reportsText.exports) as TableName[]).map((table) => (
          <Menu.Item
            key={table}
            onClick={() => {
              if (report === null) return
              const name = reportsText.fileName(table, dayIn(report.from, timeZone), dayIn(report.to - 1, timeZone))
              saveFile(name, tableCsv(report, table))
            }}
          >
            {reportsText.exports[table]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function Report({ report }: { report: OverviewReport }) {
  if (report.received === 0 && report.assigned === 0 && report.byRep.every((row) => row.assigned === 0)) {
    return (
      <EmptyState icon={<IconChartBar size={40} stroke={1.2} />} title={reportsText.empty.title} hint={reportsText.empty.body} />
    )
  }
  const count = (name: 'received' | 'matched' | 'assigned' | 'waiting' | 'won' | 'lost'): Figure => ({
    label: names[name],
    value: formatNumber(report[name]),
    hint: meaning[name],
  })
  const speed = (name: 'timeToAssignP50' | 'timeToAssignP95' | 'speedToLeadP50' | 'speedToLeadP95'): Figure => ({
    label: names[name],
    value: speedSaid(report[name]),
    hint: meaning[name],
  })
  const evenness: Figure = {
    label: names.fairness,
    value: indexSaid(report.fairness),
    hint: meaning.fairness,
    ...(report.fairness === null ? {} : { note: reportsText.fairWords(report.fairness) }),
  }
  return (
    <div className={classes.page}>
      <Section title={sections.volume}>
        <Figures
          label={sections.volume}
          figures={[count('received'), count('matched'), count('assigned'), count('waiting'), count('won'), count('lost')]}
        />
      </Section>
      <div className={classes.answers}>
        <Section title={sections.speed}>
          <Figures
            label={sections.speed}
            figures={[speed('timeToAssignP50'), speed('timeToAssignP95'), speed('speedToLeadP50'), speed('speedToLeadP95')]}
          />
        </Section>
        <Section title={sections.fair}>
          <Figures label={sections.fair} figures={[evenness]} />
        </Section>
      </div>
      <Days report={report} />
      <Section title={sections.reps}>
        <RepReport report={report} />
      </Section>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <Section title={sections.sources}>
          <SourceReport report={report} />
        </Section>
        <Section title={sections.rules}>
          <RuleReport report={report} />
        </Section>
      </SimpleGrid>
    </div>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h5">
            {title}
          </Title>
        </Group>
        {children}
      </Stack>
    </Paper>
  )
}
