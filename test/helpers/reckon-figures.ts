import type { EpochMs, RepId, ReportName } from '../../src-main/contract/index.ts'
import { isWorking } from '../../src-main/lib/working-calendar.ts'
import { nextMidnight } from '../../src-main/lib/working-time.ts'
import {
  dayOf,
  type History,
  isLeaking,
  isOldEnough,
  meanOf,
  percentileOf,
  rate,
  type Reckoned,
  type ReckonedOffer,
} from './reckon-reports.ts'

/** What `readReport` must answer, worked out of the histories of leads. Shorter than it by far, and slower by more. */
type Row = Record<string, number | null>

const FIVE = 5 * 60_000
const DAY_MS = 86_400_000

const received = ({ leads }: History, from: EpochMs, to: EpochMs): Reckoned[] =>
  leads.filter(({ card }) => card.receivedAt >= from && card.receivedAt < to)
const madeIn = ({ offers }: History, from: EpochMs, to: EpochMs): ReckonedOffer[] =>
  offers.filter(({ at }) => at >= from && at < to)
const isWon = ({ card }: Reckoned): boolean => card.stage === 'won'
const accepted = (offers: readonly ReckonedOffer[]): ReckonedOffer[] => offers.filter(({ ending }) => ending === 'accepted')
const p = (name: string, values: (number | null)[]): Row => ({
  [`${name}P50`]: percentileOf(values, 50),
  [`${name}P95`]: percentileOf(values, 95),
})

export function figuresReckoned(name: ReportName, history: History, from: EpochMs, to: EpochMs): Row {
  const leads = received(history, from, to)
  const offers = madeIn(history, from, to)
  const clocked = leads.filter(({ hasClock }) => hasClock)
  const share = (isOne: (lead: Reckoned) => boolean, of = leads): number | null => rate(of.filter(isOne).length, of.length)
  const breachRate = share(({ breachedBy }) => breachedBy !== null, clocked)
  const leaks = leakRow(leads, history)
  const fair = fairness(history, from, to)
  switch (name) {
    case 'overview':
      return {
        received: leads.length,
        assignedShare: share(({ assignMs }) => assignMs !== null),
        ...p(
          'speed',
          leads.map(({ attemptMs }) => attemptMs),
        ),
        withinFiveShare: withinFive(leads),
        breachRate,
        leakRate: leaks.leakRate!,
        acceptanceRate: rate(accepted(offers).length, offers.length),
        wonShare: share(isWon),
        jain: fair.figures.jain!,
      }
    case 'speed':
      return {
        ...p(
          'speed',
          leads.map(({ attemptMs }) => attemptMs),
        ),
        ...p(
          'assign',
          leads.map(({ assignMs }) => assignMs),
        ),
        ...p(
          'response',
          leads.map(({ responseMs }) => responseMs),
        ),
        ...p(
          'contact',
          leads.map(({ contactMs }) => contactMs),
        ),
        notTried: leads.filter(({ attemptMs }) => attemptMs === null).length,
      }
    case 'offers':
      return {
        made: offers.length,
        acceptanceRate: rate(accepted(offers).length, offers.length),
        acceptP50: percentileOf(
          accepted(offers).map(({ at, endedAt }) => endedAt! - at),
          50,
        ),
        withClock: clocked.length,
        breachRate,
        overdueNow: history.leads.filter(
          ({ card }) => card.breachedAt !== null && card.touchedAt === null && card.status === 'assigned',
        ).length,
        reroutedShare: share(
          ({ isRerouted }) => isRerouted,
          leads.filter(({ isRouted }) => isRouted),
        ),
      }
    case 'leakage':
      return { ...leaks, ...ownership(leads, history) }
    case 'conversion':
      return conversion(leads, history, from, to)
    case 'fairness':
      return fair.figures
    case 'intake': {
      const { arrivals, matched, duplicateRate } = arrivalRow(leads, touches(history, from, to).length)
      return {
        arrivals: arrivals!,
        matched: matched!,
        duplicateRate: duplicateRate!,
        filtered: leads.filter(({ card }) => card.status === 'discarded' && card.ruleId !== null).length,
      }
    }
    case 'availability': {
      const rows = Object.values(availability(history, from, to))
      const sum = (id: string): number => rows.reduce((total, row) => total + row[id]!, 0)
      return { availableShare: sum('shift') === 0 ? null : sum('available') / sum('shift'), shift: sum('shift') }
    }
  }
}

