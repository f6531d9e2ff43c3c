import { implement } from '@orpc/server'
import { contract } from '../contract/index.ts'
import { errorToCarry } from './carry-errors.ts'
import type { WireContext } from './served-desk.ts'

/** The contract, ready to be given its handlers. Whatever a handler throws leaves as a code of the contract. */
export const os = implement(contract)
  .$context<WireContext>()
  .use(async ({ next, context, path }) => {
    try {
      return await next()
    } catch (thrown) {
      throw errorToCarry(thrown, path.join('.'), context.served.desk.log)
    }
  })

/** For the hour in which the contract is ahead of its handlers. */
export function notBuilt(): never {
  throw new Error('not built yet')
}
