import { Notification } from 'electron'
import type { Notice } from '../wire/served-desk.ts'

/** Shown as long as the system likes; older ones need not be clicked any more. */
const MOST_KEPT = 20

/** Shows notices of the system. `onClick` is told what the person wants to see; null is the desk itself. */
export function openNotices(onClick: (leadId: Notice['leadId']) => void): (notice: Notice) => void {
  // One that nothing holds is collected, and its click goes unheard.
  const shown: Notification[] = []
  return ({ title, body, leadId, isUrgent, isSilent }) => {
    if (!Notification.isSupported()) return
    const notice = new Notification({ title, body, silent: isSilent, urgency: isUrgent ? 'critical' : 'normal' })
    notice.on('click', () => onClick(leadId))
    shown.push(notice)
    if (shown.length > MOST_KEPT) shown.shift()?.close()
    notice.show()
  }
}