/** The rows of a table by their key; null for tables whose numbers are those of others. */
export function tablesReckoned(id: string, history: History, from: EpochMs, to: EpochMs): Record<string, Row> | null {
  const leads = received(history, from, to)
  const by = (
    keyOf: (lead: Reckoned) => string | null,
    row: (some: Reckoned[]) => Row,
    keys: string[] = [],
  ): Record<string, Row> => {
    const groups = Map.groupBy(leads, keyOf)
    const all = new Set([...keys, ...[...groups.keys()].filter((key) => key !== null)])
    return Object.fromEntries([...all].map((key) => [key, row(groups.get(key) ?? [])]))
  }
  const reps = history.reps.map(({ name }) => name)
  const byRep = (row: (some: Reckoned[]) => Row): Record<string, Row> => by(({ card }) => nameOf(history, card.repId), row, reps)
  const bySource = (row: (some: Reckoned[]) => Row): Record<string, Row> => by(({ card }) => card.source, row)
  const byRule = (row: (some: Reckoned[]) => Row): Record<string, Row> => by(({ card }) => card.rule, row)
  const byDay = (row: (some: Reckoned[]) => Row): Record<string, Row> =>
    by(({ card }) => dayOf(card.receivedAt, history), row, daysBetween(history, leads, from, to))
  const offers = madeIn(history, from, to)
  switch (id) {
    case 'overviewByDay':
      return byDay((some) => ({
        received: some.length,
        assigned: some.filter(({ assignMs }) => assignMs !== null).length,
        attempted: tried(some),
        won: some.filter(isWon).length,
      }))
    case 'speedBands':
      return by(
        ({ attemptMs }) => bandOf(attemptMs),
        (some) => ({
          leads: some.length,
          leadsShare: rate(some.length, leads.length),
          qualifiedShare: rate(some.filter(({ isQualified }) => isQualified).length, some.length),
          wonShare: rate(some.filter(isWon).length, some.length),
        }),
        ['0-5', '5-15', '15-60', '60+', 'never'],
      )
    case 'speedByDay':
      return byDay((some) => ({ attempted: tried(some), ...speeds(some) }))
    case 'speedByRep':
      return byRep((some) => ({
        leads: some.length,
        attempted: tried(some),
        ...speeds(some),
        ...p(
          'response',
          some.map(({ responseMs }) => responseMs),
        ),
        withinFiveShare: withinFive(some),
      }))
    case 'speedBySource':
      return bySource((some) => ({
        leads: some.length,
        attempted: tried(some),
        ...speeds(some),
        withinFiveShare: withinFive(some),
      }))
    case 'speedByRule':
      return byRule((some) => ({
        leads: some.length,
        ...p(
          'assign',
          some.map(({ assignMs }) => assignMs),
        ),
        ...speeds(some),
        withinFiveShare: withinFive(some),
      }))
    case 'offersByRep':
      return rowsOf(
        Map.groupBy(offers, ({ repId }) => nameOf(history, repId)!),
        offerRow,
      )
    case 'offersByRule':
      return rowsOf(
        Map.groupBy(offers, ({ rule }) => rule!),
        offerRow,
      )
    case 'breachesByRep': {
      const clocked = leads.filter(({ hasClock }) => hasClock)
      return rowsOf(
        Map.groupBy(clocked.filter(responsible), (lead) => nameOf(history, responsible(lead))!),
        breachRow,
      )
    }
    case 'breachesByRule':
      return rowsOf(
        Map.groupBy(
          leads.filter(({ hasClock, card }) => hasClock && card.rule !== null),
          ({ card }) => card.rule!,
        ),
        breachRow,
      )
    case 'rerouteReasons': {
      const times = (type: string): Row => ({
        times: history.events.filter((one) => one.type === type && one.at >= from && one.at < to).length,
      })
      return {
        declined: times('offer-declined'),
        expired: times('offer-expired'),
        'taken-back': times('lead-taken-back'),
        released: times('lead-released'),
      }
    }
    case 'leakByDay':
      return byDay((some) => leakRow(some, history))
    case 'leakBySource':
      return bySource((some) => ({ ...leakRow(some, history), noOwner: ownership(some, history).noOwner! }))
    case 'leakByRep':
      return byRep((some) => leakRow(some, history))
    case 'leakByRule':
      return byRule((some) => leakRow(some, history))
    case 'conversionBySource':
      return bySource((some) => conversion(some, history, from, to))
    case 'conversionByRep':
      return byRep((some) => conversion(some, history, from, to))
    case 'conversionByRule':
      return byRule((some) => conversion(some, history, from, to))
    case 'fairnessByRep':
      return fairness(history, from, to).rows
    case 'filtersByRule':
      return rowsOf(
        Map.groupBy(
          leads.filter(({ card }) => card.status === 'discarded' && card.rule !== null),
          ({ card }) => card.rule!,
        ),
        (some) => ({ discarded: some.length, nurture: 0, partner: 0 }),
      )
    case 'ignoredMails':
      return {}
    case 'availabilityByRep':
      return availability(history, from, to)
    default:
      return null
  }
}

