import { createRouterClient, type RouterClient } from '@orpc/server'
import { router } from './router.ts'
import { contextOf } from './seat.ts'
import type { Caller, ServedDesk, WireContext } from './served-desk.ts'

/** Every query and command of the contract, called in the same process: same checks, same errors, no transport. */
export type DeskClient = RouterClient<typeof router>

export function callDesk(served: ServedDesk, caller: Caller): DeskClient {
  return callAt(contextOf(served, caller))
}

/** As `callDesk`, from a seat that is there already. */
export function callAt(context: WireContext): DeskClient {
  return createRouterClient(router, { context })
}
