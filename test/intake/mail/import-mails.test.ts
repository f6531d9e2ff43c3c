import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ImportReport, MailImportOptions } from '../../../src-main/contract/index.ts'
import { importMails, rehearseMails, sampleMails, startMailImport } from '../../../src-main/intake/mail/mail-import.ts'
import { aProfile, openTestDesk, type TestDesk } from '../../helpers/open-test-desk.ts'
import { aFile } from '../import-desk.ts'
import { rawMail } from './a-mail.ts'
import { aFolder } from './a-folder.ts'
import { hasMails, MAILS } from './mail-corpus.ts'

const form = (name: string, at = 0): string =>
  rawMail(
    { Subject: `Contact form ${at}`, 'Message-ID': `<${name}.${at}@site.example>`, Date: 'Mon, 23 Nov 2026 10:00:00 +0000' },
    `Name: ${name} Tester\nEmail: ${name}@tester.example\nPhone: +49 30 1234${String(at).padStart(4, '0')}\nMessage: please call me`,
  ).toString()
const bounce = 'Return-Path: <>\nFrom: MAILER-DAEMON@mx.example\nSubject: failure notice\nMessage-ID: <b@mx.example>\n\nx'
const letter = rawMail(
  { From: 'Ana Reyes <ana@reyes.example>', Subject: 'Question', 'Message-ID': '<l@x>' },
  'Can you help me?',
).toString()
const twoLeads = rawMail(
  { Subject: 'ADF', 'Message-ID': '<two@x.example>' },
  `<?xml version="1.0"?><adf>${['dan', 'eve'].map((name) => `<prospect><vehicle><make>Opel</make><model>Corsa</model></vehicle><customer><contact><name part="full">${name} Doe</name><email>${name}@doe.example</email></contact></customer><vendor><contact><name part="full">V</name></contact></vendor></prospect>`).join('')}</adf>`,
).toString()

interface Given extends Partial<MailImportOptions> {
  dryRun?: boolean
}
function imported(test: TestDesk, path: string, given: Given = {}): Promise<ImportReport> {
  const { dryRun, ...options } = given
  const input = { file: { path, name: 'box' }, options: MailImportOptions.parse(options), actor: 'test' }
  return dryRun === true ? rehearseMails(test.desk, input) : importMails(test.desk, input)
}

const countsOf = ({ rows, added, matched, leftOut, review, ignored }: ImportReport): number[] => [
  rows,
  added,
  matched,
  leftOut,
  review,
  ignored,
]
function expectSums(report: ImportReport): void {
  expect(report.added + report.matched + report.leftOut + report.review + report.ignored).toBe(report.rows)
}

