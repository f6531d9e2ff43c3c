import type { InboxTrouble } from '../../src-main/contract/index.ts'

/** Troubles of an inbox that pass by themselves: a server that is down, a network that is away. The others wait for a person. */
export const PASSING_TROUBLES: ReadonlySet<unknown> = new Set<InboxTrouble['code']>([
  'unknown-host',
  'refused',
  'timeout',
  'connection-lost',
])
