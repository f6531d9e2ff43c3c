import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect, useEffectEvent, useRef } from 'react'
import { type DeskEvent, INBOX_TROUBLES, type LeadId, type RepId } from '../../src-main/contract/index.ts'
import { usePlace } from '../lib/route.ts'
import { useCommand, useDeskParts } from '../state/hooks.ts'
import { PASSING_TROUBLES } from '../state/passing-troubles.ts'
import { useMe } from '../state/seat.ts'
import { noticeText } from '../text/app.ts'
import { inboxTroubles } from '../text/inbox-troubles.ts'
import { leadsText } from '../text/leads.ts'
import { showNotice } from '../ui/undo-notice.tsx'

/** So many leads are told one by one; more at once are told as a number. */
const ONE_BY_ONE = 3
const LEAD_SHOWN_MS = 60_000

/** Tells what a manager must know and nobody did by hand: a rep the desk paused, a lead nobody took, an inbox that can't be read. Once an event. */
export function DeskNotices() {
  const { store } = useDeskParts()
  const { goTo, openLead, screen } = usePlace()
  const run = useCommand()
  const { isManager } = useMe()
  const illInboxes = useRef(new Set<string>())

  const tellPaused = (repId: RepId, missed: unknown): void => {
    const id = `rep-paused-${repId}`
    const name = store.getState().reps.get(repId)?.name ?? ''
    show(id, noticeText.paused(name, typeof missed === 'number' ? missed : null), false, [
      {
        label: noticeText.resume,
        act: () => {
          // Of now: the rep may have been changed since.
          const rep = store.getState().reps.get(repId)
          if (rep === undefined) return
          void run(async (client) => {
            // Checks the profile by its schema: a library that nothing else in the frame needs.
            const { resumed } = await import('../state/rep-profile.ts')
            return client.rep.save(resumed(rep))
          }).then(({ ok }) => {
            if (ok) showNotice(noticeText.resumed(rep.name))
          })
        },
      },
      {
        label: noticeText.openRep,
        act: () => {
          goTo('reps', String(repId))
        },
      },
    ])
  }
  const tellUntaken = (leadIds: readonly LeadId[]): void => {
    if (leadIds.length > ONE_BY_ONE) {
      const toQueue = {
        label: noticeText.openQueue,
        act: () => {
          goTo('queue')
        },
      }
      return show('nobody-accepted', noticeText.nobodyTookMany(leadIds.length), LEAD_SHOWN_MS, [toQueue])
    }
    for (const leadId of leadIds) {
      const lead = store.getState().leads.get(leadId)
      const name = lead === undefined ? '' : leadsText.nameOf(lead)
      const open = {
        label: noticeText.openLead,
        act: () => {
          openLead(leadId)
        },
      }
      show(`nobody-accepted-${leadId}`, noticeText.nobodyTook(name), LEAD_SHOWN_MS, [open])
    }
  }

  const tellIllInbox = ({ type, data }: DeskEvent): void => {
    const id = `inbox-${String(data['inboxId'])}`
    if (type === 'inbox-recovered' || type === 'inbox-removed') notifications.hide(id)
    const code = INBOX_TROUBLES.find((known) => known === data['code'])
    // Intake itself says so, and more.
    if (type !== 'inbox-troubled' || screen === 'intake' || code === undefined || PASSING_TROUBLES.has(code)) return
    const mend = {
      label: noticeText.mendInbox,
      act: () => {
        goTo('intake', `inbox/${String(data['inboxId'])}`)
      },
    }
    illInboxes.current.add(id)
    show(id, noticeText.illInbox(String(data['name']), inboxTroubles[code].short), false, [mend])
  }

  useEffect(() => {
    // Whoever has come to Intake sees it there, with the way out.
    if (screen !== 'intake') return
    for (const id of illInboxes.current) notifications.hide(id)
    illInboxes.current.clear()
  }, [screen])

  const onEvents = useEffectEvent((events: readonly DeskEvent[]) => {
    // A rep hears of others who were paused, and may do nothing about it.
    if (!isManager) return
    for (const event of events) tellIllInbox(event)
    for (const { type, repId, data } of events) if (type === 'rep-paused' && repId !== null) tellPaused(repId, data['missed'])
    tellUntaken(events.flatMap(({ leadId, data }) => (leadId !== null && data['waitCode'] === 'nobody-accepted' ? [leadId] : [])))
  })
  useEffect(() => store.onEvents((events) => onEvents(events)), [store])
  return null
}

interface Way {
  label: string
  act: () => void
}

function show(id: string, message: string, autoClose: number | false, ways: readonly Way[]): void {
  notifications.hide(id)
  notifications.show({
    id,
    withBorder: true,
    role: 'status',
    color: 'orange',
    autoClose,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">{message}</Text>
        <Group gap={4} wrap="nowrap">
          {ways.map(({ label, act }) => (
            <Button
              key={label}
              size="compact-sm"
              variant="light"
              onClick={() => {
                notifications.hide(id)
                act()
              }}
            >
              {label}
            </Button>
          ))}
        </Group>
      </Group>
    ),
  })
}
