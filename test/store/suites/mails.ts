import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { InboxSettings, type MailReading, type SourceId } from '../../../src-main/contract/index.ts'
import type { IncomingMail, MailsTakeIn, MailTaken } from '../../../src-main/store/port-arrivals.ts'
import { aRouter, anIncomingLead } from '../../helpers/desk-records.ts'
import { aMail } from '../../helpers/mails.ts'
import {
  DAY,
  MINUTE,
  NOON,
  type OpenTestStore,
  type TestStore,
  addReps,
  arrive,
  cardOf,
  step,
} from '../../helpers/open-test-store.ts'

const MARK = { uidValidity: '7', lastUid: 5 }

export const anInbox = (given: Partial<InboxSettings> = {}): InboxSettings =>
  InboxSettings.parse({
    name: 'Sales',
    host: 'imap.firm.example',
    port: 993,
    security: 'tls',
    user: 'sales',
    auth: 'password',
    since: 0,
    ...given,
  })

async function arriveMails(test: TestStore, mails: IncomingMail[], how: Partial<MailsTakeIn> = {}): Promise<MailTaken[]> {
  const at = test.clock.now()
  return test.store.takeInMails({
    sourceId: how.sourceId ?? (await test.store.openSource('Sales', 'mail', at)),
    inboxId: null,
    batchId: null,
    at,
    actor: 'desk',
    route: 'now',
    router: aRouter(),
    duplicateWindowMs: 90 * DAY,
    mails,
    ...how,
  })
}

const reading: MailReading = { parser: 'person', version: 1, language: 'en', leads: [] }

async function batchOf(test: TestStore, sourceId: SourceId) {
  const start = {
    sourceId,
    file: 'box.mbox',
    bytes: 10,
    at: NOON,
    actor: 'manager',
    encoding: 'mail',
    delimiter: '',
    columns: [],
  }
  return test.store.startBatch(start)
}

