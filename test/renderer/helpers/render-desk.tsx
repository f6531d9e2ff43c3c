import { MantineProvider } from '@mantine/core'
import { Notifications, notifications } from '@mantine/notifications'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach } from 'vitest'
import { announceWith } from '../../../src-renderer/app/announce.ts'
import { LeadDialogs } from '../../../src-renderer/app/LeadDialogs.tsx'
import { createDeskStore, type DeskStore } from '../../../src-renderer/state/desk-store.ts'
import { DeskProvider } from '../../../src-renderer/state/hooks.ts'
import { createQuestions } from '../../../src-renderer/state/questions.ts'
import { createUndoStack } from '../../../src-renderer/state/undo.ts'
import { told } from '../../../src-renderer/text/ways-out.ts'
import { uiWords } from '../../../src-renderer/text/words.ts'
import { showTrouble } from '../../../src-renderer/ui/undo-notice.tsx'
import { WordsProvider } from '../../../src-renderer/ui/words.tsx'
import type { FakeDesk } from './fake-desk.ts'

afterEach(() => {
  notifications.clean()
  window.location.hash = ''
})

/** Renders a screen on a fake desk that is connected: what the fake commits, the screen sees at once. */
export function renderDesk(view: ReactNode, desk: FakeDesk): { store: DeskStore } {
  const store = createDeskStore({ schedule: (flush) => setTimeout(flush, 0) })
  store.receive({ kind: 'snapshot', snapshot: desk.snapshot() })
  store.setConnection('connected')
  store.flush()
  desk.listen((update) => {
    store.receive(update)
  })
  render(
    <MantineProvider env="test">
      <WordsProvider value={uiWords}>
        <DeskProvider
          value={{
            client: desk.client,
            store,
            undoStack: createUndoStack(),
            questions: createQuestions(),
            announce: announceWith(store),
            tell: (fault) => {
              const { sentence, way } = told(fault)
              showTrouble(sentence, way)
            },
          }}
        >
          <Notifications />
          {view}
          <LeadDialogs />
        </DeskProvider>
      </WordsProvider>
    </MantineProvider>,
  )
  return { store }
}
