import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { judgeMail } from '../../../src-main/intake/mail/judge-mail.ts'
import type { Mail } from '../../../src-main/intake/mail/mail.ts'
import { readMail } from '../../../src-main/intake/mail/read-mail.ts'
import { aReadMail } from './a-mail.ts'
import { bytesOf, corpusMails, hasMails } from './mail-corpus.ts'

/** Milliseconds in which hostile input ends, on the busiest machine; what is not linear takes minutes. */
const SOON = 10_000
const read = (text: string, encoding: BufferEncoding = 'utf8'): Promise<Mail> => readMail(Buffer.from(text, encoding))

describe.runIf(hasMails)('the mails of the corpora', () => {
  const known = corpusMails()

  it('are all there', () => expect(known.length).toBeGreaterThan(90))

  test.each(known.map((mail) => [mail.file, mail] as const))('%s is read with its sender and subject', async (file, mail) => {
    const found = await readMail(bytesOf(file))
    expect(found.problems).toEqual([])
    if (mail.from !== '(none)') {
      const address = /<([^<>]*)>/.exec(mail.from)?.[1] ?? ''
      expect(found.from?.address).toBe(address.includes('@') || address === 'MAILER-DAEMON' ? address.toLowerCase() : '')
    } else expect(found.from?.address ?? '').toBe('')
    // The table cuts subjects at 80 characters, and some hold a bar of their own.
    if (mail.subject !== '')
      expect(found.subject?.replaceAll(/\s+/g, ' ')).toContain(mail.subject.replaceAll(/\s+/g, ' ').slice(0, 60))
  })

  test.each([
    ['mail/mime/mime4j/basic-plain-with-bad-header-separator.msg', /^This is a very simple message/],
    ['mail/mime/mime4j/malformedHeader-noheader.msg', /^This is a simple message not having headers/],
    ['mail/mime/mime4j/weird-boundary.msg', /^Text body\n--0123.*\nThe above line/s],
    [
      'mail/mime/mime4j/intermediate-boundaries.msg',
      /^first part\n.*second part have a start boundary.* --boundary\n.*end of part/s,
    ],
    ['mail/mime/mime4j/russian-headers.msg', /^A simple body\./],
    ['mail/mime/mime4j-mimetools/double-semicolon.msg', /^The better part/],
    ['mail/mime/mailparser/mixed.eml', /scanned for Viruses.*Good Morning;/s],
    ['mail/mime/mailparser/nested.eml', /^\s*Dear Sir,\n\nGood evening.*The footer/s],
    ['mail/mime/flanker/missing-final-boundary.eml', /^Some body/],
    ['mail/not-leads/sisimai/lhost-mfilter-03.eml', /このメールは「m-FILTER」が自動的に生成/],
    ['mail/not-leads/tine-invite-outlook-imip.eml', /^When: Freitag, 16\. März 2012/],
  ])('%s is read with its text', async (file, text) => {
    expect((await readMail(bytesOf(file))).text).toMatch(text)
  })

  it('keep their attached mails apart, and name what is attached', async () => {
    const inside = await readMail(bytesOf('mail/mime/ruby-mail/attachment_message_rfc822.eml'))
    expect(inside.enclosed.map(({ subject }) => subject)).toEqual(['Another PDF'])
    expect(inside.text).toBe('This is the first part.')
    const digest = await readMail(bytesOf('mail/mime/cpython/msg_30.eml'))
    expect(digest.enclosed.map(({ text }) => text.trim())).toEqual(['message 1', 'message 2'])
    const named = await readMail(bytesOf('mail/mime/ruby-mail/attachment_nonascii_filename.eml'))
    expect(named.attachments.map(({ name }) => name)).toEqual(['ciële.txt'])
    const encoded = await readMail(bytesOf('mail/mime/mime4j-mimetools/attachment-filename-encoding-Latin1.msg'))
    expect(encoded.attachments.map(({ name }) => name)).toEqual(['attachment.äöü'])
  })

  it(
    'end soon, even 570 KB of nested HTML',
    async () => {
      const raw = bytesOf('mail/mime/mailparser/htmllargecallstack.eml')
      expect((await readMail(raw)).html).toHaveLength(570_287)
    },
    SOON,
  )
})

it.skipIf(hasMails)('the corpora of mails are not on this machine: they were passed over', () => expect(hasMails).toBe(false))