export function mailSuite(open: OpenTestStore): void {
  describe('mails', () => {
    it('R31 are taken once, however often they are fetched', async () => {
      const test = await open()
      const [ada] = await addReps(test, { name: 'Ada' })
      const mails = [aMail(), aMail({ verdict: 'review' }), aMail({ verdict: 'ignored' })]
      const first = await arriveMails(test, mails)
      expect(first).toEqual([
        { mailId: 1, isKnown: false, verdict: 'lead', leads: [{ outcome: 'added', leadId: 1, status: 'assigned', repId: ada }] },
        { mailId: 2, isKnown: false, verdict: 'review', leads: [] },
        { mailId: 3, isKnown: false, verdict: 'ignored', leads: [] },
      ])
      await test.reopen()
      const tables = test.tables()
      const again = await arriveMails(test, mails)
      expect(again.map((mail) => [mail.mailId, mail.isKnown, mail.verdict])).toEqual([
        [1, true, 'lead'],
        [2, true, 'review'],
        [3, true, 'ignored'],
      ])
      expect(again[0]?.leads).toEqual([{ outcome: 'matched', leadId: 1 }])
      expect(test.tables()).toEqual(tables)
    })

    it('twice in one fetch are one', async () => {
      const test = await open()
      const mail = aMail()
      const taken = await arriveMails(test, [mail, mail])
      expect(taken.map(({ mailId, isKnown }) => [mailId, isKnown])).toEqual([
        [1, false],
        [1, true],
      ])
      expect((await test.store.snapshot(NOON)).counts.waiting).toBe(1)
    })

    it('of the same key in two sources are two arrivals of one person', async () => {
      const test = await open()
      const mail = aMail()
      await arriveMails(test, [mail])
      const other = await test.store.openSource('Other inbox', 'mail', NOON)
      const [taken] = await arriveMails(test, [mail], { sourceId: other })
      expect(taken).toMatchObject({ isKnown: false, leads: [{ outcome: 'matched', leadId: 1 }] })
      expect((await test.store.leadDetail(taken!.leads[0]!.leadId)).mails.map(({ source }) => source)).toEqual([
        'Other inbox',
        'Sales',
      ])
    })

    it('may bring several leads', async () => {
      const test = await open()
      const mail = aMail({
        leads: ['a', 'b'].map((name) =>
          anIncomingLead({ name, email: `${name}@example.org` }, { key: `two#${name}`, raw: null, rawKind: 'mail' }),
        ),
      })
      const [taken] = await arriveMails(test, [mail])
      expect(taken?.leads.map(({ leadId }) => leadId)).toEqual([1, 2])
      const { mails } = await test.store.mailPage({}, null, 10)
      expect(mails[0]).toMatchObject({ leadIds: [1, 2], verdict: 'lead' })
    })

    it('are kept to the byte', async () => {
      const test = await open()
      const raw = Buffer.from([0, 255, 13, 10, 0xc3, 0x28, ...Buffer.from('Grüße')])
      const [taken] = await arriveMails(test, [aMail({ raw })])
      const read = await test.store.readMail(taken!.mailId)
      expect(Buffer.from(read.raw ?? [])).toEqual(raw)
      const large = randomBytes(300_000)
      const [small, whole] = await arriveMails(test, [aMail({ raw }), aMail({ raw: large })])
      expect(Buffer.from((await test.store.readMail(small!.mailId)).raw ?? [])).toEqual(raw)
      expect(large.equals((await test.store.readMail(whole!.mailId)).raw ?? Buffer.alloc(0))).toBe(true)
    })

    it('of the tray are counted, told, and listed newest first', async () => {
      const test = await open()
      const before = await test.store.lastSeq()
      await arriveMails(test, [aMail({ verdict: 'review', key: 'a' }), aMail({ verdict: 'review', key: 'b' }), aMail()])
      const changes = await test.store.changesAfter(before, 10, NOON)
      expect(changes?.counts.review).toBe(2)
      expect(changes?.events.map(({ type }) => type)).toEqual(['mail-held', 'mail-held', 'lead-received'])
      const page = await test.store.mailPage({ verdict: 'review' }, null, 1)
      expect(page.mails.map(({ id }) => id)).toEqual([2])
      const rest = await test.store.mailPage({ verdict: 'review' }, page.next, 5)
      expect(rest.mails.map(({ id }) => id)).toEqual([1])
      expect(rest.next).toBeNull()
    })

    it('of the tray become leads once, and leave it', async () => {
      const test = await open()
      const [held] = await arriveMails(test, [aMail({ verdict: 'review' })])
      const { card } = await test.store.readMail(held!.mailId)
      const accept = () =>
        test.store.acceptMail(held!.mailId, reading, null, true, {
          sourceId: card.sourceId,
          batchId: null,
          at: NOON,
          actor: 'manager',
          route: 'now',
          leads: [anIncomingLead({ name: 'Eva', email: 'eva@example.org' }, { rawKind: 'mail', raw: null })],
          router: aRouter(),
          duplicateWindowMs: DAY,
        })
      expect(await accept()).toMatchObject({ outcome: 'added', leadId: 1 })
      expect((await test.store.snapshot(NOON)).counts.review).toBe(0)
      expect((await test.store.readMail(held!.mailId)).card).toMatchObject({ verdict: 'lead', isByHand: true, leadIds: [1] })
      await expect(accept()).rejects.toMatchObject({ code: 'mail-settled' })
    })

    it('that were dismissed can be brought back, and are forgotten 30 days after', async () => {
      const test = await open()
      const [held] = await arriveMails(test, [aMail({ verdict: 'review' })])
      await test.store.dismissMails([held!.mailId], step(NOON + 29 * DAY))
      expect(await test.store.forgetIgnored(NOON + 10 * DAY, 100)).toBe(0)
      await test.store.reopenMails([held!.mailId], step())
      expect((await test.store.snapshot(NOON)).counts.review).toBe(1)
      await test.store.dismissMails([held!.mailId], step(NOON))
      expect(await test.store.forgetIgnored(NOON + DAY, 100)).toBe(1)
      expect(await test.store.readMail(held!.mailId)).toMatchObject({ raw: null, card: { reason: 'by-hand' } })
    })

    it('keep the count of the tray when a transaction fails', async () => {
      const test = await open()
      await arriveMails(test, [aMail({ verdict: 'review' })])
      const bad = aMail({ verdict: 'review', subject: undefined as unknown as null })
      await expect(arriveMails(test, [aMail({ verdict: 'review' }), bad])).rejects.toThrow()
      expect((await test.store.snapshot(NOON)).counts.review).toBe(1)
      expect((await test.store.mailPage({}, null, 10)).mails).toHaveLength(1)
    })

    it('of an import count in it and leave with it', async () => {
      const test = await open()
      const sourceId = await test.store.openSource('box.mbox', 'file', NOON)
      const mails = [aMail(), aMail({ verdict: 'review' }), aMail({ verdict: 'ignored', place: 'box.mbox#3' })]
      const batchId = await batchOf(test, sourceId)
      const progress = { bytesRead: 10, rows: 3, leftOut: 0, problems: [] }
      await arriveMails(test, mails, { sourceId, batchId, progress })
      await test.store.finishBatch(batchId, 'finished', null, NOON)
      const counts = { rows: 3, added: 1, matched: 0, leftOut: 0, review: 1, ignored: 1 }
      expect(await test.store.batchCounts(batchId)).toMatchObject(counts)
      expect((await test.store.readBatch(batchId)).ignoredMails).toEqual([{ message: 'box.mbox#3', reason: 'newsletter' }])
      const again = await batchOf(test, sourceId)
      await arriveMails(test, mails, { sourceId, batchId: again, progress })
      expect(await test.store.batchCounts(again)).toMatchObject({ added: 0, matched: 1, review: 1, ignored: 1 })
      await test.store.finishBatch(again, 'finished', null, NOON)
      await test.store.undoBatch(batchId, 100, step())
      expect((await test.store.mailPage({}, null, 10)).mails).toEqual([])
      expect((await test.store.snapshot(NOON)).counts).toMatchObject({ review: 0, waiting: 0 })
    })
  })

  describe('inboxes', () => {
    it('keep how far they have got with the mails that brought them there', async () => {
      const test = await open()
      const inboxId = await test.store.saveInbox(null, anInbox(), step())
      const [stored] = await test.store.inboxes()
      expect(stored).toMatchObject({ id: inboxId, mark: null, trouble: null, leads: 0, settings: { folder: 'INBOX' } })
      const how = { sourceId: stored!.sourceId, inboxId, mark: MARK, toMark: true }
      await arriveMails(
        test,
        [aMail({ uid: 4 }), aMail({ uid: 5, verdict: 'ignored' }), aMail({ uid: 6, verdict: 'review' })],
        how,
      )
      await test.reopen()
      const [after] = await test.store.inboxes()
      expect(after).toMatchObject({ mark: MARK, leads: 1, review: 1, ignored: 1, lastMailAt: NOON })
      // What is no lead stays as it is on the server.
      expect(await test.store.mailsToMark(inboxId, '7', 10)).toEqual([4, 6])
      await test.store.mailsMarked(inboxId, '7', [4])
      expect(await test.store.mailsToMark(inboxId, '7', 10)).toEqual([6])
      expect(await test.store.mailsToMark(inboxId, '8', 10)).toEqual([])
    })

    it('forget their place when they look elsewhere, and only then', async () => {
      const test = await open()
      const inboxId = await test.store.saveInbox(null, anInbox(), step())
      await test.store.markInbox(inboxId, MARK)
      await test.store.saveInbox(inboxId, anInbox({ name: 'Renamed' }), step())
      expect((await test.store.snapshot(NOON)).sources.map(({ name }) => name)).toContain('Renamed')
      expect((await test.store.inboxes())[0]?.mark).toEqual(MARK)
      await test.store.saveInbox(inboxId, anInbox({ folder: 'Leads' }), step())
      expect((await test.store.inboxes())[0]?.mark).toBeNull()
    })

    it('tell of trouble when it begins, changes and ends', async () => {
      const test = await open()
      const inboxId = await test.store.saveInbox(null, anInbox(), step())
      const before = await test.store.lastSeq()
      for (const at of [NOON, NOON + MINUTE]) await test.store.inboxTrouble(inboxId, { code: 'timeout', detail: 'x' }, at)
      await test.store.inboxTrouble(inboxId, { code: 'wrong-password', detail: 'y' }, NOON)
      await test.store.inboxTrouble(inboxId, null, NOON)
      await test.store.inboxTrouble(inboxId, null, NOON)
      const changes = await test.store.changesAfter(before, 20, NOON)
      expect(changes?.events.map(({ type, data }) => [type, data['code']])).toEqual([
        ['inbox-troubled', 'timeout'],
        ['inbox-troubled', 'wrong-password'],
        ['inbox-recovered', undefined],
      ])
    })

    it('that are removed leave their mails and leads', async () => {
      const test = await open()
      const inboxId = await test.store.saveInbox(null, anInbox(), step())
      const [stored] = await test.store.inboxes()
      await arriveMails(test, [aMail(), aMail({ verdict: 'review' })], { sourceId: stored!.sourceId, inboxId })
      await test.store.removeInbox(inboxId, step())
      expect(await test.store.inboxes()).toEqual([])
      expect((await test.store.mailPage({}, null, 10)).mails).toHaveLength(2)
      await test.store.dismissMails([(await test.store.mailPage({ verdict: 'review' }, null, 1)).mails[0]!.id], step())
      await expect(test.store.removeInbox(inboxId, step())).rejects.toMatchObject({ code: 'inbox-not-found' })
    })
  })

  describe('templates', () => {
    it('take the place of an older one for the same mails', async () => {
      const test = await open()
      const fields = [{ field: 'name', from: 'label' as const, label: 'Who' }]
      await test.store.saveTemplate({ sender: 'a@b.example', subject: null, fields: [] }, step())
      const templateId = await test.store.saveTemplate({ sender: 'a@b.example', subject: null, fields }, step())
      await test.store.saveTemplate({ sender: 'a@b.example', subject: 'Lead', fields }, step())
      await arriveMails(test, [aMail({ templateId })])
      const all = await test.store.templates()
      expect(all.map(({ subject, uses }) => [subject, uses])).toEqual([
        [null, 1],
        ['Lead', 0],
      ])
      await test.store.removeTemplate(templateId, step())
      expect(await test.store.templates()).toHaveLength(1)
    })
  })

  describe('possible duplicates', () => {
    it('R30 are listed until they are merged, discarded or told apart, which can be undone', async () => {
      const test = await open()
      const shared = { phone: '+4930123456' }
      await arrive(test, [
        anIncomingLead({ name: 'Eva', ...shared }),
        anIncomingLead({ name: 'Tom', ...shared }),
        anIncomingLead({ name: 'Kim', ...shared }),
      ])
      const { pairs } = await test.store.possibleDuplicates(null, 10)
      expect(pairs.map(({ lead, other, by }) => [lead.name, other.name, by])).toEqual([
        ['Kim', 'Tom', 'phone'],
        ['Tom', 'Eva', 'phone'],
      ])
      const page = await test.store.possibleDuplicates(null, 1)
      expect((await test.store.possibleDuplicates(page.next, 5)).pairs.map(({ lead }) => lead.name)).toEqual(['Tom'])
      const seqs = await test.store.tellApart(pairs[0]!.lead.id, step())
      expect((await test.store.possibleDuplicates(null, 10)).pairs).toHaveLength(1)
      await test.store.undo(seqs, step())
      expect((await test.store.possibleDuplicates(null, 10)).pairs).toHaveLength(2)
      expect((await cardOf(test, pairs[0]!.lead.id)).possibleDuplicateOf).toBe(pairs[0]!.other.id)
      await test.store.merge(pairs[1]!.other.id, pairs[1]!.lead.id, aRouter(), step())
      expect((await test.store.possibleDuplicates(null, 10)).pairs).toEqual([])
    })
  })
}
