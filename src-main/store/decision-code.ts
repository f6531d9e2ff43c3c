import type {
  CandidateRecord,
  Decision,
  DecisionRecord,
  EpochMs,
  PoolRecord,
  RepId,
  RuleId,
  Terms,
  TurnChange,
} from '../contract/index.ts'
import { gradeOf, methodCode, outcomeCode, rankOf, reasonCode, waitCodes } from './codes.ts'
import type { NameKind, Name } from './queries/names.ts'

/** What the code needs of `Names`. */
export interface NameBook {
  number(kind: NameKind, name: string, key?: string): number
  read(no: number): Name
}

/** Whom a pool had, with weights and capacities: the same for thousands of decisions, so it is a name of its own. */
type Roster = [ids: number[], weights: number[], capacities: (number | null)[]]
/** Place in the roster, reasons as bits, until: only of those something stood against. */
type CodedAgainst = [number, number, number | null]
/**
 * place of the rule, number of the pool's name, method, tied reps, number of the roster, turn numbers, the fewest open leads and what
 * each has beyond, those something stands against, what the method went by (left out when it went by turns and loads)
 */
type CodedPool = [
  number,
  number | null,
  number,
  readonly number[],
  number,
  number[],
  [number, ...number[]],
  CodedAgainst[],
  (readonly number[])?,
]
/** reps offered to, the rule that counts the gift, when to try again, and the terms, in `TERMS`' order */
type CodedGift = [readonly number[], string | null, number | null, (number | null)[] | null]
/** 1: as the smooth weighted turn follows from the pool; else number of the pool's name, and rep, before, after in turn */
type CodedTurn = null | number | [number, ...number[]]
/**
 * at (null: the event's), ruleset, outcome, rep, number of the rule's name, its place, method, wait code, detail, grade rank, score,
 * failed, pools, turn, and beyond that what only offers, clocks and counted gifts have
 */
type CodedDecision = [
  number | null,
  number,
  number,
  number | null,
  number | null,
  number,
  number | null,
  number | null,
  string | null,
  number,
  number | null,
  readonly number[],
  CodedPool[],
  CodedTurn,
  CodedGift?,
]

const AS_THE_POOL_SAYS = 0

/** A decision as a short JSON text: a million of them are kept. `at` is the time of the event it is kept with. */
export function encodeDecision(record: DecisionRecord, at: EpochMs, names: NameBook): string {
  const { decision } = record
  const coded: CodedDecision = [
    record.at === at ? null : record.at,
    record.ruleset,
    outcomeCode.number(decision.outcome),
    decision.repId,
    decision.ruleId === null && decision.ruleName === null
      ? null
      : names.number('rule', decision.ruleName ?? '', decision.ruleId ?? ''),
    decision.ruleIndex,
    methodCode.numberOrNull(decision.method),
    waitCodes.numberOrNull(decision.waitCode),
    decision.detail,
    rankOf(record.grade),
    record.score,
    record.failed,
    record.pools.map((pool) => encodePool(pool, names)),
    encodeTurn(record, names),
  ]
  const gift = encodeGift(decision)
  if (gift !== null) coded.push(gift)
  return JSON.stringify(coded)
}

function encodeGift({ offeredTo, tally, retryAt, terms }: Decision): CodedGift | null {
  if (offeredTo.length === 0 && tally === null && retryAt === null && terms === null) return null
  return [offeredTo, tally, retryAt, terms && encodeTerms(terms)]
}

/** As `leads.terms` has them too. */
export function encodeTerms(terms: Terms): (number | null)[] {
  const { accept, contact, isContactAlways, remindBefore, isTakenBack, release, dailyCap } = terms
  return [accept, contact, Number(isContactAlways), remindBefore, Number(isTakenBack), release, dailyCap]
}

export function decodeTerms(coded: readonly (number | null)[]): Terms {
  const [accept, contact, isContactAlways, remindBefore, isTakenBack, release, dailyCap] = coded
  return {
    accept: accept ?? null,
    contact: contact ?? null,
    isContactAlways: isContactAlways === 1,
    remindBefore: remindBefore ?? null,
    isTakenBack: isTakenBack === 1,
    release: release ?? null,
    dailyCap: dailyCap ?? null,
  }
}

function encodePool(pool: PoolRecord, names: NameBook): CodedPool {
  const { candidates } = pool
  const against: CodedAgainst[] = []
  candidates.forEach(({ reasons, until }, place) => {
    if (reasons.length > 0 || until !== null) against.push([place, bitsOf(reasons), until])
  })
  let fewest = Number.MAX_SAFE_INTEGER
  for (const { openLeads } of candidates) if (openLeads < fewest) fewest = openLeads
  const coded: CodedPool = [
    pool.ruleIndex,
    pool.pool === null ? null : names.number('pool', pool.pool),
    methodCode.number(pool.method),
    pool.tied,
    rosterNumber(candidates, names),
    candidates.map((candidate) => candidate.number),
    [fewest, ...candidates.map((candidate) => candidate.openLeads - fewest)],
    against,
  ]
  if (pool.basis !== null) coded.push(pool.basis)
  return coded
}

const bitsOf = (reasons: CandidateRecord['reasons']): number =>
  reasons.reduce((bits, reason) => bits | (1 << reasonCode.number(reason)), 0)

function rosterNumber(candidates: readonly CandidateRecord[], names: NameBook): number {
  // By hand: this text is made for every decision, and asked for in the memory of names.
  let text = ''
  for (const { repId, weight, capacity } of candidates) text += `${repId},${weight},${capacity ?? ''};`
  return names.number('roster', text)
}

