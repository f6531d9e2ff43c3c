import type { EpochMs, LeadId, SourceId, Suspicion } from '../../contract/index.ts'
import type { Ground } from '../ground.ts'

/**
 * Signs that leads are made up. None proves anything: each says what was seen, and a person decides. The limits are ours; no peer
 * publishes any.
 */
const MANY_NAMES = 3
/** A burst: so many leads of one source within this span, and so many times what the source brings in one on average. */
const BURST_MS = 10 * 60_000
const BURST_LEADS = 20
const BURST_TIMES = 10
const HISTORY_MS = 30 * 24 * 3_600_000
const MOST_TOLD = 100
const [NAMES_TOLD, LEADS_TOLD] = [10, 20]

interface Arrival {
  id: LeadId
  sourceId: SourceId
  at: EpochMs
  name: string | null
  key: string | null
}

/** What the signs are looked for in. */
type Looked = Pick<Ground, 'db'> & { leads: Pick<Ground['leads'], 'nextId'>; sources: Pick<Ground['sources'], 'get'> }

/** A sign with all the leads that show it. */
interface Sign {
  told: Suspicion
  ids: LeadId[]
}

/** The worst first, each with some of its leads. */
export function suspicions(ground: Looked, from: EpochMs, to: EpochMs): Suspicion[] {
  return signs(ground, from, to)
    .map(({ told }) => told)
    .sort((a, b) => b.leads - a.leads || b.to - a.to)
    .slice(0, MOST_TOLD)
}

/** All leads that show any sign, with where it was seen. */
export function suspectedLeads(ground: Looked, from: EpochMs, to: EpochMs): { sourceId: SourceId; ids: LeadId[] }[] {
  return signs(ground, from, to).map(({ told, ids }) => ({ sourceId: told.sourceId, ids }))
}

/** Leads of files are not looked at for bursts: an import is one. */
function signs(ground: Looked, from: EpochMs, to: EpochMs): Sign[] {
  const [first, last] = [leadAt(ground, from), leadAt(ground, to) - 1]
  return [
    ...sameKey(ground, 'same-phone', samePhone(ground, first, last)),
    ...sameKey(ground, 'same-email', sameEmail(ground, from, to)),
    ...sameKey(ground, 'same-device', sameDevice(ground, from, to)),
    ...bursts(ground, first, last, from),
  ]
}

/** The number of the first lead that came in at that moment or later. Leads, events and their times all ascend. */
function leadAt(ground: Looked, at: EpochMs): number {
  const arrivedAt = ground.db.prepare<[number], { id: number; at: number }>(
    'select leads.id, at from leads join events on seq = received_seq where leads.id >= ? order by leads.id limit 1',
  )
  let [low, high] = [1, ground.leads.nextId() as number]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const row = arrivedAt.get(middle)
    if (row === undefined || row.id >= high || row.at >= at)
      high = row === undefined || row.id >= high ? middle : Math.min(middle, row.id)
    else low = row.id + 1
  }
  return low
}

/** Few numbers are said by several leads at all: the index tells which. */
function samePhone(ground: Looked, first: number, last: number): Arrival[] {
  const hashes = ground.db
    .prepare<[number], number>(
      `select phone_hash from leads indexed by leads_phone where phone_hash is not null group by phone_hash having count(*) >= ?`,
    )
    .pluck()
    .all(MANY_NAMES)
  return ground.db
    .prepare<[string, number, number], Arrival>(
      `select leads.id, source_id as sourceId, at, name, phone as key from json_each(?) as hashes
         join leads indexed by leads_phone on phone_hash = hashes.value join events on seq = received_seq
       where leads.id between ? and ? order by leads.id`,
    )
    .all(JSON.stringify(hashes), first, last)
}

/** Those who came again under another name were matched by their address: what tells is in the touch. */
function sameEmail(ground: Looked, from: EpochMs, to: EpochMs): Arrival[] {
  const touches = ground.db
    .prepare<[number, number], Arrival>(
      `select lead_id as id, json_extract(data, '$.sourceId') as sourceId, events.at, json_extract(data, '$.name') as name, leads.email as key
       from events indexed by events_matched join leads on leads.id = lead_id
       where type = 1 and undone_by is null and events.at >= ? and events.at < ? and json_extract(data, '$.by') = 'email'
         and json_extract(data, '$.name') is not null`,
    )
    .all(from, to)
  const own = ground.db.prepare<[number], Arrival>(
    `select leads.id, source_id as sourceId, at, name, email as key from leads join events on seq = received_seq where leads.id = ?`,
  )
  return [...touches, ...[...new Set(touches.map(({ id }) => id))].flatMap((id) => own.get(id) ?? [])]
}

