import { sql } from 'kysely'
import { companyKey } from '../../lib/companies.ts'
import { dayKey } from '../../lib/working-time.ts'
import type { DeskSettings, EpochMs, Source, SourceId } from '../../contract/index.ts'
import type { Ground } from '../ground.ts'
import type { Account, Step } from '../port-shapes.ts'
import { reclock } from './clocks.ts'
import { forgetShares } from './fair-shares.ts'

/** Case, spaces and punctuation of a header or a company's name do not matter. */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')

export async function accounts(ground: Ground): Promise<Account[]> {
  const rows = await ground.kysely
    .selectFrom('accounts')
    .leftJoin('account_domains', 'account_id', 'accounts.id')
    .select(['company', 'owner_email', 'status', sql<string | null>`group_concat(domain, '|' order by domain)`.as('domains')])
    .groupBy('accounts.id')
    .orderBy('company')
    .execute()
  return rows.map(({ company, domains, owner_email, status }) => ({
    company,
    domains: domains === null ? [] : domains.split('|'),
    ownerEmail: owner_email,
    status,
  }))
}

/** Known by name; a domain belongs to the account that named it last. */
export async function importAccounts(
  ground: Ground,
  given: readonly Account[],
  step: Step,
): Promise<{ added: number; updated: number }> {
  let [added, updated] = [0, 0]
  for (const account of given) {
    const { company, ownerEmail, status } = account
    const company_key = fold(company) || company
    const known = await ground.kysely
      .selectFrom('accounts')
      .select('id')
      .where('company_key', '=', company_key)
      .executeTakeFirst()
    const values = { company, company_key, name_key: companyKey(company), owner_email: ownerEmail, status }
    const { id } = await ground.kysely
      .insertInto('accounts')
      .values(values)
      .onConflict((conflict) => conflict.column('company_key').doUpdateSet(values))
      .returning('id')
      .executeTakeFirstOrThrow()
    await ground.kysely.deleteFrom('account_domains').where('account_id', '=', id).execute()
    for (const domain of new Set(account.domains.map((one) => one.trim().toLowerCase()))) {
      await ground.kysely
        .insertInto('account_domains')
        .values({ domain, account_id: id })
        .onConflict((conflict) => conflict.column('domain').doUpdateSet({ account_id: id }))
        .execute()
    }
    if (known === undefined) added++
    else updated++
  }
  ground.accounts.forget()
  ground.tried.forget()
  if (given.length > 0) ground.events.append({ type: 'account-changed', ...step, data: { added, updated } })
  return { added, updated }
}

export async function rememberedColumns(ground: Ground, headers: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  if (headers.length === 0) return new Map()
  const rows = await ground.kysely.selectFrom('column_memory').selectAll().where('header_key', 'in', headers.map(fold)).execute()
  const fields = new Map(rows.map(({ header_key, field }) => [header_key, field]))
  return new Map(
    headers.flatMap((header) => (fields.has(fold(header)) ? [[header, fields.get(fold(header)) ?? null] as const] : [])),
  )
}

export async function rememberColumns(
  ground: Ground,
  columns: readonly { header: string; field: string | null }[],
): Promise<void> {
  for (const { header, field } of columns) {
    await ground.kysely
      .insertInto('column_memory')
      .values({ header_key: fold(header), field })
      .onConflict((conflict) => conflict.column('header_key').doUpdateSet({ field }))
      .execute()
  }
}

export function openSource(ground: Ground, name: string, kind: Source['kind']): SourceId {
  return ground.sources.find(name, kind) ?? ground.sources.add(name, kind)
}

/** In another zone another day may have begun: what was counted for today is counted anew. Holidays and hours follow too. */
export function saveSettings(ground: Ground, settings: DeskSettings, step: Step): void {
  const before = ground.settings.read()
  if (JSON.stringify(before) === JSON.stringify(settings)) return
  ground.settings.save(settings)
  if (before.timeZone !== settings.timeZone || before.holidays !== settings.holidays) {
    ground.team.forgetMembers()
    reclock(ground, null, step.at)
  }
  if (before.timeZone !== settings.timeZone) forgetShares(ground)
  ground.events.append({ type: 'settings-changed', ...step, data: { settings } })
}

export const todayOf = (ground: Ground, at: EpochMs): string => dayKey(at, ground.settings.read().timeZone)
