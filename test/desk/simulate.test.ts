import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  DeskError,
  ImportOptions,
  type LeadDraft,
  type LeadId,
  type RepId,
  type RepProfile,
  type SimulationLeads,
  type SimulationReport,
  type SimulationUpdate,
} from '../../src-main/contract/index.ts'
import { logTouch } from '../../src-main/desk/log-touch.ts'
import { setStage } from '../../src-main/desk/set-stage.ts'
import type { RehearseRows } from '../../src-main/desk/simulate-file.ts'
import { simulateRules } from '../../src-main/desk/simulate-rules.ts'
import type { Intake } from '../../src-main/intake/open-intake.ts'
import { aFile } from '../intake/import-desk.ts'
import {
  addReps,
  aProfile,
  arrive,
  DAY,
  EVERYONE,
  HOUR,
  MINUTE,
  openTestDesk,
  openTestIntake,
  publish,
  START,
  type TestDesk,
} from '../helpers/open-test-desk.ts'
import { readTables } from '../helpers/open-test-store.ts'

const toPool = (given: Record<string, unknown> = {}): Record<string, unknown> => ({
  to: 'pool',
  pool: {},
  by: 'weighted',
  ...given,
})
const theDay = (days = 1): SimulationLeads => ({ kind: 'past', from: START - days * DAY, to: START + days * DAY })

const noFile: RehearseRows = () => Promise.reject(new Error('no file is asked for'))

async function updatesOf(
  test: TestDesk,
  document: unknown,
  leads: SimulationLeads,
  intake?: Intake,
): Promise<SimulationUpdate[]> {
  const updates: SimulationUpdate[] = []
  for await (const update of await simulateRules(test.desk, { document, leads }, intake?.rehearseRows ?? noFile))
    updates.push(update)
  return updates
}

async function simulate(
  test: TestDesk,
  rules: unknown[],
  leads: SimulationLeads = theDay(),
  intake?: Intake,
): Promise<SimulationReport> {
  const last = (await updatesOf(test, { version: 1, rules }, leads, intake)).at(-1)
  if (last?.kind !== 'report') throw new Error('a simulation ends with its report')
  return last.report
}

const leadsOf = ({ byRep }: SimulationReport['draft']): Record<string, number> =>
  Object.fromEntries(byRep.map(({ name, leads }) => [name, leads]))

