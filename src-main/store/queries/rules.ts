import { DeskError, type PublishedRuleset, Ruleset } from '../../contract/index.ts'
import type { Ground } from '../ground.ts'
import type { Step } from '../port-shapes.ts'

/** What works until someone publishes: no rule, so every lead waits and the manager is told (R4). */
const BUILT_IN: PublishedRuleset = {
  ruleset: 0,
  publishedAt: null,
  publishedBy: null,
  document: Ruleset.parse({ version: 1, rules: [] }),
}

/** Remembered: every lead that comes in alone asks for it, and a document of fifty rules takes longer to read than to apply. */
export async function publishedRuleset(ground: Ground): Promise<PublishedRuleset> {
  return (ground.published ??= await read(ground, null))
}

export async function rulesetVersion(ground: Ground, version: number): Promise<PublishedRuleset> {
  return version === 0 ? BUILT_IN : read(ground, version)
}

async function read(ground: Ground, version: number | null): Promise<PublishedRuleset> {
  const query = ground.kysely.selectFrom('rulesets').selectAll().orderBy('version', 'desc').limit(1)
  const row = await (version === null ? query : query.where('version', '=', version)).executeTakeFirst()
  if (row !== undefined) {
    return {
      ruleset: row.version,
      publishedAt: row.published_at,
      publishedBy: row.published_by,
      document: JSON.parse(row.document) as Ruleset,
    }
  }
  if (version !== null) throw new DeskError('ruleset-not-found', { ruleset: version })
  return BUILT_IN
}

export async function publishedInShort(ground: Ground): Promise<{ version: number; rules: number }> {
  const row = await ground.kysely
    .selectFrom('rulesets')
    .select(['version', 'rules'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? { version: 0, rules: 0 }
}

export async function publishRuleset(ground: Ground, document: Ruleset, note: string | null, step: Step): Promise<number> {
  const version = (await publishedInShort(ground)).version + 1
  const rules = document.rules.length
  await ground.kysely
    .insertInto('rulesets')
    .values({ version, document: JSON.stringify(document), rules, note, published_at: step.at, published_by: step.actor })
    .execute()
  ground.published = null
  ground.events.append({ type: 'rules-published', ...step, data: { version, rules, note } })
  return version
}

export async function rulesetVersions(ground: Ground) {
  const rows = await ground.kysely
    .selectFrom('rulesets')
    .select(['version', 'published_at', 'published_by', 'rules', 'note'])
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({ version, published_at, published_by, rules, note }) => ({
    ruleset: version,
    publishedAt: published_at,
    publishedBy: published_by,
    rules,
    note,
  }))
}

/** A draft is kept as it is, so any size could come: one that is larger than this is no draft. */
const MOST_DRAFT_BYTES = 20_000_000

export async function readDraft(ground: Ground) {
  const row = await ground.kysely.selectFrom('ruleset_draft').selectAll().executeTakeFirst()
  if (row === undefined) return null
  return {
    document: JSON.parse(row.document) as unknown,
    savedAt: row.saved_at,
    savedBy: row.saved_by,
    basedOn: row.based_on,
  }
}

export async function saveDraft(ground: Ground, document: unknown, basedOn: number, step: Step): Promise<void> {
  const text = JSON.stringify(document) as string | undefined
  if (text === undefined) throw new DeskError('bad-input', { field: 'document', reason: 'it is missing' })
  if (Buffer.byteLength(text) > MOST_DRAFT_BYTES)
    throw new DeskError('bad-input', { field: 'document', reason: 'it is larger than 20 MB' })
  const values = { only: 1, document: text, based_on: basedOn, saved_at: step.at, saved_by: step.actor }
  await ground.kysely
    .insertInto('ruleset_draft')
    .values(values)
    .onConflict((conflict) => conflict.column('only').doUpdateSet(values))
    .execute()
}

export async function dropDraft(ground: Ground): Promise<void> {
  await ground.kysely.deleteFrom('ruleset_draft').execute()
}
