import type { Destination, Method, PoolSelection } from '../../../src-main/contract/index.ts'
import { withParts } from './terms.ts'

export function startDestination(kind: 'pool' | 'rep' | 'hold' | 'discard'): Destination {
  switch (kind) {
    case 'pool':
      return { to: 'pool', pool: {}, by: 'round-robin' }
    case 'rep':
      return { to: 'rep', rep: '' }
    case 'hold':
      return { to: 'hold' }
    case 'discard':
      return { to: 'discard', reason: '' }
  }
}

export type PoolPart = keyof PoolSelection

export function partOfPool(pool: PoolSelection, part: PoolPart): string[] {
  const value = pool[part]
  return value === undefined ? [] : typeof value === 'string' ? [value] : [...value]
}

/** An emptied part is left out: a pool says only what narrows it. */
export function withPart(pool: PoolSelection, part: PoolPart, values: string[]): PoolSelection {
  const { [part]: _before, ...rest } = pool
  return values.length === 0 ? rest : { ...rest, [part]: values }
}

type Pool = Extract<Destination, { to: 'pool' }>

/** Another method drops what only the one before it asked; groups begin with two, since one is no order. */
export function withMethod(to: Pool, by: Method): Pool {
  return withParts(to, {
    by,
    tiers: by === 'tiers' ? (to.tiers ?? [{}, {}]) : undefined,
    ...(by === 'share' ? {} : { shares: undefined, shareWindowDays: undefined, maxWaitMinutes: undefined }),
    ...(by === 'top-performer' ? {} : { maxLoadMultiple: undefined }),
  })
}
