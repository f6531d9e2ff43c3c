import { DeskError, type RepId } from '../../contract/index.ts'
import type { Ground } from '../ground.ts'
import type { KeptPin, Step, TeamPerson } from '../port-shapes.ts'

export function people(ground: Ground): TeamPerson[] {
  return [...ground.team.members().values()].map(({ id, hasPin, profile: { name, email, team, role, isActive } }) => ({
    repId: id,
    name,
    email,
    team,
    role,
    isActive,
    hasPin,
  }))
}

export async function pinOf(ground: Ground, repId: RepId): Promise<KeptPin> {
  const row = await ground.kysely
    .selectFrom('reps')
    .select(['pin as hash', 'pin_wrong as wrong', 'pin_again_at as againAt'])
    .where('id', '=', repId)
    .executeTakeFirst()
  if (row === undefined) throw new DeskError('rep-not-found', { rep: String(repId) })
  return row
}

/** A new PIN forgets the wrong tries. */
export async function setPin(ground: Ground, repId: RepId, hash: string | null, step: Step): Promise<void> {
  await pinOf(ground, repId)
  await ground.kysely.updateTable('reps').set({ pin: hash, pin_wrong: 0, pin_again_at: null }).where('id', '=', repId).execute()
  ground.team.forgetMembers()
  ground.events.append({ type: 'pin-changed', ...step, repId, data: { hasPin: hash !== null } })
}

export async function countPinTries(ground: Ground, repId: RepId, wrong: number, againAt: number | null): Promise<void> {
  await ground.kysely.updateTable('reps').set({ pin_wrong: wrong, pin_again_at: againAt }).where('id', '=', repId).execute()
}
