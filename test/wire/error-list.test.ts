import { existsSync } from 'node:fs'
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { faultOf, sentences } from '../../src-main/cli/sentences.ts'
import {
  BatchId,
  CalendarId,
  ERROR_CODES,
  FormId,
  FormSettings,
  InboxId,
  InboxSettings,
  MailId,
  TemplateId,
  errorData,
  LeadId,
  RepId,
  Seq,
  TimeOffId,
  UploadId,
  ViewId,
  type ErrorCode,
} from '../../src-main/contract/index.ts'
import { startDesk } from '../../src-main/start.ts'
import { aMail, takeInMail } from '../helpers/mails.ts'
import { aRep, freshFolder, openTestDesk, type TestDesk } from './connect.ts'

type Opened = TestDesk & { client: ReturnType<TestDesk['running']['client']>; folder: string }

/**
 * How each error really comes about, on a real desk. A code without an entry does not compile; one that can't be provoked any
 * more fails its test, and should leave the contract.
 */
const provocations: { [Code in ErrorCode]: (opened: Opened) => Promise<unknown> } = {
  'lead-not-found': ({ client }) => client.lead.read({ leadId: LeadId.parse(77) }),
  'rep-not-found': ({ client }) => client.rep.setAvailability({ repId: RepId.parse(77), availability: 'busy' }),
  'batch-not-found': ({ client }) => client.intake.report({ batchId: BatchId.parse(77) }),
  'upload-not-found': ({ client }) => client.intake.look({ uploadId: UploadId.parse('none'), options: {} }),
  'ruleset-not-found': ({ client }) => client.rule.readVersion({ ruleset: 77 }),
  'step-not-found': ({ client }) => client.lead.undo({ seqs: [Seq.parse(9_999)] }),
  'bad-input': ({ client }) => client.rep.add({ ...aRep('mia@example.com'), weight: -1 }),
  'email-taken': async ({ client }) => {
    await client.rep.add(aRep('mia@example.com'))
    await client.rep.add(aRep('mia@example.com'))
  },
  'team-file-bad': ({ client }) => client.rep.import({ file: 'reps.csv', text: 'name,email\nMia,mia\n' }),
  'ruleset-bad': ({ client }) =>
    client.rule.publish({ document: { version: 1, rules: [{ name: 'Broken', then: { to: 'rep', rep: 'ghost@example.com' } }] } }),
  'undo-refused': async ({ client }) => {
    const { repId } = await client.rep.add(aRep('mia@example.com'))
    const { leadId } = await client.lead.add({ name: 'Ada', email: 'ada@example.org' })
    const { seqs } = await client.lead.assign({ leadIds: [leadId], repId })
    await client.lead.undo({ seqs })
    await client.lead.undo({ seqs })
  },
  'calendar-bad': async ({ client }) => {
    const { repId } = await client.rep.add(aRep('mia@example.com'))
    await client.rep.addCalendar({ repId, name: 'mia.ics', text: 'no calendar' })
  },
  'time-off-not-found': ({ client }) => client.rep.removeTimeOff({ timeOffId: TimeOffId.parse(77) }),
  'view-not-found': ({ client }) => client.view.remove({ viewId: ViewId.parse(77) }),
  'pin-wrong': async ({ client }) => {
    const { repId } = await client.rep.add(aRep('mia@example.com'))
    await client.person.setPin({ repId, pin: '4711' })
    await client.person.signIn({ repId, pin: '1234' })
  },
  'not-allowed': async ({ client }) => {
    const { repId } = await client.rep.add(aRep('mia@example.com'))
    await client.person.signIn({ repId })
    await client.rule.publish({ document: {} })
  },
  'backup-unreadable': async ({ client }) => {
    const { uploadId } = await client.intake.beginUpload({ name: 'desk.db', bytes: 4 })
    await client.intake.appendUpload({ uploadId, offset: 0, base64: Buffer.from('none').toString('base64') })
    await client.desk.checkBackup({ uploadId })
  },
  'calendar-not-found': ({ client }) => client.rep.removeCalendar({ calendarId: CalendarId.parse(77) }),
  'offer-gone': async ({ client }) => {
    const { repId } = await client.rep.add(aRep('mia@example.com'))
    const { leadId } = await client.lead.add({ name: 'Ada', email: 'ada@example.org' })
    await client.lead.accept({ leadId, repId })
  },
  'merge-refused': async ({ client }) => {
    const { leadId } = await client.lead.add({ name: 'Ada', email: 'ada@example.org' })
    await client.lead.merge({ leadId, otherId: leadId })
  },
  'inbox-not-found': ({ client }) => client.inbox.check({ inboxId: InboxId.parse(77) }),
  'inbox-failed': ({ client }) =>
    client.inbox.test({
      server: { host: '127.0.0.1', port: 1, security: 'none', user: 'mia', auth: 'password' },
      secret: 'geheim',
    }),
  'mail-not-found': ({ client }) => client.mail.read({ mailId: MailId.parse(77) }),
  'mail-settled': async ({ client, running }) => {
    const { mailId } = await takeInMail(running.desk, aMail({ verdict: 'lead' }))
    await client.mail.accept({ mailId, lead: { email: 'ada@example.org' } })
  },
  'template-not-found': ({ client }) => client.mail.removeTemplate({ templateId: TemplateId.parse(77) }),
  'form-not-found': ({ client }) => client.form.remove({ formId: FormId.parse(77) }),
  'form-path-taken': async ({ client }) => {
    await client.form.save({ settings: aForm('web') })
    await client.form.save({ settings: aForm('web') })
  },
  'post-refused': (opened) => post(opened, 'wrong', { email: 'ada@example.org' }),
  'post-differs': async (opened) => {
    const { key } = await opened.client.form.save({ settings: aForm('web') })
    await post(opened, key ?? '', { email: 'ada@example.org' })
    await post(opened, key ?? '', { email: 'bob@example.org' })
  },
  'secrets-unreadable': async ({ client, running }) => {
    const { inboxId } = await client.inbox.save({ settings: anInbox(), secret: 'geheim' })
    await writeFile(join(running.dataFolder, 'secrets.json'), '{"inbox-1":"torn"')
    await client.inbox.test({ server: anInbox(), inboxId })
  },
  'lead-not-routable': async ({ client }) => {
    const { leadId } = await client.lead.add({ name: 'Ada', email: 'ada@example.org' })
    await client.lead.setStage({ leadIds: [leadId], stage: 'won' })
    await client.lead.route({ leadIds: [leadId] })
  },
  'file-not-found': (opened) => importFile(opened, 'none.csv'),
  'file-is-directory': async (opened) => {
    await mkdir(join(opened.folder, 'leads'))
    await importFile(opened, 'leads')
  },
  'file-unreadable': (opened) => importFile(opened, `${'x'.repeat(300)}.csv`),
  'file-empty': (opened) => importText(opened, ''),
  'file-not-text': (opened) => importText(opened, '%PDF-1.7\n1 0 obj\n'),
  'file-no-rows': (opened) => importText(opened, 'Name,Email\n'),
  'file-no-lead-column': (opened) => importText(opened, 'Colour,Shape\n'),
  'file-encoding-unknown': (opened) => importText(opened, 'Name\nAda\n', { encoding: 'klingon' }),
  'map-unknown-header': (opened) => importText(opened, 'Name\nAda\n', { map: { Telefon: 'phone' } }),
  'map-unknown-field': (opened) => importText(opened, 'Name\nAda\n', { map: { Name: 'shoe size' } }),
  'upload-out-of-order': async ({ client }) => {
    const { uploadId } = await client.intake.beginUpload({ name: 'a.csv', bytes: 10 })
    await client.intake.appendUpload({ uploadId, offset: 5, base64: 'QQ==' })
  },
  'import-cancelled': async ({ running, folder }) => {
    await writeFile(join(folder, 'a.csv'), 'Name,Email\nAda,ada@example.org\n')
    const file = { path: join(folder, 'a.csv'), name: 'a.csv' }
    await running.intake.rehearseImport({ file, options: { route: 'now' }, actor: 'x', signal: AbortSignal.abort() })
  },
  'database-newer': async () => {
    const dataFolder = await closedDesk()
    const db = new Sqlite(join(dataFolder, 'desk.db'))
    db.pragma('user_version = 999')
    db.close()
    await startDesk({ dataFolder })
  },
  'database-damaged': async () => {
    const dataFolder = await closedDesk()
    for (const end of ['-wal', '-shm']) await rm(join(dataFolder, `desk.db${end}`), { force: true })
    await writeFile(join(dataFolder, 'desk.db'), 'x'.repeat(10_000))
    await startDesk({ dataFolder })
  },
  'folder-not-writable': async ({ folder }) => {
    await writeFile(join(folder, 'taken'), '')
    await startDesk({ dataFolder: join(folder, 'taken') })
  },
  'desk-already-open': ({ running }) => startDesk({ dataFolder: running.dataFolder }),
  'disk-full': async ({ client, running }) => {
    const { uploadId } = await client.intake.beginUpload({ name: 'a.csv', bytes: 10 })
    const file = join(running.dataFolder, 'uploads', uploadId)
    await rm(file)
    await symlink('/dev/full', file)
    await client.intake.appendUpload({ uploadId, offset: 0, base64: 'QUFB' })
  },
  'backup-failed': async ({ client, folder }) => {
    await writeFile(join(folder, 'copy.db'), 'there already')
    await client.desk.backup({ file: join(folder, 'copy.db') })
  },
  unauthorised: async ({ running, folder }) => {
    const server = await running.serve({ pageFolder: folder })
    try {
      throw await (await fetch(`http://127.0.0.1:${server.port}/api/desk/info`, { method: 'POST' })).json()
    } finally {
      await server.close()
    }
  },
  internal: ({ client, running }) => {
    running.desk.store.leadDetail = () => Promise.reject(new TypeError('x is not a function'))
    return client.lead.read({ leadId: LeadId.parse(1) })
  },
}