describe('R35: leads of the past', () => {
  it('says who would get how many beside the published rules, and what moves', async () => {
    const test = await openTestDesk()
    await addReps(test, aProfile('Ann'), aProfile('Bob'))
    await publish(test)
    await arrive(test, [{ value: 10 }, { value: 20 }, { country: 'FR', value: 30, name: 'Zoé' }, { country: 'FR' }])
    const french = { name: 'French', when: { field: 'country', op: 'is', value: 'FR' }, then: { to: 'hold' } }
    const report = await simulate(test, [french, { name: 'Ann', then: { to: 'rep', rep: 'ann@team.example' } }])
    expect(report).toMatchObject({ kind: 'past', leads: 4, from: START - DAY, to: START + DAY })
    expect(leadsOf(report.published)).toEqual({ Ann: 2, Bob: 2 })
    expect(leadsOf(report.draft)).toEqual({ Ann: 2, Bob: 0 })
    expect([report.published.ruleset, report.draft.ruleset]).toEqual([1, null])
    expect(report.draft).toMatchObject({ waiting: 2, assigned: 2, leads: 4 })
    expect(report.moves.every(({ from, to }) => from !== to)).toBe(true)
    expect(report.moves.reduce((sum, { leads }) => sum + leads, 0)).toBe(report.moved)
    expect(report.examples.some(({ name, to }) => name === 'Zoé' && to === null)).toBe(true)
    expect(report.assumptions.length).toBeGreaterThan(2)
  })

  it('replays leads as they arrived: stages, answers and closings of then, without duplicates', async () => {
    const test = await openTestDesk()
    const [ann] = await addReps(test, aProfile('Ann', { capacity: 1 }))
    await publish(test)
    const [first] = await arrive(test, [{ name: 'First', receivedAt: START }])
    test.clock.moveBy(10 * MINUTE)
    await arrive(test, [{ name: 'Second', receivedAt: START + 5 * MINUTE }])
    await logTouch(test.desk, { leadId: first!.leadId, kind: 'attempt', actor: 'ann' })
    test.clock.moveBy(50 * MINUTE)
    await setStage(test.desk, { leadIds: [first!.leadId], stage: 'won', actor: 'ann' })
    test.clock.moveBy(HOUR)
    const past = []
    for await (const page of test.desk.store.eachPastLead(START - DAY, START + DAY)) past.push(...page)
    expect(past).toMatchObject([
      { repId: ann, attemptMs: 10 * MINUTE, closedMs: HOUR, facts: { name: 'First', stage: 'new', waitingSince: null } },
      { attemptMs: null, closedMs: null, facts: { name: 'Second', alreadyOfferedTo: [] } },
    ])
    expect(await test.desk.store.countLeads(START - DAY, START + DAY)).toBe(2)
    const report = await simulate(test, [{ name: 'Clock', then: toPool({ contactWithinMinutes: 5 }) }])
    // The second waits until the first is closed.
    expect(report.published.waits).toMatchObject({ leads: 1, longest: 55 * MINUTE })
    expect(report.published.breaches).toBeNull()
    expect(report.draft.breaches).toBe(2)
  })

  it('reads a period of any length in the order of arrival, a page at a time', async () => {
    const test = await openTestDesk()
    await addReps(test, aProfile('Ann'))
    await publish(test)
    const drafts = Array.from({ length: 1_203 }, (_, i) => ({
      score: (i * 37) % 101,
      receivedAt: START - ((i * 7_919) % 1_000) * MINUTE,
    }))
    await arrive(test, drafts)
    const received: number[] = []
    for await (const page of test.desk.store.eachPastLead(0, START)) received.push(...page.map(({ facts }) => facts.receivedAt))
    const wanted = drafts.map(({ receivedAt }) => receivedAt).filter((at) => at < START)
    expect(received).toEqual(wanted.sort((a, b) => a - b))
    expect(await test.desk.store.countLeads(0, START)).toBe(wanted.length)
  })

  it('knows hours and time off of today, also those of a day that is over', async () => {
    const test = await openTestDesk()
    const [ann] = await addReps(test, aProfile('Ann'), aProfile('Bob'))
    await publish(test)
    await test.desk.store.addTimeOff(ann!, START - HOUR, START + HOUR, null, { at: START, actor: 'test' })
    await arrive(test, [{ receivedAt: START }, { receivedAt: START + 2 * HOUR }, { receivedAt: START + 2 * HOUR }])
    test.clock.moveBy(DAY)
    expect(leadsOf((await simulate(test, [EVERYONE])).draft)).toEqual({ Ann: 1, Bob: 2 })
  })

  it('with the published rules on both sides nobody moves, and asked twice it says the same', async () => {
    const test = await openTestDesk()
    await addReps(test, aProfile('Ann', { weight: 2 }), aProfile('Bob', { capacity: 2 }))
    const rules = [
      { name: 'Hot', when: { field: 'score', op: 'gte', value: 80 }, then: toPool({ by: 'least-loaded' }) },
      EVERYONE,
    ]
    await publish(test, rules)
    await arrive(
      test,
      Array.from({ length: 30 }, (_, i) => ({ score: (i * 17) % 100 })),
    )
    const report = await simulate(test, rules)
    expect(report).toMatchObject({ moved: 0, moves: [], examples: [], leads: 30 })
    expect({ ...report.draft, ruleset: 1 }).toEqual(report.published)
    expect(await simulate(test, rules)).toEqual(report)
  })

  it('says so when there is nothing to try on', async () => {
    const test = await openTestDesk()
    await addReps(test, aProfile('Ann'))
    await publish(test)
    const report = await simulate(test, [EVERYONE])
    expect(report).toMatchObject({ leads: 0, moved: 0 })
    expect(report.draft).toMatchObject({ leads: 0, jain: null, fairShareGap: null, waits: { leads: 0, p50: null } })
  })
})

