import { createRoot } from 'react-dom/client'
import { chooseTransport } from './bridge/choose-transport.ts'
import { createDeskClient } from './bridge/create-desk-client.ts'
import { connect } from './state/connect.ts'
import { createDeskStore } from './state/desk-store.ts'
import { expectedSeat } from './state/seat.ts'
import { chosenLanguage, LANGUAGE_KEY, speak } from './text/language.ts'

const language = chosenLanguage(localStorage.getItem(LANGUAGE_KEY), navigator.languages)
const connection = createDeskClient(chooseTransport(window), language)
const store = createDeskStore()
const expected = expectedSeat()
if (expected !== null) store.sitDown(expected)
connect(connection, store)

async function mount(): Promise<void> {
  document.documentElement.lang = language
  speak(language)
  if (language === 'de') {
    const [german] = await Promise.all([import('./text/de/german.ts'), import('dayjs/locale/de')])
    speak(language, german)
  }
  // Only now: whatever the app imports reads its texts when it is loaded.
  const { App } = await import('./app/App.tsx')
  const root = document.querySelector('#root')
  if (root !== null) createRoot(root).render(<App client={connection.client} store={store} />)
}

void mount()