/** Over HTTP, as a form would; throws the error it was answered. */
async function post({ running, client, folder }: Opened, key: string, body: object): Promise<void> {
  if ((await client.form.list()).length === 0) await client.form.save({ settings: aForm('web') })
  const server = await running.serve({ pageFolder: folder })
  try {
    await client.form.saveDoor({ isOn: true, port: 4_470, isOpen: false })
    const answer = await fetch(`http://127.0.0.1:${server.port}/intake/web`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'idempotency-key': 'once' },
      body: JSON.stringify(body),
    })
    const said = (await answer.json()) as { error?: object }
    if (said.error !== undefined) throw Object.assign(new Error('refused'), said.error)
  } finally {
    await server.close()
  }
}

const aForm = (path: string): FormSettings => FormSettings.parse({ name: 'Web', path })
const anInbox = (): InboxSettings =>
  InboxSettings.parse({
    name: 'Sales',
    host: '127.0.0.1',
    port: 1,
    security: 'none',
    user: 'mia',
    auth: 'password',
    since: 0,
    isOn: false,
  })

async function importFile({ running, folder }: Opened, name: string, options = {}): Promise<unknown> {
  return running.intake.importFile({
    file: { path: join(folder, name), name },
    options: { route: 'now', ...options },
    actor: 'x',
  })
}

