import { describe, expect, it, test } from 'vitest'
import type { MailReason } from '../../../src-main/contract/index.ts'
import { judgeMail } from '../../../src-main/intake/mail/judge-mail.ts'
import { readMail } from '../../../src-main/intake/mail/read-mail.ts'
import { bytesOf, corpusMails, hasMails } from './mail-corpus.ts'

const OWN = ['firm.example', 'boss@gmail.com']

async function judged(headers: Readonly<Record<string, string>>, body = 'Hello there.', own = OWN): Promise<MailReason | null> {
  const all = { From: 'Ana Reyes <ana@reyes.example>', To: 'sales@firm.example', Subject: 'Your offer', ...headers }
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return judgeMail(await readMail(Buffer.from(`${head.join('\n')}\n\n${body}`)), own)
}

describe.runIf(hasMails)('the mails of the corpora', () => {
  const judgements = { marketing: 'newsletter', 'abuse-report': 'abuse-report' } as const
  const noLeads = corpusMails().filter(
    ({ kind }) => !['lead', 'person', 'mime-fixture', 'empty-form', 'forwarded-person'].includes(kind),
  )

  it('hold every kind of mail that is no lead', () => {
    expect(new Set(noLeads.map(({ kind }) => kind)).size).toBe(8)
    expect(noLeads.length).toBeGreaterThan(40)
  })

  test.each(noLeads.map(({ file, kind }) => [file, kind]))('%s is a %s', async (file, kind) => {
    expect(judgeMail(await readMail(bytesOf(file)), [])).toBe((judgements as Record<string, string>)[kind] ?? kind)
  })

  test.each(corpusMails().flatMap(({ file, kind }) => (['lead', 'person'].includes(kind) ? [file] : [])))(
    '%s is held against nobody',
    async (file) => {
      expect(judgeMail(await readMail(bytesOf(file)), [])).toBeNull()
    },
  )
})

describe('a bounce', () => {
  test.each<[string, Record<string, string>, string]>([
    ['in German, from nobody', { 'Return-Path': '<>', Subject: 'Unzustellbar: Ihr Angebot' }, 'x'],
    ['in French', { From: 'postmaster@mx.example', Subject: 'Non remis : devis' }, 'x'],
    ['in Japanese', { 'Return-Path': '<>', Subject: '配信できません' }, 'x'],
    ['in Polish with a server’s answer', { Subject: 'Nie można dostarczyć: oferta' }, '550 5.1.1 No such user here'],
    [
      'a report of another program',
      { 'Content-Type': 'multipart/report; boundary=b', Subject: 'Delivery report' },
      '--b\n\nx\n--b--',
    ],
    ['named by its header', { 'X-Failed-Recipients': 'x@y.example' }, 'x'],
    ['of a delay', { From: 'Mail Delivery System <x@y.example>', Subject: 'Warning: message delayed 24 hours' }, 'x'],
  ])('%s is one', async (_, headers, body) => expect(await judged(headers, body)).toBe('bounce'))

  it('is no mail that only speaks of deliveries', async () => {
    expect(await judged({ Subject: 'Delivery problem with order 12: please call' }, 'Where are my goods?')).toBeNull()
    expect(await judged({ Subject: 'Question' }, 'I read "550 5.1.1 user unknown" in my log. What is it?')).toBeNull()
    expect(await judged({ From: 'Mail Delivery Systems Ltd <jo@mds.example>' })).toBeNull()
  })
})

describe('an automatic answer', () => {
  test.each([
    'Automatic reply: Offer',
    'Out of Office: Offer',
    'Out of the office',
    'Abwesenheitsnotiz: Angebot',
    'Automatische Antwort: Angebot',
    'Réponse automatique : devis',
    'Respuesta automática: oferta',
    'Risposta automatica: offerta',
    'Fuori ufficio',
    'Automatisch antwoord: offerte',
    'Automatiskt svar: erbjudande',
    'Autosvar: tilbud',
    'Automatyczna odpowiedź: oferta',
    'Автоответ: предложение',
    '自動応答: 見積',
    '自动回复: 报价',
    'Re: Automatic reply: Offer',
  ])('“%s” is one', async (subject) => {
    const encoded = `=?utf-8?B?${Buffer.from(subject).toString('base64')}?=`
    expect(await judged({ Subject: encoded })).toBe('auto-reply')
  })

  test.each<[string, Record<string, string>]>([
    ['Auto-Submitted', { 'Auto-Submitted': 'auto-replied (vacation)' }],
    ['X-Autoreply', { 'X-Autoreply': 'yes' }],
    ['X-Autorespond', { 'X-Autorespond': '' }],
    ['Precedence', { Precedence: 'auto_reply' }],
    ['a null return path and a wish for no answer', { 'Return-Path': '<>', 'X-Auto-Response-Suppress': 'All' }],
  ])('is known by %s', async (_, headers) => expect(await judged(headers)).toBe('auto-reply'))

  test.each([
    'Out of office space, need more desks',
    'Auto: BMW 320d, noch zu haben?',
    'Absent doors in stock?',
    'Automatic doors for our shop',
  ])('is no mail about “%s”', async (subject) => expect(await judged({ Subject: subject })).toBeNull())
})

