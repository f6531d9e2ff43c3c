import { Button, Checkbox, Group, Stack, Text, Title } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useState } from 'react'
import type { MailDetail } from '../../../src-main/contract/index.ts'
import { usePlace } from '../../lib/route.ts'
import { useCommand, useDeskParts } from '../../state/hooks.ts'
import { reviewText as text } from '../../text/review.ts'
import { keysSaid } from '../../text/shortcuts.ts'
import { words } from '../../text/words.ts'
import { showUndoNotice } from '../../ui/undo-notice.tsx'
import { formOf, leadOf } from './draft-fields.ts'
import { LeadFields } from './LeadFields.tsx'
import classes from './review.module.css'
import { useDismissal } from './use-dismissal.ts'

/** What to do with a mail: correct what was read and take it, or put it away. What became a lead is only pointed to. */
export function DecideMail({ mail, onSettled }: { mail: MailDetail; onSettled: () => void }) {
  const { openLead } = usePlace()
  const { card } = mail
  if (card.verdict === 'lead') {
    return (
      <Stack gap="xs" align="flex-start">
        {card.leadIds.map((leadId) => (
          <Button
            key={leadId}
            variant="light"
            onClick={() => {
              openLead(leadId)
            }}
          >
            {text.openLead(leadId)}
          </Button>
        ))}
      </Stack>
    )
  }
  return <Correct mail={mail} onSettled={onSettled} />
}

function Correct({ mail, onSettled }: { mail: MailDetail; onSettled: () => void }) {
  const run = useCommand()
  const { tell } = useDeskParts()
  const { openLead } = usePlace()
  const { dismiss, reopen } = useDismissal()
  const { card, draft, reading } = mail
  const [form, setForm] = useState(() => formOf(draft, card.from))
  const [keepTemplate, setKeepTemplate] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [refused, setRefused] = useState<{ field: string; reason: string } | null>(null)

  const accept = async (): Promise<void> => {
    if (isBusy) return
    setIsBusy(true)
    setRefused(null)
    const answer = await run((client) => client.mail.accept({ mailId: card.id, lead: leadOf(draft, form), keepTemplate }), {
      isQuiet: true,
    })
    setIsBusy(false)
    if (!answer.ok) {
      if (answer.fault.code === 'bad-input') setRefused(answer.fault.data)
      return tell(answer.fault)
    }
    const { leadId, outcome, others } = answer.value
    showUndoNotice({
      message: `${text.accepted[outcome]}.${text.others(others)}`,
      undoLabel: text.openLead(leadId),
      onUndo: () => {
        openLead(leadId)
      },
    })
    onSettled()
  }

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return
    event.preventDefault()
    void accept()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      onKey(event)
    }
    window.addEventListener('keydown', listener)
    return () => {
      window.removeEventListener('keydown', listener)
    }
  }, [])

  return (
    <section aria-label={text.lead}>
      <Title order={3} size="h5" mb="xs">
        {text.lead}
      </Title>
      {(reading?.leads.length ?? 0) > 1 ? (
        <Text size="sm" mb="xs">
          {text.leads(reading?.leads.length ?? 0)}
        </Text>
      ) : null}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void accept()
        }}
      >
        <LeadFields form={form} reading={reading} refused={refused} onChange={setForm} />
        {card.from === null ? null : (
          <Checkbox
            mt="md"
            label={text.keepTemplate(card.from.address)}
            description={text.keepTemplateHint}
            checked={keepTemplate}
            onChange={(event) => {
              setKeepTemplate(event.currentTarget.checked)
            }}
          />
        )}
        <Group className={classes.actions} gap="xs">
          <Button type="submit" loading={isBusy} leftSection={<IconCheck size={16} />} title={keysSaid('makeLead')}>
            {text.accept}
          </Button>
          {card.verdict === 'review' ? (
            <Button
              variant="default"
              leftSection={<IconX size={16} />}
              title="D"
              onClick={() => {
                void dismiss(card.id).then((isDone) => {
                  if (isDone) onSettled()
                })
              }}
            >
              {text.dismiss}
            </Button>
          ) : (
            <Button
              variant="default"
              onClick={() => {
                void reopen(card.id).then((isDone) => {
                  if (isDone) onSettled()
                })
              }}
            >
              {text.reopen}
            </Button>
          )}
          {isBusy ? <Text size="sm">{words.loading}</Text> : null}
        </Group>
      </form>
    </section>
  )
}
