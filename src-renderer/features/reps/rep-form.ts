import { type HoursSpan, RepProfile, type Role } from '../../../src-main/contract/index.ts'
import { repsText } from '../../text/reps.ts'
import { hoursOf, officeWeek, type Week, weekOf } from '../../lib/week-hours.ts'

/** What the drawer edits. Numbers a person may leave empty are '' while they are. */
export interface RepForm {
  name: string
  email: string
  role: Role
  team: string
  skills: string[]
  languages: string[]
  products: string[]
  tier: string
  territories: string[]
  weight: number | string
  capacity: number | string
  dailyCap: number | string
  hourlyCap: number | string
  /** Per cent of the weight; '' is all of it. */
  rampPercent: number | string
  /** Epoch ms. */
  rampUntil: number | null
  /** A region, `none`, or null for the desk's. */
  holidays: string | null
  timeZone: string | null
  alwaysOn: boolean
  week: Week
  /** How the rep takes part. */
  part: Part
}
export const PARTS = ['active', 'paused', 'draining', 'inactive'] as const
export type Part = (typeof PARTS)[number]

/** A new rep begins with the desk's hours; null is always on. */
export function blankRepForm(hours: readonly HoursSpan[] | null = null): RepForm {
  return {
    name: '',
    email: '',
    role: 'rep',
    team: '',
    skills: [],
    languages: [],
    products: [],
    tier: '',
    territories: [],
    weight: 1,
    capacity: '',
    dailyCap: '',
    hourlyCap: '',
    rampPercent: '',
    rampUntil: null,
    holidays: null,
    timeZone: null,
    alwaysOn: hours === null,
    week: hours === null ? officeWeek() : weekOf(hours),
    part: 'active',
  }
}

export function repFormOf(rep: RepProfile): RepForm {
  return {
    name: rep.name,
    email: rep.email,
    role: rep.role,
    team: rep.team ?? '',
    skills: [...rep.skills],
    languages: [...rep.languages],
    products: [...rep.products],
    tier: rep.tier ?? '',
    territories: [...rep.territories],
    weight: rep.weight,
    capacity: rep.capacity ?? '',
    dailyCap: rep.dailyCap ?? '',
    hourlyCap: rep.hourlyCap ?? '',
    rampPercent: rep.rampPercent ?? '',
    rampUntil: rep.rampUntil,
    holidays: rep.holidays,
    timeZone: rep.timeZone,
    alwaysOn: rep.hours === null,
    week: rep.hours === null ? officeWeek() : weekOf(rep.hours),
    part: partOf(rep),
  }
}

/** Inactive outweighs draining outweighs paused: the strongest is what a person sees. */
export function partOf(rep: Pick<RepProfile, 'isActive' | 'isDraining' | 'isPaused'>): Part {
  if (!rep.isActive) return 'inactive'
  if (rep.isDraining) return 'draining'
  return rep.isPaused ? 'paused' : 'active'
}

export type FormErrors = Partial<Record<keyof RepForm, string>>

/** The profile to save, or a sentence for each field that keeps it from being saved. */
export function profileOf(form: RepForm): { profile: RepProfile } | { errors: FormErrors } {
  const errors: FormErrors = {}
  if (form.name.trim() === '') errors.name = repsText.errors.name
  if (!RepProfile.shape.email.safeParse(form.email.trim()).success) errors.email = repsText.errors.email
  const weight = numberOf(form.weight)
  if (weight === null || Number.isNaN(weight) || weight < 0 || weight > 1000) errors.weight = repsText.errors.weight
  const limit = (field: 'capacity' | 'dailyCap' | 'hourlyCap'): number | null => {
    const value = numberOf(form[field])
    if (value !== null && (!Number.isInteger(value) || value < 0)) errors[field] = repsText.errors.limit
    return value
  }
  const capacity = limit('capacity')
  const dailyCap = limit('dailyCap')
  const hourlyCap = limit('hourlyCap')
  const rampPercent = numberOf(form.rampPercent)
  if (rampPercent !== null && !(rampPercent >= 0 && rampPercent <= 100)) errors.rampPercent = repsText.errors.ramp
  const read = form.alwaysOn ? { hours: null } : hoursOf(form.week)
  if ('reason' in read) errors.week = repsText.errors.week(read.weekday, read.reason)
  if (Object.keys(errors).length > 0 || 'reason' in read) return { errors }
  return {
    profile: {
      name: form.name.trim(),
      email: form.email.trim(),
      role: form.role,
      team: orNull(form.team),
      skills: form.skills,
      languages: form.languages,
      products: form.products,
      tier: orNull(form.tier),
      territories: form.territories,
      weight: weight ?? 0,
      capacity,
      dailyCap,
      hourlyCap,
      timeZone: form.timeZone,
      hours: read.hours,
      rampPercent,
      rampUntil: rampPercent === null ? null : form.rampUntil,
      holidays: form.holidays,
      isActive: form.part !== 'inactive',
      isDraining: form.part === 'draining',
      isPaused: form.part === 'paused',
    },
  }
}

/** Empty is null; what is no number is NaN. */
function numberOf(value: number | string): number | null {
  if (typeof value === 'number') return value
  return value.trim() === '' ? null : Number(value)
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}
