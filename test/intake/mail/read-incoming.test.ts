import { describe, expect, it, test } from 'vitest'
import type { FieldReading, MailReason } from '../../../src-main/contract/index.ts'
import type { MailContext } from '../../../src-main/intake/mail/incoming-mail.ts'
import type { ParsedMail } from '../../../src-main/intake/mail/parsers.ts'
import { readIncoming, settle } from '../../../src-main/intake/mail/read-incoming.ts'
import { MOST_MAIL_BYTES } from '../../../src-main/intake/mail/sizes.ts'
import { rawMail } from './a-mail.ts'
import { bytesOf, corpusMails, hasMails } from './mail-corpus.ts'

const NOW = Date.UTC(2026, 10, 23, 12)
const CONTEXT: MailContext = {
  homeCountry: 'US',
  timeZone: 'America/Chicago',
  now: NOW,
  takes: 'known',
  ownAddresses: ['firm.example'],
  templates: [],
  mailbox: 'inbox',
}
const where = { uid: 7, place: null }
const read = (raw: Buffer, context: Partial<MailContext> = {}): ReturnType<typeof readIncoming> =>
  readIncoming(raw, { ...CONTEXT, ...context }, where)

const ADF = `<?xml version="1.0"?><?adf version="1.0"?><adf><prospect><requestdate>2026-11-20T09:15:00-06:00</requestdate>
<vehicle><year>2021</year><make>Toyota</make><model>RAV4</model></vehicle>
<customer><contact><name part="full">Dana Whitlock</name><email>dana@whitlock.example</email></contact></customer>
<vendor><contact><name part="full">Lakeside</name></contact></vendor></prospect></adf>`

const parsed = (
  parser: string,
  doubt: MailReason | null,
  fields: string[] = ['name', 'email'],
  value = 'x@y.example',
): ParsedMail => ({
  reading: {
    parser,
    version: 1,
    language: null,
    leads: [fields.map((field): FieldReading => ({ field, value, confidence: 1, where: 'line 1' }))],
  },
  doubt,
  templateId: null,
})

describe('what becomes of a mail', () => {
  test.each<[string, MailReason | null, ParsedMail | null, MailContext['takes'], string]>([
    ['a portal’s mail is a lead', null, parsed('adf', null), 'known', 'lead'],
    ['a form’s mail is a lead', null, parsed('labels', null), 'known', 'lead'],
    ['an inbox that asks for it always waits', null, parsed('adf', null), 'review', 'review wanted'],
    ['a person’s letter waits', null, parsed('person', 'person'), 'known', 'review person'],
    ['a person’s letter is a lead where the inbox takes people', null, parsed('person', 'person'), 'people', 'lead'],
    ['a doubt is kept before a person looks', null, parsed('labels', 'empty-form'), 'people', 'review empty-form'],
    ['what nobody can read waits', null, null, 'people', 'review unsure'],
    ['a sum of leads that its parser knows is none', null, parsed('zillow', 'digest'), 'people', 'ignored digest'],
    ['a bounce is none, whatever it encloses', 'bounce', parsed('adf', null), 'people', 'ignored bounce'],
    ['an absence note is none', 'auto-reply', parsed('adf', null), 'people', 'ignored auto-reply'],
    ['a forwarded lead waits', 'forwarded', parsed('adf', null), 'people', 'review forwarded'],
    ['the team’s own letter is none', 'own-mail', parsed('person', 'person'), 'people', 'ignored own-mail'],
    ['label lines from an address of the team may be its form', 'own-mail', parsed('labels', null), 'people', 'review unsure'],
    [
      'a signature of the team is none',
      'own-mail',
      parsed('labels', null, ['name', 'email'], 'mia@firm.example'),
      'people',
      'ignored own-mail',
    ],
    ['a program of the team’s site writes ADF', 'own-mail', parsed('adf', null), 'known', 'lead'],
    ['a portal may let people unsubscribe', 'newsletter', parsed('adf', null), 'known', 'lead'],
    ['a form’s program may say that it wrote it', 'auto-generated', parsed('realtor', null), 'known', 'lead'],
    ['label lines in bulk mail are looked at', 'newsletter', parsed('labels', null), 'known', 'review unsure'],
    [
      'an imprint’s label lines are no form',
      'newsletter',
      parsed('labels', null, ['email', 'phone']),
      'known',
      'ignored newsletter',
    ],
    ['a newsletter is no letter', 'newsletter', parsed('person', 'person'), 'people', 'ignored newsletter'],
    ['a lead marked as spam is looked at', 'spam', parsed('adf', null), 'known', 'review unsure'],
    ['spam is spam', 'spam', parsed('person', 'person'), 'people', 'ignored spam'],
    ['a doubtful list mail is none', 'list', parsed('labels', 'unsure'), 'people', 'ignored list'],
  ])('%s', (_, judged, found, takes, becomes) => {
    const { verdict, reason } = settle(judged, found, takes, ['firm.example'])
    expect(reason === null ? verdict : `${verdict} ${reason}`).toBe(becomes)
  })
})

