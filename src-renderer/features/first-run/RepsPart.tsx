import { ActionIcon, Button, FileButton, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus, IconUpload, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useCommand, useDesk } from '../../state/hooks.ts'
import { useTeamFile } from '../../state/use-team-file.ts'
import { firstRunText } from '../../text/first-run.ts'
import { repsText } from '../../text/reps.ts'
import { say } from '../../text/say.ts'
import { toldProblems } from '../../text/told-reasons.ts'
import { LineProblems } from '../../ui/LineProblems.tsx'
import { showNotice, showTrouble } from '../../ui/undo-notice.tsx'
import { PartFrame } from './PartFrame.tsx'
import { BLANK_ROW, checkedRow, isFilled, plainRep, type RepRow } from './rep-rows.ts'

const text = firstRunText.reps

/** Names and addresses, or a file with everything. */
export function RepsPart({ onBack, onNext }: { onBack: () => void; onNext: () => void }) {
  const run = useCommand()
  const here = useDesk((state) => state.reps.size)
  const file = useTeamFile()
  const [rows, setRows] = useState<RepRow[]>([BLANK_ROW, BLANK_ROW, BLANK_ROW])
  const [isWorking, setIsWorking] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const set = (at: number, parts: Partial<RepRow>): void => {
    setSaid(null)
    setRows(rows.with(at, { ...(rows[at] ?? BLANK_ROW), ...parts, error: null }))
  }

  const next = async (): Promise<void> => {
    const checked = rows.map(checkedRow)
    setRows(checked)
    if (checked.some((row) => row.error !== null)) return
    const filled = checked.filter(isFilled)
    if (filled.length === 0) {
      if (here > 0) onNext()
      else setSaid(text.needsSomeone)
      return
    }
    setIsWorking(true)
    const left: RepRow[] = []
    for (const row of filled) {
      const answer = await run((client) => client.rep.add(plainRep(row)), { isQuiet: true })
      if (!answer.ok) left.push({ ...row, error: say(answer.fault) })
    }
    setIsWorking(false)
    // Who is in is gone from the list, so that nobody is added twice.
    setRows(left.length > 0 ? left : [BLANK_ROW])
    if (left.length === 0) onNext()
  }
  const take = async (chosen: File): Promise<void> => {
    const outcome = await file.take(chosen)
    if (outcome === 'unreadable') showTrouble(repsText.unreadable(chosen.name))
    else if (outcome !== 'refused') showNotice(repsText.imported(outcome.added, outcome.updated))
  }
  return (
    <PartFrame
      title={text.title}
      body={text.body}
      isWorking={isWorking}
      onBack={onBack}
      onNext={() => void next()}
      onSkip={onNext}
    >
      <Stack gap="xs">
        {rows.map((row, at) => (
          <Group key={at} gap="xs" align="start" wrap="nowrap">
            <TextInput
              flex={1}
              aria-label={text.name(at + 1)}
              placeholder={text.nameHint}
              value={row.name}
              autoFocus={at === 0}
              onChange={(event) => {
                set(at, { name: event.currentTarget.value })
              }}
            />
            <TextInput
              flex={1.4}
              type="email"
              aria-label={text.email(at + 1)}
              placeholder={text.emailHint}
              value={row.email}
              error={row.error}
              onChange={(event) => {
                set(at, { email: event.currentTarget.value })
              }}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              mt={4}
              aria-label={text.remove(at + 1)}
              disabled={rows.length === 1}
              onClick={() => {
                setRows(rows.toSpliced(at, 1))
              }}
            >
              <IconX size={16} />
            </ActionIcon>
          </Group>
        ))}
        <Group justify="space-between">
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden="true" />}
            onClick={() => {
              setRows([...rows, BLANK_ROW])
            }}
          >
            {text.more}
          </Button>
          <FileButton accept=".csv,text/csv" onChange={(chosen) => void (chosen && take(chosen))}>
            {(props) => (
              <Button
                {...props}
                variant="subtle"
                color="gray"
                size="compact-sm"
                loading={file.isReading}
                leftSection={<IconUpload size={14} aria-hidden="true" />}
              >
                {text.file}
              </Button>
            )}
          </FileButton>
        </Group>
        <Text size="sm" role="status">
          {said ?? (here > 0 ? text.here(here) : '')}
        </Text>
      </Stack>
      <LineProblems
        problems={file.refused === null ? null : toldProblems(file.refused.problems)}
        words={{ ...repsText.importBad, title: repsText.importBad.title(file.refused?.file ?? '') }}
        onClose={file.forget}
      />
    </PartFrame>
  )
}