/** Decisions that lie side by side are mostly of one pool, and its roster is long. */
let lastRead: { text: string; roster: Readonly<Roster> } | null = null

function rosterOf(text: string): Readonly<Roster> {
  if (lastRead?.text !== text) lastRead = { text, roster: readRoster(text) }
  return lastRead.roster
}

function readRoster(text: string): Roster {
  const roster: Roster = [[], [], []]
  for (const line of text.split(';').slice(0, -1)) {
    const [repId, weight, capacity] = line.split(',')
    roster[0].push(Number(repId))
    roster[1].push(Number(weight))
    roster[2].push(capacity === '' ? null : Number(capacity))
  }
  return roster
}

function encodeTurn(record: DecisionRecord, names: NameBook): CodedTurn {
  const { turn } = record.decision
  if (turn === null) return null
  const expected = turnOf(record.pools, record.decision)
  if (expected !== null && isSameTurn(expected, turn)) return AS_THE_POOL_SAYS
  return [names.number('pool', turn.pool), ...turn.changes.flatMap((change) => [change.repId, change.before, change.after])]
}

/** The turn that R14 makes of the pool that was picked from. */
function turnOf(pools: readonly PoolRecord[], decision: Pick<Decision, 'ruleIndex' | 'repId'>): TurnChange | null {
  const pool = pools.find((one) => one.ruleIndex === decision.ruleIndex && one.pool !== null)
  if (pool === undefined || pool.pool === null) return null
  const eligible = pool.candidates.filter((candidate) => candidate.reasons.length === 0)
  const isWeighted = pool.method === 'weighted' || pool.method === 'tiers'
  const weightOf = (candidate: CandidateRecord): number => (isWeighted ? candidate.weight : 1)
  const sum = eligible.reduce((total, candidate) => total + weightOf(candidate), 0)
  return {
    pool: pool.pool,
    changes: eligible.map((candidate) => {
      const raised = candidate.number + weightOf(candidate)
      return {
        repId: candidate.repId,
        before: candidate.number,
        after: tidy(candidate.repId === decision.repId ? raised - sum : raised),
      }
    }),
  }
}

/** Fractions drift in the last digits; nine are kept. */
export const tidy = (number: number): number => Math.round(number * 1e9) / 1e9 + 0

function isSameTurn(a: TurnChange, b: TurnChange): boolean {
  return (
    a.pool === b.pool &&
    a.changes.length === b.changes.length &&
    a.changes.every((change, at) => {
      const other = b.changes[at]
      return change.repId === other?.repId && change.before === other.before && change.after === other.after
    })
  )
}

export function decodeDecision(text: string, at: EpochMs, names: NameBook): DecisionRecord {
  const [
    ownAt,
    ruleset,
    outcome,
    repId,
    ruleNo,
    ruleIndex,
    method,
    waitCode,
    detail,
    rank,
    score,
    failed,
    codedPools,
    codedTurn,
    gift,
  ] = JSON.parse(text) as CodedDecision
  const rule = ruleNo === null ? null : names.read(ruleNo)
  const pools = codedPools.map((pool) => decodePool(pool, names))
  const picked = { ruleIndex, repId: repId as RepId | null }
  const [offeredTo, tally, retryAt, terms] = gift ?? [[], null, null, null]
  return {
    at: ownAt ?? at,
    ruleset,
    decision: {
      outcome: outcomeCode.word(outcome),
      repId: picked.repId,
      ruleId: rule === null || rule.key === '' ? null : (rule.key as RuleId),
      ruleIndex,
      ruleName: rule?.name ?? null,
      method: methodCode.wordOrNull(method),
      turn: codedTurn === null ? null : typeof codedTurn === 'number' ? turnOf(pools, picked) : decodeTurn(codedTurn, names),
      waitCode: waitCodes.wordOrNull(waitCode),
      detail,
      offeredTo: offeredTo as RepId[],
      tally: tally as RuleId | null,
      retryAt,
      terms: terms && decodeTerms(terms),
    },
    failed,
    pools,
    grade: gradeOf(rank),
    score,
  }
}

function decodePool(coded: CodedPool, names: NameBook): PoolRecord {
  const [ruleIndex, pool, method, tied, roster, numbers, [fewest, ...beyond], against, basis] = coded
  const [ids, weights, capacities] = rosterOf(names.read(roster).name)
  const candidates = ids.map((repId, place): CandidateRecord => ({
    repId: repId as RepId,
    reasons: [],
    number: numbers[place] ?? 0,
    weight: weights[place] ?? 0,
    openLeads: fewest + (beyond[place] ?? 0),
    capacity: capacities[place] ?? null,
    until: null,
  }))
  for (const [place, bits, until] of against) {
    const candidate = candidates[place]
    if (candidate !== undefined) candidates[place] = { ...candidate, reasons: reasonsOf(bits), until }
  }
  return {
    ruleIndex,
    pool: pool === null ? null : names.read(pool).name,
    method: methodCode.word(method),
    candidates,
    basis: basis ?? null,
    tied: tied as RepId[],
  }
}

function reasonsOf(bits: number): CandidateRecord['reasons'] {
  const reasons: CandidateRecord['reasons'][number][] = []
  for (let bit = 0; bits >> bit !== 0; bit++) if ((bits >> bit) & 1) reasons.push(reasonCode.word(bit))
  return reasons
}

function decodeTurn([pool, ...flat]: [number, ...number[]], names: NameBook): TurnChange {
  const changes: TurnChange['changes'][number][] = []
  for (let at = 0; at + 2 < flat.length; at += 3) {
    changes.push({ repId: flat[at] as RepId, before: flat[at + 1] as number, after: flat[at + 2] as number })
  }
  return { pool: names.read(pool).name, changes }
}
