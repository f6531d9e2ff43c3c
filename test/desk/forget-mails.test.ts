import { expect, it } from 'vitest'
import { FormSettings } from '../../src-main/contract/index.ts'
import { takeInPost } from '../../src-main/desk/take-in-post.ts'
import { anIncomingLead } from '../helpers/desk-records.ts'
import { aMail, takeInMail } from '../helpers/mails.ts'
import { DAY, openTestDesk } from '../helpers/open-test-desk.ts'

it('ignored mails are forgotten after 30 days, and nothing else is', async () => {
  const { desk, clock } = await openTestDesk()
  const ignored = await takeInMail(desk, aMail({ verdict: 'ignored' }))
  const held = await takeInMail(desk, aMail({ verdict: 'review' }))
  const lead = await takeInMail(desk, aMail())
  const hasBytes = async ({ mailId }: typeof lead): Promise<boolean> => (await desk.store.readMail(mailId)).raw !== null
  clock.moveBy(29 * DAY)
  await desk.drain()
  expect(await hasBytes(ignored)).toBe(true)
  clock.moveBy(2 * DAY)
  await desk.drain()
  expect(await Promise.all([ignored, held, lead].map(hasBytes))).toEqual([false, true, true])
  expect((await desk.store.readMail(ignored.mailId)).card).toMatchObject({ verdict: 'ignored', reason: 'newsletter' })
})

it('posts of forms answer to their key for 90 days', async () => {
  const { desk, clock } = await openTestDesk()
  const key = { keyHash: 'hash', keyEnd: 'wxyz' }
  const settings = FormSettings.parse({ name: 'Website', path: 'website' })
  const formId = await desk.store.saveForm(null, settings, key, { at: clock.now(), actor: 'test' })
  const [{ sourceId } = { sourceId: 0 as never }] = await desk.store.forms()
  const lead = anIncomingLead({ name: 'Eva', email: 'eva@example.org' }, { key: 'post', rawKind: 'form' })
  const post = { formId, sourceId, key: 'once', bodyHash: 'body', device: null, actor: 'form', route: 'now', lead } as const
  const first = await takeInPost(desk, post)
  clock.moveBy(89 * DAY)
  await desk.drain()
  expect(await takeInPost(desk, post)).toMatchObject({ outcome: 'repeated' })
  clock.moveBy(2 * DAY)
  await desk.drain()
  // Known as the same thing all the same: no second lead, and no touch (R31).
  expect(await takeInPost(desk, post)).toEqual({ outcome: 'matched', leadId: 'leadId' in first ? first.leadId : null })
})
