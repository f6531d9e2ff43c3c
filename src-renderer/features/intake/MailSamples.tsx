import { Accordion, Group, Stack, Table, Text } from '@mantine/core'
import { IconCircleCheck, IconCircleMinus, IconEye, type Icon } from '@tabler/icons-react'
import type { FieldReading, MailSample, MailVerdict } from '../../../src-main/contract/index.ts'
import { formatMoment } from '../../text/formats.ts'
import { leadFieldLabel } from '../../text/intake-fields.ts'
import { mailSampleText as text } from '../../text/mail-samples.ts'
import { certaintyOf, certaintyWords, mailPlaceText, mailReasonWords, parserWord, verdictWords } from '../../text/mail-words.ts'
import classes from './intake.module.css'

const icons: Record<MailVerdict, Icon> = { lead: IconCircleCheck, review: IconEye, ignored: IconCircleMinus }

/** Mails as they would be read: the verdict of each, and under it every field with how sure it is and where it stood. */
export function MailSamples({ mails }: { mails: readonly MailSample[] }) {
  const first = mails.findIndex(({ reading }) => reading !== null && reading.leads.length > 0)
  const count = (verdict: MailVerdict): number => mails.filter((mail) => mail.verdict === verdict).length
  return (
    <Stack gap="xs">
      <Text size="sm" role="status">
        {text.counts(count('lead'), count('review'), count('ignored'))}
      </Text>
      <Accordion
        multiple
        variant="contained"
        defaultValue={first < 0 ? [] : [String(first)]}
        classNames={{ control: classes.sampleHead, content: classes.sampleBody }}
      >
        {mails.map((mail, at) => (
          // Two mails may be alike in all they show.
          <Accordion.Item key={at} value={String(at)}>
            <Accordion.Control>
              <Head mail={mail} />
            </Accordion.Control>
            <Accordion.Panel>
              <Reading mail={mail} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Stack>
  )
}

function Head({ mail }: { mail: MailSample }) {
  const VerdictIcon = icons[mail.verdict]
  return (
    <Group wrap="nowrap" gap="md" className={classes.sampleLine}>
      <span className={classes.verdict} data-verdict={mail.verdict}>
        <VerdictIcon size={16} aria-hidden="true" />
        {verdictWords[mail.verdict]}
      </span>
      <div className={classes.sampleWho}>
        <Text size="sm" fw={600} truncate>
          {mail.subject ?? text.noSubject}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {mail.from === null ? text.noSender : (mail.from.name ?? mail.from.address)}
          {mail.sentAt !== null && ` · ${formatMoment(mail.sentAt)}`}
        </Text>
      </div>
      {mail.reason !== null && (
        <Text size="xs" c="dimmed" className={classes.sampleWhy}>
          {mailReasonWords[mail.reason]}
        </Text>
      )}
    </Group>
  )
}

function Reading({ mail: { reading } }: { mail: MailSample }) {
  if (reading === null || reading.leads.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {text.nothingRead}
      </Text>
    )
  }
  return (
    <Stack gap="md">
      <Text size="xs" c="dimmed">
        {text.readAs(parserWord(reading.parser))}
      </Text>
      {reading.leads.map((fields, at) => (
        <Fields key={at} fields={fields} label={reading.leads.length === 1 ? text.fields : text.fieldsOf(at + 1)} />
      ))}
    </Stack>
  )
}

function Fields({ fields, label }: { fields: readonly FieldReading[]; label: string }) {
  return (
    <Table aria-label={label} verticalSpacing={4} layout="fixed" className={classes.readings}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="20%">{text.columns.field}</Table.Th>
          <Table.Th>{text.columns.value}</Table.Th>
          <Table.Th w={110}>{text.columns.certainty}</Table.Th>
          <Table.Th w="24%">{text.columns.where}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {fields.map(({ field, value, confidence, where }, at) => {
          const certainty = certaintyOf(confidence)
          return (
            <Table.Tr key={at}>
              <Table.Td c="dimmed">{leadFieldLabel(field)}</Table.Td>
              <Table.Td className={classes.readValue}>{value}</Table.Td>
              <Table.Td>
                <span className={classes.certainty} data-certainty={certainty}>
                  {certaintyWords[certainty]}
                </span>
              </Table.Td>
              <Table.Td c="dimmed">{mailPlaceText.said(where)}</Table.Td>
            </Table.Tr>
          )
        })}
      </Table.Tbody>
    </Table>
  )
}
