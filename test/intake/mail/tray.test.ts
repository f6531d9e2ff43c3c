import { describe, expect, it } from 'vitest'
import type { LeadDraft, MailId, MailTemplate } from '../../../src-main/contract/index.ts'
import { takeInMails } from '../../../src-main/desk/take-in-mails.ts'
import { readIncoming } from '../../../src-main/intake/mail/read-incoming.ts'
import { type MailTray, openTray } from '../../../src-main/intake/mail/tray.ts'
import type { MailTaken } from '../../../src-main/store/port-arrivals.ts'
import { openTestDesk, START, type TestDesk } from '../../helpers/open-test-desk.ts'
import { rawMail } from './a-mail.ts'

const LETTER = rawMail(
  {
    From: 'Marta Quist <marta@quist.example>',
    Subject: 'Chairs',
    Date: 'Mon, 23 Nov 2026 10:00:00 +0000',
    'Message-ID': '<1@quist.example>',
  },
  'Hello, we are looking for a new supplier of office chairs.\n\nBest regards\nMarta Quist\nTel.: 030 901820\n',
)
/** Of a portal whose mails nobody reads: they wait. */
const odd = (who: string, number: number): Buffer =>
  rawMail(
    { From: 'Leads <leads@odd-portal.example>', Subject: `Case ${number}`, 'Message-ID': `<${number}@odd-portal.example>` },
    `A visitor wrote to you.\nWho is it: ${who} Lind\nReach them at <${who.toLowerCase()}@mail.example> today.\n`,
  )

async function openTrayDesk(): Promise<
  TestDesk & { tray: MailTray; take: (raw: Buffer) => Promise<MailTaken>; leads: () => Promise<LeadDraft[]> }
> {
  const test = await openTestDesk()
  const { desk } = test
  return {
    ...test,
    tray: openTray(desk),
    async take(raw) {
      const context = {
        homeCountry: 'DE',
        timeZone: 'UTC',
        now: START,
        takes: 'known' as const,
        ownAddresses: [],
        templates: await desk.store.templates(),
        mailbox: 'test',
      }
      const mail = await readIncoming(raw, context, { uid: null, place: null })
      const sourceId = await desk.store.openSource('Sales inbox', 'mail', START)
      const [taken] = await takeInMails(desk, {
        sourceId,
        inboxId: null,
        batchId: null,
        actor: 'desk',
        route: 'now',
        mails: [mail],
      })
      if (!taken) throw new Error('the store answered for no mail')
      return taken
    },
    async leads() {
      const found: LeadDraft[] = []
      for await (const page of desk.store.eachLead({})) found.push(...page.map(({ fields }) => fields))
      return found
    },
  }
}
const waiting = async (tray: MailTray): Promise<MailId[]> =>
  (await tray.page({ verdict: 'review', limit: 50 })).mails.map(({ id }) => id)

