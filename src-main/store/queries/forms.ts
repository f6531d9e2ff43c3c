import { DeskError, type EpochMs, type FormId, FormListening, FormSettings } from '../../contract/index.ts'
import type { Ground } from '../ground.ts'
import type { Post, PostTaken, StoredForm } from '../port-arrivals.ts'
import type { Step } from '../port-shapes.ts'
import { takeIn } from './take-in.ts'
import { openSource } from './team-files.ts'

const OFF: FormListening = { isOn: false, port: 4470, isOpen: false }

export async function forms(ground: Ground): Promise<StoredForm[]> {
  const rows = await ground.kysely.selectFrom('forms').selectAll().orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    sourceId: row.source_id,
    settings: FormSettings.parse(JSON.parse(row.settings)),
    keyHash: row.key_hash,
    keyEnd: row.key_end,
    madeAt: row.made_at,
    lastPostAt: row.last_post_at,
    posts: row.posts,
    leads: row.leads,
  }))
}

export async function saveForm(
  ground: Ground,
  formId: FormId | null,
  settings: FormSettings,
  key: { keyHash: string; keyEnd: string } | null,
  step: Step,
): Promise<FormId> {
  const { path, name } = settings
  const taken = await ground.kysely.selectFrom('forms').select('id').where('path', '=', path).executeTakeFirst()
  if (taken !== undefined && taken.id !== formId) throw new DeskError('form-path-taken', { path })
  const values = {
    path,
    settings: JSON.stringify(settings),
    ...(key === null ? {} : { key_hash: key.keyHash, key_end: key.keyEnd }),
  }
  let id = formId
  if (id === null) {
    if (key === null) throw new Error('a new form needs a key')
    const source_id = openSource(ground, name, 'form')
    const { insertId } = await ground.kysely
      .insertInto('forms')
      .values({ ...values, source_id, key_hash: key.keyHash, key_end: key.keyEnd, made_at: step.at })
      .executeTakeFirstOrThrow()
    id = Number(insertId) as FormId
  } else {
    const before = await ground.kysely
      .selectFrom('forms')
      .select(['source_id', 'settings'])
      .where('id', '=', id)
      .executeTakeFirst()
    if (before === undefined) throw new DeskError('form-not-found', { form: String(id) })
    await ground.kysely.updateTable('forms').set(values).where('id', '=', id).execute()
    if (FormSettings.parse(JSON.parse(before.settings)).name !== name) ground.sources.rename(before.source_id, name)
  }
  ground.events.append({ type: 'form-saved', ...step, data: { formId: id, name } })
  return id
}

export async function removeForm(ground: Ground, formId: FormId, step: Step): Promise<void> {
  const row = await ground.kysely.selectFrom('forms').select('settings').where('id', '=', formId).executeTakeFirst()
  if (row === undefined) throw new DeskError('form-not-found', { form: String(formId) })
  await ground.kysely.deleteFrom('forms').where('id', '=', formId).execute()
  const { name } = FormSettings.parse(JSON.parse(row.settings))
  ground.events.append({ type: 'form-removed', ...step, data: { formId, name } })
}

/** One post, once: what its key has brought before is answered again (R31). */
export async function takePost(ground: Ground, post: Post): Promise<PostTaken> {
  const { formId, key, bodyHash, device, lead, ...batch } = post
  const form = await ground.kysely.selectFrom('forms').select('source_id').where('id', '=', formId).executeTakeFirst()
  if (form === undefined) throw new DeskError('form-not-found', { form: String(formId) })
  const before = await ground.kysely
    .selectFrom('posts')
    .select(['body_hash', 'lead_id', 'outcome'])
    .where('form_id', '=', formId)
    .where('key', '=', key)
    .executeTakeFirst()
  if (before !== undefined) {
    if (before.body_hash !== bodyHash) return { outcome: 'differs' }
    return { outcome: 'repeated', first: { leadId: before.lead_id, outcome: before.outcome } }
  }
  const [taken] = takeIn(ground, { ...batch, sourceId: form.source_id, batchId: null, leads: [lead] })
  if (taken === undefined) throw new Error('a post was taken without a lead')
  const { leadId, outcome } = taken
  await ground.kysely
    .insertInto('posts')
    .values({ form_id: formId, key, body_hash: bodyHash, lead_id: leadId, outcome, device, at: batch.at })
    .execute()
  const leads = outcome === 'added' ? 1 : 0
  await ground.kysely
    .updateTable('forms')
    .set(({ eb }) => ({ posts: eb('posts', '+', 1), leads: eb('leads', '+', leads), last_post_at: batch.at }))
    .where('id', '=', formId)
    .execute()
  return taken
}

export function forgetPosts(ground: Ground, before: EpochMs, limit: number): number {
  return ground.db
    .prepare(
      `delete from posts where (form_id, key) in (
         select form_id, key from posts indexed by posts_by_time where at < ? order by at limit ?)`,
    )
    .run(before, limit).changes
}

export function formListening(ground: Ground): FormListening {
  const text = ground.db.prepare<[], string | null>('select form_listening from settings').pluck().get() ?? null
  return text === null ? OFF : FormListening.parse(JSON.parse(text))
}

export function saveFormListening(ground: Ground, listening: FormListening): void {
  // A desk whose settings were never saved has no row yet.
  ground.settings.save(ground.settings.read())
  ground.db.prepare('update settings set form_listening = ?').run(JSON.stringify(listening))
}
