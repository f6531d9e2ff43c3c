import { describe, expect, test } from 'vitest'
import { contract, type LeadFilter, type RefusedBecause, type RepId, type Seq } from '../../src-main/contract/index.ts'
import { refuseUnlessAllowed } from '../../src-main/wire/allowed.ts'
import { callDesk } from '../../src-main/wire/call-desk.ts'
import { aRep, nextOf, NOW, refusalOf, transportNames, transports } from './connect.ts'
import { BOSS_PIN, guard, openTeam, type Team, windowOf } from './seats.ts'

/** What Mia, a rep, is told: null when she may. With two inputs, the first is let through and the second is not. */
interface Expected {
  locked: 'locked' | null
  rep: RefusedBecause | null
  input?: (team: Team) => unknown
  but?: { because: RefusedBecause; input: (team: Team) => unknown }
}
type Contract = typeof contract
type Table = { [Topic in keyof Contract]: { [Verb in keyof Contract[Topic]]: Expected } }

const anyone: Expected = { locked: null, rep: null }
const seated: Expected = { locked: 'locked', rep: null }
const managers: Expected = { locked: 'locked', rep: 'needs-manager' }
const her = (because: RefusedBecause, good: (team: Team) => unknown, bad: (team: Team) => unknown): Expected => ({
  ...seated,
  input: good,
  but: { because, input: bad },
})
const herself = her(
  'not-yourself',
  ({ mia, leads }) => ({ repId: mia, leadId: leads.offered }),
  ({ noah, leads }) => ({ repId: noah, leadId: leads.offered }),
)
const herLead = her(
  'not-your-lead',
  ({ leads }) => ({ leadId: leads.mias }),
  ({ leads }) => ({ leadId: leads.offered }),
)
const seenByHer = her(
  'not-your-lead',
  ({ leads }) => ({ leadId: leads.claim }),
  ({ leads }) => ({ leadId: leads.noahs }),
)
const numbered = { seqs: [9_999 as Seq] }
const all = <Verb extends string>(verbs: readonly Verb[], expected: Expected): Record<Verb, Expected> =>
  Object.fromEntries(verbs.map((verb) => [verb, expected])) as Record<Verb, Expected>

const table: Table = {
  desk: {
    watch: seated,
    info: anyone,
    ...all(['saveSettings', 'loadSample', 'leaveSample', 'backup', 'checkBackup', 'restore', 'logs'], managers),
  },
  person: { ...all(['list', 'here', 'signIn', 'resume', 'signOut'], anyone), setPin: herself },
  view: {
    save: her(
      'needs-manager',
      () => ({ isShared: false }),
      () => ({ isShared: true }),
    ),
    remove: her(
      'needs-manager',
      () => ({ viewId: 2 }),
      () => ({ viewId: 1 }),
    ),
  },
  window: { tell: seated, badge: anyone, savePdf: seated, speak: anyone },
  lead: {
    ...all(['page', 'count', 'stageTotals'], seated),
    ...all(['read', 'why'], seenByHer),
    ...all(['whatIf', 'edit', 'note', 'log'], herLead),
    setStage: her(
      'not-your-lead',
      ({ leads }) => ({ leadIds: [leads.mias] }),
      ({ leads }) => ({ leadIds: [leads.mias, leads.noahs] }),
    ),
    undo: her(
      'not-yourself',
      () => numbered,
      () => ({ seqs: [1 as Seq] }),
    ),
    ...all(['accept', 'decline'], herself),
    ...all(['add', 'assign', 'hold', 'discard', 'route', 'unpin', 'merge', 'possibleDuplicates', 'tellApart'], managers),
  },
  rep: {
    ...all(['setAvailability', 'read'], herself),
    ...all(['add', 'save', 'addTimeOff', 'removeTimeOff', 'addCalendar', 'removeCalendar', 'holidayRegions', 'import'], managers),
  },
  rule: all(
    [
      'read',
      'check',
      'publish',
      'versions',
      'readVersion',
      'readDraft',
      'saveDraft',
      'dropDraft',
      'compare',
      'simulate',
      'trial',
      'hits',
      'nextInTurn',
    ],
    managers,
  ),
  account: all(['list', 'import'], managers),
  intake: all(
    [
      'beginUpload',
      'appendUpload',
      'dropUpload',
      'look',
      'check',
      'rehearse',
      'import',
      'cancel',
      'report',
      'leftOut',
      'undo',
      'kind',
      'sampleMails',
      'importMails',
      'suspicions',
    ],
    managers,
  ),
  inbox: all(['list', 'test', 'sample', 'save', 'remove', 'check'], managers),
  mail: all(['page', 'read', 'accept', 'dismiss', 'reopen', 'templates', 'removeTemplate'], managers),
  form: all(['list', 'save', 'newKey', 'remove', 'door', 'saveDoor'], managers),
  report: all(['read', 'leads'], managers),
}

