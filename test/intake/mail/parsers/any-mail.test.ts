import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MailReading } from '../../../../src-main/contract/index.ts'
import { parseMail } from '../../../../src-main/intake/mail/parse-mail.ts'
import { readMail } from '../../../../src-main/intake/mail/read-mail.ts'
import { draftOf, parsed, read } from '../a-mail.ts'
import { bytesOf, corpusMails, hasMails } from '../mail-corpus.ts'

const piece = fc.oneof(
  fc.constantFrom(
    'Name:',
    'Email: ',
    'Phone',
    'Message:',
    '--- Name ---',
    '\n',
    '\n\n',
    '-- \n',
    '> ',
    '\t',
    'From: a@b.example\nSent: x\n',
    '<adf>',
    '<prospect>',
    '<customer>',
    '</contact>',
    '<name part="first">',
  ),
  fc.constantFrom(
    '<table>',
    '<tr>',
    '<td>',
    '</td>',
    '</table>',
    '<b>',
    '<p>',
    '<br>',
    '<meta name="lead_name" content="',
    '">',
    '<!--',
    '<![CDATA[',
  ),
  fc.constantFrom(
    'ana@mail.example',
    '206-555-0188',
    'Ana Reyes',
    'https://a.example',
    'Best regards',
    '\u0000',
    '\u202e',
    '__proto__: x',
    'constructor: y',
  ),
  fc.string({ maxLength: 12, unit: 'binary' }),
)
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

describe('any mail', () => {
  it('is answered with a sound reading or none, and makes a draft', async () => {
    await fc.assert(
      fc.asyncProperty(
        text,
        fc.constantFrom('text/plain', 'text/html'),
        fc.constantFrom('x@convo.zillow.com', 'leads@email.realtor.com', 'A <a@b.example>', 'x@followupboss.com'),
        text,
        async (body, type, from, subject) => {
          const found = await parsed({ From: from, Subject: subject.replaceAll(/[\r\n]/g, ' ') }, body, { type })
          if (found === null) return
          expect(MailReading.parse(found.reading)).toEqual(found.reading)
          for (const { value, where } of found.reading.leads.flat()) expect([value.trim(), where]).not.toContain('')
          expect(draftOf(found).stage).toBe('new')
        },
      ),
      { numRuns: Number(process.env['LEAD_DESK_SEQUENCES'] ?? 200) },
    )
  })

  it.each([
    ['rows in rows', '<table><tr><td>'.repeat(100_000)],
    ['rows without cells', '<tr>'.repeat(400_000)],
    ['cells without end', `<table><tr>${'<td>Name'.repeat(200_000)}`],
    ['a row of breaks', `<table><tr><td>Name</td><td>${'<br>'.repeat(400_000)}`],
    ['meta tags without end', '<meta name="lead_name" content="'.repeat(60_000)],
    ['five thousand telephones', Array.from({ length: 5_000 }, (_, index) => `<p>Phone ${index}: 206-555-0188</p>`).join('')],
    ['one long line', `Name: ${'a'.repeat(1_500_000)}`],
  ])('of %s is read in a moment', async (_, html) => {
    const began = performance.now()
    await parsed({}, html, { type: 'text/html' })
    expect(performance.now() - began).toBeLessThan(5_000)
  })

  it('whose labels are names of JavaScript’s own is read like any', async () => {
    const found = await parsed({}, 'Name: Ana Reyes\nEmail: ana@mail.example\nconstructor: a\n__proto__: b\ntoString: c\n')
    expect(read(found)).toMatchObject({ name: 'Ana Reyes', 'custom.constructor': 'a', 'custom.toString': 'c' })
  })
})

describe.runIf(hasMails)('mails of others', () => {
  it.each(corpusMails().map(({ file, kind }) => [file, kind]))('%s (%s) is answered', async (file) => {
    const began = performance.now()
    const found = await parseMail(await readMail(bytesOf(file)), [])
    if (found !== null) MailReading.parse(found.reading)
    expect(performance.now() - began).toBeLessThan(5_000)
  })
})
