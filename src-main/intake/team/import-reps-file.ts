import type { Desk } from '../../desk/context.ts'
import { importReps } from '../../desk/change-reps.ts'
import { midnightOf } from '../../lib/wall-clock.ts'
import { readRepsCsv } from './read-reps-csv.ts'
import { refuseIfBad } from './read-table.ts'

/** Takes in a reps.csv: all of it or, with anything wrong, nothing (`team-file-bad`). Waiting leads are tried again at once. */
export async function importRepsFile(
  desk: Desk,
  input: { file: string; text: string; actor: string },
): Promise<{ added: number; updated: number }> {
  const { reps, problems } = readRepsCsv(input.text)
  const known = new Map((await desk.store.reps(desk.clock.now())).map((card) => [card.email.toLowerCase(), card]))
  for (const { line, rep } of reps) {
    if (rep.name === undefined && rep.email !== '' && !known.has(rep.email))
      problems.push({ line, field: 'name', reason: `${rep.email} is new, and a new rep needs a name` })
  }
  refuseIfBad(input.file, problems)
  const { timeZone } = await desk.store.settings()
  const whole = reps.map(({ rep, rampUntil }) => {
    if (rampUntil === undefined) return rep
    const zone = (rep.timeZone === undefined ? known.get(rep.email)?.timeZone : rep.timeZone) ?? timeZone
    return { ...rep, rampUntil: rampUntil === null ? null : midnightOf(Date.parse(`${rampUntil}T00:00Z`), zone) }
  })
  return importReps(desk, { reps: whole, actor: input.actor })
}