describe('a charset', () => {
  test.each([
    [
      'Windows-1252 that nobody declared',
      'Content-Type: text/plain\n\nGr\xfc\xdfe aus K\xf6ln, Stra\xdfe 5, f\xfcr 5 \x80',
      'Grüße aus Köln, Straße 5, für 5 €',
    ],
    [
      'UTF-8 declared as Latin-1',
      `Content-Type: text/plain; charset=iso-8859-1\n\n${Buffer.from('Grüße aus Köln').toString('latin1')}`,
      'Grüße aus Köln',
    ],
    [
      'Latin-1 declared as UTF-8',
      'Content-Type: text/plain; charset=utf-8\n\nGr\xfc\xdfe aus K\xf6ln, und zwar sch\xf6ne',
      'Grüße aus Köln, und zwar schöne',
    ],
    [
      'a charset there is not',
      'Content-Type: text/plain; charset=klingon-8\n\nna\xefve caf\xe9 d\xe9j\xe0 vu, tr\xe8s bient\xf4t',
      'naïve café déjà vu, très bientôt',
    ],
    ['one without its semicolon', 'Content-Type: text/plain charset=koi8-r\n\n\xf0\xd2\xc9\xd7\xc5\xd4', 'Привет'],
    ['ISO-2022-JP that nobody declared', 'Content-Type: text/plain\n\n\x1b$B$3$s$K$A$O\x1b(B', 'こんにちは'],
    [
      'quoted-printable in Windows-1250',
      'Content-Type: text/plain; charset=windows-1250\nContent-Transfer-Encoding: quoted-printable\n\nP=F8=EDli=9A',
      'Příliš',
    ],
  ])('%s is read', async (_, raw, text) => {
    expect((await read(raw, 'latin1')).text.trim()).toBe(text)
  })

  it('of raw headers is found as well', async () => {
    const mail = await read(
      'Subject: Gr\xfc\xdfe aus K\xf6ln und M\xfcnchen\nFrom: J\xfcrgen M\xfcller <j@x.example>\n\n',
      'latin1',
    )
    expect([mail.subject, mail.from]).toEqual(['Grüße aus Köln und München', { name: 'Jürgen Müller', address: 'j@x.example' }])
  })
})

describe('headers', () => {
  it('give addresses: named, encoded, grouped, with commas in names, and a name alone', async () => {
    const mail = await read(
      'From: =?utf-8?Q?Reyes=2C_Ana?= <Ana@X.example>\nReply-To: "Kim, Joel" <joel@x.example>, team: a@x.example, b@x.example;\nTo: "\'bob@x.example\'" <bob@x.example>\nSender: MAILER-DAEMON\n\n',
    )
    expect(mail.from).toEqual({ name: 'Reyes, Ana', address: 'ana@x.example' })
    expect(mail.replyTo.map(({ address }) => address)).toEqual(['joel@x.example', 'a@x.example', 'b@x.example'])
    expect(mail.to).toEqual([{ name: 'bob@x.example', address: 'bob@x.example' }])
    expect(mail.sender).toEqual({ name: 'MAILER-DAEMON', address: '' })
  })

  test.each([
    ['Tue, 12 Oct 2010 16:21:05 +0200', '2010-10-12T14:21:05.000Z'],
    ['12 Oct 10 16:21 EST', '2010-10-12T21:21:00.000Z'],
    ['Wed, 20 Sep 1995 00:19:00 (EDT) -0400', '1995-09-20T04:19:00.000Z'],
    ['Thu 29 Apr 2010 23:34:45 +0900', '2010-04-29T14:34:45.000Z'],
    ['Tue, 12 Oct 2010 16:21:05 H0500', null],
    ['Wed, 15 Dec 2010    59:10 -0500', null],
    ['30 Feb 2020 10:00 +0000', null],
    ['1 Jan 2020 10:00 +9900', null],
    ['1 Jan 2020 25:00 +0000', null],
    ['1 Jan 1969 10:00 +0000', null],
    ['yesterday', null],
  ])('the date %s is %s', async (date, iso) => {
    const { sentAt } = await read(`Date: ${date}\n\n`)
    expect(sentAt === null ? null : new Date(sentAt).toISOString()).toBe(iso)
  })

  it('tell a null return path from none, and give a Message-ID its brackets', async () => {
    expect((await read('Return-Path: <>\n\n')).returnPath).toBe('')
    expect((await read('Subject: x\n\n')).returnPath).toBeNull()
    expect((await read('Message-ID: a@b\n\n')).messageId).toBe('<a@b>')
    expect((await read('Message-ID:\n <a@b>\n\n')).messageId).toBe('<a@b>')
    expect((await read('Message-ID: <>\n\n')).messageId).toBeNull()
  })
})

