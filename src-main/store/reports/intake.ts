import type { Cell, LeadFilter, LeadId, LeadStatus, RuleId } from '../../contract/index.ts'
import { mailReasonCode, statusCode, verdictCode } from '../codes.ts'
import { LeadBook } from '../queries/leads.ts'
import { Sources } from '../queries/sources.ts'
import { suspectedLeads } from '../queries/suspicions.ts'
import { type Rows, countOf, everyRow, readCohort, rulesOf, sourcesOf } from './cohort.ts'
import { type Period, narrowed } from './period.ts'
import { type Told, count, share } from './shape.ts'

/** Where a rule sends what needs nobody. */
const FILTERED = ['discarded', 'nurture', 'partner'] as const satisfies readonly LeadStatus[]
/** As many as a filter of leads names one by one. */
const MOST_NAMED = 10_000

export function intake(period: Period): Told<'intake'> {
  const { leads } = period
  const { size, of } = readCohort(period, ['source_no', 'rule_no', 'status'])
  const rows = everyRow({ size, of })
  const sources = new Map(sourcesOf(period, of.source_no).map(({ source, rows: own }) => [source, own.length]))
  const matched = matchedBySource(period)
  const suspected = suspectedBySource(period)
  const all = { matched: sum(matched.values()), suspected: new Set([...suspected.values()].flatMap((ids) => [...ids])) }
  const isOneOf = (statuses: readonly LeadStatus[]) => {
    const codes = new Set(statuses.map((status) => statusCode.number(status)))
    return (row: number): boolean => !Number.isNaN(of.rule_no[row]) && codes.has(of.status[row] as number)
  }
  return {
    figures: {
      arrivals: count(size + all.matched, null),
      matched: count(all.matched, null),
      duplicateRate: share(all.matched, size + all.matched, null),
      suspected: named(all.suspected),
      filtered: count(countOf(rows, isOneOf(FILTERED)), narrowed(leads, { status: [...FILTERED], hasRule: true })),
    },
    tables: {
      intakeBySource: [...new Set([...sources.keys(), ...matched.keys(), ...suspected.keys()])]
        .map((source) => ({ source, own: sources.get(source) ?? 0, again: matched.get(source) ?? 0 }))
        .sort((a, b) => b.own + b.again - (a.own + a.again) || (a.source < b.source ? -1 : 1))
        .map(({ source, own, again }) => ({
          key: source,
          cells: {
            arrivals: count(own + again, null),
            leads: count(own, narrowed(leads, { sources: [source] })),
            matched: count(again, null),
            duplicateRate: share(again, own + again, null),
            suspected: named(suspected.get(source) ?? new Set()),
          },
        })),
      filtersByRule: rulesOf(period, of.rule_no).flatMap(({ ruleNo, rows: own }) => {
        const { name, key } = period.names.read(ruleNo)
        const its = narrowed(leads, { ruleId: key as RuleId })
        return countOf(own, isOneOf(FILTERED)) === 0 ? [] : [{ key: name, cells: tollOf(own, isOneOf, its) }]
      }),
      ignoredMails: ignoredMails(period),
    },
  }
}

function tollOf(rows: Rows, isOneOf: (statuses: readonly LeadStatus[]) => (row: number) => boolean, its: LeadFilter) {
  const cell = (status: LeadStatus): Cell => count(countOf(rows, isOneOf([status])), narrowed(its, { status: [status] }))
  return { discarded: cell('discarded'), nurture: cell('nurture'), partner: cell('partner') }
}

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0)

const named = (ids: ReadonlySet<LeadId>): Cell =>
  count(ids.size, ids.size > MOST_NAMED ? null : { leadIds: [...ids].sort((a, b) => a - b) })

/** Who came again in the period, by where they came from this time. */
function matchedBySource({ db, from, to }: Period): Map<string, number> {
  const rows = db
    .prepare<[number, number], { name: string; times: number }>(
      `select name, count(*) as times from events indexed by events_matched join arrivals on arrivals.seq = events.seq
         join sources on sources.id = source_id
       where type = 1 and undone_by is null and at >= ? and at < ? group by name`,
    )
    .all(from, to)
  return new Map(rows.map(({ name, times }) => [name, times]))
}

/** A source's name may be a form's and a file's. */
function suspectedBySource({ db, from, to }: Period): Map<string, Set<LeadId>> {
  const ground = { db, leads: new LeadBook(db), sources: new Sources(db) }
  const bySource = new Map<string, Set<LeadId>>()
  for (const { sourceId, ids } of suspectedLeads(ground, from, to)) {
    const name = ground.sources.get(sourceId)?.name ?? ''
    const known = bySource.get(name) ?? new Set()
    for (const id of ids) known.add(id)
    bySource.set(name, known)
  }
  return bySource
}

function ignoredMails({ db, from, to }: Period): Told<'intake'>['tables']['ignoredMails'] {
  const rows = db
    .prepare<[number, number, number], { reason: number | null; mails: number }>(
      'select reason, count(*) as mails from mails where verdict = ? and arrived_at >= ? and arrived_at < ? group by reason',
    )
    .all(verdictCode.number('ignored'), from, to)
  return rows
    .flatMap(({ reason, mails }) => (reason === null ? [] : [{ key: mailReasonCode.word(reason), mails }]))
    .sort((a, b) => b.mails - a.mails || (a.key < b.key ? -1 : 1))
    .map(({ key, mails }) => ({ key, cells: { mails: count(mails, null) } }))
}
