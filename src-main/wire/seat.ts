import type { RepId } from '../contract/index.ts'
import type { Sitting } from '../desk/seats.ts'
import type { Caller, ServedDesk, WireContext } from './served-desk.ts'

/** One port, socket or caller in this process, and the token it was given; null while nobody has signed in there. */
export interface Connection {
  token: string | null
}

/** What every handler of one connection is given. */
export function contextOf(served: ServedDesk, caller: Caller): WireContext {
  return { served, ...caller, connection: { token: null } }
}

/** Whoever that token is of sits at the connection from now on. What was asked there before tells nothing more. */
export function sitDown({ served, connection }: WireContext, token: string | null): void {
  connection.token = token
  served.seats.changed()
}

/** Who sits at the connection now. */
export async function sittingAt({ served, connection, isTrusted }: WireContext): Promise<Sitting> {
  const { token } = connection
  // An import of 100,000 rows by the command line asks as often; it need not ask who there is.
  if (isTrusted === true && token === null) return EVERY_RIGHT
  const sitting = await served.seats.sitting(token)
  return isTrusted === true && sitting.repId === null ? EVERY_RIGHT : sitting
}
const EVERY_RIGHT: Sitting = { repId: null, role: 'manager', isLocked: false, email: null }

/** The rep whose leads alone may be seen; null for a manager's seat. */
export function eyesOf({ role, repId }: Sitting): RepId | null {
  return role === 'rep' ? repId : null
}
