import type { Condition, Destination, Rule, RulesetChange } from '../contract/index.ts'
import {
  count,
  sayConditions,
  sayDestination,
  sayMethod,
  sayMinutes,
  sayOtherwise,
  sayOwnerFirst,
  sayPool,
} from './say-ruleset.ts'

/** What changed in one rule, part by part. `where` is the rule's path. */
export function compareRule(before: Rule, after: Rule, where: string): RulesetChange[] {
  const about = { what: 'rule', name: after.name } as const
  const changed = (path: string, said: string): RulesetChange => ({ ...about, kind: 'changed', where: `${where}.${path}`, said })
  const changes: RulesetChange[] = []
  if (before.name.trim() !== after.name.trim())
    changes.push({ ...about, kind: 'renamed', where: `${where}.name`, said: `was “${before.name}”` })
  if (before.enabled !== after.enabled)
    changes.push({ ...about, kind: 'switched', where: `${where}.enabled`, said: after.enabled ? 'now on' : 'now off' })
  if (!isSame(before.when, after.when)) changes.push(changed('when', conditionChange(before.when, after.when)))
  changes.push(...destinationChanges(before.then, after.then).map(({ path, said }) => changed(`then${path}`, said)))
  if (!isSame(before.otherwise, after.otherwise)) {
    const said = `if nobody can take it: now ${sayOtherwise(after.otherwise)}; was ${sayOtherwise(before.otherwise)}`
    changes.push(changed('otherwise', said))
  }
  return changes
}

/** Conditions that all must hold are told one by one; everything else as a whole. */
function conditionChange(before: Condition | undefined, after: Condition | undefined): string {
  const [was, is] = [partsOf(before), partsOf(after)]
  const missing = (parts: readonly Condition[], from: readonly Condition[]): string =>
    parts
      .filter((part) => !from.some((other) => isSame(part, other)))
      .map(sayConditions)
      .join(' and ')
  const [added, gone] = [missing(is, was), missing(was, is)]
  const hasCommon = is.some((part) => was.some((other) => isSame(part, other)))
  if (!hasCommon || added + gone === '') return `now for ${sayConditions(after)}; was for ${sayConditions(before)}`
  return [...(added === '' ? [] : [`now also asks: ${added}`]), ...(gone === '' ? [] : [`no longer asks: ${gone}`])].join('; ')
}

function partsOf(condition: Condition | undefined): readonly Condition[] {
  if (condition === undefined) return []
  return 'all' in condition ? condition.all : [condition]
}

type Part = { path: string; said: string }

function destinationChanges(before: Destination, after: Destination): Part[] {
  const isOther = before.to !== after.to
  const isSimple = after.to !== 'pool' && after.to !== 'rep'
  if (isOther || isSimple) {
    return isSame(before, after) ? [] : [{ path: '', said: `now ${sayDestination(after)}; was ${sayDestination(before)}` }]
  }
  return PARTS.flatMap(({ key, say }): Part[] => {
    const value = (to: Destination): unknown => (to as unknown as Record<string, unknown>)[key]
    if (isSame(value(before), value(after))) return []
    return [{ path: `.${key}`, said: `now ${say(value(after))}; was ${say(value(before))}` }]
  })
}

interface SaidPart {
  key: string
  say(value: unknown): string
}

/** A part with a sentence for its value, and one for its absence. */
function part(key: string, say: (value: never) => string, none: string): SaidPart {
  return { key, say: (value) => (value === undefined ? none : say(value as never)) }
}

const shares = (byEmail: Record<string, number>): string =>
  Object.entries(byEmail)
    .map(([email, share]) => `${email} ${share}%`)
    .join(', ')

const PARTS: readonly SaidPart[] = [
  part('pool', sayPool, 'everyone'),
  part('rep', (rep: string) => rep, 'nobody'),
  part('backups', (backups: string[]) => `else ${backups.join(', ')}`, 'nobody else'),
  part('by', sayMethod, 'in turn'),
  { key: 'ownerFirst', say: (value) => sayOwnerFirst(value as Parameters<typeof sayOwnerFirst>[0]) },
  part('tiers', (tiers: Parameters<typeof sayPool>[0][]) => tiers.map(sayPool).join(', then '), 'no tiers'),
  part('shares', shares, 'no percentages'),
  part('shareWindowDays', (days: number) => `shares over ${count(days, 'day')}`, 'shares over 30 days'),
  part(
    'maxLoadMultiple',
    (times: number) => `passing over whoever carries more than ${times} times the usual`,
    'passing over whoever carries more than 1.5 times the usual',
  ),
  part('dailyCapPerRep', (leads: number) => `at most ${count(leads, 'lead')} a day to each rep`, 'no cap a day'),
  part(
    'maxWaitMinutes',
    (minutes: number) => `waiting at most ${sayMinutes(minutes)} for whose turn it is`,
    'not waiting for turns',
  ),
  part('acceptWithinMinutes', (minutes: number) => `to be accepted within ${sayMinutes(minutes)}`, 'theirs at once'),
  part('maxOffers', (offers: number) => `at most ${count(offers, 'offer')}`, 'as many offers as there are reps'),
  part('contactWithinMinutes', (minutes: number) => `first contact within ${sayMinutes(minutes)}`, 'no time for first contact'),
  part(
    'contactClock',
    (clock: string) =>
      clock === 'always' ? 'the contact clock always runs' : "the contact clock runs on the rep's working time",
    "the contact clock runs on the rep's working time",
  ),
  part('remindMinutesBefore', (minutes: number) => `a reminder ${sayMinutes(minutes)} before`, 'no reminder'),
  part(
    'ifNotContacted',
    (what: string) => (what === 'take-back' ? 'taken back if not contacted' : 'marked if not contacted'),
    'marked if not contacted',
  ),
  part(
    'releaseAfterMinutes',
    (minutes: number) => `given on ${sayMinutes(minutes)} after the rep has left`,
    'kept when the rep has left',
  ),
]

/** The same data, whatever the order of keys. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [aKeys, bKeys] = [definedKeys(a), definedKeys(b)]
  return (
    aKeys.length === bKeys.length &&
    aKeys.every((key) => isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  )
}

const definedKeys = (value: object): string[] =>
  Object.entries(value).flatMap(([key, one]: [string, unknown]) => (one === undefined ? [] : [key]))
