import { RepProfile } from '../../../src-main/contract/index.ts'
import { firstRunText } from '../../text/first-run.ts'

export interface RepRow {
  name: string
  email: string
  error: string | null
}

export const BLANK_ROW: RepRow = { name: '', email: '', error: null }

export const isFilled = (row: RepRow): boolean => row.name.trim() !== '' || row.email.trim() !== ''

/** The row with what keeps it from being a rep, if anything does. */
export function checkedRow(row: RepRow): RepRow {
  if (!isFilled(row)) return { ...row, error: null }
  if (row.name.trim() === '') return { ...row, error: firstRunText.reps.needsName }
  const isEmail = RepProfile.shape.email.safeParse(row.email.trim()).success
  return { ...row, error: isEmail ? null : firstRunText.reps.needsEmail }
}

/** A rep of whom only name and address are known: in turn with the others, at any hour, without a limit. */
export function plainRep(row: RepRow): RepProfile {
  return {
    name: row.name.trim(),
    email: row.email.trim(),
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
}
