import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ImportOptions } from '../../src-main/contract/index.ts'
import { ADA, ask, type IntakeDesk, jsonPost, openIntakeDesk } from './posts.ts'

const FORM = 'application/x-www-form-urlencoded'

async function leadsOf({ running }: IntakeDesk) {
  return (await running.client('x').lead.page({ order: 'newest' })).leads
}

describe('a post with the key of its form', () => {
  test('is a lead of the form, answered with its number', async () => {
    const desk = await openIntakeDesk()
    const { address, key } = await desk.form()
    expect(await ask(address, jsonPost(key, ADA))).toMatchObject({ status: 201, json: { leadId: 1, outcome: 'added' } })
    expect(await leadsOf(desk)).toMatchObject([{ id: 1, name: 'Ada Lovelace', email: 'ada@example.org', source: 'Website' }])
    const [form] = await desk.running.client('x').form.list()
    expect(form).toMatchObject({ posts: 1, leads: 1, lastPostAt: desk.clock.now(), lastRefusal: null })
    expect(desk.log.errors).toEqual([])
  })

  test.each<[string, (key: string) => [string, Record<string, string>, string]]>([
    ['as a bearer', (key) => ['', { authorization: `Bearer ${key}` }, '']],
    ['in a header of its own', (key) => ['', { 'x-intake-key': key }, '']],
    ['in the address', (key) => [`?_key=${key}`, {}, '']],
    ['among the fields', (key) => ['', {}, `&_key=${key}`]],
  ])('may bring it %s', async (_, give) => {
    const desk = await openIntakeDesk()
    const { address, key } = await desk.form()
    const [query, headers, field] = give(key)
    const body = `name=Ada&email=ada%40example.org${field}`
    expect((await ask(address + query, { headers: { 'content-type': FORM, ...headers }, body })).status).toBe(201)
    const { fields } = await desk.running.client('x').lead.read({ leadId: 1 })
    expect(fields.custom).toEqual({})
  })

  test('never has its key kept, in the database or a log', async () => {
    const desk = await openIntakeDesk()
    const { address, key } = await desk.form()
    await ask(address, { headers: { 'content-type': FORM }, body: `email=ada%40example.org&_key=${key}` })
    await desk.running.close()
    const db = new Sqlite(join(desk.dataFolder, 'desk.db'), { readonly: true })
    expect(db.serialize().includes(key)).toBe(false)
    db.close()
  })

  test('is held when its form says so', async () => {
    const desk = await openIntakeDesk()
    const { address, key } = await desk.form({ route: 'hold' })
    await ask(address, jsonPost(key, ADA))
    expect(await leadsOf(desk)).toMatchObject([{ isHeld: true }])
  })

  test('of a person who came by file is one more sign of life of the same lead', async () => {
    const desk = await openIntakeDesk()
    const path = join(desk.dataFolder, 'leads.csv')
    await writeFile(path, 'Name,Email\nAda Lovelace,ada@example.org\n')
    await desk.running.intake.importFile({ file: { path, name: 'leads.csv' }, options: ImportOptions.parse({}), actor: 'x' })
    const { address, key } = await desk.form()
    expect(await ask(address, jsonPost(key, ADA))).toMatchObject({ status: 200, json: { leadId: 1, outcome: 'matched' } })
    const { card, timeline } = await desk.running.client('x').lead.read({ leadId: 1 })
    expect(card.source).toBe('leads.csv')
    expect(timeline.map(({ type }) => type)).toEqual(expect.arrayContaining(['lead-received', 'lead-matched']))
    expect(await leadsOf(desk)).toHaveLength(1)
  })
})

