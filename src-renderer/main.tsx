import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { chooseTransport } from './bridge/choose-transport.ts'
import { createDeskClient } from './bridge/create-desk-client.ts'
import { connect } from './state/connect.ts'
import { createDeskStore } from './state/desk-store.ts'

const connection = createDeskClient(chooseTransport(window))
const store = createDeskStore()
connect(connection, store)

const root = document.querySelector('#root')
if (root !== null) createRoot(root).render(<App client={connection.client} store={store} />)
