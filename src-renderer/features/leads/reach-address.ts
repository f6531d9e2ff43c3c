import type { LeadDraft } from '../../../src-main/contract/index.ts'
import type { WAYS } from './lead-fields.ts'

type Way = (typeof WAYS)[number]

/** An offer shows only parts of these until it is accepted. */
export const isMasked = (value: string | null): boolean => value?.includes('…') === true

/** What the system opens for it; null when it can't be dialled or written to. Websites are told, not opened: who wrote them is not known. */
export function addressOf(way: Way, value: string | null): string | null {
  if (value === null || isMasked(value) || way === 'website') return null
  if (way.startsWith('email'))
    return /^[^\s@]+@[^\s@]+$/.test(value) ? `mailto:${encodeURIComponent(value).replace('%40', '@')}` : null
  const digits = value.replace(/[^+\d]/g, '')
  return /^\+?\d{5,20}$/.test(digits) && !/\p{L}/u.test(value) ? `tel:${digits}` : null
}

/** The first way of a kind that works. */
export function firstOf(fields: LeadDraft, kind: 'phone' | 'email'): { value: string; address: string } | null {
  for (const way of [kind, `${kind}2`] as const) {
    const value = fields[way]
    const address = addressOf(way, value)
    if (value !== null && address !== null) return { value, address }
  }
  return null
}
