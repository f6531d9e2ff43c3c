import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { DeskError } from '../contract/index.ts'
import type { Log } from '../lib/log.ts'
import type { BackupLook } from './backup-look-worker.ts'
import { lockFolder, unlockFolder } from './desk-lock.ts'
import { reasonOf, toDeskError } from './errors.ts'
import { keepInOneFile } from './keep-in-one-file.ts'
import { forgetStrangeSecrets } from './forget-strange-secrets.ts'
import { makeFolder } from './make-folder.ts'
import type { BackupContents } from './port-shapes.ts'
import { workerScript } from './worker-script.ts'

/** A file that is made to keep SQLite busy is given up; one of ten million leads is done in less. */
const LOOK_WITHIN_MS = 10 * 60_000

/** A checked backup that takes the place of the desk when it next opens, named after the moment it was put there. */
const STAGED = /^restore (\d{4}-\d{2}-\d{2} \d{6})\.db$/
const stagedAs = (stamp: string): string => `restore ${stamp}.db`
const keptAs = (folder: string, stamp: string): string => join(folder, 'backups', `before restoring ${stamp}.db`)

/** What a copy of a backup holds; `name` is what the person calls it. Refused with `backup-unreadable`. */
export async function checkBackup(file: string, name: string): Promise<BackupContents> {
  const found = await lookInto(file)
  // SQLite makes them to read a file that was copied from a desk at work. What stands in the file is all there is.
  for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
  if ('reason' in found) throw new DeskError('backup-unreadable', { file: name, reason: found.reason })
  return found
}

function lookInto(file: string): Promise<BackupLook> {
  const script = workerScript('backup-look-worker')
  if (script === null) return Promise.resolve({ reason: 'the thread that reads it is missing from this build' })
  return new Promise((resolve) => {
    const worker = new Worker(script, { workerData: { file }, execArgv: [] })
    const timer = setTimeout(() => {
      resolve({ reason: 'it takes too long to read' })
      void worker.terminate()
    }, LOOK_WITHIN_MS)
    const done = (look: BackupLook): void => {
      clearTimeout(timer)
      resolve(look)
    }
    worker.once('message', done)
    worker.once('error', (cause) => done({ reason: reasonOf(cause) }))
    worker.once('exit', (code) => done({ reason: `the thread that reads it ended with ${code}` }))
  })
}

/**
 * Checks `file`, which must lie on the disk of `folder`, and moves it beside the desk. From the moment this answers, the next opening has
 * that backup, whatever happens meanwhile. Answers where the desk of now will then be kept.
 */
export async function stageBackup(folder: string, file: string, name: string, stamp: string): Promise<string> {
  await checkBackup(file, name)
  makeFolder(join(folder, 'backups'))
  onDisk(file)
  renameSync(file, join(folder, stagedAs(stamp)))
  onDisk(folder)
  return keptAs(folder, stamp)
}

/** The same for a file with nothing in it, which opens as a desk that is new. */
export function stageNew(folder: string, stamp: string): string {
  try {
    makeFolder(join(folder, 'backups'))
    writeFileSync(join(folder, stagedAs(stamp)), '', { flush: true })
    onDisk(folder)
    return keptAs(folder, stamp)
  } catch (cause) {
    throw toDeskError(cause, folder, folder)
  }
}

/**
 * For a desk that is closed, damaged or not: copies `file`, and when `isWanted` says so of what it holds, has it in place of the desk when
 * that next opens. Refused with `desk-already-open`. Answers where the desk of now will then be kept; null when it was not wanted.
 */
export async function stageForClosed(
  folder: string,
  file: string,
  stamp: string,
  isWanted: (contents: BackupContents) => Promise<boolean>,
): Promise<string | null> {
  makeFolder(folder)
  const copy = join(folder, 'restore.part')
  const lock = lockFolder(folder)
  try {
    await copyFile(file, copy)
    const contents = await checkBackup(copy, file)
    return (await isWanted(contents)) ? await stageBackup(folder, copy, file, stamp) : null
  } catch (cause) {
    throw toDeskError(cause, folder, file)
  } finally {
    rmSync(copy, { force: true })
    unlockFolder(lock)
  }
}

/**
 * Puts a staged backup in the place of the desk, which moves to `backups/`. Called with the folder locked and nothing open. Each step
 * leaves a state from which this, called again, goes on: what is staged stays so until it is the desk.
 */
export function swapIn(folder: string, file: string, log: Log): void {
  const stamps = readdirSync(folder).flatMap((name) => STAGED.exec(name)?.[1] ?? [])
  const stamp = stamps.toSorted().pop()
  if (stamp === undefined) return
  const staged = join(folder, stagedAs(stamp))
  const kept = keptAs(folder, stamp)
  if (existsSync(file)) keepInOneFile(file)
  forgetStrangeSecrets(folder, existsSync(file) ? file : kept, staged)
  if (existsSync(file)) {
    makeFolder(join(folder, 'backups'))
    // A log that could not be folded in belongs to the old desk; beside the new one SQLite would play it into that.
    for (const end of ['-wal', '-shm']) if (existsSync(`${file}${end}`)) renameSync(`${file}${end}`, `${kept}${end}`)
    renameSync(file, kept)
    onDisk(join(folder, 'backups'))
  }
  for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
  renameSync(staged, file)
  onDisk(folder)
  // Of restorings that were asked for before this one.
  for (const older of stamps) rmSync(join(folder, stagedAs(older)), { force: true })
  log.info('a backup was put in the place of the desk', { kept: `before restoring ${stamp}.db` })
}

/** So that a power cut does not undo a name that was given. Windows opens no folders, and needs none of this. */
function onDisk(path: string): void {
  try {
    const opened = openSync(path, 'r')
    try {
      fsyncSync(opened)
    } finally {
      closeSync(opened)
    }
  } catch {
    // Not every file system can; then the name is as safe as any.
  }
}
