import { DeskError, type PublishedRuleset, Ruleset } from '../../contract/index.ts'
import type { Ground } from '../ground.ts'
import type { Step } from '../port-shapes.ts'
import type { Tables } from '../tables.ts'
import { prepared } from './prepared.ts'

/** What works until someone publishes: no rule, so every lead waits and the manager is told (R4). */
const BUILT_IN: PublishedRuleset = {
  ruleset: 0,
  publishedAt: null,
  publishedBy: null,
  document: Ruleset.parse({ version: 1, rules: [] }),
}

/** Remembered: every lead that comes in alone asks for it, and a document of fifty rules takes longer to read than to apply. */
export async function publishedRuleset(ground: Ground): Promise<PublishedRuleset> {
  return (ground.published ??= read(ground, null))
}

export async function rulesetVersion(ground: Ground, version: number): Promise<PublishedRuleset> {
  return version === 0 ? BUILT_IN : read(ground, version)
}

/** The newest with null. */
function read(ground: Ground, version: number | null): PublishedRuleset {
  const rulesets = prepared<Tables['rulesets']>(
    ground.db,
    'select * from rulesets where version = coalesce(?, (select max(version) from rulesets))',
  )
  const row = rulesets.get(version)
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

export function publishedInShort(ground: Ground): { version: number; rules: number } {
  const newest = prepared<{ version: number; rules: number }>(
    ground.db,
    'select version, rules from rulesets order by version desc limit 1',
  )
  return newest.get() ?? { version: 0, rules: 0 }
}

export async function publishRuleset(ground: Ground, document: Ruleset, note: string | null, step: Step): Promise<number> {
  const version = publishedInShort(ground).version + 1
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
