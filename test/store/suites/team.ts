import { describe, expect, it } from 'vitest'
import { Ruleset } from '../../../src-main/contract/index.ts'
import { aRepProfile, anIncomingLead } from '../../helpers/desk-records.ts'
import { DAY, HOUR, NOON, type OpenTestStore, addReps, arriveOne, step } from '../../helpers/open-test-store.ts'

export function teamSuite(open: OpenTestStore): void {
  describe('the team and its papers', () => {
    it('knows a rep by e-mail, whatever its case', async () => {
      const test = await open()
      const [ada] = await addReps(test, { name: 'Ada' })
      const twin = aRepProfile({ name: 'Twin', email: 'ADA@desk.example' })
      await expect(test.store.addRep(twin, step())).rejects.toMatchObject({ code: 'email-taken' })
      const [tom] = await addReps(test, { name: 'Tom' })
      await expect(test.store.saveRep(tom!, twin, step())).rejects.toMatchObject({ code: 'email-taken' })
      await expect(test.store.saveRep(9 as never, twin, step())).rejects.toMatchObject({ code: 'rep-not-found' })
      await test.store.saveRep(ada!, { ...twin, name: 'Ada' }, step())
      expect((await test.store.reps(NOON))[0]).toMatchObject({ id: ada, email: 'ADA@desk.example' })
    })

    it('R19 a changed rep keeps numbers and loads; nothing changed is no event', async () => {
      const test = await open()
      const [ada] = await addReps(test, { name: 'Ada' }, { name: 'Tom' })
      await arriveOne(test, anIncomingLead())
      const before = (await test.store.world(NOON)).turns
      await test.store.saveRep(ada!, aRepProfile({ name: 'Ada', weight: 5 }), step())
      const seq = await test.store.lastSeq()
      await test.store.saveRep(ada!, aRepProfile({ name: 'Ada', weight: 5 }), step())
      expect(await test.store.lastSeq()).toBe(seq)
      expect((await test.store.world(NOON)).turns).toEqual(before)
      expect((await test.store.reps(NOON))[0]).toMatchObject({ weight: 5, openLeads: 1 })
    })

    it('imports reps: adds the new, updates the known, and leaves alone what the file did not say', async () => {
      const test = await open()
      await addReps(test, { name: 'Ada', team: 'North', capacity: 7 })
      const file = [
        { email: 'Ada@desk.example', team: 'South' },
        { email: 'kim@desk.example', name: 'Kim' },
      ]
      expect(await test.store.importReps(file, step())).toEqual({ added: 1, updated: 1 })
      const reps = await test.store.reps(NOON)
      expect(reps.map((rep) => [rep.name, rep.team, rep.capacity, rep.weight, rep.availability])).toEqual([
        ['Ada', 'South', 7, 1, 'available'],
        ['Kim', null, null, 1, 'available'],
      ])
    })

    it('R11 the toggle has a reason and an end', async () => {
      const test = await open()
      const [ada] = await addReps(test, { name: 'Ada' })
      await test.store.setAvailability(ada!, 'away', NOON + HOUR, 'dentist', step())
      const away = { availability: 'away', availabilityReason: 'dentist', availableAgainAt: NOON + HOUR }
      expect((await test.store.reps(NOON))[0]).toMatchObject(away)
      // The clock alone makes them eligible; the event comes with `returnReps`.
      expect((await test.store.world(NOON + HOUR)).reps[0]).toMatchObject({ availability: 'available' })
      expect(await test.store.returnReps(NOON + HOUR)).toEqual([ada])
      expect(await test.store.returnReps(NOON + HOUR)).toEqual([])
      await expect(test.store.setAvailability(9 as never, 'busy', null, null, step())).rejects.toMatchObject({
        code: 'rep-not-found',
      })
    })

    it('R11 R12 tells working hours in the zone of the rep, and counts the day of the desk', async () => {
      const test = await open()
      await test.store.saveSettings(
        { deskName: 'Desk', timeZone: 'Pacific/Auckland', country: 'NZ', holidays: null, hours: null },
        step(),
      )
      await addReps(test, {
        name: 'Ada',
        timeZone: 'Europe/Berlin',
        hours: [{ weekday: 1, fromMinute: 0, toMinute: 13 * 60 + 30 }],
      })
      await arriveOne(test, anIncomingLead())
      const [rep] = await test.store.reps(NOON)
      expect(rep).toMatchObject({ isInHours: true, hoursChangeAt: NOON + HOUR / 2, givenToday: 1, givenThisHour: 1 })
      // 12:00 UTC is 1:00 of the next day in Auckland.
      expect((await test.store.reps(NOON + 22 * HOUR))[0]).toMatchObject({ givenToday: 1, givenThisHour: 0, isInHours: false })
      expect((await test.store.reps(NOON + 23 * HOUR))[0]).toMatchObject({ givenToday: 0 })
    })

    it('R4 R36 keeps every ruleset; before the first there is the built-in one', async () => {
      const test = await open()
      expect(await test.store.publishedRuleset()).toMatchObject({ ruleset: 0, publishedAt: null, document: { rules: [] } })
      const document = Ruleset.parse({ version: 1, rules: [{ name: 'All', then: { to: 'hold' } }] })
      expect(await test.store.publishRuleset(document, 'first', step())).toBe(1)
      expect(await test.store.publishRuleset({ ...document, rules: [] }, null, step(NOON + DAY))).toBe(2)
      expect(await test.store.rulesetVersion(1)).toEqual({ ruleset: 1, publishedAt: NOON, publishedBy: 'manager', document })
      expect(await test.store.rulesetVersion(0)).toMatchObject({ ruleset: 0 })
      expect((await test.store.rulesetVersions()).map((one) => [one.ruleset, one.rules, one.note])).toEqual([
        [2, 0, null],
        [1, 1, 'first'],
      ])
      await expect(test.store.rulesetVersion(9)).rejects.toMatchObject({ code: 'ruleset-not-found' })
    })

    it('counts what each rule decided', async () => {
      const test = await open()
      await addReps(test, { name: 'Ada' })
      await arriveOne(test, anIncomingLead(), { at: NOON - DAY })
      await arriveOne(test, anIncomingLead())
      expect(await test.store.ruleHits(NOON)).toEqual({ everyone: 1 })
      expect(await test.store.ruleHits(0)).toEqual({ everyone: 2 })
    })

    it('keeps accounts by name, and gives a domain to whoever named it last', async () => {
      const test = await open()
      const acme = { company: 'Acme Ltd', domains: ['acme.example', 'acme.test'], ownerEmail: null, status: 'customer' }
      const bolt = { company: 'Bolt', domains: ['acme.test'], ownerEmail: 'kim@desk.example', status: 'former' }
      expect(await test.store.importAccounts([acme, bolt], step())).toEqual({ added: 2, updated: 0 })
      expect(await test.store.importAccounts([{ ...acme, company: 'ACME, Ltd.', domains: ['acme.example'] }], step())).toEqual({
        added: 0,
        updated: 1,
      })
      expect(await test.store.accounts()).toEqual([{ ...acme, company: 'ACME, Ltd.', domains: ['acme.example'] }, bolt])
    })

    it('remembers columns by their folded header, and settings', async () => {
      const test = await open()
      await test.store.rememberColumns([
        { header: 'E-Mail Adresse', field: 'email' },
        { header: 'Junk', field: null },
      ])
      expect(await test.store.rememberedColumns(['email adresse', 'JUNK', 'Other'])).toEqual(
        new Map([
          ['email adresse', 'email'],
          ['JUNK', null],
        ]),
      )
      const settings = { deskName: 'North', timeZone: 'Europe/Berlin', country: 'DE', holidays: null, hours: null }
      await test.store.saveSettings(settings, step())
      await test.reopen()
      expect(await test.store.settings()).toEqual(settings)
    })
  })
}