const rowsOf = <Item>(groups: ReadonlyMap<string, Item[]>, row: (some: Item[]) => Row): Record<string, Row> =>
  Object.fromEntries([...groups].map(([key, some]) => [key, row(some)]))

const nameOf = ({ reps }: History, repId: RepId | null): string | null => reps.find(({ id }) => id === repId)?.name ?? null
const responsible = ({ breachedBy, card }: Reckoned): RepId | null => breachedBy ?? card.repId
const tried = (leads: readonly Reckoned[]): number => leads.filter(({ attemptMs }) => attemptMs !== null).length
const speeds = (leads: readonly Reckoned[]): Row =>
  p(
    'speed',
    leads.map(({ attemptMs }) => attemptMs),
  )
const withinFive = (leads: readonly Reckoned[]): number | null =>
  rate(leads.filter(({ attemptMs }) => attemptMs !== null && attemptMs < FIVE).length, leads.length)

function bandOf(ms: number | null): string {
  if (ms === null) return 'never'
  const minutes = ms / 60_000
  return minutes < 5 ? '0-5' : minutes < 15 ? '5-15' : minutes < 60 ? '15-60' : '60+'
}

function daysBetween(history: History, leads: readonly Reckoned[], from: EpochMs, to: EpochMs): string[] {
  const latest = Math.max(history.now, ...leads.map(({ card }) => card.receivedAt))
  const days = new Set<string>()
  for (let at = from; at < Math.min(to, latest + 1); at = nextMidnight(at, history.settings.timeZone))
    days.add(dayOf(at, history))
  return [...days]
}

function offerRow(offers: readonly ReckonedOffer[]): Row {
  const ended = (ending: ReckonedOffer['ending']): number => offers.filter((offer) => offer.ending === ending).length
  return {
    made: offers.length,
    accepted: ended('accepted'),
    declined: ended('declined'),
    expired: ended('expired'),
    withdrawn: ended('withdrawn'),
    acceptanceRate: rate(ended('accepted'), offers.length),
    acceptP50: percentileOf(
      accepted(offers).map(({ at, endedAt }) => endedAt! - at),
      50,
    ),
  }
}

function breachRow(leads: readonly Reckoned[]): Row {
  const breached = leads.filter(({ breachedBy }) => breachedBy !== null).length
  return { withClock: leads.length, breached, breachRate: rate(breached, leads.length) }
}

function leakRow(leads: readonly Reckoned[], history: History): Row {
  const leaked = leads.filter((lead) => isLeaking(lead, history)).length
  return { received: leads.length, leaked, leakRate: rate(leaked, leads.filter(({ card }) => isOldEnough(card, history)).length) }
}

function ownership(leads: readonly Reckoned[], history: History): Row {
  const leaking = leads.filter((lead) => isLeaking(lead, history))
  const noOwner = leaking.filter(({ card }) => card.repId === null).length
  return { noOwner, notTried: leaking.length - noOwner }
}

/** The currency is that of the whole period, whatever part of it is asked for. */
function conversion(leads: readonly Reckoned[], history: History, from: EpochMs, to: EpochMs): Row {
  const valued = received(history, from, to).filter((lead) => isWon(lead) && lead.card.value !== null)
  const currencies = [...Map.groupBy(valued, ({ card }) => card.currency)].sort(
    ([a, ofA], [b, ofB]) => ofB.length - ofA.length || ((a ?? '') < (b ?? '') ? -1 : 1),
  )
  const currency = currencies[0]?.[0] ?? null
  const won = leads.filter(isWon)
  const closed = leads.filter(({ card }) => card.stage === 'won' || card.stage === 'lost')
  const winRate = rate(won.length, closed.length)
  const dealValue = meanOf(won.filter(({ card }) => card.currency === currency).flatMap(({ card }) => card.value ?? []))
  const cycle = meanOf(won.flatMap(({ closedMs }) => closedMs ?? []))
  return {
    received: leads.length,
    qualifiedShare: rate(leads.filter(({ isQualified }) => isQualified).length, leads.length),
    wonShare: rate(won.length, leads.length),
    winRate,
    dealValue,
    cycle,
    velocity: winRate === null || dealValue === null || !cycle ? null : (tried(leads) * dealValue * winRate) / (cycle / DAY_MS),
  }
}

