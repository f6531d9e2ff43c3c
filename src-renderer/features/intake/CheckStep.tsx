import { Alert, Badge, Button, Group, Loader, SegmentedControl, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { formatNumber } from '../../text/formats.ts'
import { intakeText } from '../../text/intake.ts'
import { Figures } from '../../ui/Figures.tsx'
import { ProblemTable } from './ProblemTable.tsx'
import { problemRows } from './problem-rows.ts'
import { TroubleNote } from './TroubleNote.tsx'
import type { Wizard } from './use-wizard.ts'

const text = intakeText.check
type Only = keyof typeof text.only

/** Every row read: how many are good, and the others to mend or leave out. */
export function CheckStep({ wizard }: { wizard: Wizard }) {
  const { state } = wizard
  const [only, setOnly] = useState<Only>('all')
  const { check, look } = state
  if (wizard.busy === 'check' && check === null) return <Checking />
  if (check === null || look === null) return null
  const rows = problemRows(check)
  const out = rows.filter((row) => row.isOut)
  const shown = only === 'all' ? rows : only === 'out' ? out : rows.filter((row) => !row.isOut)
  return (
    <Stack gap="md">
      <Figures
        label={text.title}
        figures={[
          { label: text.rows, value: formatNumber(check.rows) },
          { label: text.good, value: formatNumber(check.good) },
          { label: text.flagged, value: formatNumber(check.flagged) },
          { label: text.leftOut, value: formatNumber(check.leftOut) },
        ]}
      />
      {check.rows > 0 && check.leftOut === check.rows && !state.isCheckStale && <TroubleNote trouble={{ said: text.allOut }} />}
      {state.isCheckStale && (
        <Alert color="gray" role="status">
          <Group justify="space-between">
            <Text size="sm">{text.stale}</Text>
            <Button size="xs" onClick={wizard.check} loading={wizard.busy === 'check'}>
              {text.again}
            </Button>
          </Group>
        </Alert>
      )}
      {rows.length === 0 ? (
        <Text role="status">{text.none}</Text>
      ) : (
        <>
          <Group justify="space-between">
            <SegmentedControl
              size="xs"
              aria-label={text.table}
              value={only}
              onChange={(chosen) => {
                setOnly(chosen)
              }}
              data={[
                { value: 'all', label: `${text.only.all} ${formatNumber(rows.length)}` },
                { value: 'out', label: `${text.only.out} ${formatNumber(out.length)}` },
                { value: 'in', label: `${text.only.in} ${formatNumber(rows.length - out.length)}` },
              ]}
            />
            {check.hasMore && (
              <Badge variant="default" tt="none">
                {text.more}
              </Badge>
            )}
          </Group>
          <ProblemTable state={{ ...state, look, check }} rows={shown} onFix={wizard.fixCell} onLeaveOut={wizard.leaveOut} />
          <Text size="sm" c="dimmed">
            {text.explain}
          </Text>
        </>
      )}
    </Stack>
  )
}

function Checking() {
  return (
    <Group gap="sm" role="status" py="xl" justify="center">
      <Loader size="sm" />
      <Text>{text.checking}</Text>
    </Group>
  )
}
