import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/dropzone/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './base.css'
import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { Notifications, notifications } from '@mantine/notifications'
import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import type { Seat } from '../../src-main/contract/index.ts'
import { type Desk, DeskProvider, useDesk } from '../state/hooks.ts'
import { createQuestions } from '../state/questions.ts'
import { createUndoStack } from '../state/undo.ts'
import { firstWeekday } from '../text/formats.ts'
import { language } from '../text/language.ts'
import { told } from '../text/ways-out.ts'
import { uiWords } from '../text/words.ts'
import { Loading } from '../ui/Loading.tsx'
import { showTrouble } from '../ui/undo-notice.tsx'
import { WordsProvider } from '../ui/words.tsx'
import { announceWith } from './announce.ts'
import { ConnectionBanner } from './ConnectionBanner.tsx'
import { DeskNotices } from './DeskNotices.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Frame } from './Frame.tsx'
import { LeadDialogs } from './LeadDialogs.tsx'
import { LongWorks } from './LongWorks.tsx'
import { Notices } from './notices/Notices.tsx'
import { SignIn } from './SignIn.tsx'
import { cssVariables, theme } from './theme.ts'

export function App({ client, store }: Pick<Desk, 'client' | 'store'>) {
  const seat = useStore(store, (state) => state.seat)
  // What one was asked, may take back and had open is not for the next.
  const desk = useDeskOf(client, store, seat)
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <DatesProvider settings={{ locale: language(), firstDayOfWeek: firstWeekday() }}>
        <WordsProvider value={uiWords}>
          <DeskProvider value={desk} key={seat === null ? 'opening' : `${seat.repId} ${seat.role} ${seat.isLocked}`}>
            {/* On the left, where no button to go on or to save is under it. */}
            <Notifications position="bottom-left" limit={4} containerWidth={380} />
            <ErrorBoundary>{seat === null ? <Opening /> : seat.isLocked ? <SignIn /> : <Seated seat={seat} />}</ErrorBoundary>
          </DeskProvider>
        </WordsProvider>
      </DatesProvider>
    </MantineProvider>
  )
}

function useDeskOf(client: Desk['client'], store: Desk['store'], seat: Seat | null): Desk {
  const made = useMemo(() => ({ seat, desk: makeDesk(client, store) }), [client, store, seat])
  return made.desk
}

/** Until the desk has said who sits here. */
function Opening() {
  return (
    // As index.html has it, so that nothing jumps.
    <div className="opening">
      <div />
      <div>
        <ConnectionBanner />
        <Loading height="100%" afterMs={400} />
      </div>
    </div>
  )
}

function Seated({ seat }: { seat: Seat }) {
  useEffect(() => () => notifications.clean(), [])
  const isReady = useDesk((state) => state.isReady)
  return (
    <>
      <Frame />
      {isReady ? (
        <>
          <LeadDialogs />
          <LongWorks />
          <DeskNotices />
          <Notices me={seat} />
        </>
      ) : null}
    </>
  )
}

function makeDesk(client: Desk['client'], store: Desk['store']): Desk {
  return {
    client,
    store,
    undoStack: createUndoStack(),
    questions: createQuestions(),
    announce: announceWith(store),
    tell: (fault) => {
      const { sentence, way } = told(fault)
      showTrouble(sentence, way)
    },
  }
}
