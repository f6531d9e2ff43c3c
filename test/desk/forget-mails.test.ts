import { expect, it } from 'vitest'
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