describe('R35: how it runs', () => {
  it('writes nothing', async () => {
    const test = await openTestDesk()
    await addReps(test, aProfile('Ann', { capacity: 3 }))
    await publish(test)
    await arrive(test, 10)
    const intake = await openTestIntake(test)
    const uploadId = await upload(intake, 'Name,Email\nMax,max@one.example\nPia,pia@two.example\n')
    const before = [readTables(join(test.folder, 'desk.db')), await test.desk.store.lastSeq()]
    await simulate(test, [{ name: 'New', then: { to: 'hold' } }])
    await simulate(test, [EVERYONE], { kind: 'file', uploadId, options: ImportOptions.parse({}) }, intake)
    expect([readTables(join(test.folder, 'desk.db')), await test.desk.store.lastSeq()]).toEqual(before)
    await intake.close()
  })

  it('refuses a draft that cannot work, before anything begins', async () => {
    const test = await openTestDesk()
    const refused = await simulate(test, [{ name: 'No', then: { to: 'pool', pool: { team: 'Nobody' } } }]).catch(
      (error: unknown) => error,
    )
    expect(refused).toBeInstanceOf(DeskError)
    expect(refused).toMatchObject({ code: 'ruleset-bad' })
  })

  it('tells how far it is at least every 250 ms, and lets others have their turn', async () => {
    const test = await openTestDesk()
    await addReps(test, ...['Ann', 'Bob', 'Cem'].map((name) => aProfile(name)))
    await publish(test)
    for (let i = 0; i < 6; i++) await arrive(test, 1_000)
    // So many that it takes several times as long as it may be silent, also where that is quick.
    const rules = Array.from({ length: 600 }, (_, i) => ({
      name: `Rule ${i}`,
      when: { field: 'message', op: 'contains', value: `no ${i}` },
      then: toPool(),
    }))
    // By this thread's own time: what neighbours on the same cores take is not the desk's.
    const now = (): number => {
      const { user, system } = process.threadCpuUsage()
      return (user + system) / 1_000
    }
    let longestTurn = 0
    let turnedAt = now()
    const beat = setInterval(() => {
      longestTurn = Math.max(longestTurn, now() - turnedAt)
      turnedAt = now()
    }, 1)
    const input = { document: { version: 1, rules: [...rules, EVERYONE] }, leads: theDay() }
    const kinds: string[] = []
    let longestSilence = 0
    let toldAt = now()
    for await (const update of await simulateRules(test.desk, input, noFile)) {
      longestSilence = Math.max(longestSilence, now() - toldAt)
      toldAt = now()
      kinds.push(update.kind)
      if (update.kind === 'progress') expect(update).toMatchObject({ total: 6_000 })
    }
    clearInterval(beat)
    expect(kinds.at(-1)).toBe('report')
    expect(kinds.length).toBeGreaterThan(1)
    expect(longestSilence).toBeLessThan(250)
    expect(longestTurn).toBeLessThan(250)
  })

  it('stops when the caller goes, and when it is told to', async () => {
    const test = await openTestDesk()
    await addReps(test, aProfile('Ann'))
    await publish(test)
    for (let i = 0; i < 5; i++) await arrive(test, 1_000)
    const input = { document: { version: 1, rules: [EVERYONE] }, leads: theDay() }
    const stop = new AbortController()
    const told = await simulateRules(test.desk, input, noFile, stop.signal)
    const pending = told.next()
    stop.abort()
    const begun = performance.now()
    expect(await pending).toEqual({ done: true, value: undefined })
    expect(performance.now() - begun).toBeLessThan(500)
    const left = await simulateRules(test.desk, input, noFile)
    await left.return()
    expect(await left.next()).toEqual({ done: true, value: undefined })
  })
})

async function upload(intake: Intake, text: string): Promise<Awaited<ReturnType<Intake['beginUpload']>>['uploadId']> {
  const bytes = Buffer.from(text)
  const { uploadId } = await intake.beginUpload({ name: 'leads.csv', bytes: bytes.length })
  await intake.appendUpload({ uploadId, offset: 0, base64: bytes.toString('base64') })
  return uploadId
}

