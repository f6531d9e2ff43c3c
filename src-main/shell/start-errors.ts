import type { DeskError, ErrorCode, ErrorData } from '../contract/index.ts'

/** What the shell itself must be able to say: when there is no page yet, or the work was the menu's. */
const sentences: { [Code in ErrorCode]?: (data: ErrorData<Code>) => string } = {
  'folder-not-writable': ({ folder, reason }) => `Nothing can be saved in ${folder}: ${reason}.`,
  'desk-already-open': ({ folder }) => `The desk in ${folder} is open in another Lead Desk. Close that one first.`,
  'database-newer': ({ file }) => `${file} was written by a newer Lead Desk. Install the newer program to open it.`,
  'database-damaged': ({ file, reason }) =>
    `${file} is damaged (${reason}). Put back a backup: they lie in the folder “backups” beside it.`,
  'disk-full': ({ folder }) => `The disk with ${folder} is full.`,
  'backup-failed': ({ file, reason }) => `${file} could not be written: ${reason}.`,
}

export function faultSentence(thrown: unknown, logFile: string): string {
  // A desk's own error and one that came through the contract have the same two.
  const { code, data } = (thrown ?? {}) as Partial<Pick<DeskError, 'code' | 'data'>>
  const say = code === undefined ? undefined : (sentences[code] as ((data: unknown) => string) | undefined)
  if (say !== undefined) return say(data)
  return `Something happened that Lead Desk did not foresee. The log has the cause: ${logFile}`
}
