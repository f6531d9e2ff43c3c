import { Button, UnstyledButton } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { MailCard, MailId } from '../../../src-main/contract/index.ts'
import { formatMoment } from '../../text/formats.ts'
import { mailReasonWords, parserWord } from '../../text/mail-words.ts'
import { reviewText as text } from '../../text/review.ts'
import { Age } from '../../ui/Age.tsx'
import classes from './review.module.css'

interface MailListProps {
  mails: readonly MailCard[]
  hasMore: boolean
  chosen: MailId | null
  onChoose: (mailId: MailId) => void
  onMore: () => void
}

export function MailList({ mails, hasMore, chosen, onChoose, onMore }: MailListProps) {
  const current = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <ul className={classes.list} aria-label={text.list}>
      {mails.map((mail) => {
        const isChosen = mail.id === chosen
        return (
          <li key={mail.id}>
            <UnstyledButton
              ref={isChosen ? current : null}
              className={classes.mail}
              aria-current={isChosen}
              onClick={() => {
                onChoose(mail.id)
              }}
            >
              <span className={classes.mailTop}>
                <span className={classes.sender}>
                  {mail.from === null ? text.noSender : (mail.from.name ?? mail.from.address)}
                </span>
                <Age since={mail.arrivedAt} title={formatMoment(mail.arrivedAt)} />
              </span>
              <div className={classes.subject}>{mail.subject ?? text.noSubject}</div>
              <div className={classes.reason}>{whyHere(mail)}</div>
            </UnstyledButton>
          </li>
        )
      })}
      {hasMore ? (
        <li>
          <Button variant="subtle" fullWidth onClick={onMore}>
            {text.more}
          </Button>
        </li>
      ) : null}
    </ul>
  )
}

const whyHere = ({ reason, parser }: MailCard): string =>
  reason !== null ? mailReasonWords[reason] : parser === null ? '' : text.readAs(parserWord(parser))
