import { useEffect } from 'react'
import { usePlace } from '../../lib/route.ts'
import { useDeskClient } from '../../state/hooks.ts'
import { useNoticeChoices } from '../../state/notice-choices.ts'
import { useAsk } from '../../state/use-ask.ts'
import { language } from '../../text/language.ts'
import { showOnTab } from './tab-badge.ts'
import type { SaidNotice } from './say-notice.ts'
import type { Me } from './decide-notices.ts'
import { useBadge } from './use-badge.ts'
import { useNotices } from './use-notices.ts'

/** Notices of the system and the number that waits: by the program in its window, by the page itself in a browser. */
export function Notices({ me }: { me: Me }) {
  const info = useAsk('info', (client, signal) => client.desk.info(undefined, { signal }))
  if (info.value === null) return null
  return info.value.runsIn === 'window' ? <WindowNotices me={me} /> : <TabNotices me={me} />
}

/** A notice that does not come is no fault a person could do anything about. */
const unheard = (): void => {}

function WindowNotices({ me }: { me: Me }) {
  const client = useDeskClient()
  const { isOn } = useNoticeChoices()
  const { count, label } = useBadge(me)
  useNotices(me, ({ title, body, leadId, isUrgent }, isSilent) => {
    if (isOn !== false)
      client.window.tell({ title: title.slice(0, 200), body: body.slice(0, 500), leadId, isUrgent, isSilent }).catch(unheard)
  })
  useEffect(() => {
    client.window.badge({ count, label: label.slice(0, 200) }).catch(unheard)
  }, [client, count, label])
  useEffect(() => {
    client.window.speak({ language: language() }).catch(unheard)
  }, [client])
  return null
}

function TabNotices({ me }: { me: Me }) {
  const { goTo, openLead } = usePlace()
  const { isOn } = useNoticeChoices()
  const { count } = useBadge(me)
  useNotices(me, (notice, isSilent) => {
    if (isOn !== true || Notification.permission !== 'granted') return
    showNotice(notice, isSilent, () => {
      if (notice.leadId === null) goTo(notice.screen)
      else openLead(notice.leadId)
    })
  })
  useEffect(() => {
    showOnTab(count)
  }, [count])
  return null
}

function showNotice({ title, body, leadId, screen, isUrgent }: SaidNotice, isSilent: boolean, open: () => void): void {
  // Two tabs on one desk tell the same: with one tag the system shows it once.
  const tag = `lead-desk-${leadId ?? screen}`
  const shown = new Notification(title, { body, tag, silent: isSilent, requireInteraction: isUrgent })
  shown.addEventListener('click', () => {
    window.focus()
    shown.close()
    open()
  })
}