const aRep = fc.record({
  weight: fc.constantFrom(1, 1, 2, 3),
  capacity: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null }),
  dailyCap: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null }),
  languages: fc.subarray(['de', 'fr']),
  team: fc.constantFrom('Sales', 'Other'),
  isPaused: fc.constantFrom(false, false, true),
})
const aThen = fc.record({
  by: fc.constantFrom('round-robin', 'weighted', 'least-loaded', 'longest-idle', 'claim', 'top-performer'),
  pool: fc.constantFrom({}, { team: 'Sales' }, { languages: 'lead' }),
  ownerFirst: fc.boolean(),
  dailyCapPerRep: fc.constantFrom(undefined, undefined, 2),
  acceptWithinMinutes: fc.constantFrom(undefined, undefined, 30),
})
const aRule = fc.record({
  when: fc.constantFrom(
    undefined,
    { field: 'language', op: 'is', value: 'de' },
    { field: 'score', op: 'gte', value: 50 },
    { field: 'isDuplicate', op: 'is', value: true },
  ),
  then: aThen,
  otherwise: fc.constantFrom('next', 'hold'),
})
const aLead = fc.record({
  person: fc.integer({ min: 1, max: 12 }),
  language: fc.constantFrom('de', 'fr', ''),
  score: fc.constantFrom('', '20', '90'),
})
const aCase = fc.record({
  reps: fc.array(aRep, { minLength: 1, maxLength: 4 }),
  published: fc.array(aRule, { maxLength: 2 }),
  draft: fc.array(aRule, { maxLength: 3 }),
  before: fc.array(aLead, { maxLength: 8 }),
  file: fc.array(aLead, { minLength: 1, maxLength: 15 }),
  route: fc.constantFrom('now', 'now', 'now', 'hold'),
  windowDays: fc.constantFrom(1, 90),
})
type Case = typeof aCase extends fc.Arbitrary<infer C> ? C : never
type CaseLead = Case['file'][number]

const rulesOf = (rules: Case['draft']): unknown[] => [
  ...rules.map(({ when, then, otherwise }, i) => ({
    name: `Rule ${i + 1}`,
    ...(when && { when }),
    then: { to: 'pool', ...Object.fromEntries(Object.entries(then).filter(([, value]) => value !== undefined)) },
    otherwise,
  })),
  { name: 'Rest', then: { to: 'hold' } },
]
/** Some share an address with someone before them, some a mailbox, some a telephone. */
const emailOf = ({ person }: CaseLead): string => (person === 12 ? 'info@shared.example' : `p${person}@person${person}.example`)
/** Values are powers of two: the sum of a rep's says which leads they have. */
const csvOf = (leads: readonly CaseLead[]): string =>
  [
    'Name,Email,Language,Score,Value',
    ...leads.map((lead, i) => [`Person ${lead.person}`, emailOf(lead), lead.language, lead.score, 2 ** i].join(',')),
  ].join('\n')
const draftOf = (lead: CaseLead): Partial<LeadDraft> => ({
  name: `Person ${lead.person}`,
  email: emailOf(lead),
  language: lead.language || null,
  score: lead.score === '' ? null : Number(lead.score),
})

