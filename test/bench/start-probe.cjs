// Loaded into Electron's main process before the program (`electron -r`): says when the window shows and when rows are painted.
const { app } = require('electron')

const ROW = '[role="row"][aria-rowindex]'
const untilRows = `new Promise((done) => {
  const look = () => (document.querySelector('${ROW}') ? requestAnimationFrame(() => setTimeout(done)) : setTimeout(look, 2))
  look()
})`

/** Of a window that has none there is nothing to wait for. */
const HAS_ROWS = process.env.BENCH_ROWS !== 'none'

app.once('browser-window-created', (_, window) => {
  window.once('ready-to-show', () => {
    console.log('bench: shown')
    if (!HAS_ROWS) app.quit()
  })
  if (!HAS_ROWS) return
  window.webContents.once('dom-ready', () => {
    void window.webContents.executeJavaScript(untilRows).then(() => {
      console.log('bench: painted')
      app.quit()
    })
  })
})
