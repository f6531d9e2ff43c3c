import { openSqliteStore } from '../../src-main/store/open-sqlite.ts'
import { silentLog } from '../../src-main/lib/log.ts'
import { aRepProfile, aRouter, anIncomingLead } from '../helpers/desk-records.ts'

// A process of its own for `kill.test.ts`: imports batch after batch, says so after each, and never ends by itself.
const store = await openSqliteStore({ folder: process.argv[2]!, log: silentLog })
const at = Date.now()
const step = { at, actor: 'manager' }
for (const name of ['Ada', 'Tom', 'Kim']) await store.addRep(aRepProfile({ name, weight: name.length }), step)
const sourceId = await store.openSource('leads.csv', 'file', at)
const batchId = await store.startBatch({
  sourceId,
  file: 'leads.csv',
  bytes: 1,
  ...step,
  encoding: 'utf-8',
  delimiter: ',',
  columns: [],
})
for (let rows = 50; ; rows += 50) {
  const leads = Array.from({ length: 50 }, (_, at) =>
    anIncomingLead({ name: `Lead ${rows - at}`, email: `lead${(rows - at) % 5_000}@x.example` }, { key: `row ${rows - at}` }),
  )
  const progress = { bytesRead: rows, rows, leftOut: 0, problems: [] }
  const how = { batchId, at, actor: 'manager', route: 'now' as const, router: aRouter(), duplicateWindowMs: 1e9 }
  await store.takeIn({ ...how, sourceId, leads, progress })
  process.stdout.write(`${rows}\n`)
}
