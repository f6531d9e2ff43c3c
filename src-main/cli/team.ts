import { DeskError, type RepCard, type RepId } from '../contract/index.ts'
import type { RunningDesk } from '../start.ts'

/** Everyone on the desk, as they are now. */
export function repsOf(running: RunningDesk): Promise<RepCard[]> {
  return running.desk.store.reps(running.desk.clock.now())
}

/** The rep of that e-mail address; refused with `rep-not-found`. */
export async function repOf(running: RunningDesk, email: string): Promise<RepCard> {
  const rep = findRep(await repsOf(running), email)
  if (rep === undefined) throw new DeskError('rep-not-found', { rep: email })
  return rep
}

export function findRep(team: readonly RepCard[], email: string): RepCard | undefined {
  const wanted = email.trim().toLowerCase()
  return team.find((one) => one.email.toLowerCase() === wanted)
}

/** E-mail addresses by id: how the command line names reps. */
export async function emailsOf(running: RunningDesk): Promise<(repId: RepId | null) => string | null> {
  const emails = new Map((await repsOf(running)).map((rep) => [rep.id, rep.email]))
  return (repId) => (repId === null ? null : (emails.get(repId) ?? null))
}