describe('what many get', () => {
  test.each<[string, Record<string, string>, MailReason]>([
    ['a list', { 'List-Id': 'Talk <talk.lists.example>', 'List-Post': '<mailto:talk@lists.example>' }, 'list'],
    ['a list by its program', { 'Mailing-List': 'contact x@y.example; run by ezmlm' }, 'list'],
    ['news', { 'List-Unsubscribe': '<https://x.example/u>' }, 'newsletter'],
    ['news with a list’s name', { 'List-Id': 'a <b.mcsv.net>', 'List-Unsubscribe': '<https://x.example/u>' }, 'newsletter'],
    ['bulk', { Precedence: 'bulk' }, 'newsletter'],
    ['news by their sender', { From: 'Shop <newsletter@shop.example>' }, 'newsletter'],
    ['a hot sheet', { From: 'no-reply@crm.example', Subject: 'Your Hot Sheet' }, 'digest'],
    ['a weekly sum', { From: 'notifications@crm.example', Subject: 'Weekly production report' }, 'digest'],
    ['leads by the number', { From: 'noreply@portal.example', Subject: 'You have 3 new opportunities' }, 'digest'],
    ['what a program notes', { 'Auto-Submitted': 'auto-generated' }, 'auto-generated'],
    ['what a machine wants no answer to', { From: 'noreply@x.example', 'X-Auto-Response-Suppress': 'All' }, 'auto-generated'],
    ['a server’s task', { Subject: 'Cron <root@web1> run-backup' }, 'auto-generated'],
    ['spam by its flag', { 'X-Spam-Flag': 'YES' }, 'spam'],
    ['spam by its score', { 'X-Spam-Status': 'Yes, score=9.1' }, 'spam'],
    ['spam of Exchange', { 'X-MS-Exchange-Organization-SCL': '6' }, 'spam'],
    ['spam by its mark', { Subject: '***SPAM*** Cheap pills' }, 'spam'],
    ['a text’s answer', { From: 'leads@realtorpro.example', Subject: 'New text reply from Owen Marsh' }, 'reply'],
    ['a report on the domain', { 'Content-Type': 'multipart/report; report-type=feedback-report; boundary=b' }, 'abuse-report'],
  ])('%s is known', async (_, headers, reason) => expect(await judged(headers)).toBe(reason))

  it('is no mail that came through a group of the team itself', async () => {
    const group = { 'List-Id': '<sales.firm.example>', 'List-Unsubscribe': '<https://groups.example/u>', Precedence: 'list' }
    expect(await judged(group)).toBeNull()
    expect(await judged(group, 'Hello', [])).toBe('list')
  })

  it('is no letter of a person about such things', async () => {
    expect(await judged({ Subject: 'Weekly report software: can you quote?' })).toBeNull()
    expect(await judged({ From: 'Jo <marketing@shop.example>', 'X-Auto-Response-Suppress': 'OOF' })).toBeNull()
    expect(await judged({ 'X-Spam-Status': 'No, score=-1', 'X-Spam-Flag': 'NO', 'Auto-Submitted': 'no' })).toBeNull()
  })
})

describe('the team itself', () => {
  it('is known by its addresses and domains', async () => {
    expect(await judged({ From: 'mia@firm.example' })).toBe('own-mail')
    expect(await judged({ From: 'Mia <mia@mail.firm.example>' })).toBe('own-mail')
    expect(await judged({ From: 'boss@gmail.com' })).toBe('own-mail')
    expect(await judged({ From: 'ana@gmail.com' })).toBeNull()
    expect(await judged({ From: 'ana@notfirm.example' })).toBeNull()
  })

  it('is not the form of its own site', async () => {
    expect(await judged({ From: 'Firm <wordpress@firm.example>', 'Reply-To': 'ana@reyes.example' })).toBeNull()
    expect(await judged({ From: 'office@firm.example', 'Reply-To': 'ana@reyes.example' })).toBeNull()
    expect(await judged({ From: 'kontaktformular@firm.example' })).toBeNull()
    expect(await judged({ From: 'mia@firm.example', 'Reply-To': 'tom@firm.example' })).toBe('own-mail')
  })
})

describe('a forwarded mail', () => {
  test.each(['Fwd: Anfrage', 'FW: offer', 'WG: Angebot', 'TR: devis', 'RV: oferta', 'Re: Fwd: hello'])(
    '“%s” is one',
    async (subject) => {
      expect(await judged({ From: 'mia@firm.example', Subject: subject })).toBe('forwarded')
    },
  )

  it('is known by the mail within it, in whatever way it holds it', async () => {
    expect(await judged({}, 'See below\n\n---------- Forwarded message ---------\nFrom: x')).toBe('forwarded')
    const attached = 'multipart/mixed; boundary=b'
    const body = '--b\n\nfyi\n--b\nContent-Type: message/rfc822\n\nFrom: lead@x.example\n\nName: Joe\n--b--'
    expect(await judged({ 'Content-Type': attached }, body)).toBe('forwarded')
  })
})

describe('a meeting', () => {
  const invite = (method: string): string =>
    `--b\n\nwhen?\n--b\nContent-Type: text/calendar\n\nBEGIN:VCALENDAR\nMETHOD:${method}\nEND:VCALENDAR\n--b--`
  it('is one when it asks or answers, not when an event lies beside a mail', async () => {
    expect(await judged({ 'Content-Type': 'multipart/mixed; boundary=b' }, invite('REQUEST'))).toBe('calendar')
    expect(await judged({ 'Content-Type': 'multipart/mixed; boundary=b' }, invite('PUBLISH'))).toBeNull()
  })
})

describe('a read receipt', () => {
  it('is one by its parts or its words', async () => {
    expect(await judged({ Subject: 'Read: offer' }, 'Your message was read on Monday.')).toBe('receipt')
    expect(await judged({ Subject: 'Gelesen: Angebot' }, 'Ihre Nachricht wurde gelesen.')).toBe('receipt')
    expect(await judged({ Subject: 'Read: the terms, and I have a question' }, 'Dear all, what does § 3 mean?')).toBeNull()
  })
})
