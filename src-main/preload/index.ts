import { ipcRenderer } from 'electron'

/** Said by the page when it listens; then once more after each reload. */
const READY = 'lead-desk:ready'
/** Both ways: asks the shell for a port, and hands it to the page. */
const PORT = 'lead-desk:port'

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (event.source === window && event.data === READY) ipcRenderer.send(PORT)
})

ipcRenderer.on(PORT, (event) => {
  window.postMessage(PORT, window.location.origin, [...event.ports])
})
