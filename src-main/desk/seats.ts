import { randomBytes } from 'node:crypto'
import { DeskError, type Person, type RepId, type Seat } from '../contract/index.ts'
import { hashPin, isPin } from '../lib/pin-hash.ts'
import type { TeamPerson } from '../store/port-shapes.ts'
import type { Desk } from './context.ts'

/** Wrong tries that cost nothing; every further one doubles the wait. */
const FREE_TRIES = 5
const FIRST_WAIT_MS = 30_000
const LONGEST_WAIT_MS = 24 * 60 * 60_000

/** A seat, and how events name who sits there; null when nobody has said who they are. */
export interface Sitting extends Seat {
  readonly email: string | null
}

/**
 * Who sits at the windows of a desk. A person who signs in gets a token, good until it is signed out, the PIN changes, the person leaves the
 * team or the desk closes: tokens are nowhere but in memory.
 */
export interface Seats {
  people(): Promise<Person[]>
  /** Whose the seat with that token is. Without one, or with one that ended, nobody's. */
  sitting(token: string | null): Promise<Sitting>
  /** Answers the token; refused with `pin-wrong`, which also tells how long to wait, and `not-allowed` for a manager who must have a PIN. */
  signIn(input: { repId: RepId; pin: string | null }): Promise<string>
  signOut(token: string): void
  /** Ends the person's tokens but `except`, that of the window it is set at. */
  setPin(input: { repId: RepId; pin: string | null; actor: string; except: string | null }): Promise<void>
  /** Said by a window where somebody else sits from now on. */
  changed(): void
  /** Told when somebody else sits somewhere, perhaps. Answers its own undo. */
  onChange(listener: () => void): () => void
}

export function openSeats(desk: Pick<Desk, 'store' | 'clock'>): Seats {
  const tokens = new Map<string, RepId>()
  const listeners = new Set<() => void>()
  const ring = (): void => {
    for (const listener of listeners) listener()
  }
  // One try after the other: many at once must not all find the same number of wrong ones.
  let lastTry: Promise<unknown> = Promise.resolve()
  const inTurn = <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    const turn = lastTry.then(work)
    lastTry = turn.catch(() => undefined)
    return turn
  }
  const team = (): Promise<TeamPerson[]> => desk.store.people()

  return {
    people: async () =>
      (await team())
        .filter(({ isActive }) => isActive)
        .map(({ repId, name, team: of, role, hasPin }) => ({ repId, name, team: of, role, hasPin })),

    async sitting(token) {
      const people = await team()
      const isGuarded = people.some(keepsOut)
      const repId = token === null ? undefined : tokens.get(token)
      const person = people.find((one) => one.repId === repId)
      if (person === undefined || !person.isActive || (isGuarded && person.role === 'manager' && !person.hasPin)) {
        if (token !== null) tokens.delete(token)
        return { repId: null, role: isGuarded ? 'rep' : 'manager', isLocked: isGuarded, email: null }
      }
      return { repId: person.repId, role: person.role, isLocked: false, email: person.email }
    },

    async signIn({ repId, pin }) {
      const people = await team()
      const person = people.find((one) => one.repId === repId && one.isActive)
      if (person === undefined) throw new DeskError('rep-not-found', { rep: String(repId) })
      if (person.hasPin) await inTurn(() => tryPin(desk, repId, pin))
      // Else a locked desk would be open to whoever picks the one manager without a PIN.
      else if (person.role === 'manager' && people.some(keepsOut))
        throw new DeskError('not-allowed', { because: 'needs-manager' })
      const token = randomBytes(32).toString('base64url')
      tokens.set(token, repId)
      return token
    },

    signOut(token) {
      if (tokens.delete(token)) ring()
    },

    async setPin({ repId, pin, actor, except }) {
      await desk.store.setPin(repId, pin === null ? null : await hashPin(pin), { at: desk.clock.now(), actor })
      for (const [token, whose] of tokens) if (whose === repId && token !== except) tokens.delete(token)
      ring()
    },

    changed: ring,
    onChange(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

/** While there is such a manager, a window is nobody's until somebody signs in. */
const keepsOut = ({ role, isActive, hasPin }: TeamPerson): boolean => role === 'manager' && isActive && hasPin

/** Refused with `pin-wrong`. A try is counted before it is looked at: to kill the desk meanwhile gains none. */
async function tryPin(desk: Pick<Desk, 'store' | 'clock'>, repId: RepId, pin: string | null): Promise<void> {
  const { hash, wrong, againAt } = await desk.store.pinOf(repId)
  if (hash === null) return
  const now = desk.clock.now()
  if (againAt !== null && againAt > now) throw wrongUntil(againAt, now)
  // Asked without one, nobody has guessed.
  if (pin === null) throw wrongUntil(now, now)
  const waitMs = waitAfter(wrong + 1)
  const nextAt = waitMs === 0 ? null : now + waitMs
  await desk.store.countPinTries(repId, wrong + 1, nextAt)
  if (!(await isPin(pin, hash))) throw wrongUntil(nextAt ?? now, now)
  await desk.store.countPinTries(repId, 0, null)
}

function waitAfter(wrong: number): number {
  return wrong <= FREE_TRIES ? 0 : Math.min(FIRST_WAIT_MS * 2 ** (wrong - FREE_TRIES - 1), LONGEST_WAIT_MS)
}

const wrongUntil = (againAt: number, now: number): DeskError<'pin-wrong'> =>
  new DeskError('pin-wrong', { waitSeconds: Math.ceil((againAt - now) / 1_000) })
