import { Button, FileButton, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { IconFileTypeCsv } from '@tabler/icons-react'
import { useState } from 'react'
import { dayIn, type Period } from '../../lib/period.ts'
import { formatList } from '../../text/formats.ts'
import { simulationText as text } from '../../text/rule-simulation.ts'
import { say } from '../../text/say.ts'
import { fieldWords } from '../../text/words.ts'
import { FileDrop } from '../../ui/FileDrop.tsx'
import classes from './simulation.module.css'
import type { LeadsFile } from './use-leads-file.ts'

const PERIODS = ['7', '30', '90', 'custom'] as const

interface PeriodChoiceProps {
  period: Period
  onChange: (period: Period) => void
}

/** The last days, or from one day to another. */
export function PeriodChoice({ period, onChange }: PeriodChoiceProps) {
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={text.period}
        data={PERIODS.map((kind) => ({ value: kind, label: text.periods[kind] }))}
        value={period.kind}
        onChange={(kind) => {
          onChange({ ...period, kind })
        }}
      />
      {period.kind === 'custom' &&
        (['from', 'to'] as const).map((end) => (
          <TextInput
            key={end}
            type="date"
            size="xs"
            aria-label={text[end]}
            value={period[end]}
            onChange={(event) => {
              onChange({ ...period, [end]: event.currentTarget.value })
            }}
          />
        ))}
    </>
  )
}

/** The last 30 days, with the ends of a custom period filled in for whoever wants one. */
export function thirtyDays(now: number, timeZone: string): Period {
  const DAY = 86_400_000
  return { kind: '30', from: dayIn(now - 29 * DAY, timeZone), to: dayIn(now, timeZone) }
}

/** A file of leads to try: choose or drag it, and see what was found in it. */
export function FileChoice({ file }: { file: LeadsFile }) {
  const [refusal, setRefusal] = useState<string | null>(null)
  const { state } = file
  const take = (chosen: File): void => {
    setRefusal(null)
    file.take(chosen)
  }
  const said = refusal ?? (state.kind === 'failed' ? (state.said ?? say(state.fault)) : null)
  return (
    <FileDrop
      className={classes.drop ?? ''}
      label={text.file.drop}
      onFile={take}
      onRefused={() => {
        setRefusal(text.file.refused)
      }}
    >
      <Stack gap="xs">
        <Group gap="sm">
          <FileButton
            accept=".csv,.xlsx,.tsv,.txt,.tab,text/csv,text/plain"
            onChange={(chosen) => {
              if (chosen !== null) take(chosen)
            }}
          >
            {(props) => (
              <Button
                {...props}
                size="xs"
                variant="default"
                loading={state.kind === 'sending'}
                leftSection={<IconFileTypeCsv size={15} aria-hidden="true" />}
              >
                {state.kind === 'ready' ? text.file.other : text.file.choose}
              </Button>
            )}
          </FileButton>
          <Text size="sm" c="dimmed" role="status">
            {state.kind === 'sending'
              ? text.file.sending(state.name)
              : state.kind === 'ready'
                ? text.file.ready(state.look.name)
                : text.file.hint}
          </Text>
        </Group>
        {state.kind === 'ready' && <ColumnsFound columns={state.look.columns} />}
        {said !== null && (
          <Text size="sm" role="alert">
            {said}
          </Text>
        )}
      </Stack>
    </FileDrop>
  )
}

function ColumnsFound({ columns }: { columns: readonly { header: string; field: string | null }[] }) {
  const words: Readonly<Record<string, string>> = fieldWords
  const taken = columns.flatMap(({ field }) => (field === null || words[field] === undefined ? [] : [words[field]]))
  const others = columns.filter(({ field }) => field === null || words[field] === undefined).map(({ header }) => header)
  return (
    <Text size="sm" c="dimmed">
      {taken.length > 0 && text.file.columns(formatList(taken))} {others.length > 0 && text.file.unmatched(formatList(others))}
    </Text>
  )
}