describe('a post sent again with its Idempotency-Key (R31)', () => {
  test('is answered the same and is no second lead, also when its parts come in another order', async () => {
    const desk = await openIntakeDesk()
    const { address, key } = await desk.form()
    const once = { 'idempotency-key': 'order-1' }
    const first = await ask(address, jsonPost(key, ADA, once))
    const again = await ask(address, jsonPost(key, { message: ADA.message, email: ADA.email, name: ADA.name }, once))
    expect([again.status, again.json]).toEqual([first.status, first.json])
    expect([first.headers['idempotent-replayed'], again.headers['idempotent-replayed']]).toEqual([undefined, 'true'])
    expect((await desk.running.client('x').form.list())[0]).toMatchObject({ posts: 1, leads: 1 })
  })

  test('is refused when it says something else', async () => {
    const desk = await openIntakeDesk()
    const { address, key } = await desk.form()
    await ask(address, jsonPost(key, ADA, { 'idempotency-key': 'order-1' }))
    const other = await ask(address, jsonPost(key, { ...ADA, email: 'bob@example.org' }, { 'idempotency-key': 'order-1' }))
    expect(other).toMatchObject({ status: 422, json: { error: { code: 'post-differs', data: { key: 'order-1' } } } })
    expect(await leadsOf(desk)).toHaveLength(1)
  })

  test('is the same again after the desk was closed and opened', async () => {
    const desk = await openIntakeDesk()
    const { address, key } = await desk.form()
    const post = jsonPost(key, ADA, { 'idempotency-key': 'order-1' })
    const first = await ask(address, post)
    await desk.running.close()
    const later = await openIntakeDesk(desk.dataFolder)
    const again = await ask(`${later.door.addresses[0]}/intake/website`, post)
    expect([again.status, again.json]).toEqual([first.status, first.json])
    expect(await leadsOf(later)).toHaveLength(1)
  })

  test('twenty times at once is one lead', async () => {
    const desk = await openIntakeDesk()
    const { address, key } = await desk.form()
    const post = jsonPost(key, ADA, { 'idempotency-key': 'order-1' })
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(address, post)))
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`))).toEqual(
      new Set(['201 {"leadId":1,"outcome":"added"}']),
    )
    expect(await leadsOf(desk)).toHaveLength(1)
  })

  test('counts for each form by itself: two forms of one name and key bring two people', async () => {
    const desk = await openIntakeDesk()
    const one = await desk.form({ path: 'one' })
    const two = await desk.form({ path: 'two' })
    const once = { 'idempotency-key': '1' }
    await ask(one.address, jsonPost(one.key, ADA, once))
    const other = await ask(two.address, jsonPost(two.key, { name: 'Bob', email: 'bob@example.org' }, once))
    expect(other).toMatchObject({ status: 201, json: { leadId: 2 } })
  })

  test('may not be named by a novel', async () => {
    const desk = await openIntakeDesk()
    const { address, key } = await desk.form()
    const refused = await ask(address, jsonPost(key, ADA, { 'idempotency-key': 'x'.repeat(256) }))
    expect(refused).toMatchObject({ status: 400, json: { error: { code: 'bad-input', data: { field: 'Idempotency-Key' } } } })
  })
})

describe('a post is refused', () => {
  test('without the key of its form, whoever sends it', async () => {
    const desk = await openIntakeDesk()
    const { address, key } = await desk.form()
    const other = await desk.form({ path: 'other' })
    for (const wrong of ['', 'x', key.slice(0, -1), `${key}x`, other.key, key.toUpperCase()]) {
      const answer = await ask(address, jsonPost(wrong, ADA))
      expect([wrong, answer.status, answer.json.error.data]).toEqual([wrong, 401, { reason: 'wrong-key' }])
      expect(answer.headers['www-authenticate']).toBe('Bearer')
    }
    expect(await leadsOf(desk)).toEqual([])
    const [form] = await desk.running.client('x').form.list()
    expect(form?.lastRefusal).toEqual({ at: desk.clock.now(), reason: 'wrong-key' })
  })

  test('with the old key once there is a new one', async () => {
    const desk = await openIntakeDesk()
    const { address, key } = await desk.form()
    const client = desk.running.client('x')
    const [form] = await client.form.list()
    const { key: newKey } = await client.form.newKey({ formId: form!.id })
    expect((await ask(address, jsonPost(key, ADA))).status).toBe(401)
    expect((await ask(address, jsonPost(newKey, ADA))).status).toBe(201)
    expect((await client.form.list())[0]?.keyEnd).toBe(newKey.slice(-4))
  })

  test('where there is no form, where it is switched off, and after it was removed', async () => {
    const desk = await openIntakeDesk()
    const { address, key } = await desk.form()
    const client = desk.running.client('x')
    expect(await ask(`${address}x`, jsonPost(key, ADA))).toMatchObject({
      status: 404,
      json: { error: { code: 'form-not-found' } },
    })
    const [form] = await client.form.list()
    await client.form.save({ formId: form!.id, settings: { ...form!.settings, isOn: false } })
    const off = await ask(address, jsonPost(key, ADA))
    expect(off).toMatchObject({ status: 403, json: { error: { code: 'post-refused', data: { reason: 'switched-off' } } } })
    await client.form.remove({ formId: form!.id })
    expect((await ask(address, jsonPost(key, ADA))).status).toBe(404)
  })

  test('when it reaches nobody, naming field and reason', async () => {
    const desk = await openIntakeDesk()
    const { address, key } = await desk.form()
    const refused = await ask(address, jsonPost(key, { name: 'Ada', email: 'ada at home' }))
    expect(refused).toMatchObject({
      status: 422,
      json: {
        error: {
          code: 'bad-input',
          data: { field: 'email', reason: '"ada at home" is no e-mail address, and there is no other way to reach the person' },
          message: 'email: "ada at home" is no e-mail address, and there is no other way to reach the person.',
        },
      },
    })
    expect((await desk.running.client('x').form.list())[0]?.lastRefusal?.reason).toContain('email: "ada at home"')
  })

  test('with anything but POST', async () => {
    const desk = await openIntakeDesk()
    const { address } = await desk.form()
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH']) {
      expect(await ask(address, { method })).toMatchObject({ status: 405, headers: { allow: 'POST, OPTIONS' } })
    }
  })

  test('beyond the posts a minute of its form, until some time has passed', async () => {
    const desk = await openIntakeDesk()
    const { address, key } = await desk.form({ perMinute: 3 })
    for (let i = 0; i < 3; i++) expect((await ask(address, jsonPost(key, ADA))).status).not.toBe(429)
    const late = await ask(address, jsonPost(key, ADA))
    expect(late).toMatchObject({ status: 429, json: { error: { code: 'post-refused', data: { reason: 'too-many' } } } })
    const wait = Number(late.headers['retry-after'])
    expect(wait).toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(60)
    expect(late.json.error.data.retryAfterSeconds).toBe(wait)
    const other = await desk.form({ path: 'other' })
    expect((await ask(other.address, jsonPost(other.key, ADA))).status).toBe(200)
  })

  test('after many wrong keys without a look, while the right one is still let in', async () => {
    const desk = await openIntakeDesk()
    const { address, key } = await desk.form()
    const statuses: number[] = []
    for (let i = 0; i < 12; i++) statuses.push((await ask(address, jsonPost(`wrong${i}`, ADA))).status)
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429])
    expect((await ask(address, jsonPost(key, ADA))).status).toBe(201)
  })
})

describe('a plain HTML form', () => {
  const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'content-type': FORM }

  test('is answered in German where the browser asks for it', async () => {
    const desk = await openIntakeDesk()
    const { address, key } = await desk.form()
    const headers = { ...browser, 'accept-language': 'de-AT,de;q=0.9,en;q=0.8' }
    const taken = await ask(address, { headers, body: `email=ada%40example.org&_key=${key}` })
    expect(taken.text).toMatch(/lang="de".*Vielen Dank.*Ihre Nachricht ist angekommen\./s)
    const refused = await ask(address, { headers, body: 'email=ada%40example.org&_key=wrong' })
    expect(refused.status).toBe(401)
    expect(refused.text).toContain('Der Schlüssel fehlt oder ist nicht der dieses Formulars.')
  })

  test('is thanked on a page without scripts', async () => {
    const desk = await openIntakeDesk()
    const { address, key } = await desk.form()
    const taken = await ask(address, { headers: browser, body: `email=ada%40example.org&_key=${key}` })
    expect(taken).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } })
    expect(taken.text).toContain('Thank you')
    expect(taken.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; /)
  })

  test('is sent on to where its owner wants, whatever the address holds', async () => {
    const desk = await openIntakeDesk()
    const thanksUrl = 'https://firm.example/danke\r\nSet-Cookie: a=b?x=\u00fc"<'
    const { address, key } = await desk.form({ thanksUrl })
    const taken = await ask(address, { headers: browser, body: `email=ada%40example.org&_key=${key}` })
    expect(taken.status).toBe(303)
    expect(taken.headers.location).toMatch(/^https:\/\/firm\.example\/dankeSet-Cookie:%20a=b\?x=%C3%BC%22%3C$/)
    expect(taken.headers['set-cookie']).toBeUndefined()
    await expect(desk.form({ path: 'b', thanksUrl: 'javascript:alert(1)' })).rejects.toThrow()
  })

  test('is told on a page what is wrong, with nothing in it run', async () => {
    const desk = await openIntakeDesk()
    const { address, key } = await desk.form()
    const body = `email=${encodeURIComponent('<script>alert(1)</script>')}&_key=${key}`
    const refused = await ask(address, { headers: browser, body })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(refused.text).not.toContain('<script>')
  })
})

test('whatever JSON is posted, there is an answer, and never a fault of ours', async () => {
  const desk = await openIntakeDesk()
  const { address, key } = await desk.form({ perMinute: 10_000 })
  const names = fc.constantFrom(
    'name',
    'email',
    'phone',
    'website',
    'date',
    'status',
    'score',
    'tags',
    'country',
    'state',
    '__proto__',
    'constructor',
    'created_at',
    '',
  )
  const texts = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('a@b.example', '+49 30 1234567', 'x.example', '1e999', '-', '😀'),
  )
  const bodies = fc.oneof(
    fc.json({ maxDepth: 10 }),
    fc
      .dictionary(fc.oneof(names, fc.string({ maxLength: 8 })), fc.oneof(texts, fc.jsonValue({ maxDepth: 3 })))
      .map((one) => JSON.stringify(one)),
  )
  const seen = new Set<number>()
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const { status, json } = await ask(address, {
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
        body,
      })
      seen.add(status)
      expect([200, 201, 400, 422]).toContain(status)
      expect(status < 300 ? json.leadId : json.error.message).toBeTruthy()
    }),
    { numRuns: Number(process.env.LEAD_DESK_POSTS ?? 100) },
  )
  expect([...seen]).toEqual(expect.arrayContaining([201, 400, 422]))
  expect(desk.log.errors).toEqual([])
  const [form] = await desk.running.client('x').form.list()
  expect(form?.leads).toBe((await desk.running.client('x').lead.page({ limit: 500 })).leads.length)
})
