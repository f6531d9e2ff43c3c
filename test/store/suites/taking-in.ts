import { describe, expect, it } from 'vitest'
import type { LeadId } from '../../../src-main/contract/index.ts'
import { aRouter, anIncomingLead } from '../../helpers/desk-records.ts'
import { DAY, HOUR, NOON, type OpenTestStore, addReps, arrive, arriveOne, cardOf, step } from '../../helpers/open-test-store.ts'

export function takingInSuite(open: OpenTestStore): void {
  describe('taking in', () => {
    it('gives a new lead to a rep, and says so in one event', async () => {
      const test = await open()
      const [ada] = await addReps(test, { name: 'Ada' })
      const before = await test.store.lastSeq()
      const taken = await arrive(test, [anIncomingLead({ name: 'Jo Doe', email: 'jo@acme.example', score: 90 })])
      expect(taken).toEqual([{ outcome: 'added', leadId: 1, status: 'assigned', repId: ada }])
      const changes = await test.store.changesAfter(before, 10, NOON)
      expect(changes?.events).toEqual([
        {
          seq: before + 1,
          at: NOON,
          type: 'lead-received',
          actor: 'desk',
          leadId: 1,
          repId: ada,
          data: {
            by: 'rule',
            outcome: 'assigned',
            ruleId: 'everyone',
            rule: 'Everyone',
            method: 'weighted',
            waitCode: null,
            detail: null,
          },
        },
      ])
      expect(changes?.leads[0]).toMatchObject({
        id: 1,
        name: 'Jo Doe',
        grade: 'hot',
        repId: ada,
        rule: 'Everyone',
        source: 'web',
      })
      expect(changes?.reps[0]).toMatchObject({ id: ada, openLeads: 1, givenToday: 1, lastGivenAt: NOON })
    })

    it('R30 knows a person by what a later touch brought, and forgets it with the import that did', async () => {
      const test = await open()
      await arriveOne(test, anIncomingLead({ name: 'Eva Ray', email: 'eva@example.org' }))
      const sourceId = await test.store.openSource('fair.csv', 'file', NOON)
      const batchId = await test.store.startBatch({
        sourceId,
        file: 'fair.csv',
        bytes: 1,
        at: NOON,
        actor: 'manager',
        encoding: 'utf-8',
        delimiter: ',',
        columns: [],
      })
      const both = { name: 'Eva Ray', email: 'eva@example.org', phone: '+4930123456', company: 'Ray GmbH' }
      expect(await arrive(test, [anIncomingLead(both)], { sourceId, batchId })).toMatchObject([{ outcome: 'matched', leadId: 1 }])
      await test.store.finishBatch(batchId, 'finished', null, NOON)
      expect(await cardOf(test, 1 as LeadId)).toMatchObject({ phone: '+4930123456', company: 'Ray GmbH' })
      const { timeline } = await test.store.leadDetail(1 as LeadId)
      expect(timeline[0]?.data).toMatchObject({ by: 'email', fields: ['phone', 'company'] })
      expect((await test.store.leadPage({ text: 'ray gmbh' }, 'newest', null, 5)).leads).toHaveLength(1)
      const byPhone = { name: 'Eva Ray', phone: '+4930123456' }
      expect(await arrive(test, [anIncomingLead(byPhone)])).toMatchObject([{ outcome: 'matched', leadId: 1 }])
      await test.store.undoBatch(batchId, 100, step())
      expect(await cardOf(test, 1 as LeadId)).toMatchObject({ phone: null, company: null })
      expect(await arrive(test, [anIncomingLead(byPhone)])).toMatchObject([{ outcome: 'added' }])
    })

    it('R30 stays the customer it is by its website when a merge brought an address, and when it is taken back', async () => {
      const test = await open()
      await test.store.importAccounts(
        [{ company: 'Acme', domains: ['acme.example'], ownerEmail: null, status: 'existing' }],
        step(),
      )
      const site = { website: 'https://acme.example', phone: '+49301' }
      const acme = await arriveOne(test, anIncomingLead(site, { domainKey: 'acme.example' }))
      const other = await arriveOne(test, anIncomingLead({ email: 'jo@else.example' }))
      const status = async () => (await test.store.leadFacts(acme)).customerStatus
      expect(await status()).toBe('existing')
      const seqs = await test.store.merge(acme, other, aRouter(), step())
      expect([await status(), (await cardOf(test, acme)).email]).toEqual(['existing', 'jo@else.example'])
      await test.store.undo(seqs, step())
      expect([await status(), (await cardOf(test, acme)).email]).toEqual(['existing', null])
    })

    it('R30 takes whoever comes by the keys of a merged lead for the one that stayed', async () => {
      const test = await open()
      const [ada] = await addReps(test, { name: 'Ada' })
      const eva = await arriveOne(test, anIncomingLead({ name: 'Eva Ray', email: 'eva@example.org', phone: '+49301' }))
      const ray = await arriveOne(test, anIncomingLead({ name: 'E. Ray', email: 'ray@example.org', phone: '+49302' }))
      const old = await arriveOne(test, anIncomingLead({ name: 'Old Ray', email: 'old@example.org' }))
      await test.store.merge(ray, old, aRouter(), step())
      const seqs = await test.store.merge(eva, ray, aRouter(), step())
      const again = async (lead: object) => (await arrive(test, [anIncomingLead(lead)]))[0]
      expect(await again({ name: 'E. Ray', phone: '+49302' })).toEqual({ outcome: 'matched', leadId: eva })
      expect(await again({ email: 'old@example.org' })).toEqual({ outcome: 'matched', leadId: eva })
      const [touch] = (await test.store.eventsOf(eva)).slice(-1)
      expect(touch).toMatchObject({ type: 'lead-matched', repId: ada })
      await test.store.undo(seqs, step())
      expect(await again({ name: 'E. Ray', phone: '+49302' })).toEqual({ outcome: 'matched', leadId: ray })
    })

    it('R14 R12 gives out turns by weight within a batch and across restarts', async () => {
      const test = await open()
      const [ada, tom] = await addReps(test, { name: 'Ada', weight: 1 }, { name: 'Tom', weight: 3 })
      const owners: unknown[] = []
      for (let round = 0; round < 4; round++) {
        owners.push(...(await arrive(test, [anIncomingLead(), anIncomingLead()])).map((one) => 'repId' in one && one.repId))
        await test.reopen()
      }
      expect(owners.filter((owner) => owner === ada)).toHaveLength(2)
      expect(owners.filter((owner) => owner === tom)).toHaveLength(6)
    })

    it('R12 keeps a capacity within one batch', async () => {
      const test = await open()
      await addReps(test, { name: 'Ada', capacity: 2 })
      const taken = await arrive(test, [anIncomingLead(), anIncomingLead(), anIncomingLead()])
      expect(taken.map((one) => 'status' in one && one.status)).toEqual(['assigned', 'assigned', 'waiting'])
    })

    it('R31 edge case 14: the same thing arriving twice is one lead, and no second touch', async () => {
      const test = await open()
      const lead = anIncomingLead({ name: 'Jo' }, { key: 'mail-1' })
      const leadId = await arriveOne(test, lead)
      const seq = await test.store.lastSeq()
      expect(await arrive(test, [lead, lead])).toEqual([
        { outcome: 'matched', leadId },
        { outcome: 'matched', leadId },
      ])
      expect(await test.store.lastSeq()).toBe(seq)
    })

    it('R31 one key from two sources is two things', async () => {
      const test = await open()
      await arriveOne(test, anIncomingLead({ name: 'Jo' }, { key: '1' }))
      const other = await test.store.openSource('fair', 'file', NOON)
      const [taken] = await arrive(test, [anIncomingLead({ name: 'Bo' }, { key: '1' })], { sourceId: other })
      expect(taken?.outcome).toBe('added')
    })

    it('R30 the same e-mail is a second touch on the first lead, told to its owner; it brings what was not known and changes nothing else', async () => {
      const test = await open()
      const [ada] = await addReps(test, { name: 'Ada' })
      const leadId = await arriveOne(test, anIncomingLead({ email: 'jo@acme.example' }))
      const before = await cardOf(test, leadId)
      const [taken] = await arrive(test, [anIncomingLead({ email: 'jo@acme.example', name: 'Jo Doe', city: 'Rome' })], {
        at: NOON + DAY,
      })
      expect(taken).toEqual({ outcome: 'matched', leadId })
      expect(await cardOf(test, leadId)).toEqual({ ...before, name: 'Jo Doe', city: 'Rome' })
      expect((await test.store.eventsOf(leadId)).at(-1)).toMatchObject({
        type: 'lead-matched',
        repId: ada,
        data: { by: 'email', sourceId: 1 },
      })
    })

    it('R30 doubles within one batch are matched too', async () => {
      const test = await open()
      const twice = { email: 'jo@acme.example' }
      const taken = await arrive(test, [anIncomingLead(twice), anIncomingLead(twice)])
      expect(taken.map((one) => [one.outcome, one.leadId])).toEqual([
        ['added', 1],
        ['matched', 1],
      ])
    })

    it('R30 beyond the window it is a new lead, known to be the same person', async () => {
      const test = await open()
      const [ada] = await addReps(test, { name: 'Ada' })
      await arriveOne(test, anIncomingLead({ email: 'jo@acme.example' }))
      const again = await arriveOne(test, anIncomingLead({ email: 'jo@acme.example' }), { at: NOON + 91 * DAY })
      expect(again).toBe(2)
      expect(await test.store.leadFacts(again)).toMatchObject({ ownerRepId: ada, isDuplicate: false, customerStatus: 'new' })
    })

    it('R30 a touch keeps the window open', async () => {
      const test = await open()
      const leadId = await arriveOne(test, anIncomingLead({ email: 'jo@acme.example' }))
      await test.store.log(leadId, 'attempt', step(NOON + 60 * DAY))
      expect(await arriveOne(test, anIncomingLead({ email: 'jo@acme.example' }), { at: NOON + 120 * DAY })).toBe(leadId)
    })

    it('R30 a person whose lead was won comes back as a new lead of a customer, owner first', async () => {
      const test = await open()
      const [ada] = await addReps(test, { name: 'Ada' })
      const leadId = await arriveOne(test, anIncomingLead({ email: 'jo@acme.example' }))
      await test.store.setStage([leadId], 'won', step())
      const again = await arriveOne(test, anIncomingLead({ email: 'jo@acme.example' }), { at: NOON + HOUR })
      expect(again).not.toBe(leadId)
      expect(await test.store.leadFacts(again)).toMatchObject({ customerStatus: 'existing', ownerRepId: ada, isDuplicate: false })
    })

    it('R30 a shared address is only possibly the same', async () => {
      const test = await open()
      const first = await arriveOne(test, anIncomingLead({ email: 'info@acme.example', name: 'Jo' }, { isSharedEmail: true }))
      const second = await arriveOne(test, anIncomingLead({ email: 'info@acme.example', name: 'Bo' }, { isSharedEmail: true }))
      expect((await cardOf(test, second)).possibleDuplicateOf).toBe(first)
      expect((await test.store.leadFacts(second)).isDuplicate).toBe(true)
    })

    it('R30 one telephone with one name is the same person, with two names only possibly', async () => {
      const test = await open()
      const phone = '+49301234567'
      const first = await arriveOne(test, anIncomingLead({ phone, name: 'Jo Doe' }))
      expect(await arriveOne(test, anIncomingLead({ phone, name: 'jo doe' }))).toBe(first)
      expect(await arriveOne(test, anIncomingLead({ phone }))).toBe(first)
      const other = await arriveOne(test, anIncomingLead({ phone, name: 'Bo Ray' }))
      expect(other).not.toBe(first)
      expect((await cardOf(test, other)).possibleDuplicateOf).toBe(first)
    })

    it('knows the owner of an account by its domain', async () => {
      const test = await open()
      const [ada, tom] = await addReps(test, { name: 'Ada' }, { name: 'Tom' })
      const account = { company: 'Acme', domains: ['acme.example'], status: 'former customer' }
      await test.store.importAccounts([{ ...account, ownerEmail: 'TOM@desk.example' }], step())
      const leadId = await arriveOne(test, anIncomingLead({ email: 'jo@acme.example' }))
      expect(await test.store.leadFacts(leadId)).toMatchObject({ ownerRepId: tom, customerStatus: 'former' })
      await test.store.importAccounts([{ ...account, status: 'customer', ownerEmail: 'ada@desk.example' }], step())
      expect(await test.store.leadFacts(leadId)).toMatchObject({ ownerRepId: ada, customerStatus: 'existing' })
    })

    it('R30 knows the owner of an account by its name too, without its legal form, unless two have it', async () => {
      const test = await open()
      const [ada, tom] = await addReps(test, { name: 'Ada' }, { name: 'Tom' })
      const account = { company: 'ACME GmbH & Co. KG', domains: [], status: 'customer', ownerEmail: 'ada@desk.example' }
      await test.store.importAccounts([account], step())
      const leadId = await arriveOne(test, anIncomingLead({ email: 'jo@mail.example', company: 'Acme' }))
      expect(await test.store.leadFacts(leadId)).toMatchObject({ ownerRepId: ada, customerStatus: 'existing' })
      const other = { ...account, company: 'Acme Ltd', ownerEmail: 'tom@desk.example' }
      await test.store.importAccounts([other], step())
      expect(await test.store.leadFacts(leadId)).toMatchObject({ ownerRepId: null })
      await test.store.importAccounts([{ ...other, domains: ['mail.example'] }], step())
      expect(await test.store.leadFacts(leadId)).toMatchObject({ ownerRepId: tom })
    })

    it('R27 holds what is to be held, and follows the owner column', async () => {
      const test = await open()
      const [ada] = await addReps(test, { name: 'Ada' })
      const held = await arriveOne(test, anIncomingLead(), { route: 'hold' })
      expect(await cardOf(test, held)).toMatchObject({ status: 'waiting', isHeld: true, waitCode: 'held-by-import' })
      const owned = await arriveOne(test, anIncomingLead({ owner: 'Ada' }, { owner: ada! }), { route: 'owner-column' })
      expect(await cardOf(test, owned)).toMatchObject({ status: 'assigned', repId: ada, isPinned: false, rule: null })
      const lost = await arriveOne(test, anIncomingLead({ owner: 'Zoe' }, { owner: 'unknown' }), { route: 'owner-column' })
      expect(await cardOf(test, lost)).toMatchObject({ isHeld: true, waitCode: 'unknown-owner', waitDetail: 'Zoe' })
      expect((await test.store.snapshot(NOON)).counts).toMatchObject({ waiting: 0, held: 2, assigned: 1 })
    })

    it('keeps every field and what came in, as it came', async () => {
      const test = await open()
      const lead = anIncomingLead({
        name: 'Jo Doe',
        email: 'Jo.Doe+x@mail.example',
        email2: 'jo@home.example',
        phone: '030 123',
        source: 'fair',
        tags: ['vip', 'fair'],
        custom: { 'Shoe size': '44' },
        employees: 12,
        score: 55.5,
        receivedAt: NOON - DAY,
        message: 'Please call',
      })
      const leadId = await arriveOne(test, {
        ...lead,
        emailKey: 'jodoe@mail.example',
        raw: 'Jo;Doe',
        line: 7,
        timeZone: 'Europe/Rome',
      })
      const detail = await test.store.leadDetail(leadId)
      expect(detail.fields).toEqual(lead.draft)
      expect(detail).toMatchObject({ raw: 'Jo;Doe', rawKind: 'csv', line: 7, sourceId: 1 })
      expect(detail.card).toMatchObject({ source: 'fair', receivedAt: NOON - DAY, score: 55.5, grade: 'warm' })
      expect(await test.store.leadFacts(leadId)).toMatchObject({ source: 'fair', timeZone: 'Europe/Rome', isFreeMail: false })
    })

    it('R33 keeps the decision, and gives it back as it was', async () => {
      const test = await open()
      await addReps(test, { name: 'Ada', weight: 2 }, { name: 'Tom', isPaused: true, capacity: 0 })
      const router = aRouter()
      const facts: unknown[] = []
      const leadId = await arriveOne(test, anIncomingLead({ score: 81 }), {
        router: {
          ...router,
          record: (lead, world, decision) => {
            const record = router.record(lead, world, decision)
            facts.push(record)
            return record
          },
        },
      })
      expect(await test.store.decisionOf(leadId)).toEqual({ record: facts[0], byHand: false })
    })

    it('a dry run tells the same as the import that follows it, and writes nothing', async () => {
      const test = await open()
      await addReps(test, { name: 'Ada', capacity: 3 }, { name: 'Tom', weight: 2, dailyCap: 4 })
      await arriveOne(test, anIncomingLead({ email: 'a0@x.example' }))
      const sourceId = await test.store.openSource('file', 'file', NOON)
      const leads = Array.from({ length: 12 }, (_, at) => anIncomingLead({ email: `a${at % 9}@x.example`, score: at * 8 }))
      const batch = {
        sourceId,
        batchId: null,
        at: NOON,
        actor: 'desk',
        route: 'now' as const,
        router: aRouter(),
        duplicateWindowMs: DAY,
      }
      const before = test.tables()
      const rehearsal = await test.store.rehearsal(NOON)
      const rehearsed = [
        ...(await rehearsal.takeIn({ ...batch, leads: leads.slice(0, 5) })),
        ...(await rehearsal.takeIn({ ...batch, leads: leads.slice(5) })),
      ]
      expect(test.tables()).toEqual(before)
      const taken = [
        ...(await test.store.takeIn({ ...batch, leads: leads.slice(0, 5) })),
        ...(await test.store.takeIn({ ...batch, leads: leads.slice(5) })),
      ]
      expect(rehearsed).toEqual(
        taken.map((one) =>
          one.outcome === 'added'
            ? { outcome: 'added', status: one.status, repId: one.repId }
            : { outcome: 'matched', status: null, repId: null },
        ),
      )
    })

    it('a batch that fails in the middle leaves nothing behind', async () => {
      const test = await open()
      await addReps(test, { name: 'Ada' })
      await arriveOne(test, anIncomingLead())
      const [before, seq] = [test.tables(), await test.store.lastSeq()]
      const router = aRouter({
        waitFor: (lead) => {
          if (lead.name === 'bad') throw new Error('cannot decide')
          return false
        },
      })
      await expect(arrive(test, [anIncomingLead(), anIncomingLead({ name: 'bad' })], { router })).rejects.toThrow('cannot decide')
      expect(test.tables()).toEqual(before)
      expect(await test.store.lastSeq()).toBe(seq)
      expect(await arriveOne(test, anIncomingLead())).toBe(2)
      expect((await test.store.reps(NOON))[0]).toMatchObject({ openLeads: 2, givenToday: 2 })
    })
  })
}