describe('an incoming mail', () => {
  it('of a form that posts by the account it writes to is a lead; a note to oneself is none', async () => {
    const headers = { From: 'Firm <info@firm.example>', To: 'info@firm.example', Subject: 'Contact' }
    const form = await read(rawMail(headers, 'Name: Ana Reyes\nEmail: ana@reyes.example\nMessage: Please call'))
    expect(form).toMatchObject({ verdict: 'lead', leads: [{ draft: { email: 'ana@reyes.example' } }] })
    const note = await read(rawMail(headers, 'Remember to call the roofer on Monday.'), { takes: 'people' })
    expect(note).toMatchObject({ verdict: 'ignored', reason: 'own-mail' })
    const sent = await read(rawMail({ ...headers, To: 'ada@firm.example' }, 'Name: Ana Reyes\nEmail: ana@reyes.example'))
    expect(sent).toMatchObject({ verdict: 'review', reason: 'unsure' })
  })

  it('becomes leads with keys of their own, received when it was sent, its raw kept once', async () => {
    const raw = rawMail(
      { Date: 'Fri, 20 Nov 2026 16:00:00 +0000', 'Message-ID': '<1@x.example>', 'List-Unsubscribe': '<https://x.example>' },
      ADF,
    )
    const mail = await read(raw)
    expect(mail).toMatchObject({ verdict: 'lead', reason: null, uid: 7, place: null, messageId: '<1@x.example>', subject: null })
    expect(mail.reading?.parser).toBe('adf')
    expect(mail.leads).toHaveLength(1)
    expect(mail.leads[0]).toMatchObject({ key: `${mail.key}#1`, raw: null, rawKind: 'mail', emailKey: 'dana@whitlock.example' })
    expect(Buffer.from(mail.raw).equals(raw)).toBe(true)
  })

  it('that nothing was read of by its date is received when it was sent, never tomorrow', async () => {
    const form = 'Name: Joel Kim\nEmail: joel@kim.example\nPhone: +1 503 555 0134\nMessage: two bedrooms'
    const sent = await read(rawMail({ Date: 'Fri, 20 Nov 2026 16:00:00 +0000' }, form))
    expect(sent.leads[0]?.draft.receivedAt).toBe(Date.UTC(2026, 10, 20, 16))
    const wrong = await read(rawMail({ Date: 'Fri, 20 Nov 2076 16:00:00 +0000' }, form))
    expect(wrong.leads[0]?.draft.receivedAt).toBeNull()
  })

  it('that gives a lead back, or passes one on, makes none of the lead within', async () => {
    const parts = (outer: Record<string, string>, report: string): Buffer =>
      Buffer.from(
        `${Object.entries(outer)
          .map(([name, value]) => `${name}: ${value}\n`)
          .join('')}\n--b\n\n${report}\n--b\nContent-Type: message/rfc822\n\n${rawMail({}, ADF).toString()}\n--b--`,
      )
    const bounce = await read(
      parts(
        {
          'Return-Path': '<>',
          From: 'MAILER-DAEMON@mx.example',
          'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b',
        },
        'failed',
      ),
    )
    expect(bounce).toMatchObject({ verdict: 'ignored', reason: 'bounce', reading: null, leads: [] })
    const forward = await read(
      parts({ From: 'mia@firm.example', Subject: 'Fwd: lead', 'Content-Type': 'multipart/mixed; boundary=b' }, 'see'),
    )
    expect(forward).toMatchObject({ verdict: 'review', reason: 'forwarded', leads: [] })
  })

  it('that is too large waits, with its headers and the beginning kept', async () => {
    const large = Buffer.concat([rawMail({ Subject: 'huge' }, ADF), Buffer.alloc(MOST_MAIL_BYTES, 'x')])
    const mail = await read(large)
    expect(mail).toMatchObject({ verdict: 'review', reason: 'too-large', subject: 'huge', leads: [] })
    expect(mail.raw.length).toBe(1024 * 1024)
    const bounce = await read(
      Buffer.concat([rawMail({ 'Return-Path': '<>', From: 'postmaster@x.example' }, 'x'), Buffer.alloc(MOST_MAIL_BYTES, 'x')]),
    )
    expect(bounce).toMatchObject({ verdict: 'ignored', reason: 'bounce' })
  })
})

describe.runIf(hasMails)('of the corpora', () => {
  test.each(
    corpusMails().flatMap(({ file, kind }) =>
      ['lead', 'person', 'empty-form', 'forwarded-person'].includes(kind) ? [file] : [],
    ),
  )('%s is shown to somebody', async (file) => expect((await read(bytesOf(file))).verdict).not.toBe('ignored'))
  test.each(corpusMails().flatMap(({ file, kind }) => (file.includes('not-leads/') ? [[file, kind]] : [])))(
    '%s (%s) becomes no lead, even where people are taken',
    async (file) => expect(await read(bytesOf(file ?? ''), { takes: 'people' })).toMatchObject({ verdict: 'ignored', leads: [] }),
  )
})