async function importText(opened: Opened, text: string, options = {}): Promise<unknown> {
  await writeFile(join(opened.folder, 'leads.csv'), text)
  return importFile(opened, 'leads.csv', options)
}

async function closedDesk(): Promise<string> {
  const dataFolder = await freshFolder('closed')
  await (await startDesk({ dataFolder })).close()
  return dataFolder
}

describe('the list of errors', () => {
  test('has a sentence for each code and no other', () => {
    expect(Object.keys(sentences).sort()).toEqual([...ERROR_CODES].sort())
  })

  for (const code of ERROR_CODES) {
    // A full disk is /dev/full, which only Linux has.
    test.skipIf(code === 'disk-full' && !existsSync('/dev/full'))(
      `${code} comes about, carries its data, and is said in a sentence`,
      async () => {
        const opened = await openTestDesk()
        const folder = await freshFolder('files')
        let thrown: unknown
        await provocations[code]({ ...opened, client: opened.running.client('manager'), folder }).catch((error: unknown) => {
          thrown = error
        })
        const fault = faultOf(thrown)
        expect(thrown).toMatchObject({ code })
        expect(errorData[code].safeParse(fault.data)).toMatchObject({ success: true })
        expect(fault.message).toMatch(/^[\p{Lu}\p{L}#/"-][\s\S]*[\p{L}\p{N})".]$/u)
        expect(fault.message).not.toMatch(/undefined|null|NaN|\[object/)
      },
    )
  }
})