describe('HTML', () => {
  it('becomes text of a line a block, its cells beside each other', async () => {
    const html =
      '<head><title>No</title><style>b{}</style></head><table><tr><td><p>Name:</p></td><td><div>Ana &amp; Bo</div></td></tr><tr><td>Phone</td><td>1&nbsp;2</td></tr></table><p>Hi<br>there</p><script>x</script>'
    const mail = await aReadMail({}, html, 'text/html')
    expect(mail.text).toBe('Name:\tAna & Bo\nPhone\t1 2\n\nHi\nthere')
    expect(mail.html).toBe(html)
  })

  test.each([
    ['nested tags', '<div><b>'.repeat(250_000)],
    ['nested tables', '<table><tr><td>'.repeat(120_000)],
    ['tags closed that never opened', '<b>'.repeat(200_000) + '</i>'.repeat(200_000)],
    ['an attribute without end', `<a ${'x=1 '.repeat(400_000)}`],
    ['brackets', '<'.repeat(1_500_000)],
    ['blanks', ' '.repeat(1_500_000)],
  ])(
    'of two megabytes of %s ends soon',
    async (_, html) => {
      const raw = Buffer.from(`Content-Type: text/html\n\n${html}x`)
      expect((await readMail(raw)).problems).toEqual([])
    },
    SOON,
  )
})

describe('limits', () => {
  it('hold for parts, depth and headers, and say what was left unread', async () => {
    const parts = await read(`Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(3_000)}--b--`)
    expect(parts.problems).toEqual([expect.stringMatching(/child nodes/)])
    expect(parts.text).toContain('x')
    const header = await read(`X: ${'y'.repeat(400_000)}\nSubject: late\n\nbody`)
    expect(header.problems).toEqual([expect.stringMatching(/header size/i)])
    let deep = 'Subject: inmost\n\nx'
    for (let at = 0; at < 30; at++) deep = `Subject: ${at}\nContent-Type: message/rfc822\n\n${deep}`
    let depth = 0
    for (let mail: Mail | undefined = await read(deep); mail !== undefined; mail = mail.enclosed[0]) depth++
    expect(depth).toBe(5)
    const nested = Array.from({ length: 900 }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`).join('')
    expect(await read(`${nested}\nx`)).toMatchObject({ attachments: [] })
  })

  test.each(['(', '<', '"', '=?utf-8?Q?=', 'a@', 'a.', ' ', 'a,', '<a@b', '=?x?Q?a?= ', '*0*='])(
    'hold for headers of nothing but %j',
    async (piece) => {
      const value = piece.repeat(19_000 / piece.length)
      const names = ['From', 'To', 'Reply-To', 'Subject', 'Content-Type', 'Message-ID', 'Date', 'List-Id', 'X-Spam-Status']
      const mail = await read(`${names.map((name) => `${name}: ${value}\n`).join('')}\n${value.repeat(5)}`)
      expect(judgeMail(mail, ['firm.example'])).not.toBe('own-mail')
    },
    SOON,
  )

  it('a mail without anything is an empty mail', async () => {
    expect(await readMail(Buffer.alloc(0))).toMatchObject({
      from: null,
      subject: null,
      sentAt: null,
      text: '',
      html: null,
      problems: [],
    })
  })
})

const seeds = hasMails
  ? corpusMails()
      .map(({ file }) => bytesOf(file))
      .filter(({ length }) => length < 20_000)
  : [Buffer.from('Subject: x\n\ny')]
const RUNS = Number(process.env['LEAD_DESK_SEQUENCES'] ?? 200)

describe('whatever its bytes', () => {
  it('a mail is answered', async () => {
    const mutated = fc
      .tuple(
        fc.constantFrom(...seeds),
        fc.array(fc.tuple(fc.nat(), fc.nat(60), fc.oneof(fc.uint8Array({ maxLength: 8 }), fc.constantFrom(...TEARS))), {
          maxLength: 6,
        }),
      )
      .map(([seed, cuts]) =>
        cuts.reduce<Buffer>((bytes, [at, length, put]) => {
          const from = bytes.length === 0 ? 0 : at % bytes.length
          return Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + length)])
        }, seed),
      )
    const bytes = fc.uint8Array({ maxLength: 2_000 }).map((some) => Buffer.from(some))
    await fc.assert(
      fc.asyncProperty(fc.oneof({ weight: 4, arbitrary: mutated }, { weight: 1, arbitrary: bytes }), async (raw) => {
        const mail = await readMail(raw)
        expect(mail.text).not.toContain('\0')
        expect(mail.text).not.toContain('\r')
      }),
      { numRuns: RUNS },
    )
  }, 60_000)
})

const TEARS = [
  '\r\n\r\n',
  '--',
  '=?utf-8?B?',
  'Content-Type: multipart/mixed; boundary=""\n',
  'Content-Transfer-Encoding: base64\n',
  '\0\0\0',
  'charset=utf-16',
].map((text) => Buffer.from(text, 'latin1'))
