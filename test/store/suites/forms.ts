import { describe, expect, it } from 'vitest'
import { type FormId, FormSettings } from '../../../src-main/contract/index.ts'
import type { Post } from '../../../src-main/store/port-arrivals.ts'
import { aRouter, anIncomingLead } from '../../helpers/desk-records.ts'
import { DAY, HOUR, MINUTE, NOON, type OpenTestStore, type TestStore, arrive, step } from '../../helpers/open-test-store.ts'

const KEY = { keyHash: 'hash', keyEnd: 'wxyz' }
const aForm = (given: Partial<FormSettings> = {}): FormSettings =>
  FormSettings.parse({ name: 'Website', path: 'website', ...given })

const aPost = (formId: FormId, given: Partial<Post> = {}): Post => ({
  formId,
  key: 'one',
  bodyHash: 'body',
  device: null,
  at: NOON,
  actor: 'desk',
  route: 'now',
  lead: anIncomingLead({ name: 'Eva', email: 'eva@example.org' }, { rawKind: 'form' }),
  router: aRouter(),
  duplicateWindowMs: 90 * DAY,
  ...given,
})

const manyPosts = async (
  test: TestStore,
  formId: FormId,
  names: string[],
  device: string | null,
  everyMs = MINUTE,
): Promise<void> => {
  for (const [index, name] of names.entries()) {
    const lead = anIncomingLead({ name, email: `${name.toLowerCase()}${index}@example.org` }, { rawKind: 'form' })
    test.clock.moveBy(everyMs)
    await test.store.takePost(aPost(formId, { key: `k-${name}-${index}`, device, at: test.clock.now(), lead }))
  }
}

