import type { Condition, Destination, Rule, RulesetChange } from '../contract/index.ts'
import { sayConditions, sayDestination, sayMinutes, sayOtherwise, sayOwnerFirst, sayPool } from './say-ruleset.ts'
import type { DeskWords } from './words/en.ts'

/** What changed in one rule, part by part. `where` is the rule's path. */
export function compareRule(before: Rule, after: Rule, where: string, say: DeskWords): RulesetChange[] {
  const about = { what: 'rule', name: after.name } as const
  const changed = (path: string, said: string): RulesetChange => ({ ...about, kind: 'changed', where: `${where}.${path}`, said })
  const changes: RulesetChange[] = []
  if (before.name.trim() !== after.name.trim())
    changes.push({ ...about, kind: 'renamed', where: `${where}.name`, said: say.ruleset.renamed(before.name) })
  if (before.enabled !== after.enabled)
    changes.push({ ...about, kind: 'switched', where: `${where}.enabled`, said: say.ruleset.switched(after.enabled) })
  if (!isSame(before.when, after.when)) changes.push(changed('when', conditionChange(before.when, after.when, say)))
  changes.push(...destinationChanges(before.then, after.then, say).map(({ path, said }) => changed(`then${path}`, said)))
  if (!isSame(before.otherwise, after.otherwise)) {
    const said = say.ruleset.otherwiseChanged(sayOtherwise(after.otherwise, say), sayOtherwise(before.otherwise, say))
    changes.push(changed('otherwise', said))
  }
  return changes
}

/** Conditions that all must hold are told one by one; everything else as a whole. */
function conditionChange(before: Condition | undefined, after: Condition | undefined, say: DeskWords): string {
  const [was, is] = [partsOf(before), partsOf(after)]
  const missing = (parts: readonly Condition[], from: readonly Condition[]): string =>
    say.ruleset.and(parts.filter((part) => !from.some((other) => isSame(part, other))).map((part) => sayConditions(part, say)))
  const [added, gone] = [missing(is, was), missing(was, is)]
  const hasCommon = is.some((part) => was.some((other) => isSame(part, other)))
  if (!hasCommon || added + gone === '') {
    return say.ruleset.conditionChanged(sayConditions(after, say), sayConditions(before, say))
  }
  return [...(added === '' ? [] : [say.ruleset.asksAlso(added)]), ...(gone === '' ? [] : [say.ruleset.asksNoLonger(gone)])].join(
    '; ',
  )
}

function partsOf(condition: Condition | undefined): readonly Condition[] {
  if (condition === undefined) return []
  return 'all' in condition ? condition.all : [condition]
}

type Part = { path: string; said: string }

function destinationChanges(before: Destination, after: Destination, words: DeskWords): Part[] {
  const { changed } = words.ruleset
  const isOther = before.to !== after.to
  const isSimple = after.to !== 'pool' && after.to !== 'rep'
  if (isOther || isSimple) {
    if (isSame(before, after)) return []
    return [{ path: '', said: changed(sayDestination(after, words), sayDestination(before, words)) }]
  }
  return partsIn(words).flatMap(({ key, say }): Part[] => {
    const value = (to: Destination): unknown => (to as unknown as Record<string, unknown>)[key]
    if (isSame(value(before), value(after))) return []
    return [{ path: `.${key}`, said: changed(say(value(after)), say(value(before))) }]
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

/** Every part of a destination that can change by itself. */
function partsIn(words: DeskWords): readonly SaidPart[] {
  const { ruleset } = words
  const say = ruleset.parts
  const span =
    (sentence: (span: string) => string) =>
    (minutes: number): string =>
      sentence(sayMinutes(minutes, words))
  const pool = (one: Parameters<typeof sayPool>[0]): string => sayPool(one, words)
  return [
    part('pool', pool, ruleset.everyone),
    part('rep', (rep: string) => rep, ruleset.nobody),
    part('backups', (backups: string[]) => say.backups.say(backups.join(', ')), say.backups.none),
    part('by', (by: keyof typeof words.methods) => words.methods[by], words.methods['round-robin']),
    { key: 'ownerFirst', say: (value) => sayOwnerFirst(value as Parameters<typeof sayOwnerFirst>[0], words) },
    part('tiers', (tiers: Parameters<typeof sayPool>[0][]) => say.tiers.say(tiers.map(pool)), say.tiers.none),
    part('shares', shares, say.shares.none),
    part('shareWindowDays', say.shareWindowDays.say, say.shareWindowDays.none),
    part('maxLoadMultiple', say.maxLoadMultiple.say, say.maxLoadMultiple.none),
    part('dailyCapPerRep', say.dailyCapPerRep.say, say.dailyCapPerRep.none),
    part('maxWaitMinutes', span(say.maxWaitMinutes.say), say.maxWaitMinutes.none),
    part('acceptWithinMinutes', span(say.acceptWithinMinutes.say), say.acceptWithinMinutes.none),
    part('maxOffers', say.maxOffers.say, say.maxOffers.none),
    part('contactWithinMinutes', span(say.contactWithinMinutes.say), say.contactWithinMinutes.none),
    part(
      'contactClock',
      (clock: string) => (clock === 'always' ? say.contactClock.always : say.contactClock.none),
      say.contactClock.none,
    ),
    part('remindMinutesBefore', span(say.remindMinutesBefore.say), say.remindMinutesBefore.none),
    part(
      'ifNotContacted',
      (what: string) => (what === 'take-back' ? say.ifNotContacted.takeBack : say.ifNotContacted.none),
      say.ifNotContacted.none,
    ),
    part('releaseAfterMinutes', span(say.releaseAfterMinutes.say), say.releaseAfterMinutes.none),
  ]
}

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
