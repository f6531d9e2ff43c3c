import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { DeskError } from '../contract/index.ts'
import { reasonOf } from './errors.ts'
import { workerScript } from './worker-script.ts'

export async function backup(from: string, to: string): Promise<{ file: string; bytes: number }> {
  if (existsSync(to)) throw new DeskError('backup-failed', { file: to, reason: 'there is a file of that name already' })
  const script = workerScript('backup-worker')
  if (script === null) throw new DeskError('backup-failed', { file: to, reason: 'its thread is missing from this build' })
  const answer = await new Promise<{ bytes: number } | { reason: string }>((resolve) => {
    const worker = new Worker(script, { workerData: { from, to }, execArgv: [] })
    worker.once('message', resolve)
    worker.once('error', (cause) => resolve({ reason: reasonOf(cause) }))
    worker.once('exit', (code) => resolve({ reason: `its thread ended with ${code}` }))
  })
  if ('reason' in answer) throw new DeskError('backup-failed', { file: to, reason: answer.reason })
  return { file: to, bytes: answer.bytes }
}
