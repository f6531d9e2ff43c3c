import type { Selectable } from 'kysely'
import {
  DeskError,
  type EpochMs,
  type InboxId,
  InboxSettings,
  type InboxTrouble,
  type MailTemplate,
  type SourceId,
  type TemplateField,
  type TemplateId,
} from '../../contract/index.ts'
import type { Ground } from '../ground.ts'
import type { StoredInbox } from '../port-arrivals.ts'
import type { Step } from '../port-shapes.ts'
import type { Tables } from '../tables.ts'
import { prepared } from './prepared.ts'
import { openSource } from './team-files.ts'

export function inboxes(ground: Ground): StoredInbox[] {
  const rows = prepared<Selectable<Tables['inboxes']>>(ground.db, 'select * from inboxes order by id')
  return rows.all().map((row) => ({
    id: row.id,
    sourceId: row.source_id,
    settings: settingsOf(row.settings),
    mark: row.uid_validity === null ? null : { uidValidity: row.uid_validity, lastUid: row.last_uid },
    trouble: troubleOf(row.trouble),
    lastMailAt: row.last_mail_at,
    leads: row.leads,
    review: row.review,
    ignored: row.ignored,
  }))
}

const settingsOf = (text: string): InboxSettings => InboxSettings.parse(JSON.parse(text))
const troubleOf = (text: string | null): StoredInbox['trouble'] =>
  text === null ? null : (JSON.parse(text) as NonNullable<StoredInbox['trouble']>)

async function find(
  ground: Ground,
  inboxId: InboxId,
): Promise<{ sourceId: SourceId; settings: InboxSettings; trouble: StoredInbox['trouble'] }> {
  const row = await ground.kysely.selectFrom('inboxes').selectAll().where('id', '=', inboxId).executeTakeFirst()
  if (row === undefined) throw new DeskError('inbox-not-found', { id: inboxId })
  return { sourceId: row.source_id, settings: settingsOf(row.settings), trouble: troubleOf(row.trouble) }
}

/** What a folder's numbers hang on: with another of these they mean other mails. */
const PLACE = ['host', 'port', 'user', 'folder'] as const

export async function saveInbox(ground: Ground, inboxId: InboxId | null, settings: InboxSettings, step: Step): Promise<InboxId> {
  const text = JSON.stringify(settings)
  let id = inboxId
  if (id === null) {
    const source_id = openSource(ground, settings.name, 'mail')
    const { insertId } = await ground.kysely.insertInto('inboxes').values({ source_id, settings: text }).executeTakeFirstOrThrow()
    id = Number(insertId) as InboxId
  } else {
    const before = await find(ground, id)
    const isElsewhere = PLACE.some((part) => before.settings[part] !== settings[part])
    const forgotten = isElsewhere ? { uid_validity: null, last_uid: 0 } : {}
    await ground.kysely
      .updateTable('inboxes')
      .set({ settings: text, ...forgotten })
      .where('id', '=', id)
      .execute()
    if (before.settings.name !== settings.name) ground.sources.rename(before.sourceId, settings.name)
  }
  ground.events.append({ type: 'inbox-saved', ...step, data: { inboxId: id, name: settings.name } })
  return id
}

export async function removeInbox(ground: Ground, inboxId: InboxId, step: Step): Promise<void> {
  const { settings } = await find(ground, inboxId)
  await ground.kysely.deleteFrom('inboxes').where('id', '=', inboxId).execute()
  ground.events.append({ type: 'inbox-removed', ...step, data: { inboxId, name: settings.name } })
}

export async function inboxTrouble(ground: Ground, inboxId: InboxId, trouble: InboxTrouble | null, at: EpochMs): Promise<void> {
  const { settings, trouble: before } = await find(ground, inboxId)
  if ((trouble?.code ?? null) === (before?.code ?? null)) return
  const text = trouble === null ? null : JSON.stringify({ ...trouble, at })
  await ground.kysely.updateTable('inboxes').set({ trouble: text }).where('id', '=', inboxId).execute()
  const { name } = settings
  const common = { at, actor: 'desk' }
  if (trouble === null) ground.events.append({ type: 'inbox-recovered', ...common, data: { inboxId, name } })
  else ground.events.append({ type: 'inbox-troubled', ...common, data: { inboxId, name, code: trouble.code } })
}

export async function templates(ground: Ground): Promise<MailTemplate[]> {
  const rows = await ground.kysely.selectFrom('mail_templates').selectAll().orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    sender: row.sender,
    subject: row.subject,
    fields: JSON.parse(row.fields) as TemplateField[],
    madeAt: row.made_at,
    madeBy: row.made_by,
    uses: row.uses,
  }))
}

/** A later one for the same sender and subject takes the place of the first. */
export async function saveTemplate(
  ground: Ground,
  template: Pick<MailTemplate, 'sender' | 'subject' | 'fields'>,
  step: Step,
): Promise<TemplateId> {
  const { sender, subject } = template
  await ground.kysely
    .deleteFrom('mail_templates')
    .where('sender', '=', sender)
    .where('subject', subject === null ? 'is' : '=', subject)
    .execute()
  const { insertId } = await ground.kysely
    .insertInto('mail_templates')
    .values({ sender, subject, fields: JSON.stringify(template.fields), made_at: step.at, made_by: step.actor })
    .executeTakeFirstOrThrow()
  const templateId = Number(insertId) as TemplateId
  ground.events.append({ type: 'template-saved', ...step, data: { templateId, sender } })
  return templateId
}

export async function removeTemplate(ground: Ground, templateId: TemplateId, step: Step): Promise<void> {
  const row = await ground.kysely.selectFrom('mail_templates').select('sender').where('id', '=', templateId).executeTakeFirst()
  if (row === undefined) throw new DeskError('template-not-found', { id: templateId })
  await ground.kysely.deleteFrom('mail_templates').where('id', '=', templateId).execute()
  ground.events.append({ type: 'template-removed', ...step, data: { templateId, sender: row.sender } })
}
