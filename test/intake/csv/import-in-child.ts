// Run by memory.test.ts in a process of its own: imports a file and prints rows, milliseconds and how far memory rose.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openDesk } from '../../../src-main/desk/open-desk.ts'
import { checkFile } from '../../../src-main/intake/csv/check-file.ts'
import { importFile } from '../../../src-main/intake/csv/import-file.ts'
import { systemClock } from '../../../src-main/lib/clock.ts'
import { silentLog } from '../../../src-main/lib/log.ts'
import { openSqliteStore } from '../../../src-main/store/open-sqlite.ts'

const [path = '', how = 'import'] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'lead-desk-memory-'))
const store = await openSqliteStore({ folder, log: silentLog, clock: systemClock })
const desk = await openDesk({ store, clock: systemClock, log: silentLog, dataFolder: folder, withClocks: false })
const file = { path, name: 'large.csv' }
const megabyte = 1_048_576
// The tables of countries, numbers and mail providers are loaded once, whatever the file's size.
const small = join(folder, 'small.csv')
writeFileSync(
  small,
  'Name,E-Mail,Phone,Country,State,Website,Created\nA,a@x.de,+49 30 901820,Germany,Berlin,x.de,2026-01-01 10:00\nB,b@x.fr,0171 12345678,,BY,,12 May 2026\n',
)
await checkFile(desk, { path: small, name: 'small.csv' }, {})
const before = process.memoryUsage().rss
let peak = before
const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20)
const delay = monitorEventLoopDelay({ resolution: 10 })
delay.enable()
const started = performance.now()
const { rows, leftOut } =
  how === 'check' ? await checkFile(desk, file, {}) : await importFile(desk, { file, options: { route: 'hold' }, actor: 'test' })
const ms = Math.round(performance.now() - started)
delay.disable()
clearInterval(timer)
const answer = {
  rows,
  leftOut,
  ms,
  roseMb: Math.round((peak - before) / megabyte),
  delayP99Ms: Math.round(delay.percentile(99) / 1e6),
}
await desk.close()
await store.close()
rmSync(folder, { recursive: true, force: true })
process.stdout.write(JSON.stringify(answer))
