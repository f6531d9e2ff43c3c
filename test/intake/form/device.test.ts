import { expect, test } from 'vitest'
import { FormSettings } from '../../../src-main/contract/index.ts'
import { NOW, openTestDesk } from '../../wire/connect.ts'

const SITE = 'https://firm.example'

/** What is suspected after three people of different names were posted from there. */
async function suspicionsAfter(address: string, origin: string | null): Promise<string[]> {
  const { running } = await openTestDesk()
  const client = running.client('x')
  const settings = FormSettings.parse({ name: 'Website', path: 'website', origins: [SITE] })
  const { key } = await client.form.save({ settings })
  for (const name of ['Ada', 'Bob', 'Cyd']) {
    await running.intake.forms.post(
      { path: 'website', origin, address, userAgent: 'Browser 1', key, idempotencyKey: null, contentType: 'application/json' },
      () => Promise.resolve(Buffer.from(JSON.stringify({ name, email: `${name}@example.org` }))),
    )
  }
  return (await client.intake.suspicions({ from: NOW - 1, to: NOW + 1 })).map(({ kind }) => kind)
}

test('a visitor who posts under many names is noticed by their device', async () => {
  expect(await suspicionsAfter('198.51.100.7', SITE)).toEqual(['same-device'])
})

test('a program that posts for many people is not, nor are all who come through a proxy on this machine', async () => {
  expect(await suspicionsAfter('198.51.100.7', null)).toEqual([])
  for (const address of ['127.0.0.1', '::ffff:127.0.0.1', '::1']) expect(await suspicionsAfter(address, SITE)).toEqual([])
})
