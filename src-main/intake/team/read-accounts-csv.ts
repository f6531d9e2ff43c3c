import { registrableDomain, isFreeMail, parseEmail } from '../../lib/emails.ts'
import { fold } from '../../lib/fold.ts'
import { type FileProblem, listIn, readTable } from './read-table.ts'

/** Columns of accounts.csv (ROUTING, "Files"). */
export const ACCOUNT_COLUMNS = ['company', 'domains', 'owner_email', 'status'] as const

export interface AccountInFile {
  company: string
  domains: string[]
  ownerEmail: string | null
  /** In the team's own words; empty is a customer. */
  status: string
}

export interface ReadAccounts {
  accounts: { line: number; account: AccountInFile }[]
  problems: FileProblem[]
}

/** Reads accounts.csv whole, and names everything that is wrong in it. */
export function readAccountsCsv(text: string): ReadAccounts {
  const { rows, problems } = readTable(text, ACCOUNT_COLUMNS, ['company'])
  const lines = new Map<string, number>()
  const domainsOf = new Map<string, string>()
  const accounts = rows.map(({ line, cells }) => {
    const company = cells.get('company') ?? ''
    if (company === '' && cells.has('company')) problems.push({ line, field: 'company', reason: 'a company is needed' })
    const before = lines.get(fold(company))
    if (before !== undefined && company !== '')
      problems.push({ line, field: 'company', reason: `"${company}" stands on line ${before} already` })
    lines.set(fold(company), before ?? line)

    const domains = listIn((cells.get('domains') ?? '').replaceAll(/[;,\s]+/g, '|')).flatMap((written) => {
      const domain = registrableDomain(written)
      if (domain === null)
        problems.push({ line, field: 'domains', reason: `"${written}" is no domain; write one like example.com` })
      else if (isFreeMail(domain))
        problems.push({ line, field: 'domains', reason: `${domain} gives mailboxes to anybody; it can't stand for one company` })
      else if (domainsOf.has(domain))
        problems.push({ line, field: 'domains', reason: `${domain} belongs to "${domainsOf.get(domain)}" already` })
      else {
        domainsOf.set(domain, company)
        return [domain]
      }
      return []
    })
    const owner = cells.get('owner_email') ?? ''
    const ownerEmail = owner === '' ? null : (parseEmail(owner)?.address ?? null)
    if (owner !== '' && ownerEmail === null)
      problems.push({ line, field: 'owner_email', reason: `"${owner}" is no e-mail address` })
    return { line, account: { company, domains, ownerEmail, status: cells.get('status') || 'customer' } }
  })
  if (accounts.length === 0 && problems.length === 0)
    problems.push({ line: 1, field: null, reason: 'there is no account in the file' })
  return { accounts, problems }
}