describe('R35: leads of a file', () => {
  it('publishing the draft and importing the file does just what the simulation said', async () => {
    await fc.assert(
      fc.asyncProperty(aCase, async (one) => {
        await using test = await openTestDesk()
        const { store } = test.desk
        const intake = await openTestIntake(test)
        await addReps(
          test,
          ...one.reps.map((rep, i): RepProfile => aProfile(`Rep${i + 1}`, { ...rep, ...(i === 0 && { team: 'Sales' }) })),
        )
        await publish(test, rulesOf(one.published))
        // Some time ago, so that some are strangers again within a short window.
        if (one.before.length > 0) await arrive(test, one.before.map(draftOf))
        test.clock.moveBy(2 * DAY)
        await test.desk.drain()
        const settings = { duplicateWindowDays: one.windowDays }
        const draft = { version: 1, rules: rulesOf(one.draft), settings }
        const options = ImportOptions.parse({ route: one.route })
        const uploadId = await upload(intake, csvOf(one.file))
        const updates = await updatesOf(test, draft, { kind: 'file', uploadId, options }, intake)
        const last = updates.at(-1)
        if (last?.kind !== 'report') throw new Error('a simulation ends with its report')
        const { draft: said, published, ...report } = last.report
        for (const side of [said, published])
          expect(side.byRep.reduce((sum, rep) => sum + rep.leads, 0) + side.waiting + side.discarded).toBe(side.leads)

        await publish(test, draft.rules, { settings })
        const known = new Set<LeadId>()
        for await (const page of store.eachLead({})) for (const lead of page) known.add(lead.id)
        const { path, name } = aFile(csvOf(one.file))
        const imported = await intake.importFile({ file: { path, name }, options, actor: 'test' })
        expect(imported.added).toBe(said.leads)
        const byRep = new Map<RepId, { leads: number; value: number }>()
        let claims = 0
        let waiting = 0
        for await (const page of store.eachLead({})) {
          for (const { repId, status, offeredTo, value } of page.filter((lead) => !known.has(lead.id))) {
            const to = repId ?? (offeredTo.length === 1 ? offeredTo[0]! : null)
            const sum = to === null ? undefined : (byRep.get(to) ?? { leads: 0, value: 0 })
            if (to !== null && sum) byRep.set(to, { leads: sum.leads + 1, value: sum.value + (value ?? 0) })
            else if (status === 'offered') claims++
            else if (status === 'waiting') waiting++
          }
        }
        expect(said.waiting).toBe(waiting)
        expect(said.assigned).toBe(imported.added - waiting)
        // A claim is nobody's until somebody is first.
        const given = said.byRep.filter(({ leads }) => leads > 0)
        if (claims === 0) expect(new Map(given.map(({ repId, leads, value }) => [repId, { leads, value }]))).toEqual(byRep)
        else expect(given.reduce((sum, { leads }) => sum + leads, 0)).toBe(said.assigned)
        expect(report.moves.reduce((sum, { leads }) => sum + leads, 0)).toBe(report.moved)
        await intake.close()
      }),
      { numRuns: Number(process.env.LEAD_DESK_SEQUENCES ?? 40) },
    )
  }, 300_000)

  it('a lead that is matched to one of the desk counts on neither side', async () => {
    const test = await openTestDesk()
    await addReps(test, aProfile('Ann'))
    await publish(test)
    await arrive(test, [{ name: 'Max', email: 'max@one.example' }])
    const intake = await openTestIntake(test)
    const uploadId = await upload(intake, 'Name,Email\nMax,max@one.example\nPia,pia@two.example\n')
    const report = await simulate(test, [EVERYONE], { kind: 'file', uploadId, options: ImportOptions.parse({}) }, intake)
    expect(report).toMatchObject({ kind: 'file', leads: 1, moved: 0, from: null, to: null })
    expect([leadsOf(report.published), leadsOf(report.draft)]).toEqual([{ Ann: 1 }, { Ann: 1 }])
    await intake.close()
  })

  it('what waits on the desk is tried by the draft first, as publishing it would', async () => {
    const test = await openTestDesk()
    await addReps(test, aProfile('Ann', { capacity: 2 }))
    await publish(test, [{ name: 'Hold', then: { to: 'hold' } }])
    await arrive(test, 2)
    const intake = await openTestIntake(test)
    const uploadId = await upload(intake, 'Name,Email\nPia,pia@two.example\n')
    const report = await simulate(test, [EVERYONE], { kind: 'file', uploadId, options: ImportOptions.parse({}) }, intake)
    expect(report.draft).toMatchObject({ assigned: 0, waiting: 1 })
    await intake.close()
  })

  it('tells per lead who would have it: the owner of a file counts whatever the rules say', async () => {
    const test = await openTestDesk()
    await addReps(test, aProfile('Ann'), aProfile('Bob'))
    await publish(test)
    const intake = await openTestIntake(test)
    const uploadId = await upload(
      intake,
      'Name,Email,Owner\nPia,pia@two.example,bob@team.example\nMax,max@one.example,nobody@x.example\n',
    )
    const options = ImportOptions.parse({ route: 'owner-column' })
    const report = await simulate(test, [{ name: 'Hold', then: { to: 'hold' } }], { kind: 'file', uploadId, options }, intake)
    expect(leadsOf(report.draft)).toEqual({ Ann: 0, Bob: 1 })
    expect(report.draft).toMatchObject({ assigned: 1, waiting: 1, fairShareGap: 0 })
    expect(report.moved).toBe(0)
    await intake.close()
  })
})
