import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { expect, it } from 'vitest'
import type { BatchId } from '../../src-main/contract/index.ts'
import { aFolder, openTestStore, readTables } from '../helpers/open-test-store.ts'
import { expectTrueCounts } from './suites/true-counts.ts'

/** Starts an import in a process of its own, and kills it without warning some time after its third batch. */
async function importAndKill(folder: string, afterMs: number): Promise<number> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'import-until-killed.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = 0
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => resolve())
    child.stdout.on('data', (text: Buffer) => {
      said = Math.max(said, ...text.toString().trim().split('\n').map(Number))
      if (said >= 150) resolve()
    })
  })
  await sleep(afterMs)
  child.kill('SIGKILL')
  await new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else child.once('exit', () => resolve())
  })
  return said
}

it.each([0, 7, 31])(
  'R31 a desk killed in the middle of an import (%i ms on) holds whole batches, opens again, and its counts are true',
  async (afterMs) => {
    const folder = aFolder()
    const said = await importAndKill(folder, afterMs)
    expect(said).toBeGreaterThanOrEqual(150)
    const test = await openTestStore(folder)
    const db = new Sqlite(join(folder, 'desk.db'), { readonly: true })
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    db.close()
    expect(await test.store.interruptBatches(Date.now())).toEqual([1])
    const counts = await test.store.batchCounts(1 as BatchId)
    // What was told as saved is saved; a batch is there altogether or not at all.
    expect(counts.rows).toBeGreaterThanOrEqual(said)
    expect(counts.rows % 50).toBe(0)
    expect(counts.added + counts.matched).toBe(counts.rows)
    await expectTrueCounts(test, readTables(join(folder, 'desk.db')))
  },
  60_000,
)
