import { LeadBrowser } from '../features/leads/LeadBrowser.tsx'
import { QueueScreen } from '../features/queue/QueueScreen.tsx'
import { leadsText } from '../text/leads.ts'

/** The queue with its list, which is the one of all leads. */
export function QueueView() {
  return <QueueScreen browse={(segments) => <LeadBrowser id="queue" title={leadsText.queue} segments={segments} />} />
}
