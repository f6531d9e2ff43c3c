import type { LeadFacts, World } from '../contract/index.ts'
import type { Box } from './boxes.ts'
import type { CompiledRuleset } from './compile-ruleset.ts'
import { WEEKDAYS } from './lead-fields.ts'
import { scoreLead } from './score.ts'
import { hasText, type ListSet, type NumberSet, type TextSet, type ValueSet } from './value-sets.ts'

const HOUR_MS = 3_600_000
/** A Monday, midnight UTC. */
const MONDAY = Date.UTC(2026, 10, 23)
/** The zones of these leads are made up: each says what o'clock it is there. */
const ZONE_AT = 'hour:'

/** A world in which nothing is told but the time, by UTC. */
export const EXAMPLE_WORLD: World = {
  at: MONDAY,
  reps: [],
  turns: new Map(),
  today: Math.floor(MONDAY / (24 * HOUR_MS)),
  tallies: new Map(),
  localTime(at, timeZone) {
    if (timeZone?.startsWith(ZONE_AT)) return { weekday: 1, hour: Number(timeZone.slice(ZONE_AT.length)) }
    const time = new Date(at)
    return { weekday: ((time.getUTCDay() + 6) % 7) + 1, hour: time.getUTCHours() }
  },
}

function emptyLead(): LeadFacts {
  const nothing = null
  return {
    id: 0,
    name: nothing,
    firstName: nothing,
    lastName: nothing,
    email: nothing,
    email2: nothing,
    phone: nothing,
    phone2: nothing,
    company: nothing,
    title: nothing,
    website: nothing,
    industry: nothing,
    address: nothing,
    city: nothing,
    region: nothing,
    postalCode: nothing,
    country: nothing,
    language: nothing,
    product: nothing,
    message: nothing,
    source: 'Website',
    owner: nothing,
    externalId: nothing,
    currency: nothing,
    employees: nothing,
    revenue: nothing,
    value: nothing,
    score: nothing,
    tags: [],
    stage: 'new',
    receivedAt: MONDAY + 10 * HOUR_MS,
    custom: {},
    grade: nothing,
    isFreeMail: false,
    isDuplicate: false,
    customerStatus: 'new',
    direction: 'inbound',
    timeZone: nothing,
    ownerRepId: nothing,
    alreadyOfferedTo: [],
    waitingSince: nothing,
    isBacklog: false,
  }
}

/** A lead from a box, scored as the desk would score it; null when none can be made up. It need not be in the box: ask the engine. */
export function leadIn(box: Box, ruleset: CompiledRuleset): LeadFacts | null {
  const lead = emptyLead()
  for (const [field, set] of box) {
    const value = sample(field, set)
    if (value === undefined) return null
    put(lead, field, value)
  }
  return { ...lead, ...scoreLead(lead, ruleset, EXAMPLE_WORLD) }
}

type Value = string | number | readonly string[] | null

function put(lead: LeadFacts, field: string, value: Value): void {
  const fields = lead as unknown as Record<string, unknown>
  switch (field) {
    case 'country':
    case 'region':
      fields[field] = typeof value === 'string' ? value.toUpperCase() : value
      return
    case 'emailDomain':
      lead.email ??= value === null ? null : `someone@${String(value)}`
      return
    case 'receivedAt.weekday':
      lead.receivedAt += Math.max(0, WEEKDAYS.indexOf(String(value))) * 24 * HOUR_MS
      return
    case 'receivedAt.hour':
      lead.receivedAt += (Number(value) - 10) * HOUR_MS
      return
    case 'localHour':
      lead.timeZone = value === null ? null : ZONE_AT + String(value)
      return
    case 'isFreeMail':
    case 'isDuplicate':
      lead[field] = value === 'true'
      return
    case 'tags':
      lead.tags = [...(value as readonly string[])]
      return
    case 'source':
      lead.source = String(value ?? '')
      return
    default:
      if (!field.startsWith('custom.')) fields[field] = value
      else if (value !== null) lead.custom = { ...lead.custom, [field.slice('custom.'.length)]: String(value) }
  }
}

/** A value of the set that a person would call ordinary; undefined when none comes to mind. */
function sample(field: string, set: ValueSet): Value | undefined {
  switch (set.kind) {
    case 'text':
      return sampleText(field, set)
    case 'number':
      return sampleNumber(set)
    case 'list':
      return sampleList(set)
  }
}

const ORDINARY: Readonly<Record<string, readonly string[]>> = {
  country: [
    'fr',
    'us',
    'de',
    'gb',
    'jp',
    'br',
    'au',
    'in',
    'za',
    'mx',
    'es',
    'it',
    'se',
    'pl',
    'ca',
    'cn',
    'eg',
    'nz',
    'ke',
    'ar',
  ],
  city: ['Springfield', 'Riverside', 'Fairview'],
  region: ['us-or', 'fr-bre', 'au-qld', 'ca-on'],
  language: ['en', 'fr', 'de', 'es', 'ja', 'pt'],
  email: ['someone@company.example', 'someone@other.example'],
  emailDomain: ['company.example', 'other.example'],
  postalCode: ['1000', '90210', '75001', 'SW1A 1AA', '20095', '80331'],
}

function sampleText(field: string, set: TextSet): string | null | undefined {
  if (!set.isAllBut) {
    const [first] = set.values
    return first ?? (set.missing ? null : undefined)
  }
  const wanted = set.literals.filter((literal) => !literal.isNot)
  const of = (kind: string): string[] => wanted.filter((one) => one.kind === kind).flatMap((one) => one.values.slice(0, 1))
  const built = [...of('startsWith'), ...of('postal'), ...of('contains'), ...of('endsWith')].join('')
  const tries = [...(ORDINARY[field] ?? ['other', 'another', 'something', 'x']), built, `${built}x`, `x${built}`]
  const found = tries.find((text) => text !== '' && hasText(set, text.toLowerCase()))
  return found ?? (set.missing ? null : undefined)
}

function sampleNumber(set: NumberSet): number | null | undefined {
  const [span] = set.spans
  if (!span) return set.missing ? null : undefined
  const { low, high } = span
  const tries = [
    ...(Number.isFinite(low) ? [low, low + 1] : []),
    ...(Number.isFinite(high) ? [high - 1, high] : []),
    ...(Number.isFinite(low) && Number.isFinite(high) ? [(low + high) / 2] : []),
    0,
  ]
  const isIn = (value: number): boolean =>
    (value > low || (value === low && span.isLowIn)) && (value < high || (value === high && span.isHighIn))
  return tries.find((value) => value >= 0 && isIn(value)) ?? tries.find(isIn)
}

function sampleList(set: ListSet): readonly string[] {
  if (set.has.size > 0) return [...set.has]
  return set.length === 'some' ? ['example', 'another'].filter((tag) => !set.hasNot.has(tag)).slice(0, 1) : []
}