const procedures = Object.entries(table).flatMap(([topic, verbs]) =>
  Object.entries(verbs as Record<string, Expected>).map(([verb, expected]) => ({ path: [topic, verb], expected })),
)
const because = async (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => null,
    (thrown: { code?: string; data?: { because?: string } }) => (thrown.code === 'not-allowed' ? thrown.data?.because : thrown),
  )

describe('who may ask what', () => {
  test('every procedure of the contract is in the table', () => {
    const inContract = Object.entries(contract).flatMap(([topic, verbs]) => Object.keys(verbs).map((verb) => `${topic}.${verb}`))
    expect(procedures.map(({ path }) => path.join('.')).sort()).toEqual(inContract.sort())
  })

  test('a locked window, a rep and a manager are let through or refused as the table says', async () => {
    const team = await openTeam()
    const { running, mia, boss } = team
    const { store } = running.desk
    const step = { at: NOW, actor: 'test' }
    await store.saveView({ name: 'All', filter: {}, order: 'queue', repId: null }, null, step)
    await store.saveView({ name: 'Mine', filter: {}, order: 'queue', repId: mia }, null, step)
    const seats = {
      locked: { repId: null, role: 'rep', isLocked: true, email: null },
      rep: { repId: mia, role: 'rep', isLocked: false, email: 'mia@example.com' },
      nobody: { repId: null, role: 'manager', isLocked: false, email: null },
      manager: { repId: boss, role: 'manager', isLocked: false, email: 'boss@example.com' },
    } as const
    const found: Record<string, unknown> = {}
    const wanted: Record<string, unknown> = {}
    for (const { path, expected } of procedures) {
      const name = path.join('.')
      const ask = (seat: keyof typeof seats, input: unknown) => because(refuseUnlessAllowed(path, input, seats[seat], store))
      const input = expected.input?.(team)
      found[name] = {
        locked: await ask('locked', input),
        rep: await ask('rep', input),
        but: expected.but === undefined ? null : await ask('rep', expected.but.input(team)),
        nobody: await ask('nobody', input),
        manager: await ask('manager', input),
      }
      const { locked, rep, but } = expected
      wanted[name] = { locked, rep, but: but?.because ?? null, nobody: null, manager: null }
    }
    expect(found).toEqual(wanted)
  })

  test('a procedure nobody gave a gate is a manager’s', async () => {
    const { running, mia } = await openTeam()
    const rep = { repId: mia, role: 'rep', isLocked: false, email: 'mia@example.com' } as const
    for (const path of [['desk', 'explode'], ['__proto__', 'toString'], []])
      expect(await because(refuseUnlessAllowed(path, {}, rep, running.desk.store))).toBe('needs-manager')
  })

  test('the gate stands before the work: what is refused changed nothing', async () => {
    const team = await openTeam()
    await guard(team)
    const page = windowOf(team)
    const before = await team.running.desk.store.lastSeq()
    expect(await refusalOf(page.rep.setAvailability({ repId: team.mia, availability: 'away' }))).toEqual({
      code: 'not-allowed',
      data: { because: 'locked' },
      defined: true,
    })
    await page.person.signIn({ repId: team.mia })
    expect(await refusalOf(page.lead.assign({ leadIds: [team.leads.noahs], repId: team.mia }))).toMatchObject({
      data: { because: 'needs-manager' },
    })
    expect(await refusalOf(page.lead.accept({ leadId: team.leads.claim, repId: team.noah }))).toMatchObject({
      data: { because: 'not-yourself' },
    })
    expect(await refusalOf(page.lead.note({ leadId: 9_999, text: 'x' }))).toMatchObject({
      data: { because: 'not-your-lead' },
    })
    expect(await team.running.desk.store.lastSeq()).toBe(before)
    // Bad input is told as such, whoever asks.
    expect(await refusalOf(page.lead.note({ leadId: team.leads.mias, text: '' }))).toMatchObject({ code: 'bad-input' })
  })
})