function sameDevice(ground: Looked, from: EpochMs, to: EpochMs): Arrival[] {
  return ground.db
    .prepare<[number, number], Arrival>(
      `select leads.id, forms.source_id as sourceId, posts.at, name, device as key from posts join forms on forms.id = form_id
       join leads on leads.id = lead_id where device is not null and posts.at >= ? and posts.at < ?`,
    )
    .all(from, to)
}

function sameKey(ground: Looked, kind: Suspicion['kind'], arrivals: readonly Arrival[]): Sign[] {
  const groups = Map.groupBy(
    arrivals.filter(({ key, name }) => key !== null && name !== null),
    ({ sourceId, key }) => `${sourceId}\n${key}`,
  )
  return [...groups.values()].flatMap((group): Sign[] => {
    const names = new Map(group.map(({ name }) => [(name ?? '').toLowerCase(), name ?? '']))
    if (names.size < MANY_NAMES) return []
    return [signOf(ground, kind, kind === 'same-device' ? null : (group[0]?.key ?? null), [...names.values()], group)]
  })
}

type Came = { id: LeadId; sourceId: SourceId; seq: number }

function bursts(ground: Looked, first: number, last: number, from: EpochMs): Sign[] {
  const came = ground.db
    .prepare<[number, number], Came>(
      `select id, source_id as sourceId, received_seq as seq from leads where id between ? and ? and batch_id is null order by id`,
    )
    .all(leadAt(ground, from - HISTORY_MS), last)
  const timeOf = ground.db.prepare<[number], EpochMs>('select at from events where seq = ?').pluck()
  const at = ({ seq }: Came): EpochMs => timeOf.get(seq) ?? 0
  const nameOf = ground.db.prepare<[number], string | null>('select name from leads where id = ?').pluck()
  return [...Map.groupBy(came, ({ sourceId }) => sourceId).values()].flatMap((some) => {
    if (!mayCrowd(some, at)) return []
    const ofSource = some.map((one): Arrival => ({ id: one.id, sourceId: one.sourceId, at: at(one), name: null, key: null }))
    const usual = ofSource.length / spansOf(ofSource)
    return crowdsIn(ofSource).flatMap((crowd): Sign[] => {
      if ((crowd[0]?.id ?? 0) < first) return []
      if (crowd.length / spansOf(crowd) < BURST_TIMES * usual) return []
      return [signOf(ground, 'burst', null, [...new Set(crowd.flatMap(({ id }) => nameOf.get(id) ?? []))], crowd)]
    })
  })
}

/** In every crowd two arrivals that are half of one apart came within a span: so a look at every tenth tells where there is none. */
function mayCrowd(came: readonly Came[], at: (one: Came) => EpochMs): boolean {
  const half = BURST_LEADS / 2
  for (let index = half, before = came[0]; index < came.length; index += half) {
    const one = came[index] as Came
    if (before !== undefined && at(one) - at(before) < BURST_MS) return true
    before = one
  }
  return false
}

/** Runs of arrivals each of which is one of `BURST_LEADS` within a span; none is in two. They come in order of time. */
function crowdsIn(arrivals: readonly Arrival[]): Arrival[][] {
  const crowds: Arrival[][] = []
  let [begins, ends] = [0, 0]
  for (const [index, { at }] of arrivals.entries()) {
    const early = index - BURST_LEADS + 1
    const from = arrivals[early]
    if (from === undefined || at - from.at >= BURST_MS) continue
    if (early >= ends) {
      if (ends > 0) crowds.push(arrivals.slice(begins, ends))
      begins = early
    }
    ends = index + 1
  }
  if (ends > 0) crowds.push(arrivals.slice(begins, ends))
  return crowds
}

const spansOf = (arrivals: readonly Arrival[]): number =>
  Math.max(1, ((arrivals.at(-1)?.at ?? 0) - (arrivals[0]?.at ?? 0)) / BURST_MS)

function signOf(
  ground: Looked,
  kind: Suspicion['kind'],
  key: string | null,
  names: readonly string[],
  arrivals: readonly Arrival[],
): Sign {
  const sourceId = arrivals[0]?.sourceId as SourceId
  const ids = [...new Set(arrivals.map(({ id }) => id))].sort((a, b) => b - a)
  const times = arrivals.map(({ at }) => at)
  const told: Suspicion = {
    sourceId,
    source: ground.sources.get(sourceId)?.name ?? '',
    kind,
    key,
    names: names.slice(0, NAMES_TOLD),
    leads: arrivals.length,
    leadIds: ids.slice(0, LEADS_TOLD),
    from: Math.min(...times),
    to: Math.max(...times),
  }
  return { told, ids }
}
