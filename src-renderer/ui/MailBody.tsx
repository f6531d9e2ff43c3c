import { SegmentedControl, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import classes from './MailBody.module.css'

interface MailBodyProps {
  text: string
  /** The mail as received; null when it was let go. */
  raw: string | null
  isRawCut: boolean
  labels: { text: string; raw: string; rawCut: string; noText: string; forgotten: string }
}

/** A mail as text, and its source. Nothing of it is run, and no picture is loaded: both are shown as plain characters. */
export function MailBody({ text, raw, isRawCut, labels }: MailBodyProps) {
  const [shown, setShown] = useState<'text' | 'raw'>('text')
  if (raw === null && text === '') return <Text c="dimmed">{labels.forgotten}</Text>
  const isSource = shown === 'raw' && raw !== null
  return (
    <Stack gap="xs">
      <SegmentedControl
        size="xs"
        aria-label={labels.text}
        value={shown}
        onChange={(value) => {
          setShown(value)
        }}
        data={[
          { value: 'text', label: labels.text },
          { value: 'raw', label: labels.raw, disabled: raw === null },
        ]}
        style={{ alignSelf: 'flex-start' }}
      />
      {isSource && isRawCut ? (
        <Text size="sm" c="dimmed">
          {labels.rawCut}
        </Text>
      ) : null}
      {!isSource && text.trim() === '' ? (
        <Text c="dimmed">{labels.noText}</Text>
      ) : (
        // Long mails scroll by keyboard too.
        <pre tabIndex={0} className={isSource ? `${classes.text} ${classes.source}` : classes.text}>
          {isSource ? raw : text}
        </pre>
      )}
    </Stack>
  )
}
