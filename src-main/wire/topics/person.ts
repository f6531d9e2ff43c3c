import type { Seat } from '../../contract/index.ts'
import type { Sitting } from '../../desk/seats.ts'
import { os } from '../os.ts'
import { sitDown, sittingAt } from '../seat.ts'

export const personTopic = os.person.router({
  list: os.person.list.handler(({ context }) => context.served.seats.people()),
  here: os.person.here.handler(({ context }) => seatOf(context.sitting)),
  signIn: os.person.signIn.handler(async ({ input, context }) => {
    const { served, connection } = context
    const token = await served.seats.signIn({ repId: input.repId, pin: input.pin ?? null })
    const before = connection.token
    sitDown(context, token)
    if (before !== null) served.seats.signOut(before)
    return { token }
  }),
  resume: os.person.resume.handler(async ({ input, context }) => {
    sitDown(context, input.token)
    return seatOf(await sittingAt(context))
  }),
  signOut: os.person.signOut.handler(({ context }) => {
    const { token } = context.connection
    sitDown(context, null)
    if (token !== null) context.served.seats.signOut(token)
  }),
  setPin: os.person.setPin.handler(async ({ input, context }) => {
    await context.served.seats.setPin({ ...input, actor: context.actor, except: context.connection.token })
  }),
})

const seatOf = ({ repId, role, isLocked }: Sitting): Seat => ({ repId, role, isLocked })