describe('a seat', () => {
  test('is a manager’s while no manager has a PIN, and locked from then on', async () => {
    const team = await openTeam()
    const page = windowOf(team)
    expect(await page.person.here()).toEqual({ repId: null, role: 'manager', isLocked: false })
    await team.trusted.person.setPin({ repId: team.mia, pin: '1234' })
    expect(await page.person.here()).toMatchObject({ isLocked: false })
    await guard(team)
    expect(await page.person.here()).toEqual({ repId: null, role: 'rep', isLocked: true })
    expect(await page.person.list()).toEqual([
      { repId: team.boss, name: 'boss', team: null, role: 'manager', hasPin: true },
      { repId: team.mia, name: 'mia', team: null, role: 'rep', hasPin: true },
      { repId: team.noah, name: 'noah', team: null, role: 'rep', hasPin: false },
    ])
    await team.trusted.rep.save({ ...aRep('boss@example.com'), role: 'manager', isActive: false, repId: team.boss })
    expect(await page.person.here()).toMatchObject({ isLocked: false, role: 'manager' })
  })

  test('events name who did it, and nobody signed in is the manager', async () => {
    const team = await openTeam()
    const page = windowOf(team)
    const { seqs: before } = await page.lead.note({ leadId: team.leads.mias, text: 'one' })
    await page.person.signIn({ repId: team.mia })
    const { seqs } = await page.lead.note({ leadId: team.leads.mias, text: 'two' })
    const events = await team.running.desk.store.eventsAt([...before, ...seqs])
    expect(events.map(({ actor }) => actor)).toEqual(['manager', 'mia@example.com'])
  })

  test('of one window is not that of another, and a token carries it through a reload', async () => {
    const team = await openTeam()
    await guard(team)
    const [first, second] = [windowOf(team), windowOf(team)]
    const { token } = await first.person.signIn({ repId: team.boss, pin: BOSS_PIN })
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(await first.person.here()).toEqual({ repId: team.boss, role: 'manager', isLocked: false })
    expect(await second.person.here()).toMatchObject({ isLocked: true })
    expect(await second.person.resume({ token: 'of nobody' })).toMatchObject({ isLocked: true, repId: null })
    expect(await second.person.resume({ token })).toEqual({ repId: team.boss, role: 'manager', isLocked: false })
    await first.person.signOut()
    expect(await second.person.here()).toMatchObject({ isLocked: true })
    expect(await windowOf(team).person.resume({ token })).toMatchObject({ isLocked: true })
  })

  test('ends with a new PIN, but not at the window where it was set, and with leaving the team', async () => {
    const team = await openTeam()
    const [first, second] = [windowOf(team), windowOf(team)]
    const { token } = await first.person.signIn({ repId: team.mia })
    await second.person.resume({ token: (await second.person.signIn({ repId: team.mia })).token })
    await first.person.setPin({ repId: team.mia, pin: '2222' })
    expect(await first.person.here()).toMatchObject({ repId: team.mia })
    expect(await second.person.here()).toMatchObject({ repId: null })
    await team.trusted.rep.save({ ...aRep('mia@example.com'), isActive: false, repId: team.mia })
    expect(await first.person.here()).toMatchObject({ repId: null })
    await team.trusted.rep.save({ ...aRep('mia@example.com'), repId: team.mia })
    expect(await windowOf(team).person.resume({ token })).toMatchObject({ repId: null })
  })

  test('of a manager without a PIN is nobody’s once another manager has one', async () => {
    const team = await openTeam()
    const { repId: deputy } = await team.trusted.rep.add({ ...aRep('deputy@example.com'), role: 'manager' })
    const page = windowOf(team)
    await page.person.signIn({ repId: deputy })
    await guard(team)
    expect(await page.person.here()).toMatchObject({ repId: null, isLocked: true })
    expect(await refusalOf(page.person.signIn({ repId: deputy }))).toMatchObject({
      code: 'not-allowed',
      data: { because: 'needs-manager' },
    })
  })

  test('of whoever has the folder or the API’s token may everything, whatever PINs there are', async () => {
    const team = await openTeam()
    await guard(team)
    expect(await team.trusted.lead.count({ filter: {} })).toEqual({ count: 5, isMore: false })
    const server = await team.running.serve({ pageFolder: team.running.dataFolder })
    const ask = (path: string, body: object) =>
      fetch(`http://127.0.0.1:${server.port}/api/${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    expect(await (await ask('lead/count', { filter: {} })).json()).toEqual({ count: 5, isMore: false })
    await server.close()
  })

  for (const name of transportNames) {
    test(`is one a connection, over ${name}`, async () => {
      const team = await openTeam()
      await guard(team)
      const [one, other] = [await transports[name](team.running), await transports[name](team.running)]
      await one.client.person.signIn({ repId: team.mia })
      expect(await one.client.person.here()).toEqual({ repId: team.mia, role: 'rep', isLocked: false })
      expect(await refusalOf(other.client.lead.page({}))).toMatchObject({ data: { because: 'locked' } })
    })
  }
})

describe('a PIN', () => {
  const wrong = (page: ReturnType<typeof windowOf>, repId: RepId, pin = '0000') => refusalOf(page.person.signIn({ repId, pin }))

  test('is asked of who has one; five wrong tries are free, then each one doubles the wait', async () => {
    const team = await openTeam()
    await guard(team)
    const page = windowOf(team)
    const waits: unknown[] = []
    for (let tries = 0; tries < 8; tries++) {
      const { code, data } = await wrong(page, team.boss)
      expect(code).toBe('pin-wrong')
      const { waitSeconds } = data as { waitSeconds: number }
      waits.push(waitSeconds)
      team.clock.moveBy(waitSeconds * 1_000)
    }
    expect(waits).toEqual([0, 0, 0, 0, 0, 30, 60, 120])
    await page.person.signIn({ repId: team.boss, pin: BOSS_PIN })
    // The right one forgets the wrong ones.
    expect(await wrong(windowOf(team), team.boss)).toMatchObject({ data: { waitSeconds: 0 } })
  })

  test('is not even looked at before the wait is over, which outlives the desk', async () => {
    const team = await openTeam()
    await guard(team)
    for (let tries = 0; tries < 6; tries++) await wrong(windowOf(team), team.boss)
    team.clock.moveBy(10_000)
    expect(await wrong(windowOf(team), team.boss, BOSS_PIN)).toMatchObject({ code: 'pin-wrong', data: { waitSeconds: 20 } })
    await team.reopen()
    expect(await wrong(windowOf(team), team.boss, BOSS_PIN)).toMatchObject({ code: 'pin-wrong', data: { waitSeconds: 20 } })
    team.clock.moveBy(20_000)
    await windowOf(team).person.signIn({ repId: team.boss, pin: BOSS_PIN })
  })

  test('gains nothing from many tries at once', async () => {
    const team = await openTeam()
    await guard(team)
    const answers = await Promise.all(Array.from({ length: 8 }, () => wrong(windowOf(team), team.boss)))
    expect(answers.filter(({ data }) => (data as { waitSeconds: number }).waitSeconds === 0)).toHaveLength(5)
    expect(await team.running.desk.store.pinOf(team.boss)).toMatchObject({ wrong: 6 })
  })

  test('asked without one nothing is counted', async () => {
    const team = await openTeam()
    await guard(team)
    expect(await refusalOf(windowOf(team).person.signIn({ repId: team.boss }))).toMatchObject({
      code: 'pin-wrong',
      data: { waitSeconds: 0 },
    })
    expect(await team.running.desk.store.pinOf(team.boss)).toMatchObject({ wrong: 0 })
  })

  test('is nowhere in the database, and two alike are kept differently', async () => {
    const team = await openTeam()
    await team.trusted.person.setPin({ repId: team.boss, pin: '471147114711' })
    await team.trusted.person.setPin({ repId: team.mia, pin: '471147114711' })
    const { store } = team.running.desk
    const [one, other] = [await store.pinOf(team.boss), await store.pinOf(team.mia)]
    expect(one.hash).toMatch(/^scrypt\$/)
    expect(one.hash).not.toBe(other.hash)
    expect(JSON.stringify([one, other, await store.snapshot(NOW)])).not.toContain('471147114711')
  })

  test('of the manager can be taken away by a rep with no trick', async () => {
    const team = await openTeam()
    await guard(team)
    const page = windowOf(team)
    await page.person.signIn({ repId: team.mia })
    expect(await refusalOf(page.person.setPin({ repId: team.boss, pin: null }))).toMatchObject({
      data: { because: 'not-yourself' },
    })
    await page.person.signOut()
    expect(await refusalOf(page.person.setPin({ repId: team.mia, pin: '1111' }))).toMatchObject({ data: { because: 'locked' } })
  })
})

describe('what a rep sees', () => {
  const signedIn = async (team: Team, repId: RepId) => {
    const page = windowOf(team)
    await page.person.signIn({ repId })
    return page
  }
  const idsOf = (leads: readonly { id: number }[]) => leads.map(({ id }) => id).sort((a, b) => a - b)

  test('in lists and counts: its own leads and those it is offered, page by page', async () => {
    const team = await openTeam()
    const { mias, offered, claim } = team.leads
    const page = await signedIn(team, team.mia)
    const whole = await page.lead.page({})
    expect(idsOf(whole.leads)).toEqual([mias, offered, claim].sort((a, b) => a - b))
    expect(whole.next).toBeNull()
    expect(await page.lead.count({ filter: {} })).toEqual({ count: 3, isMore: false })
    for (const order of ['queue', 'newest'] as const) {
      const seen: number[] = []
      let after: string | null = null
      do {
        const one: Awaited<ReturnType<typeof page.lead.page>> = await page.lead.page({
          order,
          limit: 1,
          ...(after === null ? {} : { after }),
        })
        seen.push(...one.leads.map(({ id }) => id))
        after = one.next
      } while (after !== null)
      expect(
        seen.sort((a, b) => a - b),
        order,
      ).toEqual(idsOf(whole.leads))
    }
    expect((await page.lead.page({ filter: { repId: team.noah } })).leads).toEqual([])
    expect((await page.lead.page({ filter: { offeredTo: team.noah } })).leads).toEqual([])
    expect((await page.lead.page({ filter: { repIds: [team.noah] } })).leads).toEqual([])
    expect((await page.lead.page({ filter: { leadIds: [team.leads.noahs, team.leads.waiting] } })).leads).toEqual([])
    expect((await page.lead.page({ filter: { text: 'Bob' } })).leads).toEqual([])
    expect(idsOf((await page.lead.page({ filter: { text: 'Dora' } })).leads)).toEqual([claim])
    expect(idsOf((await page.lead.page({ filter: { repId: team.mia }, order: 'due' })).leads)).toEqual(
      idsOf([{ id: mias }, { id: offered }]),
    )
    expect(idsOf((await page.lead.page({ filter: { offeredTo: team.mia } })).leads)).toEqual(
      idsOf([{ id: offered }, { id: claim }]),
    )
    expect(await page.lead.count({ filter: { repId: team.noah } })).toEqual({ count: 0, isMore: false })
    const totals = await page.lead.stageTotals({ filter: {} })
    expect(totals.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(2)
    expect(await page.lead.stageTotals({ filter: { repId: team.noah } })).toEqual(
      totals.map((total) => ({ ...total, count: 0, sums: [] })),
    )
  })

  test('finds no offer by what is masked of it, and its own lead by everything', async () => {
    const team = await openTeam()
    const { offered, claim } = team.leads
    await team.trusted.lead.note({ leadId: claim, text: 'Ask for Hubertus' })
    const page = await signedIn(team, team.mia)
    const found = async (text: string, filter: LeadFilter = {}) => {
      const { leads, next } = await page.lead.page({ filter: { ...filter, text } })
      expect(next, text).toBeNull()
      expect(await page.lead.count({ filter: { ...filter, text } }), text).toEqual({ count: leads.length, isMore: false })
      return idsOf(leads)
    }
    for (const text of ['example', '15112345612', '151', 'home', 'Hubertus', 'cleo@cleo.example', 'dora example'])
      expect(await found(text), text).not.toEqual(expect.arrayContaining([expect.toBeOneOf([offered, claim])]))
    for (const filter of [{}, { repId: team.mia }, { status: ['offered' as const] }, { offeredTo: team.mia }])
      expect(await found('cle', filter)).toEqual([offered])
    expect(await found('DÓRA')).toEqual([claim])
    expect(await found('dora', { hasOwner: true })).toEqual([])
    expect(await found('dora', { repId: team.noah })).toEqual([])
    await page.lead.accept({ leadId: claim, repId: team.mia })
    expect(await found('15112345612')).toContain(claim)
    expect(await found('Hubertus')).toEqual([claim])
  })

  test('not how to reach a lead it has not accepted: in lists, in the lead, in why', async () => {
    const team = await openTeam()
    const page = await signedIn(team, team.mia)
    await team.trusted.lead.note({ leadId: team.leads.waiting, text: 'x' })
    for (const [leadId, name] of [
      [team.leads.offered, 'cleo'],
      [team.leads.claim, 'dora'],
    ] as const) {
      const detail = await page.lead.read({ leadId })
      expect(detail.card).toMatchObject({ email: `${name[0]}…@${name}.example`, phone: '+49 … 12' })
      expect(detail.fields).toMatchObject({ email: `${name[0]}…@${name}.example`, phone: '+49 … 12', message: null, custom: {} })
      expect(detail).toMatchObject({ raw: null, mails: [] })
      const all = JSON.stringify([
        detail,
        await page.lead.why({ leadId }),
        await page.lead.page({ filter: { status: ['offered'] } }),
      ])
      for (const secret of [`${name}@${name}`, '15112345612', 'at home', '30123456']) expect(all, secret).not.toContain(secret)
    }
    await page.lead.accept({ leadId: team.leads.claim, repId: team.mia })
    expect(await page.lead.read({ leadId: team.leads.claim })).toMatchObject({
      card: { email: 'dora@dora.example', phone: '+4915112345612' },
      fields: { message: 'Call Dora at home' },
    })
  })

  test('nor what a rule quotes of an offer’s message and of fields of its own, by its beginning', async () => {
    const team = await openTeam()
    const hold = { to: 'hold' }
    await team.trusted.rule.publish({
      document: {
        version: 1,
        rules: [
          { name: 'Demos', when: { field: 'message', op: 'contains', value: 'demo' }, then: hold },
          { name: 'Hotline', when: { field: 'custom.Second phone', op: 'is', value: 'none' }, then: hold },
          { name: 'To Mia', then: { to: 'rep', rep: 'mia@example.com', acceptWithinMinutes: 30 } },
        ],
      },
    })
    const message = `My private number is 0151 9999 and I would like to hear ${'more '.repeat(20)}`
    const { leadId } = await team.trusted.lead.add({
      name: 'Fay',
      email: 'fay@fay.example',
      message,
      custom: { 'Second phone': '+4930777777' },
    })
    expect(JSON.stringify(await team.trusted.lead.why({ leadId }))).toContain('0151 9999')
    const page = await signedIn(team, team.mia)
    const why = JSON.stringify(await page.lead.why({ leadId }))
    expect(why).toContain('Demos')
    for (const secret of ['0151 9999', '777777', 'private']) expect(why, secret).not.toContain(secret)
  })

  test('in the snapshot: its own leads and offers masked, everybody’s views and its own', async () => {
    const team = await openTeam()
    await team.trusted.view.save({ name: 'All', filter: {}, order: 'queue', isShared: true })
    const page = await signedIn(team, team.mia)
    await page.view.save({ name: 'Mine', filter: {}, order: 'newest', isShared: false })
    const noah = await signedIn(team, team.noah)
    const update = await nextOf(await page.desk.watch({}))
    if (update.kind !== 'snapshot') throw new Error('no snapshot')
    expect(idsOf(update.snapshot.leads)).toEqual(
      idsOf([team.leads.mias, team.leads.offered, team.leads.claim].map((id) => ({ id }))),
    )
    expect(update.snapshot.leads.find(({ id }) => id === team.leads.claim)).toMatchObject({ email: 'd…@dora.example' })
    expect(update.snapshot.views.map(({ name }) => name)).toEqual(['All', 'Mine'])
    expect(update.snapshot.reps).toHaveLength(3)
    expect(update.snapshot.counts.waiting).toBe(1)
    const others = await nextOf(await noah.desk.watch({}))
    expect(others.kind === 'snapshot' && others.snapshot.views.map(({ name }) => name)).toEqual(['All'])
    const nobody = await nextOf(await windowOf(team).desk.watch({}))
    expect(nobody.kind === 'snapshot' && nobody.snapshot.views.map(({ name }) => name)).toEqual(['All'])
  })

  test('of changes: nothing of others’ leads but that they are not its own', async () => {
    const team = await openTeam()
    const { trusted, leads } = team
    const page = await signedIn(team, team.mia)
    const updates = await page.desk.watch({})
    await nextOf(updates)

    await trusted.lead.note({ leadId: leads.noahs, text: 'secret of Bob' })
    const noted = await nextOf(updates)
    expect(noted).toMatchObject({ kind: 'changes', leads: [], events: [], removedLeads: [leads.noahs] })

    await trusted.lead.note({ leadId: leads.claim, text: 'call 030 1234' })
    const masked = await nextOf(updates)
    expect(masked).toMatchObject({
      events: [{ type: 'lead-noted', data: { text: '…' } }],
      leads: [{ id: leads.claim, phone: '+49 … 12' }],
    })

    await trusted.lead.assign({ leadIds: [leads.mias], repId: team.noah })
    const lost = await nextOf(updates)
    if (lost.kind !== 'changes') throw new Error('no changes')
    expect(lost).toMatchObject({ leads: [], removedLeads: [leads.mias] })
    expect(lost.events).toMatchObject([{ type: 'lead-assigned', leadId: leads.mias, data: { from: team.mia } }])
    expect(Object.keys(lost.events[0]?.data ?? {})).toEqual(['from'])
    expect(idsOf(lost.reps)).toEqual([team.mia, team.noah])

    await trusted.lead.accept({ leadId: leads.claim, repId: team.noah })
    expect(await nextOf(updates)).toMatchObject({ leads: [], removedLeads: [leads.claim] })
    await trusted.lead.assign({ leadIds: [leads.waiting], repId: team.mia })
    expect(await nextOf(updates)).toMatchObject({ leads: [{ id: leads.waiting, email: 'emil@emil.example' }], removedLeads: [] })
  })

  test('may take back its own step on its own lead, and no other’s', async () => {
    const team = await openTeam()
    const page = await signedIn(team, team.mia)
    const theirs = await team.trusted.lead.setStage({ leadIds: [team.leads.mias], stage: 'contacted' })
    const { seqs } = await page.lead.setStage({ leadIds: [team.leads.mias], stage: 'qualified' })
    expect(await refusalOf(page.lead.undo({ seqs: theirs.seqs }))).toMatchObject({ data: { because: 'not-yourself' } })
    await page.lead.undo({ seqs })
    const more = await page.lead.setStage({ leadIds: [team.leads.mias], stage: 'qualified' })
    await team.trusted.lead.assign({ leadIds: [team.leads.mias], repId: team.noah })
    expect(await refusalOf(page.lead.undo({ seqs: more.seqs }))).toMatchObject({ data: { because: 'not-your-lead' } })
  })

  test('a view of another’s is not there for anybody', async () => {
    const team = await openTeam()
    const mia = await signedIn(team, team.mia)
    const { viewId } = await mia.view.save({ name: 'Mine', filter: {}, order: 'newest', isShared: false })
    expect(await refusalOf(team.trusted.view.remove({ viewId }))).toMatchObject({ code: 'view-not-found' })
    const noah = await signedIn(team, team.noah)
    expect(await refusalOf(noah.view.remove({ viewId }))).toMatchObject({ data: { because: 'not-yourself' } })
    expect(await refusalOf(noah.view.remove({ viewId: 77 }))).toMatchObject({ code: 'view-not-found' })
    await mia.view.remove({ viewId })
  })
})

describe('who watches', () => {
  const endOf = async (updates: AsyncIterator<unknown>): Promise<boolean> => (await updates.next()).done === true

  test('hears nothing more when somebody else sits down, stands up, or locks the desk', async () => {
    const team = await openTeam()
    const page = windowOf(team)
    const asManager = await page.desk.watch({})
    await nextOf(asManager)
    await page.person.signIn({ repId: team.mia })
    expect(await endOf(asManager)).toBe(true)

    const asMia = await page.desk.watch({})
    await nextOf(asMia)
    await page.person.signOut()
    expect(await endOf(asMia)).toBe(true)

    const asNobody = await page.desk.watch({})
    await nextOf(asNobody)
    await guard(team)
    expect(await endOf(asNobody)).toBe(true)
    expect(await refusalOf(Promise.resolve(page.desk.watch({})).then((updates) => nextOf(updates)))).toMatchObject({
      data: { because: 'locked' },
    })
  })

  test('hears nothing more when the team lets them go, or makes them a manager', async () => {
    const team = await openTeam()
    for (const change of [{ role: 'manager' as const }, { isActive: false }]) {
      const page = windowOf(team)
      await page.person.signIn({ repId: team.mia })
      const updates = await page.desk.watch({})
      await nextOf(updates)
      await team.trusted.rep.save({ ...aRep('mia@example.com'), ...change, repId: team.mia })
      expect(await endOf(updates)).toBe(true)
      await team.trusted.rep.save({ ...aRep('mia@example.com'), repId: team.mia })
    }
  })

  test('is not disturbed by others who sit down elsewhere', async () => {
    const team = await openTeam()
    const page = windowOf(team)
    await page.person.signIn({ repId: team.mia })
    const updates = await page.desk.watch({})
    await nextOf(updates)
    await windowOf(team).person.signIn({ repId: team.noah })
    await page.lead.note({ leadId: team.leads.mias, text: 'still here' })
    expect(await nextOf(updates)).toMatchObject({ kind: 'changes', events: [{ type: 'lead-noted' }] })
  })

  test('whose connection is taken away leaves no listener behind', async () => {
    const team = await openTeam()
    const listening = new Set<unknown>()
    const { seats } = team.running
    const counted = {
      ...team.running,
      seats: {
        ...seats,
        onChange(listener: () => void) {
          const stop = seats.onChange(listener)
          listening.add(listener)
          return () => {
            listening.delete(listener)
            stop()
          }
        },
      },
    }
    const updates = await callDesk(counted, { actor: 'manager', runsIn: 'window' }).desk.watch({})
    await nextOf(updates)
    expect(listening.size).toBe(1)
    await updates.return?.()
    expect(listening.size).toBe(0)
  })
})
