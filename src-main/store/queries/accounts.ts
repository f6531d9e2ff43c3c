import type { Database, Statement } from 'better-sqlite3'
import type { RepId } from '../../contract/index.ts'
import type { AccountBook } from './lead-rows.ts'

interface Owned {
  ownerRepId: RepId | null
  customerStatus: 'new' | 'existing' | 'former'
}

/** Domains remembered; a desk with more accounts than this looks the rest up again. */
const REMEMBERED = 20_000

/** Who owns the account of a domain, and what it is to us. Asked for each lead. */
export class Accounts implements AccountBook {
  readonly #find: Statement<[string], { status: string; rep_id: RepId | null }>
  readonly #any: Statement<[], number>
  readonly #known = new Map<string, Owned | null>()
  #hasAny: boolean | null = null

  constructor(db: Database) {
    this.#find = db.prepare(
      `select accounts.status, reps.id as rep_id from account_domains join accounts on accounts.id = account_id
       left join reps on reps.email_key = lower(accounts.owner_email) where domain = ?`,
    )
    this.#any = db.prepare<[], number>('select 1 from account_domains limit 1').pluck()
  }

  ofDomain(domain: string | null): Owned | null {
    this.#hasAny ??= this.#any.get() !== undefined
    if (domain === null || !this.#hasAny) return null
    let owned = this.#known.get(domain)
    if (owned === undefined) {
      const row = this.#find.get(domain)
      owned = row === undefined ? null : { ownerRepId: row.rep_id, customerStatus: customerStatusOf(row.status) }
      if (this.#known.size >= REMEMBERED) this.#known.clear()
      this.#known.set(domain, owned)
    }
    return owned
  }

  /** Also when a rep was added or changed their address: owners are named by e-mail. */
  forget(): void {
    this.#known.clear()
    this.#hasAny = null
  }
}

/** accounts.csv says it in the team's own words. */
export function customerStatusOf(status: string): Owned['customerStatus'] {
  if (/former|past|lost|churn|cancel|ended|ex-/i.test(status)) return 'former'
  if (/prospect|target|new|open/i.test(status)) return 'new'
  return 'existing'
}