describe('a folder of mails', () => {
  const files = { 'a.eml': form('ada'), 'b.eml': bounce, 'c.eml': letter, 'd.eml': twoLeads, 'again/a.eml': form('ada') }

  it('comes in: leads, the tray, and what is none, each told and counted', async () => {
    const test = await openTestDesk()
    const report = await imported(test, aFolder(files))
    expect(countsOf(report)).toEqual([6, 3, 1, 0, 1, 1])
    expect(report).toMatchObject({ encoding: 'folder', batch: 1, ignoredMails: [{ message: 'b.eml', reason: 'bounce' }] })
    const kept = await test.desk.store.readBatch(report.batch!)
    expect(kept.batch).toMatchObject({
      status: 'finished',
      rows: 6,
      added: 3,
      matched: 1,
      review: 1,
      ignored: 1,
      bytesRead: kept.batch.bytes,
    })
    expect(kept.ignoredMails).toEqual(report.ignoredMails)
    const tray = await test.desk.store.mailPage({ verdict: 'review' }, null, 9)
    expect(tray.mails.map(({ subject, reason }) => [subject, reason])).toEqual([['Question', 'person']])
    const { leads } = await test.desk.store.leadPage({}, 'newest', null, 9)
    expect(leads.map(({ email, source }) => [email, source]).toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))).toEqual([
      ['ada@tester.example', 'box'],
      ['dan@doe.example', 'box'],
      ['eve@doe.example', 'box'],
    ])
  })

  it('adds nothing when it comes again, and says what became of each', async () => {
    const test = await openTestDesk()
    const folder = aFolder(files)
    await imported(test, folder)
    const again = await imported(test, folder)
    expect(countsOf(again)).toEqual([6, 0, 4, 0, 1, 1])
    expect((await test.desk.store.readBatch(again.batch!)).batch).toMatchObject({
      rows: 6,
      added: 0,
      matched: 4,
      review: 1,
      ignored: 1,
    })
    const page = await test.desk.store.mailPage({}, null, 50)
    expect(page.mails).toHaveLength(4)
  })

  it('says in a dry run what an import then does, and saves nothing', async () => {
    const test = await openTestDesk()
    await test.desk.store.addRep(aProfile('Mia'), { at: test.clock.now(), actor: 'test' })
    const folder = aFolder(files)
    const dry = await imported(test, folder, { dryRun: true })
    expect((await test.desk.store.mailPage({}, null, 9)).mails).toEqual([])
    expect(await imported(test, folder)).toEqual({ ...dry, batch: 1 })
    const dryAgain = await imported(test, folder, { dryRun: true })
    expect(await imported(test, folder)).toEqual({ ...dryAgain, batch: 2 })
  })

  it('takes people’s letters where it is told to, and nothing where it is told to wait', async () => {
    const folder = aFolder(files)
    const people = await imported(await openTestDesk(), folder, { takes: 'people' })
    expect(countsOf(people)).toEqual([6, 4, 1, 0, 0, 1])
    const none = await imported(await openTestDesk(), folder, { takes: 'review' })
    expect(countsOf(none)).toEqual([5, 0, 0, 0, 4, 1])
  })

  it('is taken back whole', async () => {
    const test = await openTestDesk()
    const folder = aFolder(files)
    const { batch } = await imported(test, folder)
    const { removed, kept } = await test.desk.store.undoBatch(batch!, 100, { at: test.clock.now(), actor: 'test' })
    expect([removed, kept]).toEqual([3, 0])
    expect(countsOf(await imported(test, folder))).toEqual([6, 3, 1, 0, 1, 1])
  })

  it('keeps an Outlook message in the tray, because nothing may be lost', async () => {
    const test = await openTestDesk()
    const report = await imported(test, aFolder({ 'x.msg': Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'y.eml': form('ada') }))
    expect(countsOf(report)).toEqual([2, 1, 0, 0, 1, 0])
    const { mails } = await test.desk.store.mailPage({ verdict: 'review' }, null, 9)
    expect(mails).toMatchObject([{ reason: 'unreadable', subject: expect.stringContaining('save its mails as .eml') as string }])
  })

  it('of the team’s own reps is none of ours', async () => {
    const test = await openTestDesk()
    await test.desk.store.addRep(aProfile('Mia'), { at: test.clock.now(), actor: 'test' })
    const report = await imported(
      test,
      aFolder({ 'a.eml': rawMail({ From: 'Mia <mia@team.example>', Subject: 'Offer' }, 'Dear Ana, here is our offer.') }),
    )
    expect(report.ignoredMails).toEqual([{ message: 'a.eml', reason: 'own-mail' }])
  })
})

describe('an mbox', () => {
  it('names its mails by their number', async () => {
    const box = [form('ada'), bounce, form('bob', 2)].map((mail) => `From a@x Mon Nov 23 10:00:00 2026\n${mail}\n\n`).join('')
    const test = await openTestDesk()
    const report = await imported(test, aFile(box, 'box.mbox').path)
    expect(countsOf(report)).toEqual([3, 2, 0, 0, 0, 1])
    expect(report).toMatchObject({ encoding: 'mbox', ignoredMails: [{ message: 'box#2', reason: 'bounce' }] })
  })

  it('of some hundred mails is stopped when asked to, and what is in stays in', async () => {
    const box = Array.from({ length: 500 }, (_, at) => `From a@x Mon Nov 23 10:00:00 2026\n${form(`p${at}`, at)}\n\n`).join('')
    const test = await openTestDesk()
    const stop = new AbortController()
    const input = {
      file: aFile(box, 'box.mbox'),
      options: MailImportOptions.parse({}),
      actor: 'test',
      signal: stop.signal,
      onProgress: () => stop.abort(),
    }
    const { batchId, done } = await startMailImport(test.desk, input)
    const report = await done
    expectSums(report)
    expect(report.added).toBeGreaterThan(0)
    expect(report.added).toBeLessThanOrEqual(200)
    expect((await test.desk.store.readBatch(batchId)).batch).toMatchObject({ status: 'cancelled', added: report.added })
    // And goes on where it stopped when it is imported again.
    const again = await importMails(test.desk, { ...input, signal: undefined, onProgress: undefined })
    expect([again.rows, again.added, again.matched]).toEqual([500, 500 - report.added, report.added])
  }, 30_000)
})

