import type { Destination, PoolSelection } from '../../../src-main/contract/index.ts'

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
