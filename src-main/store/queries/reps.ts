import { DeskError, type Availability, type EpochMs, type RepCard, type RepId, RepProfile } from '../../contract/index.ts'
import { dayKey, nextMidnight } from '../../lib/working-time.ts'
import { WAITING } from '../codes.ts'
import type { Ground } from '../ground.ts'
import type { ImportedRep, Step } from '../port.ts'

const keyOf = (email: string): string => email.trim().toLowerCase()

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
  const before = ground.team.member(repId)?.profile
  if (before === undefined) throw new DeskError('rep-not-found', { rep: String(repId) })
  const sameEmail = await idOfEmail(ground, profile.email)
  if (sameEmail !== null && sameEmail !== repId) throw new DeskError('email-taken', { email: profile.email })
  const fields = Object.keys(RepProfile.shape).filter(
    (field) => JSON.stringify(profile[field as keyof RepProfile]) !== JSON.stringify(before[field as keyof RepProfile]),
  )
  if (fields.length === 0) return
  await ground.kysely
    .updateTable('reps')
    .set({ email_key: keyOf(profile.email), profile: JSON.stringify(profile) })
    .where('id', '=', repId)
    .execute()
  forgetTeam(ground)
  ground.events.append({ type: 'rep-changed', ...step, repId, data: { fields } })
}

export async function importReps(
  ground: Ground,
  profiles: readonly ImportedRep[],
  step: Step,
): Promise<{ added: number; updated: number }> {
  let [added, updated] = [0, 0]
  for (const imported of profiles) {
    const given = Object.fromEntries(Object.entries(imported).filter(([, value]) => value !== undefined)) as ImportedRep
    const known = await idOfEmail(ground, imported.email)
    const before = known === null ? undefined : ground.team.member(known)?.profile
    if (known !== null && before !== undefined) {
      await saveRep(ground, known, { ...before, ...given }, step)
      updated++
    } else {
      await addRep(ground, { ...PLAIN, name: imported.email, ...given }, step)
      added++
    }
  }
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
  const member = ground.team.member(repId)
  if (member === undefined) throw new DeskError('rep-not-found', { rep: String(repId) })
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
  ground.events.append({ type: 'rep-availability-changed', ...step, repId, data: after })
}

export async function returnReps(ground: Ground, at: EpochMs): Promise<RepId[]> {
  const due = [...ground.team.members().values()].filter(
    (member) => member.availability !== 'available' && member.availableAgainAt !== null && member.availableAgainAt <= at,
  )
  for (const { id } of due) await setAvailability(ground, id, 'available', null, null, { at, actor: 'desk' })
  return due.map((member) => member.id)
}

/**
 * When something next happens by itself: a rep returns; or, while leads wait for someone, working hours change, or a cap of the
 * day or the hour begins anew.
 */
export function nextDueAt(ground: Ground, at: EpochMs): EpochMs | null {
  const { timeZone } = ground.settings.read()
  const { reps } = ground.team.open(at)
  const moments: (EpochMs | null)[] = [...ground.team.members().values()].map((member) =>
    member.availability === 'available' ? null : member.availableAgainAt,
  )
  if (ground.tallies.of(WAITING, 0) > 0) {
    for (const rep of reps) {
      if (!rep.isActive || rep.isDraining || rep.isPaused) continue
      moments.push(rep.hoursChangeAt)
      if (rep.dailyCap !== null && rep.givenToday >= rep.dailyCap) moments.push(nextMidnight(at, timeZone))
      if (rep.hourlyCap !== null && rep.givenThisHour >= rep.hourlyCap) moments.push(nextHour(at))
    }
  }
  const due = moments.filter((moment) => moment !== null)
  // What is already due is due now, and not in the past.
  return due.length === 0 ? null : Math.max(at, Math.min(...due))
}

/** The wall's next full quarter: in every zone of today an hour begins at one of them, and asking too early does no harm. */
const QUARTER_MS = 15 * 60_000
const nextHour = (at: EpochMs): EpochMs => (Math.floor(at / QUARTER_MS) + 1) * QUARTER_MS

export const givenToday = (ground: Ground, at: EpochMs): number => {
  const today = dayKey(at, ground.settings.read().timeZone)
  let given = 0
  for (const { load } of ground.team.members().values()) if (load.dayKey === today) given += load.dayCount
  return given
}

function forgetTeam(ground: Ground): void {
  ground.team.flush()
  ground.team.forget()
  ground.accounts.forget()
}
