import { useState } from 'react'
import { usePlace } from '../../lib/route.ts'
import { ImportWizard } from './ImportWizard.tsx'
import { InboxPage } from './InboxPage.tsx'
import { SourcesPage } from './SourcesPage.tsx'

const NONE: readonly File[] = []

/** Where leads come from; at `#/intake/import` the wizard of files, at `#/intake/inbox` and `#/intake/inbox/3` the one of inboxes. */
export function IntakeScreen() {
  const { part, goTo } = usePlace()
  const [dropped, setDropped] = useState<readonly File[]>(NONE)
  const leaveTo = (screen: string) => () => {
    setDropped(NONE)
    goTo(screen)
  }
  if (part === 'import') {
    return <ImportWizard first={dropped} onLeave={leaveTo('intake')} onQueue={leaveTo('queue')} onReview={leaveTo('review')} />
  }
  const inbox = part === null ? null : /^inbox(?:\/(\d+))?$/.exec(part)
  if (inbox !== null) {
    return <InboxPage key={part} inboxId={inbox[1] === undefined ? null : Number(inbox[1])} onLeave={leaveTo('intake')} />
  }
  return (
    <SourcesPage
      onFiles={(files) => {
        setDropped(files)
        goTo('intake', 'import')
      }}
    />
  )
}