describe('two mails that look the same', () => {
  it('are two when their bodies differ, and one when they do not', async () => {
    const test = await openTestDesk()
    const one = form('ada')
    const other = one.replace('please call me', 'please write to me')
    const report = await imported(test, aFolder({ '1.eml': one, '2.eml': other, '3.eml': `X-Gmail-Labels: Inbox\r\n${one}` }))
    expect(report.rows).toBe(3)
    expect((await test.desk.store.mailPage({}, null, 9)).mails).toHaveLength(2)
  })
})

it('whatever lies in a folder, the counts add up, twice the same, and no mail is lost', async () => {
  const some = fc.constantFrom(
    form('ada'),
    form('bob', 1),
    bounce,
    letter,
    twoLeads,
    '',
    'no mail at all',
    'Subject: x\n\n',
    rawMail({ 'List-Id': 'x' }, 'y').toString(),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(some, { minLength: 1, maxLength: 12 }),
      fc.constantFrom('known', 'people', 'review'),
      async (mails, takes) => {
        await using test = await openTestDesk()
        const folder = aFolder(Object.fromEntries(mails.map((mail, at) => [`${at}.eml`, mail])))
        const dry = await imported(test, folder, { dryRun: true, takes })
        const first = await imported(test, folder, { takes })
        expect({ ...dry, batch: first.batch }).toEqual(first)
        expectSums(first)
        expect(first.rows).toBeGreaterThanOrEqual(mails.length)
        const stored = (await test.desk.store.readBatch(first.batch!)).batch
        expect([stored.rows, stored.added, stored.matched, stored.leftOut, stored.review, stored.ignored]).toEqual(
          countsOf(first),
        )
        const again = await imported(test, folder, { takes })
        expectSums(again)
        expect([again.rows, again.added]).toEqual([first.rows, 0])
        expect((await test.desk.store.mailPage({}, null, 50)).mails).toHaveLength(new Set(mails).size)
      },
    ),
    { numRuns: 12 },
  )
}, 60_000)

it('shows the first mails as they would be read, and saves nothing', async () => {
  const test = await openTestDesk()
  const folder = aFolder({ 'a.eml': form('ada'), 'b.eml': bounce })
  const samples = await sampleMails(test.desk, { path: folder, name: 'box' }, { takes: 'known' })
  expect(samples.map(({ verdict, reason, subject }) => [verdict, reason, subject])).toEqual([
    ['lead', null, 'Contact form 0'],
    ['ignored', 'bounce', 'failure notice'],
  ])
  expect((await test.desk.store.mailPage({}, null, 9)).mails).toEqual([])
})

it.runIf(hasMails)('all mails of the corpora come in, and again', async () => {
  const test = await openTestDesk()
  const first = await imported(test, join(MAILS, 'mail'), { takes: 'people' })
  expectSums(first)
  expect(
    first.ignoredMails
      .filter(({ message }) => !message.startsWith('not-leads/') && !message.startsWith('tnef/'))
      .map(({ message }) => message),
  ).toEqual(['mime/cpython/msg_30.eml'])
  const again = await imported(test, join(MAILS, 'mail'), { takes: 'people' })
  expect(countsOf(again)).toEqual([first.rows, 0, first.added + first.matched, 0, first.review, first.ignored])
})
