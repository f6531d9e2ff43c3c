import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/dropzone/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './base.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { useMemo } from 'react'
import { type Desk, DeskProvider } from '../state/hooks.ts'
import { createQuestions } from '../state/questions.ts'
import { createUndoStack } from '../state/undo.ts'
import { say } from '../text/say.ts'
import { uiWords } from '../text/words.ts'
import { showTrouble } from '../ui/undo-notice.tsx'
import { WordsProvider } from '../ui/words.tsx'
import { announceWith } from './announce.ts'
import { DeskNotices } from './DeskNotices.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Frame } from './Frame.tsx'
import { LeadDialogs } from './LeadDialogs.tsx'
import type { Me } from './notices/decide-notices.ts'
import { Notices } from './notices/Notices.tsx'
import { cssVariables, theme } from './theme.ts'

const A_MANAGER: Me = { role: 'manager', repId: null }

export function App({ client, store }: Pick<Desk, 'client' | 'store'>) {
  const desk = useMemo<Desk>(() => makeDesk(client, store), [client, store])
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <WordsProvider value={uiWords}>
        <DeskProvider value={desk}>
          {/* On the left, where no button to go on or to save is under it. */}
          <Notifications position="bottom-left" limit={4} containerWidth={380} />
          <ErrorBoundary>
            <Frame />
            <LeadDialogs />
            <DeskNotices />
            <Notices me={A_MANAGER} />
          </ErrorBoundary>
        </DeskProvider>
      </WordsProvider>
    </MantineProvider>
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
      showTrouble(say(fault))
    },
  }
}
