import { DeskError, type Availability, type EpochMs, type RepCard, type RepId, RepProfile } from '../../contract/index.ts'
import { dayKey } from '../../lib/working-time.ts'
import type { Ground } from '../ground.ts'
import type { ImportedRep, Step } from '../port-shapes.ts'
import { reclock } from './clocks.ts'
import type { Member } from './member.ts'

const keyOf = (email: string): string => email.trim().toLowerCase()

/** Fields of a profile that working time follows from. */
const CLOCK_FIELDS: ReadonlySet<string> = new Set<keyof RepProfile>(['hours', 'timeZone', 'holidays'])

/** What a rep is who was named by nothing but an address. */
const PLAIN: Omit<RepProfile, 'name' | 'email'> = {
  role: 'rep',
  team: null,
  skills: [],
  languages: [],
  products: [],
  tier: null,
  territories: [],
  weight: 1,
  capacity: null,
  dailyCap: null,
  hourlyCap: null,
  timeZone: null,
  hours: null,
  rampPercent: null,
  rampUntil: null,
  holidays: null,
  isActive: true,
  isDraining: false,
  isPaused: false,
}

export function repCards(ground: Ground, at: EpochMs): RepCard[] {
  return ground.team.cards(at)
}

async function idOfEmail(ground: Ground, email: string): Promise<RepId | null> {
  const row = await ground.kysely.selectFrom('reps').select('id').where('email_key', '=', keyOf(email)).executeTakeFirst()
  return row?.id ?? null
}

export async function addRep(ground: Ground, profile: RepProfile, step: Step): Promise<RepId> {
  if ((await idOfEmail(ground, profile.email)) !== null) throw new DeskError('email-taken', { email: profile.email })
  const { insertId } = await ground.kysely
    .insertInto('reps')
    .values({ email_key: keyOf(profile.email), profile: JSON.stringify(profile), availability: 'available', added_at: step.at })
    .executeTakeFirstOrThrow()
  const repId = Number(insertId) as RepId
  await ground.kysely
    .insertInto('rep_load')
    .values({ rep_id: repId, open_leads: 0, day_key: '', day_count: 0, hour_key: '', hour_count: 0 })
    .execute()
  forgetTeam(ground)
  ground.events.append({ type: 'rep-added', ...step, repId, data: { name: profile.name, email: profile.email } })
  return repId
}

export async function saveRep(ground: Ground, repId: RepId, profile: RepProfile, step: Step): Promise<void> {
  if (await writeRep(ground, repId, profile, step)) reclock(ground, [repId], step.at)
}

/** Answers whether the rep's working time is another one now. */
async function writeRep(ground: Ground, repId: RepId, profile: RepProfile, step: Step): Promise<boolean> {
  const before = memberOf(ground, repId).profile
  const sameEmail = await idOfEmail(ground, profile.email)
  if (sameEmail !== null && sameEmail !== repId) throw new DeskError('email-taken', { email: profile.email })
  const fields = Object.keys(RepProfile.shape).filter(
    (field) => JSON.stringify(profile[field as keyof RepProfile]) !== JSON.stringify(before[field as keyof RepProfile]),
  )
  if (fields.length === 0) return false
  const isBack = before.isPaused && !profile.isPaused
  if (isBack) ground.team.keptOffer(repId)
  await ground.kysely
    .updateTable('reps')
    .set({ email_key: keyOf(profile.email), profile: JSON.stringify(profile), ...(isBack ? { pause_reason: null } : {}) })
    .where('id', '=', repId)
    .execute()
  forgetTeam(ground)
  ground.events.append({ type: 'rep-changed', ...step, repId, data: { fields } })
  return fields.some((field) => CLOCK_FIELDS.has(field))
}

/** Paused by the desk itself; whoever calls says so in an event. */
export function pauseRep(ground: Ground, repId: RepId, reason: string): void {
  ground.team.pause(repId, reason)
  ground.db
    .prepare('update reps set profile = ?, pause_reason = ? where id = ?')
    .run(JSON.stringify(memberOf(ground, repId).profile), reason, repId)
}

export function memberOf(ground: Ground, repId: RepId): Member {
  const member = ground.team.member(repId)
  if (member === undefined) throw new DeskError('rep-not-found', { rep: String(repId) })
  return member
}

export async function importReps(
  ground: Ground,
  profiles: readonly ImportedRep[],
  step: Step,
): Promise<{ added: number; updated: number }> {
  let [added, updated] = [0, 0]
  const otherTimes: RepId[] = []
  for (const imported of profiles) {
    const given = Object.fromEntries(Object.entries(imported).filter(([, value]) => value !== undefined)) as ImportedRep
    const known = await idOfEmail(ground, imported.email)
    const before = known === null ? undefined : ground.team.member(known)?.profile
    if (known !== null && before !== undefined) {
      if (await writeRep(ground, known, { ...before, ...given }, step)) otherTimes.push(known)
      updated++
    } else {
      await addRep(ground, { ...PLAIN, name: imported.email, ...given }, step)
      added++
    }
  }
  if (otherTimes.length > 0) reclock(ground, otherTimes, step.at)
  return { added, updated }
}

export async function setAvailability(
  ground: Ground,
  repId: RepId,
  availability: Availability,
  until: EpochMs | null,
  reason: string | null,
  step: Step,
): Promise<void> {
  const member = memberOf(ground, repId)
  const isHere = availability === 'available'
  const after = { availability, reason: isHere ? null : reason, until: isHere ? null : until }
  const isSame =
    member.availability === after.availability &&
    member.availabilityReason === after.reason &&
    member.availableAgainAt === after.until
  if (isSame) return
  await ground.kysely
    .updateTable('reps')
    .set({ availability, availability_reason: after.reason, available_again_at: after.until })
    .where('id', '=', repId)
    .execute()
  forgetTeam(ground)
  // Who leaves has leads to be released; who is back keeps them (R23).
  reclock(ground, [repId], step.at)
  ground.events.append({ type: 'rep-availability-changed', ...step, repId, data: after })
}

export async function returnReps(ground: Ground, at: EpochMs): Promise<RepId[]> {
  const due = [...ground.team.members().values()].filter(
    (member) => member.availability !== 'available' && member.availableAgainAt !== null && member.availableAgainAt <= at,
  )
  for (const { id } of due) await setAvailability(ground, id, 'available', null, null, { at, actor: 'desk' })
  return due.map((member) => member.id)
}

export const givenToday = (ground: Ground, at: EpochMs): number =>
  ground.team.givenOn(dayKey(at, ground.settings.read().timeZone))

function forgetTeam(ground: Ground): void {
  ground.team.forgetMembers()
  ground.accounts.forget()
}
