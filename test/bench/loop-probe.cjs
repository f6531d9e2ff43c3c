// Loaded into Electron's main process before the program (`electron -r`): imports a file through the window's own port and says how
// long the event loop and the window's calls were held up meanwhile.
const { readFileSync } = require('node:fs')
const { monitorEventLoopDelay } = require('node:perf_hooks')
const { app } = require('electron')

const PIECE_BYTES = 3 * 1024 * 1024
const file = process.env.LEAD_DESK_BENCH_FILE

/** Runs in the page: finds the port its client talks through, and talks through it as well, under numbers of its own. */
const inPage = () => {
  const send = MessagePort.prototype.postMessage
  const waiting = new Map()
  let port = null
  let asked = 0
  const call = (path, input) =>
    new Promise((resolve, reject) => {
      const id = `bench-${++asked}`
      waiting.set(id, { resolve, reject })
      send.call(port, JSON.stringify({ i: id, p: { u: `/${path}`, b: { json: input } } }))
    })
  MessagePort.prototype.postMessage = function (message, ...more) {
    if (port === null && typeof message === 'string' && message.startsWith('{"i":')) {
      port = this
      port.addEventListener('message', ({ data }) => {
        const { i, p } = JSON.parse(data)
        const one = waiting.get(i)
        if (one === undefined) return
        waiting.delete(i)
        if ((p.s ?? 200) === 200) one.resolve(p.b?.json)
        else one.reject(new Error(JSON.stringify(p.b)))
      })
    }
    return send.call(this, message, ...more)
  }
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
  window.bench = {
    call,
    /** The list of leads asks for a page, and thereby shows the port. */
    async ready() {
      while (port === null) {
        location.hash = '#/leads'
        await pause(200)
        location.hash = '#/queue'
        await pause(200)
      }
      await pause(1_000)
    },
    async importing(uploadId) {
      const latencies = []
      const frames = []
      let isOver = false
      let last = performance.now()
      const frame = () => {
        const at = performance.now()
        frames.push(at - last)
        last = at
        if (!isOver) requestAnimationFrame(frame)
      }
      requestAnimationFrame(frame)
      const { batchId } = await call('intake/import', { uploadId, options: {} })
      for (let turn = 1; !isOver; turn++) {
        const begun = performance.now()
        await call('lead/page', { filter: { status: ['waiting'] }, order: 'queue', limit: 100 })
        latencies.push(performance.now() - begun)
        if (turn % 10 === 0) isOver = (await call('intake/report', { batchId })).status !== 'running'
        await pause(30)
      }
      const { status, added, matched } = await call('intake/report', { batchId })
      return { latencies, frames, status, added, matched }
    },
  }
}

async function measure(page) {
  const ask = (code) => page.executeJavaScript(code)
  await ask(`(${inPage.toString()})()`)
  await ask('bench.ready()')
  const bytes = readFileSync(file)
  const { uploadId } = await ask(`bench.call('intake/beginUpload', { name: 'leads.csv', bytes: ${bytes.length} })`)
  for (let offset = 0; offset < bytes.length; offset += PIECE_BYTES) {
    const base64 = bytes.subarray(offset, offset + PIECE_BYTES).toString('base64')
    await ask(`bench.call('intake/appendUpload', ${JSON.stringify({ uploadId, offset, base64 })})`)
  }
  const delay = monitorEventLoopDelay({ resolution: 5 })
  const [cpu, begun] = [process.cpuUsage(), performance.now()]
  delay.enable()
  const done = await ask(`bench.importing(${JSON.stringify(uploadId)})`)
  delay.disable()
  const { user, system } = process.cpuUsage(cpu)
  const ms = (share) => delay.percentile(share) / 1e6
  return {
    ...done,
    loop: { p50: ms(50), p90: ms(90), p99: ms(99), max: delay.max / 1e6 },
    seconds: (performance.now() - begun) / 1_000,
    cpuMs: (user + system) / 1_000,
  }
}

app.once('browser-window-created', (_, window) => {
  window.webContents.once('dom-ready', () => {
    measure(window.webContents)
      .then(
        (found) => console.log(`bench: ${JSON.stringify(found)}`),
        (error) => console.log(`bench: ${JSON.stringify({ error: String(error?.stack ?? error) })}`),
      )
      .finally(() => app.quit())
  })
})