describe('a mail that waits', () => {
  it('is opened with its words, what was read, and the lead it would be', async () => {
    const { tray, take } = await openTrayDesk()
    const { mailId } = await take(LETTER)
    const detail = await tray.read({ mailId })
    expect(detail).toMatchObject({
      card: { verdict: 'review', reason: 'person', parser: 'person' },
      to: [{ address: 'sales@firm.example', name: null }],
      attachments: [],
      reading: { parser: 'person', language: 'en' },
      draft: { name: 'Marta Quist', email: 'marta@quist.example', phone: '+4930901820' },
      isRawCut: false,
    })
    expect(detail.text).toContain('office chairs')
    expect(detail.raw).toBe(LETTER.toString())
  })

  it('shows a megabyte of what was received, and what is attached', async () => {
    const { tray, take } = await openTrayDesk()
    const body = `--b\nContent-Type: text/plain\n\nSee below.\n--b\nContent-Type: image/png; name="plan.png"\n\n${`${'x'.repeat(70)}\n`.repeat(20_000)}\n--b--\n`
    const { mailId } = await take(rawMail({ From: 'a@b.example', 'Content-Type': 'multipart/mixed; boundary=b' }, body))
    const detail = await tray.read({ mailId })
    expect(detail).toMatchObject({ isRawCut: true, attachments: [{ name: 'plan.png', type: 'image/png' }] })
    expect(detail.raw).toHaveLength(1024 * 1024)
    expect(detail.attachments[0]?.bytes).toBeGreaterThan(1_400_000)
  })

  it('becomes a lead of what was read and what the person says instead', async () => {
    const { desk, tray, take, leads } = await openTrayDesk()
    const { mailId } = await take(LETTER)
    const accepted = await tray.accept({
      mailId,
      lead: { company: 'Quist GmbH', phone: '030 5550199' },
      keepTemplate: false,
      actor: 'anna',
    })
    expect(accepted).toMatchObject({ outcome: 'added', templateId: null, others: 0 })
    expect(await leads()).toMatchObject([
      {
        name: 'Marta Quist',
        email: 'marta@quist.example',
        phone: '+49305550199',
        company: 'Quist GmbH',
        message: 'Hello, we are looking for a new supplier of office chairs.',
        receivedAt: Date.UTC(2026, 10, 23, 10),
      },
    ])
    const { card, reading } = await tray.read({ mailId })
    expect(card).toMatchObject({ verdict: 'lead', reason: null, isByHand: true, leadIds: [accepted.leadId] })
    expect(reading?.leads[0]).toContainEqual({ field: 'company', value: 'Quist GmbH', confidence: 1, where: 'by hand' })
    expect(reading?.leads[0]).toContainEqual({ field: 'email', value: 'marta@quist.example', confidence: 0.9, where: 'From' })
    expect(await waiting(tray)).toEqual([])
    expect((await desk.store.leadDetail(accepted.leadId)).card.source).toBe('Sales inbox')
  })

  it('is a lead once: whoever comes second is told', async () => {
    const { tray, take, leads } = await openTrayDesk()
    const { mailId } = await take(LETTER)
    const both = await Promise.allSettled([1, 2].map(() => tray.accept({ mailId, lead: {}, keepTemplate: false, actor: 'anna' })))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(tray.accept({ mailId, lead: {}, keepTemplate: false, actor: 'bo' })).rejects.toMatchObject({
      code: 'mail-settled',
    })
    expect(await leads()).toHaveLength(1)
  })

  it.each([
    [{ email: 'marta at quist' }, 'email'],
    [{ phone: 'call me' }, 'phone'],
    [{ email: null, phone: null }, 'email'],
  ] as [Partial<LeadDraft>, string][])(
    'does not become a lead of %j: the field is named, and it waits on',
    async (lead, field) => {
      const { tray, take, leads } = await openTrayDesk()
      const { mailId } = await take(LETTER)
      await expect(tray.accept({ mailId, lead, keepTemplate: true, actor: 'anna' })).rejects.toMatchObject({
        code: 'bad-input',
        data: { field },
      })
      expect(await waiting(tray)).toEqual([mailId])
      expect([await leads(), await tray.templates()]).toEqual([[], []])
    },
  )

  it('whose number was read wrongly needs no mending of it: it is kept as written', async () => {
    const { tray, take, leads } = await openTrayDesk()
    const { mailId } = await take(
      rawMail({ Subject: 'Re: form' }, 'Name: Bo Lind\nEmail: bo@mail.example\nPhone: ask at the desk\n'),
    )
    await tray.accept({ mailId, lead: {}, keepTemplate: false, actor: 'anna' })
    expect(await leads()).toMatchObject([
      { email: 'bo@mail.example', phone: null, custom: { 'phone as written': 'ask at the desk' } },
    ])
  })

  it('of several leads becomes all that can be reached', async () => {
    const { tray, take, leads } = await openTrayDesk()
    const { mailId } = await take(
      rawMail(
        {},
        'Name: Ana Reyes\nEmail: ana@mail.example\n\nName: Bo Lind\nEmail: bo@mail.example\n\nName: Cy Dent\nCity: Kent\n',
      ),
    )
    await tray.accept({ mailId, lead: { name: 'Ana M. Reyes' }, keepTemplate: false, actor: 'anna' })
    expect(new Set((await leads()).map(({ name }) => name))).toEqual(new Set(['Ana M. Reyes', 'Bo Lind']))
    expect((await tray.read({ mailId })).card.leadIds).toHaveLength(2)
  })

  it('is dismissed and comes back', async () => {
    const { tray, take } = await openTrayDesk()
    const { mailId } = await take(LETTER)
    await tray.dismiss({ mailIds: [mailId], actor: 'anna' })
    expect((await tray.read({ mailId })).card).toMatchObject({ verdict: 'ignored', reason: 'by-hand' })
    expect(await waiting(tray)).toEqual([])
    await tray.reopen({ mailIds: [mailId], actor: 'anna' })
    expect(await waiting(tray)).toEqual([mailId])
  })

  it('nobody knows is told', async () => {
    const { tray } = await openTrayDesk()
    await expect(tray.read({ mailId: 99 as MailId })).rejects.toMatchObject({ code: 'mail-not-found' })
  })
})

