import { Button } from '@mantine/core'
import { useAsk } from '../../state/use-ask.ts'
import { inboxWizardText } from '../../text/inboxes.ts'
import { told } from '../../text/ways-out.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { InboxWizard } from './InboxWizard.tsx'

/** The wizard for a new inbox (null), or for one that is there, as it was when the page was opened. */
export function InboxPage({ inboxId, onLeave }: { inboxId: number | null; onLeave: () => void }) {
  const { value, fault, again } = useAsk(inboxId === null ? null : `inbox ${inboxId}`, (client, signal) =>
    client.inbox.list(undefined, { signal }),
  )
  if (inboxId === null) return <InboxWizard inbox={null} onLeave={onLeave} />
  if (value === null) return fault === null ? <Loading height="100%" /> : <ErrorState {...told(fault)} onTryAgain={again} />
  const inbox = value.find(({ id }) => id === inboxId)
  if (inbox !== undefined) return <InboxWizard inbox={inbox} onLeave={onLeave} />
  return (
    <EmptyState title={inboxWizardText.gone}>
      <Button variant="default" onClick={onLeave}>
        {inboxWizardText.back}
      </Button>
    </EmptyState>
  )
}
