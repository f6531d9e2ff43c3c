import type { Database, Statement } from 'better-sqlite3'
import type { RepId } from '../../contract/index.ts'
import { companyKey } from '../../lib/companies.ts'
import type { AccountBook } from './lead-rows.ts'

interface Owned {
  ownerRepId: RepId | null
  customerStatus: 'new' | 'existing' | 'former'
}

/** Domains remembered; a desk with more accounts than this looks the rest up again. */
const REMEMBERED = 20_000

/** Who owns the account of a domain, or of a company's name, and what it is to us. Asked for each lead. */
export class Accounts implements AccountBook {
  readonly #find: Statement<[string], { status: string; rep_id: RepId | null }>
  readonly #findName: Statement<[string], { status: string; rep_id: RepId | null }>
  readonly #any: Statement<[], number>
  readonly #known = new Map<string, Owned | null>()
  #hasAny: boolean | null = null

  constructor(db: Database) {
    this.#find = db.prepare(
      `select accounts.status, reps.id as rep_id from account_domains join accounts on accounts.id = account_id
       left join reps on reps.email_key = lower(accounts.owner_email) where domain = ?`,
    )
    this.#findName = db.prepare(
      `select accounts.status, reps.id as rep_id from accounts left join reps on reps.email_key = lower(accounts.owner_email)
       where name_key = ? limit 2`,
    )
    this.#any = db.prepare<[], number>('select 1 from accounts limit 1').pluck()
  }

  of(domain: string | null, company: string | null): Owned | null {
    this.#hasAny ??= this.#any.get() !== undefined
    if (!this.#hasAny) return null
    return this.#ofDomain(domain) ?? this.#ofName(company)
  }

  /** By name only when one account has it: two of a name are two companies (R30). */
  #ofName(company: string | null): Owned | null {
    if (company === null) return null
    const memory = `name ${company}`
    let owned = this.#known.get(memory)
    if (owned === undefined) {
      const key = companyKey(company)
      const [row, another] = key === '' ? [] : this.#findName.all(key)
      owned = row === undefined || another !== undefined ? null : ownedIn(row)
      this.#remember(memory, owned)
    }
    return owned
  }

  #remember(memory: string, owned: Owned | null): void {
    if (this.#known.size >= REMEMBERED) this.#known.clear()
    this.#known.set(memory, owned)
  }

  #ofDomain(domain: string | null): Owned | null {
    if (domain === null) return null
    let owned = this.#known.get(domain)
    if (owned === undefined) {
      const row = this.#find.get(domain)
      owned = row === undefined ? null : ownedIn(row)
      this.#remember(domain, owned)
    }
    return owned
  }

  /** Also when a rep was added or changed their address: owners are named by e-mail. */
  forget(): void {
    this.#known.clear()
    this.#hasAny = null
  }
}

const ownedIn = (row: { status: string; rep_id: RepId | null }): Owned => ({
  ownerRepId: row.rep_id,
  customerStatus: customerStatusOf(row.status),
})

/** accounts.csv says it in the team's own words. */
export function customerStatusOf(status: string): Owned['customerStatus'] {
  if (/former|past|lost|churn|cancel|ended|ex-/i.test(status)) return 'former'
  if (/prospect|target|new|open/i.test(status)) return 'new'
  return 'existing'
}
