import { Button, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { Batch } from '../../../src-main/contract/index.ts'
import { useAsk } from '../../state/use-ask.ts'
import { intakeText } from '../../text/intake.ts'
import { mailReasonWords } from '../../text/mail-words.ts'
import { told } from '../../text/ways-out.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Loading } from '../../ui/Loading.tsx'
import classes from './intake.module.css'

const text = intakeText.mails
const LISTED = 200

/** Which mails of an import were no leads, and why; asked for when a person wants to know. */
export function IgnoredMails({ batches }: { batches: readonly Batch[] }) {
  const [isOpen, setIsOpen] = useState(false)
  const withSome = batches.filter(({ ignored }) => ignored > 0)
  const asked = useAsk(isOpen ? `ignored ${withSome.map(({ id }) => id).join(' ')}` : null, async (client, signal) => {
    const mails: { message: string; why: string }[] = []
    for (const { id, file } of withSome) {
      const { report } = await client.intake.report({ batchId: id }, { signal })
      for (const { message, reason } of report.ignoredMails) {
        mails.push({
          message: withSome.length > 1 && message !== file ? `${file}, ${message}` : message,
          why: mailReasonWords[reason],
        })
      }
      if (mails.length >= LISTED) break
    }
    return mails
  })
  const all = withSome.reduce((sum, { ignored }) => sum + ignored, 0)
  if (!isOpen) {
    return (
      <div>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          onClick={() => {
            setIsOpen(true)
          }}
        >
          {text.ignored}
        </Button>
      </div>
    )
  }
  if (asked.value === null) {
    return asked.fault === null ? <Loading height={80} /> : <ErrorState {...told(asked.fault)} onTryAgain={asked.again} />
  }
  const shown = asked.value.slice(0, LISTED)
  return (
    <Stack gap={4}>
      <Table aria-label={text.ignored} verticalSpacing={4} layout="fixed" className={classes.readings}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{text.message}</Table.Th>
            <Table.Th w={240}>{text.why}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map(({ message, why }, at) => (
            <Table.Tr key={at}>
              <Table.Td className={classes.readValue}>{message}</Table.Td>
              <Table.Td>{why}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {all > shown.length && (
        <Text size="xs" c="dimmed">
          {text.more(all - shown.length)}
        </Text>
      )}
    </Stack>
  )
}
