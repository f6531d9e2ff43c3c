import { implement } from '@orpc/server'
import { contract } from '../contract/index.ts'
import { refuseUnlessAllowed } from './allowed.ts'
import { errorToCarry, wireError } from './carry-errors.ts'
import { sittingAt } from './seat.ts'
import type { WireContext } from './served-desk.ts'

/**
 * The contract, ready to be given its handlers. Whatever a handler throws leaves as a code of the contract, and no handler is asked what the
 * seat may not ask. Inputs are checked between the two: whence the -1.
 */
export const os = implement(contract)
  .$config({ initialInputValidationIndex: -1 })
  .$context<WireContext>()
  .use(async ({ next, context, path, signal }) => {
    try {
      return await next()
    } catch (thrown) {
      // Nobody waits for the answer, so that it is no failure.
      if (signal?.aborted === true && thrown === signal.reason) throw wireError('internal', {})
      throw errorToCarry(thrown, path.join('.'), context.served.desk.log)
    }
  })
  .use(async ({ next, context, path }, input) => {
    const sitting = await sittingAt(context)
    await refuseUnlessAllowed(path, input, sitting, context.served.desk.store)
    return next({ context: { sitting, actor: sitting.email ?? context.actor } })
  })
