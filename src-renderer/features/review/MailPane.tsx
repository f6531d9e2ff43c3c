import { Badge, Group, Text, Title } from '@mantine/core'
import type { MailDetail, MailId } from '../../../src-main/contract/index.ts'
import { useAsk } from '../../state/use-ask.ts'
import { formatLanguage, formatMoment } from '../../text/formats.ts'
import { mailReasonWords, parserWord, verdictWords } from '../../text/mail-words.ts'
import { reviewText as text } from '../../text/review.ts'
import { told } from '../../text/ways-out.ts'

import { ErrorState } from '../../ui/ErrorState.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { MailBody } from '../../ui/MailBody.tsx'
import { DecideMail } from './DecideMail.tsx'
import classes from './review.module.css'

const KILOBYTE = 1_024

/** One mail beside the list: what it says, and the lead it would be. */
export function MailPane({ mailId, version, onSettled }: { mailId: MailId; version: string; onSettled: () => void }) {
  const { value, fault, again } = useAsk(`${mailId}-${version}`, (client, signal) => client.mail.read({ mailId }, { signal }))
  if (value === null || value.card.id !== mailId) {
    return fault === null ? <Loading height="100%" /> : <ErrorState {...told(fault)} onTryAgain={again} />
  }
  return (
    <>
      <Head mail={value} />
      <div className={classes.paneGrid}>
        <section aria-label={text.asText}>
          <MailBody text={value.text} raw={value.raw} isRawCut={value.isRawCut} labels={bodyLabels} />
          <Attachments mail={value} />
        </section>
        <DecideMail key={`${mailId}-${value.card.verdict}`} mail={value} onSettled={onSettled} />
      </div>
    </>
  )
}

const bodyLabels = {
  text: text.asText,
  raw: text.raw,
  rawCut: text.rawCut,
  noText: text.noText,
  forgotten: text.forgotten,
}

function Head({ mail: { card, to, replyTo, reading } }: { mail: MailDetail }) {
  const address = ({ name, address: at }: { name: string | null; address: string }): string =>
    name === null ? at : `${name} <${at}>`
  const language = reading?.language ?? null
  const how = [
    reading === null ? null : text.readAs(parserWord(reading.parser)),
    language === null ? null : text.language(formatLanguage(language)),
  ].filter((part) => part !== null)
  return (
    <header className={classes.paneHead}>
      <Group gap="xs" mb={4}>
        <Title order={2} size="h4" style={{ overflowWrap: 'anywhere' }}>
          {card.subject ?? text.noSubject}
        </Title>
        <Badge variant="light" color="gray" tt="none">
          {[
            card.verdict === 'review' ? null : verdictWords[card.verdict],
            card.reason === null ? null : mailReasonWords[card.reason],
          ]
            .filter((part) => part !== null)
            .join(': ')}
        </Badge>
      </Group>
      <p className={classes.headLine}>
        {text.from} {card.from === null ? text.noSender : address(card.from)} · {formatMoment(card.sentAt)} · {card.source}
      </p>
      {replyTo.length === 0 ? null : (
        <p className={classes.headLine}>
          {text.replyTo} {replyTo.map(address).join(', ')}
        </p>
      )}
      {to.length === 0 ? null : (
        <p className={classes.headLine}>
          {text.to} {to.slice(0, 5).map(address).join(', ')}
        </p>
      )}
      {how.length === 0 ? null : <p className={classes.headLine}>{how.join(', ')}</p>}
    </header>
  )
}

function Attachments({ mail: { attachments } }: { mail: MailDetail }) {
  if (attachments.length === 0) return null
  return (
    <>
      <Text size="sm" fw={600} mt="md" mb={4}>
        {text.attachments}
      </Text>
      {attachments.map(({ name, type, bytes }, at) => (
        <Text key={at} size="sm" c="dimmed">
          {text.attachment(name, type, Math.ceil(bytes / KILOBYTE))}
        </Text>
      ))}
    </>
  )
}
