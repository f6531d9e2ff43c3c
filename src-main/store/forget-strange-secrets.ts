import Sqlite from 'better-sqlite3'
import { forgetSecretsSync } from '../lib/file-secrets.ts'

/** What a password is given to: the same inbox of another server must not get it. */
type Inboxes = ReadonlyMap<number, string>

/**
 * Passwords are kept by the number of their inbox, and no backup has them. One stays only where the backup names the same account under
 * that number; else a backup could send a password of this desk to a server of its choice.
 */
export function forgetStrangeSecrets(folder: string, deskFile: string, backupFile: string): void {
  const here = inboxesOf(deskFile)
  const there = inboxesOf(backupFile)
  forgetSecretsSync(folder, (name) => {
    const id = Number(/^inbox-(\d+)$/.exec(name)?.[1])
    const account = here.get(id)
    return account === undefined || account !== there.get(id)
  })
}

/** Empty for a file that is not there, or can't be read. */
function inboxesOf(file: string): Inboxes {
  try {
    const db = new Sqlite(file, { readonly: true, fileMustExist: true })
    try {
      const rows = db.prepare<[], { id: number; settings: string }>('select id, settings from inboxes').all()
      return new Map(rows.map(({ id, settings }) => [id, accountOf(settings)]))
    } finally {
      db.close()
    }
  } catch {
    return new Map()
  }
}

function accountOf(settings: string): string {
  const { host, port, security, user, auth } = JSON.parse(settings) as Record<string, unknown>
  return JSON.stringify([host, port, security, user, auth])
}
