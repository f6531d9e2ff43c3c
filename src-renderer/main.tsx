import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { chooseTransport } from './bridge/choose-transport.ts'
import { createDeskClient } from './bridge/create-desk-client.ts'
import { connect } from './state/connect.ts'
import { createDeskStore } from './state/desk-store.ts'

// Zod compiles its schemas with `new Function` unless told not to; the page's content policy forbids it, and says so each time.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

const connection = createDeskClient(chooseTransport(window))
const store = createDeskStore()
connect(connection, store)

const root = document.querySelector('#root')
if (root !== null) createRoot(root).render(<App client={connection.client} store={store} />)