/** By whole days of the desk. */
function fairness(history: History, from: EpochMs, to: EpochMs): { figures: Row; rows: Record<string, Row> } {
  const [first, last] = [dayOf(from, history), dayOf(to - 1, history)]
  const inPeriod = history.decisions.filter(({ at }) => dayOf(at, history) >= first && dayOf(at, history) <= last)
  const shares = history.reps.map(({ id, name, weight }) => ({ id, name, weight, expected: 0, given: 0, value: 0 }))
  for (const { record } of inPeriod) {
    const { repId, method, ruleIndex } = record.decision
    if (repId === null || method === 'claim' || method === 'named') continue
    const pool = record.pools.find((one) => one.ruleIndex === ruleIndex)!
    const eligible = pool.candidates.filter(({ reasons }) => reasons.length === 0)
    const sum = eligible.reduce((total, { weight }) => total + weight, 0)
    for (const { repId: one, weight } of eligible) shares.find(({ id }) => id === one)!.expected += weight / sum
    const own = shares.find(({ id }) => id === repId)!
    own.given++
    own.value += record.score ?? 0
  }
  const counted = shares.filter(({ expected, given }) => expected > 0 || given > 0)
  const jain = (values: number[]): number | null => {
    const sum = values.reduce((total, value) => total + value, 0)
    return values.length < 2 || sum === 0
      ? null
      : sum ** 2 / (values.length * values.reduce((total, value) => total + value ** 2, 0))
  }
  const gaps = shares.map(({ given, expected }) => given - expected)
  const largest = Math.max(...gaps.map(Math.abs))
  const present = availability(history, from, to)
  return {
    figures: {
      jain: jain(counted.map(({ given, weight }) => given / weight)),
      jainValue: jain(counted.map(({ value, weight }) => value / weight)),
      // Two may be as far from their share, one above and one below: only how far is held against the other.
      largestGap: shares.every(({ given }) => given === 0) ? null : largest,
    },
    rows: Object.fromEntries(
      shares.map(({ name, weight, expected, given, value }) => [
        name,
        {
          given,
          expected,
          gap: given - expected,
          gapShare: expected < 10 - 1e-6 ? null : (given - expected) / expected,
          value,
          weight,
          availableShare: present[name]!.availableShare!,
        },
      ]),
    ),
  }
}

const touches = (history: History, from: EpochMs, to: EpochMs) =>
  history.events.filter(({ type, at }) => type === 'lead-matched' && at >= from && at < to)

function arrivalRow(leads: readonly Reckoned[], matched: number): Row {
  return { arrivals: leads.length + matched, matched, duplicateRate: rate(matched, leads.length + matched) }
}

/** Minute by minute. */
function availability(history: History, from: EpochMs, to: EpochMs): Record<string, Row> {
  const added = history.events.filter(({ type }) => type === 'rep-added')
  return Object.fromEntries(
    history.reps.map(({ id, name }) => {
      const said = history.events.filter(({ type, repId }) => type === 'rep-availability-changed' && repId === id)
      const begins = added.find(({ repId }) => repId === id)!.at
      const row = { shift: 0, available: 0, busy: 0, away: 0 }
      const calendar = history.calendars.get(id)!
      const start = Math.max(from, begins)
      const end = Math.min(to, history.now)
      for (let at = start - (start % 60_000); at < end; at += 60_000) {
        const part = Math.min(at + 60_000, end) - Math.max(at, start)
        if (!isWorking(calendar, at)) continue
        const last = said.findLast((one) => one.at <= at)
        const until = last?.data['until'] as number | null | undefined
        const isBack = last === undefined || (typeof until === 'number' && until <= at)
        row[isBack ? 'available' : (last.data['availability'] as 'available' | 'busy' | 'away')] += part
        row.shift += part
      }
      return [name, { ...row, availableShare: row.shift === 0 ? null : row.available / row.shift }]
    }),
  )
}
