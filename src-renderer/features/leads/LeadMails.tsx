import { Accordion, Text } from '@mantine/core'
import type { MailCard } from '../../../src-main/contract/index.ts'
import { useAsk } from '../../state/use-ask.ts'
import { formatMoment } from '../../text/formats.ts'
import { panelText } from '../../text/lead-panel.ts'
import { reviewText } from '../../text/review.ts'
import { told } from '../../text/ways-out.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { MailBody } from '../../ui/MailBody.tsx'
import classes from './LeadPanel.module.css'

/** The mails that brought a lead, each read when it is opened. */
export function LeadMails({ mails }: { mails: readonly MailCard[] }) {
  if (mails.length === 0) return null
  return (
    <section className={classes.section}>
      <h3 className={classes.heading}>{panelText.mails}</h3>
      <Accordion variant="contained">
        {mails.map((mail) => (
          <Accordion.Item key={mail.id} value={String(mail.id)}>
            <Accordion.Control>
              <Text size="sm">{mail.subject ?? reviewText.noSubject}</Text>
              <Text size="xs" c="dimmed">
                {mail.source}, {formatMoment(mail.sentAt)}
              </Text>
            </Accordion.Control>
            <Accordion.Panel>
              <Mail mail={mail} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </section>
  )
}

function Mail({ mail }: { mail: MailCard }) {
  const { value, fault, again } = useAsk(String(mail.id), (client, signal) => client.mail.read({ mailId: mail.id }, { signal }))
  if (value === null) return fault === null ? <Loading height={80} /> : <ErrorState {...told(fault)} onTryAgain={again} />
  return (
    <MailBody
      text={value.text}
      raw={value.raw}
      isRawCut={value.isRawCut}
      labels={{
        text: reviewText.asText,
        raw: reviewText.raw,
        rawCut: reviewText.rawCut,
        noText: reviewText.noText,
        forgotten: reviewText.forgotten,
      }}
    />
  )
}
