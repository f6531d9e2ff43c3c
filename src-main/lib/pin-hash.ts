import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** 32 MB and some 60 ms a try. No cost makes four digits safe from whoever has the file: the hash keeps them from being read in passing. */
const COST = { N: 32_768, r: 8, p: 1 } as const
const BYTES = 32
/** What a kept hash may ask of us: a torn or foreign one must not take the machine's memory. */
const MOST_MEMORY = 128 * 1024 * 1024

/** `scrypt$N$r$p$salt$hash`, salt and hash base64url. */
export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(pin, salt, COST)
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), hash.toString('base64url')].join('$')
}

/** False also for a hash that is not one of ours. */
export async function isPin(pin: string, kept: string): Promise<boolean> {
  const [kind, N, r, p, salt = '', hash = ''] = kept.split('$')
  const wanted = Buffer.from(hash, 'base64url')
  if (kind !== 'scrypt' || wanted.byteLength !== BYTES) return false
  const found = await derive(pin, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) })
  return timingSafeEqual(found, wanted)
}

function derive(pin: string, salt: Buffer, cost: { N: number; r: number; p: number }): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, BYTES, { ...cost, maxmem: MOST_MEMORY }, (error, key) => (error === null ? resolve(key) : reject(error)))
  })
}
