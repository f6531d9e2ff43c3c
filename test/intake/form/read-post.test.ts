import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DeskError } from '../../../src-main/contract/index.ts'
import { readPost } from '../../../src-main/intake/form/read-post.ts'

const FORM = 'application/x-www-form-urlencoded'

/** Names and texts, in order. */
async function read(body: string | Buffer, type: string): Promise<[string, string][]> {
  return (await readPost(Buffer.from(body), type)).map(({ name, text }) => [name, text])
}
const readJson = (value: unknown): Promise<[string, string][]> => read(JSON.stringify(value), 'application/json')

async function refusal(body: string | Buffer, type: string | null): Promise<{ field: string; reason: string }> {
  try {
    await readPost(Buffer.from(body), type)
  } catch (error) {
    expect(error).toBeInstanceOf(DeskError)
    expect((error as DeskError).code).toBe('bad-input')
    return (error as DeskError<'bad-input'>).data
  }
  throw new Error('it was not refused')
}

function multipart(parts: readonly { head: string; body: string | Buffer }[]): { body: Buffer; type: string } {
  const pieces = parts.flatMap(({ head, body }) => [
    Buffer.from(`--xyz\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
    Buffer.from(body),
    Buffer.from('\r\n'),
  ])
  return { body: Buffer.concat([...pieces, Buffer.from('--xyz--\r\n')]), type: 'multipart/form-data; boundary=xyz' }
}

describe('a JSON body', () => {
  test('gives its fields, what is nested by its way down', async () => {
    const body = {
      name: 'Ada',
      contact: { email: 'ada@example.org', consent: true },
      employees: 12,
      phone: null,
      tags: ['roof', 'loft'],
    }
    expect(await readJson(body)).toEqual([
      ['name', 'Ada'],
      ['contact.email', 'ada@example.org'],
      ['contact.consent', 'true'],
      ['employees', '12'],
      ['tags', 'roof, loft'],
    ])
  })

  test('may list names and values, as lead forms of advertisers do', async () => {
    const body = {
      field_data: [
        { name: 'email', values: ['ada@example.org'] },
        { name: 'city', values: ['Berlin'] },
      ],
    }
    expect(await readJson(body)).toEqual([
      ['field_data.email', 'ada@example.org'],
      ['field_data.city', 'Berlin'],
    ])
    const more = { answers: [{ name: 'roof', value: 'flat', certain: false }, ['a', ['b']]] }
    expect(await readJson(more)).toEqual([
      ['answers.1.name', 'roof'],
      ['answers.1.value', 'flat'],
      ['answers.1.certain', 'false'],
      ['answers.2.1', 'a'],
      ['answers.2.2', 'b'],
    ])
  })

  test('keeps numbers that are too long to count with', async () => {
    expect(await read('{"id":12345678901234567890,"value":1.5e3}', 'application/json')).toEqual([
      ['id', '12345678901234567890'],
      ['value', '1500'],
    ])
  })

  test('is read in UTF-16 and with a mark as well', async () => {
    const text = '{"name":"Zoë Müller"}'
    for (const body of [
      `\ufeff${text}`,
      Buffer.from(`\ufeff${text}`, 'utf16le'),
      Buffer.from(text, 'utf16le'),
      Buffer.from(text, 'latin1'),
    ])
      expect(await read(body, 'application/json; charset=utf-8')).toEqual([['name', 'Zoë Müller']])
  })

  test.each(['', '[]', '"x"', 'null', '7', '{', '{"a":1}}', "{'a':1}", '[{"email":"ada@example.org"}]'])(
    'that is %s is no object of fields',
    async (body) => {
      expect(await refusal(body, 'application/json')).toMatchObject({ field: 'body' })
    },
  )

  test('is refused when it is nested deeper than anybody means it', async () => {
    const deep = (n: number): string => `${'{"a":'.repeat(n)}1${'}'.repeat(n)}`
    expect(await read(deep(8), 'application/json')).toEqual([['a.a.a.a.a.a.a.a', '1']])
    for (const n of [9, 40_000])
      expect(await refusal(deep(n), 'application/json')).toEqual({ field: 'body', reason: 'it is nested too deeply' })
    const lists = `{"a":${'['.repeat(120_000)}${']'.repeat(120_000)}}`
    expect(await refusal(lists, 'application/json')).toEqual({ field: 'body', reason: 'it is nested too deeply' })
  })

  test('with a thousand fields, or a name as long as a letter, is refused', async () => {
    const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`f${i}`, 'x']))
    expect((await refusal(JSON.stringify(many), 'application/json')).reason).toContain('500 fields')
    expect((await refusal(JSON.stringify({ ['x'.repeat(201)]: 1 }), 'application/json')).reason).toContain('200 letters')
  })

  test('can poison no prototype', async () => {
    const body = '{"__proto__":{"isOn":"yes"},"constructor":{"prototype":{"isOn":"yes"}},"email":"ada@example.org"}'
    expect(await read(body, 'application/json')).toContainEqual(['__proto__.isOn', 'yes'])
    expect(({} as Record<string, unknown>).isOn).toBeUndefined()
  })
})

describe('an HTML form', () => {
  test('gives its fields in order, several of one name too', async () => {
    expect(await read('name=Ada+Lovelace&roof=flat&roof=green&empty=&bare&e-mail=ada%40example.org', FORM)).toEqual([
      ['name', 'Ada Lovelace'],
      ['roof', 'flat'],
      ['roof', 'green'],
      ['empty', ''],
      ['bare', ''],
      ['e-mail', 'ada@example.org'],
    ])
  })

  test('is UTF-8 whatever it says, else what it says, else what it looks like', async () => {
    const type = `${FORM}; charset=`
    expect(await read('name=Z%C3%BCrich', `${type}iso-8859-1`)).toEqual([['name', 'Zürich']])
    expect(await read('name=Z%FCrich', `${type}iso-8859-1`)).toEqual([['name', 'Zürich']])
    expect(await read('name=Z%FCrich', FORM)).toEqual([['name', 'Zürich']])
    expect(await read('name=%C8%E2%E0%ED', `${type}"windows-1251"`)).toEqual([['name', 'Иван']])
    expect(await read('_charset_=windows-1251&name=%C8%E2%E0%ED', FORM)).toEqual([['name', 'Иван']])
    expect(await read('name=Z%FCrich', `${type}klingon`)).toEqual([['name', 'Zürich']])
    expect(await read('n%C3%A4me=x', FORM)).toEqual([['näme', 'x']])
  })

  test('loses its NULs and halves of characters', async () => {
    expect(await read('na%00me=A%00da', FORM)).toEqual([['name', 'Ada']])
    expect(await readJson({ name: 'A\ud800da\0' })).toEqual([['name', 'A\ufffdda']])
    expect(await read('name=%zz%4', FORM)).toEqual([['name', '%zz%4']])
  })

  test('in parts is read too, and its files are let go', async () => {
    const { body, type } = multipart([
      { head: 'name="your-name"', body: 'Jörg' },
      { head: 'name="city"', body: Buffer.from('Köln', 'latin1') },
      { head: 'name="price"', body: '5 €' },
      { head: 'name="plan"; filename="plan.pdf"\r\nContent-Type: application/pdf', body: Buffer.from([37, 80, 68, 70, 0, 255]) },
      { head: 'name="none"; filename=""\r\nContent-Type: application/octet-stream', body: '' },
    ])
    expect(new Map(await read(body, type))).toEqual(
      new Map([
        ['city', 'Köln'],
        ['plan', 'plan.pdf (the file was not kept)'],
        ['price', '5 €'],
        ['your-name', 'Jörg'],
      ]),
    )
  })

  test.each([
    ['multipart/form-data', 'a=b'],
    ['multipart/form-data; boundary=xyz', 'a=b'],
    ['multipart/form-data; boundary=xyz', '--xyz\r\nContent-Disposition: form-data; name="a"\r\n\r\nhalf'],
  ])('torn in its parts is refused (%s)', async (type, body) => {
    expect(await refusal(body, type)).toMatchObject({ field: 'body' })
  })

  test('with a thousand fields is refused', async () => {
    expect((await refusal('a=1&'.repeat(1_000), FORM)).reason).toContain('500 fields')
    const many = multipart(Array.from({ length: 1_000 }, () => ({ head: 'name="a"', body: '1' })))
    expect((await refusal(many.body, many.type)).reason).toContain('500 fields')
  })
})

test.each([null, '', 'text/plain', 'application/xml', 'application/octet-stream', 'text/html; charset=utf-8'])(
  'a body of type %s is not read',
  async (type) => {
    expect(await refusal('a=b', type)).toMatchObject({ field: 'Content-Type' })
  },
)

test('whatever the bytes and the type, there are fields or a reason', async () => {
  const types = fc.constantFrom(
    'application/json',
    FORM,
    'multipart/form-data; boundary=x',
    'application/x+json',
    `${FORM}; charset=utf-16`,
  )
  const torn = fc.constantFrom(
    '--x\r\n',
    'Content-Disposition: form-data; name="a"',
    '\r\n\r\n',
    '--x--',
    ';filename="',
    '%',
    '=',
    '&',
    '{"',
    '"',
  )
  const bodies = fc.oneof(
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    fc.json().map((text) => Buffer.from(text)),
    fc.array(fc.oneof(torn, fc.string({ maxLength: 5 })), { maxLength: 12 }).map((pieces) => Buffer.from(pieces.join(''))),
  )
  await fc.assert(
    fc.asyncProperty(types, bodies, async (type, body) => {
      try {
        for (const { name, text } of await readPost(body, type)) expect(`${name}${text}`).not.toContain('\0')
      } catch (error) {
        expect(error).toBeInstanceOf(DeskError)
      }
    }),
    { numRuns: 500 },
  )
})
