import { useCallback } from 'react'
import type { DeskClient } from '../bridge/create-desk-client.ts'
import type { Fault } from '../bridge/fault.ts'
import type { LeadCard, RepCard, RepId, Seat } from '../../src-main/contract/index.ts'
import { forgetChoices } from './browser-choices.ts'
import { useCommand, useDesk, useDeskParts } from './hooks.ts'

/** With the tab: who closes it has left, who loads it again has not. */
const TOKEN_KEY = 'lead-desk.seat'

/** Who sits at this window; the one who sat here before the page was loaded again, or the connection was lost. */
export async function askSeat(client: DeskClient): Promise<Seat> {
  const token = keptToken()
  const seat = await (token === null ? client.person.here() : client.person.resume({ token }))
  rememberSeat(seat)
  return seat
}

/** Of a window nobody has to unlock. */
const OPEN_SEAT: Seat = { repId: null, role: 'manager', isLocked: false }
const OPEN_KEY = 'lead-desk.opens-for-all'

/**
 * Who will sit here, as far as this machine remembers: where nobody had to say who they are last time, the page draws itself for them while the
 * desk still opens. It shows nothing of the desk, which tells its leads to whoever really sits here.
 */
export function expectedSeat(): Seat | null {
  try {
    return !hasToken() && localStorage.getItem(OPEN_KEY) !== null ? OPEN_SEAT : null
  } catch {
    return null
  }
}

function rememberSeat({ repId, isLocked }: Seat): void {
  try {
    if (repId === null && !isLocked) localStorage.setItem(OPEN_KEY, '')
    else localStorage.removeItem(OPEN_KEY)
  } catch {
    // A page without storage of its own draws itself when it has been told.
  }
}

/** Somebody sat at this window before its page was loaded again. */
export const hasToken = (): boolean => keptToken() !== null

/** Why somebody could not sit down; null when they did. */
export type SignInTrouble = Fault | null

export interface Me {
  /** null for nobody. */
  repId: RepId | null
  /** Their card; null for nobody. */
  rep: RepCard | null
  /** May everything: also where nobody has said who they are, as long as no manager has a PIN. */
  isManager: boolean
}

/** A rep's, and not only offered to them: theirs to work. */
export const isOwn = ({ repId, status }: LeadCard, me: RepId | null): boolean => repId === me && status !== 'offered'

/** The person at this window. */
export function useMe(): Me {
  const repId = useDesk((state) => state.seat?.repId ?? null)
  const rep = useDesk(({ reps }) => (repId === null ? null : (reps.get(repId) ?? null)))
  return { repId, rep, isManager: useDesk((state) => state.seat?.role !== 'rep') }
}

/** Answers the fault, or null when the window is theirs: the page then begins anew by itself. */
export function useSignIn(): (repId: RepId, pin: string | null) => Promise<SignInTrouble> {
  const run = useCommand()
  const { client, store } = useDeskParts()
  return useCallback(
    async (repId, pin) => {
      const answer = await run(() => client.person.signIn(pin === null ? { repId } : { repId, pin }), { isQuiet: true })
      if (!answer.ok) return answer.fault
      keepToken(answer.value.token)
      forgetChoices()
      const seat = await run(() => client.person.here())
      if (seat.ok) store.sitDown(seat.value)
      return null
    },
    [run, client, store],
  )
}

/** From now on nobody sits here; where a manager has a PIN, the window is locked. */
export function useSignOut(): () => Promise<void> {
  const run = useCommand()
  const { client, store } = useDeskParts()
  return useCallback(async () => {
    keepToken(null)
    forgetChoices()
    const answer = await run(async () => {
      await client.person.signOut()
      return client.person.here()
    })
    if (answer.ok) store.sitDown(answer.value)
  }, [run, client, store])
}

/** A page without storage of its own forgets who sits here when it is loaded again, and no more. */
function keptToken(): string | null {
  try {
    return sessionStorage.getItem(TOKEN_KEY)
  } catch {
    return null
  }
}

function keepToken(token: string | null): void {
  try {
    if (token === null) sessionStorage.removeItem(TOKEN_KEY)
    else sessionStorage.setItem(TOKEN_KEY, token)
  } catch {
    // As above.
  }
}
