import { isIPv6 } from 'node:net'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { FormId } from '../../contract/index.ts'

/** Wrong keys a minute that an address is told of one by one. */
const WRONG_KEYS = 10
const SECONDS = 60

/** How often an address has knocked in the last minute. Kept in memory: a desk that opens begins anew. */
export interface PostLimits {
  /** Counts a post. Null when it may go on; else the seconds to wait. */
  post(formId: FormId, perMinute: number, address: string): Promise<number | null>
  /** Counts a wrong key. Whoever brings the right one is never kept waiting by it. */
  wrongKey(address: string): Promise<number | null>
}

export function createPostLimits(): PostLimits {
  const byForm = new Map<FormId, RateLimiterMemory>()
  const wrongKeys = new RateLimiterMemory({ points: WRONG_KEYS, duration: SECONDS })
  return {
    post(formId, perMinute, address) {
      let limiter = byForm.get(formId)
      if (limiter?.points !== perMinute) {
        limiter = new RateLimiterMemory({ points: perMinute, duration: SECONDS })
        byForm.set(formId, limiter)
      }
      return secondsToWait(limiter, address)
    },
    wrongKey: (address) => secondsToWait(wrongKeys, address),
  }
}

async function secondsToWait(limiter: RateLimiterMemory, address: string): Promise<number | null> {
  try {
    await limiter.consume(networkOf(address))
    return null
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1_000))
    throw refused
  }
}

/** One household has a whole /64 of IPv6 addresses, and one IPv4 address also in the clothes of IPv6. */
export function networkOf(address: string): string {
  const plain = address.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '')
  if (!isIPv6(plain)) return plain
  const [head = '', tail = ''] = plain.split('::', 2)
  const before = head === '' ? [] : head.split(':')
  const after = tail === '' ? [] : tail.split(':')
  const gap = plain.includes('::') ? Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0') : []
  const groups = [...before, ...gap, ...after].slice(0, 4)
  return `${groups.map((group) => group.toLowerCase().replace(/^0+(?=.)/, '')).join(':')}::/64`
}
