import { Stack, Title } from '@mantine/core'
import type { ImportCounts } from '../../../src-main/contract/index.ts'
import { useDesk } from '../../state/hooks.ts'
import { formatNumber, formatPercent } from '../../text/formats.ts'
import { intakeRunText } from '../../text/intake-run.ts'
import { type Bar, BarList } from '../../ui/BarList.tsx'
import { Figures } from '../../ui/Figures.tsx'

const text = intakeRunText.outcome

/** What an import would do, or did: the counts, and who gets how many. */
export function Outcome({
  counts,
  byRep,
  title,
  isMails = false,
}: {
  counts: ImportCounts
  byRep: Readonly<Record<string, number>> | null
  title: string
  /** Mails can wait for a person, or be no leads. */
  isMails?: boolean
}) {
  const reps = useDesk((state) => state.reps)
  const names = new Map([...reps.values()].map((rep) => [rep.email, rep.name]))
  const bars: Bar[] = Object.entries(byRep ?? {})
    .sort(([, a], [, b]) => b - a)
    .map(([email, value]) => ({
      key: email,
      label: names.get(email) ?? email,
      value,
      ...(counts.assigned > 0 ? { note: formatPercent(value / counts.assigned) } : {}),
    }))
  if (counts.waiting > 0) bars.push({ key: '', label: text.waitingBar, value: counts.waiting, isQuiet: true })
  return (
    <Stack gap="lg">
      <Figures
        label={title}
        figures={[
          ...(isMails ? [{ label: text.rows, value: formatNumber(counts.rows) }] : []),
          { label: text.added, value: formatNumber(counts.added) },
          { label: text.matched, value: formatNumber(counts.matched), hint: text.matchedHint },
          ...(isMails
            ? [
                { label: text.review, value: formatNumber(counts.review) },
                { label: text.ignored, value: formatNumber(counts.ignored) },
              ]
            : []),
          { label: text.leftOut, value: formatNumber(counts.leftOut) },
          { label: text.assigned, value: formatNumber(counts.assigned) },
          { label: text.waiting, value: formatNumber(counts.waiting) },
        ]}
      />
      {byRep !== null && bars.length > 0 && (
        <Stack gap="xs">
          <Title order={3} size="h5">
            {title}
          </Title>
          <BarList label={title} bars={bars} format={formatNumber} />
        </Stack>
      )}
    </Stack>
  )
}