export function formSuite(open: OpenTestStore): void {
  describe('forms', () => {
    it('bring leads under the name they have now, unless another source has it', async () => {
      const test = await open()
      const formId = await test.store.saveForm(null, aForm(), KEY, step())
      await test.store.saveForm(null, aForm({ name: 'Shop', path: 'shop' }), KEY, step())
      const names = async (): Promise<string[]> => (await test.store.snapshot(NOON)).sources.map(({ name }) => name)
      await test.store.saveForm(formId, aForm({ name: 'Contact page' }), null, step())
      expect(await names()).toEqual(['Contact page', 'Shop'])
      await test.reopen()
      await test.store.saveForm(formId, aForm({ name: 'Shop' }), null, step())
      expect(await names()).toEqual(['Contact page', 'Shop'])
      // Two forms of one name share its source: it does not go with one of them.
      const third = await test.store.saveForm(null, aForm({ name: 'Contact page', path: 'third' }), KEY, step())
      await test.store.saveForm(third, aForm({ name: 'Elsewhere', path: 'third' }), null, step())
      expect(await names()).toEqual(['Contact page', 'Shop'])
    })

    it('forget posts of long ago, and never their leads or counts', async () => {
      const test = await open()
      const formId = await test.store.saveForm(null, aForm(), KEY, step())
      await manyPosts(test, formId, ['Ann', 'Bob', 'Cem'], 'device', DAY)
      expect(await test.store.forgetPosts(NOON + 3 * DAY, 1)).toBe(1)
      expect(await test.store.forgetPosts(NOON + 3 * DAY, 10)).toBe(1)
      expect(await test.store.forgetPosts(NOON + 3 * DAY, 10)).toBe(0)
      expect((await test.store.forms())[0]).toMatchObject({ posts: 3, leads: 3 })
      const again = { key: 'k-Cem-2', at: test.clock.now() }
      expect(await test.store.takePost(aPost(formId, again))).toMatchObject({ outcome: 'repeated', first: { leadId: 3 } })
    })

    it('are kept with their key as a hash, and counted', async () => {
      const test = await open()
      const formId = await test.store.saveForm(null, aForm(), KEY, step())
      expect(await test.store.takePost(aPost(formId))).toMatchObject({ outcome: 'added', leadId: 1 })
      expect(await test.store.takePost(aPost(formId, { key: 'two', bodyHash: 'other' }))).toMatchObject({ outcome: 'matched' })
      await test.reopen()
      expect(await test.store.forms()).toMatchObject([{ id: formId, ...KEY, posts: 2, leads: 1, lastPostAt: NOON }])
      await test.store.saveForm(formId, aForm({ name: 'New name' }), null, step())
      expect((await test.store.forms())[0]).toMatchObject({ ...KEY, settings: { name: 'New name' } })
    })

    it('R31 answer a key that comes again with what it brought, and refuse it for something else', async () => {
      const test = await open()
      const formId = await test.store.saveForm(null, aForm(), KEY, step())
      await test.store.takePost(aPost(formId))
      await test.reopen()
      const tables = test.tables()
      expect(await test.store.takePost(aPost(formId))).toEqual({ outcome: 'repeated', first: { leadId: 1, outcome: 'added' } })
      expect(await test.store.takePost(aPost(formId, { bodyHash: 'other' }))).toEqual({ outcome: 'differs' })
      expect(test.tables()).toEqual(tables)
    })

    it('have each an address of their own', async () => {
      const test = await open()
      const first = await test.store.saveForm(null, aForm(), KEY, step())
      await expect(test.store.saveForm(null, aForm({ name: 'Other' }), KEY, step())).rejects.toMatchObject({
        code: 'form-path-taken',
      })
      await test.store.removeForm(first, step())
      await test.store.saveForm(null, aForm(), KEY, step())
    })

    it('are listened to only when somebody says so', async () => {
      const test = await open()
      expect(await test.store.formListening()).toEqual({ isOn: false, port: 4470, isOpen: false })
      await test.store.saveFormListening({ isOn: true, port: 4471, isOpen: true })
      await test.reopen()
      expect(await test.store.formListening()).toEqual({ isOn: true, port: 4471, isOpen: true })
      const settings = await test.store.settings()
      await test.store.saveSettings({ ...settings, deskName: 'Mine' }, step())
      expect((await test.store.formListening()).isOn).toBe(true)
    })
  })

  describe('suspicions', () => {
    it('name one number under many names, by source', async () => {
      const test = await open()
      const sourceId = await test.store.openSource('Portal', 'mail', NOON)
      const leads = ['Eva', 'Tom', 'Kim'].map((name) => anIncomingLead({ name, phone: '+4930123456' }))
      await arrive(test, leads, { sourceId })
      await arrive(test, [anIncomingLead({ name: 'Lee', phone: '+4930999999' })], { sourceId })
      expect(await test.store.suspicions(NOON - HOUR, NOON + HOUR)).toEqual([
        {
          sourceId,
          source: 'Portal',
          kind: 'same-phone',
          key: '+4930123456',
          names: ['Eva', 'Tom', 'Kim'],
          leads: 3,
          leadIds: [3, 2, 1],
          from: NOON,
          to: NOON,
        },
      ])
      expect(await test.store.suspicions(NOON + HOUR, NOON + DAY)).toEqual([])
    })

    it('name one address under many names, which matching had made one lead', async () => {
      const test = await open()
      const leads = ['Eva', 'Tom', 'Kim'].map((name) => anIncomingLead({ name, email: 'one@example.org' }))
      for (const lead of leads) await arrive(test, [lead])
      const [found] = await test.store.suspicions(NOON - HOUR, NOON + HOUR)
      expect(found).toMatchObject({ kind: 'same-email', key: 'one@example.org', leadIds: [1] })
      expect([...(found?.names ?? [])].sort()).toEqual(['Eva', 'Kim', 'Tom'])
    })

    it('name one device of many names, and a burst', async () => {
      const test = await open()
      const formId = await test.store.saveForm(null, aForm(), KEY, step())
      const names = Array.from({ length: 25 }, (_, index) => `Bot${index}`)
      await manyPosts(test, formId, ['Eva', 'Tom'], 'calm', DAY)
      test.clock.moveBy(DAY)
      await manyPosts(test, formId, names, 'bot', 1_000)
      const found = await test.store.suspicions(NOON - DAY, test.clock.now() + 1)
      expect(found.map(({ kind, leads }) => `${kind} ${leads}`).sort()).toEqual(['burst 25', 'same-device 25'])
    })

    it('name a burst that goes on after a pause once, with each lead of it once', async () => {
      const test = await open()
      const sourceId = await test.store.openSource('Portal', 'mail', NOON)
      const come = (leads: number, minute: number) =>
        arrive(
          test,
          Array.from({ length: leads }, (_, index) => anIncomingLead({ name: `Bot ${minute} ${index}` })),
          { sourceId, at: NOON + DAY + minute * MINUTE },
        )
      await arrive(test, [anIncomingLead({ name: 'Eva' })], { sourceId })
      // Twenty within ten minutes, and twenty again, of which twelve are the same.
      for (const minute of [0, 9, 11]) await come(12, minute)
      const found = await test.store.suspicions(NOON, NOON + 2 * DAY)
      expect(found.map(({ kind, leads, from, to }) => [kind, leads, (to - from) / MINUTE])).toEqual([['burst', 36, 11]])
    })

    it('say nothing of a source that is always busy', async () => {
      const test = await open()
      const formId = await test.store.saveForm(null, aForm(), KEY, step())
      const names = Array.from({ length: 120 }, (_, index) => `P${index}`)
      await manyPosts(test, formId, names, null, 20_000)
      expect(await test.store.suspicions(NOON, test.clock.now())).toEqual([])
    })
  })
}
