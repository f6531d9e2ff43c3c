import { Button, FileButton, Group, Text, TextInput } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import type { RepCard } from '../../../src-main/contract/index.ts'
import { useCommand } from '../../state/hooks.ts'
import { repsText } from '../../text/reps.ts'
import { say } from '../../text/say.ts'
import { toldReasonText } from '../../text/told-reasons.ts'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { showNotice } from '../../ui/undo-notice.tsx'
import classes from './reps.module.css'

const text = repsText.calendars

/** Takes in a calendar: an .ics file dropped or chosen, or an address. */
export function AddCalendar({ rep, onAdded }: { rep: RepCard; onAdded: () => void }) {
  const run = useCommand()
  const [address, setAddress] = useState('')
  const [isReading, setIsReading] = useState(false)
  const [said, setSaid] = useState<{ error: string | null; problems: readonly string[] }>({ error: null, problems: [] })
  const fail = (error: string): void => {
    setSaid({ error, problems: [] })
  }
  const add = async (calendar: { name: string; text?: string; address?: string }): Promise<void> => {
    setIsReading(true)
    setSaid({ error: null, problems: [] })
    const answer = await run((client) => client.rep.addCalendar({ repId: rep.id, ...calendar }), { isQuiet: true })
    setIsReading(false)
    if (!answer.ok) return fail(say(answer.fault))
    setSaid({ error: null, problems: answer.value.problems })
    setAddress('')
    showNotice(text.added(calendar.name, answer.value.busy))
    onAdded()
  }
  const takeFile = async (file: File): Promise<void> => {
    const content = await file.text().catch(() => null)
    if (content === null) return fail(repsText.unreadable(file.name))
    await add({ name: file.name.replace(/\.ics$/i, '').slice(0, 200) || file.name, text: content })
  }
  const takeAddress = async (): Promise<void> => {
    const host = hostOf(address.trim())
    if (host === null) return fail(text.onlyHttps)
    await add({ name: host, address: address.trim() })
  }
  return (
    <FileDrop
      label={text.drop}
      className={classes.box}
      onFile={(file) => void takeFile(file)}
      onRefused={(why) => fail(text.refused[why])}
    >
      <Group gap="xs" align="end">
        <FileButton accept=".ics,text/calendar" onChange={(file) => void (file && takeFile(file))}>
          {(props) => (
            <Button
              {...props}
              size="xs"
              variant="default"
              loading={isReading}
              leftSection={<IconUpload size={14} aria-hidden="true" />}
            >
              {text.choose}
            </Button>
          )}
        </FileButton>
        <form
          className={classes.address}
          onSubmit={(event) => {
            event.preventDefault()
            void takeAddress()
          }}
        >
          <TextInput
            size="xs"
            label={text.address}
            placeholder={text.addressHint}
            maxLength={2_000}
            value={address}
            onChange={(event) => {
              setAddress(event.currentTarget.value)
            }}
          />
          <Button size="xs" type="submit" variant="default" disabled={address.trim() === '' || isReading}>
            {text.add}
          </Button>
        </form>
      </Group>
      {said.error === null ? null : (
        <Text size="sm" c="var(--desk-trouble)" role="alert" mt="xs">
          {said.error}
        </Text>
      )}
      {said.problems.length === 0 ? null : (
        <div role="status">
          <Text size="sm" mt="xs">
            {text.problems(said.problems.length)}
          </Text>
          <ul className={classes.problems}>
            {said.problems.slice(0, 10).map((problem) => (
              <li key={problem}>{toldReasonText.said(problem)}</li>
            ))}
          </ul>
        </div>
      )}
    </FileDrop>
  )
}

/** The host of an https address, which is what the calendar is called; null for anything else. */
function hostOf(address: string): string | null {
  const url = URL.parse(address)
  return url?.protocol === 'https:' ? url.host : null
}
