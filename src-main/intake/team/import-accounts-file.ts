import type { Desk } from '../../desk/context.ts'
import { readAccountsCsv } from './read-accounts-csv.ts'
import { refuseIfBad } from './read-table.ts'

/** Takes in an accounts.csv: all of it or, with anything wrong, nothing (`team-file-bad`). An owner must be a rep of the desk. */
export async function importAccountsFile(
  desk: Desk,
  input: { file: string; text: string; actor: string },
): Promise<{ added: number; updated: number }> {
  const { accounts, problems } = readAccountsCsv(input.text)
  const at = desk.clock.now()
  const reps = new Set((await desk.store.reps(at)).map(({ email }) => email.toLowerCase()))
  for (const { line, account } of accounts) {
    if (account.ownerEmail !== null && !reps.has(account.ownerEmail))
      problems.push({ line, field: 'owner_email', reason: `${account.ownerEmail} is no rep of this desk; import the reps first` })
  }
  refuseIfBad(input.file, problems)
  return desk.store.importAccounts(
    accounts.map(({ account }) => account),
    { at, actor: input.actor },
  )
}
