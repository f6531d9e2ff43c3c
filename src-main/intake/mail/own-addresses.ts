import type { Desk } from '../../desk/context.ts'

/** Addresses and domains of the team: what its inboxes name, the accounts themselves, and its reps. Lower-cased. */
export async function ownAddressesOf(desk: Desk): Promise<string[]> {
  const inboxes = await desk.store.inboxes()
  const reps = await desk.store.reps(desk.clock.now())
  const named = [
    ...inboxes.flatMap(({ settings }) => [...settings.ownAddresses, ...accountOf(settings.user)]),
    ...reps.map(({ email }) => email),
  ]
  return [...new Set(named.map((address) => address.toLowerCase()))].filter((address) => address !== '')
}

/** The address of an account. Not every account is named by one; alone, its name would count as a domain. */
export const accountOf = (user: string): string[] => (user.includes('@') ? [user.toLowerCase()] : [])
