import { os } from '../os.ts'

export const accountTopic = os.account.router({
  list: os.account.list.handler(async ({ context }) => {
    const accounts = await context.served.desk.store.accounts()
    return accounts.map(({ company, domains, ownerEmail, status }) => ({
      company,
      domains: [...domains],
      owner: ownerEmail,
      status,
    }))
  }),
  import: os.account.import.handler(({ input, context }) =>
    context.served.intake.importAccounts({ ...input, actor: context.actor }),
  ),
})