describe('a correction that is kept', () => {
  const correct = (tray: MailTray, mailId: MailId): ReturnType<MailTray['accept']> =>
    tray.accept({ mailId, lead: { name: 'Ada Lind', email: 'ada@mail.example' }, keepTemplate: true, actor: 'anna' })

  it('makes leads of the sender’s other mails, in the tray and to come', async () => {
    const { desk, tray, take, leads } = await openTrayDesk()
    const [first] = [await take(odd('Ada', 1)), await take(odd('Bo', 2)), await take(odd('Cy', 3)), await take(LETTER)]
    expect(await waiting(tray)).toHaveLength(4)
    const accepted = await correct(tray, first.mailId)
    expect(accepted).toMatchObject({ outcome: 'added', others: 2 })
    expect((await leads()).map(({ name, email }) => `${name} ${email}`).toSorted()).toEqual([
      'Ada Lind ada@mail.example',
      'Bo Lind bo@mail.example',
      'Cy Lind cy@mail.example',
    ])
    expect(await waiting(tray)).toHaveLength(1)
    expect(await take(odd('Di', 4))).toMatchObject({ verdict: 'lead', leads: [{ outcome: 'added' }] })
    const [template] = await tray.templates()
    expect(template).toMatchObject({
      sender: 'leads@odd-portal.example',
      madeBy: 'anna',
      uses: 3,
    } satisfies Partial<MailTemplate>)
    await tray.removeTemplate({ templateId: template?.id ?? (0 as never), actor: 'anna' })
    expect((await take(odd('Ed', 5))).verdict).toBe('review')
    expect((await desk.store.mailPage({ verdict: 'lead' }, null, 50)).mails).toHaveLength(4)
  })

  it('leaves alone what a person dismissed or brought back', async () => {
    const { tray, take } = await openTrayDesk()
    const [first, second] = [await take(odd('Ada', 1)), await take(odd('Bo', 2))]
    await tray.dismiss({ mailIds: [second.mailId], actor: 'anna' })
    await tray.reopen({ mailIds: [second.mailId], actor: 'anna' })
    expect(await correct(tray, first.mailId)).toMatchObject({ others: 0 })
    expect(await waiting(tray)).toEqual([second.mailId])
  })

  it('learns nothing where the mail says nothing of what was typed', async () => {
    const { tray, take } = await openTrayDesk()
    const { mailId } = await take(odd('Ada', 1))
    const accepted = await tray.accept({
      mailId,
      lead: { name: 'X Y', email: 'else@where.example' },
      keepTemplate: true,
      actor: 'anna',
    })
    expect(accepted).toMatchObject({ outcome: 'added', templateId: null, others: 0 })
  })
})

it('a mail whose bytes were let go is shown by its card, and still becomes a lead of what is typed', async () => {
  const { desk, tray, take } = await openTrayDesk()
  const { mailId } = await take(LETTER)
  await tray.dismiss({ mailIds: [mailId], actor: 'anna' })
  expect(await desk.store.forgetIgnored(START + 1, 10)).toBe(1)
  expect(await tray.read({ mailId })).toMatchObject({ raw: null, text: '', attachments: [], card: { subject: 'Chairs' } })
  expect(await tray.accept({ mailId, lead: {}, keepTemplate: true, actor: 'anna' })).toMatchObject({
    outcome: 'added',
    templateId: null,
  })
})
