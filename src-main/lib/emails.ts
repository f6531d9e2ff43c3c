import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { domainToASCII } from 'node:url'
import { detached } from './fold.ts'

// Not named `require`: the bundler would declare another one beside it.
const requireFrom = createRequire(import.meta.url)
// Its list of suffixes is read with the first domain, not with the program.
type Suffixes = typeof import('tldts')
let loaded: Suffixes | undefined
const suffixes = (): Suffixes => (loaded ??= requireFrom('tldts') as Suffixes)

/** What mail programs accept in practice: dot-atoms and a domain with at least one dot. Quoted local parts are not worth their typos. */
const ADDRESS =
  /^[^\s"(),:;<>@[\\\]]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]{0,61}[\p{L}\p{N}]$/u
const PLAIN_ADDRESS = /^[a-z0-9_%+'-]+(?:\.[a-z0-9_%+'-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}$/
const NAMED = /^(.*?)<\s*([^<>]*?)\s*>\W*$/s

export interface ParsedEmail {
  /** Lower-cased; a domain with letters beyond ASCII as punycode. */
  address: string
  /** The name before `<…>`, when there was one. */
  name: string | null
}

/** Reads `a@b.c`, `mailto:a@b.c?subject=x`, `Jane <a@b.c>`, `<a@b.c>.`; null when no single address stands there. */
export function parseEmail(text: string): ParsedEmail | null {
  if (text.length <= 254 && PLAIN_ADDRESS.test(text)) return text.indexOf('@') > 64 ? null : { address: text, name: null }
  // No address is this long, and the patterns below take longer than their input.
  if (text.length > 1000) return null
  let rest = text.trim()
  let name: string | null = null
  const named = NAMED.exec(rest)
  if (named) {
    name = (named[1] ?? '').replaceAll(/^["'\s]+|["'\s]+$/g, '') || null
    rest = named[2] ?? ''
  }
  rest = rest
    .replace(/^mailto:/i, '')
    .replace(/\?.*$/s, '')
    .replace(/^["'\s]+/, '')
    .replace(/["'\s.,;]+$/, '')
  if (rest.length > 254 || !ADDRESS.test(rest)) return null
  const at = rest.indexOf('@')
  const local = rest.slice(0, at)
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return null
  const domain = asciiDomain(rest.slice(at + 1))
  return domain === null ? null : { address: `${local.toLowerCase()}@${domain}`, name }
}

function asciiDomain(domain: string): string | null {
  const lower = domain.toLowerCase()
  // oxlint-disable-next-line no-control-regex -- ASCII, all of it, is what is asked.
  if (/^[\x00-\x7f]*$/.test(lower)) return lower
  return domainToASCII(lower) || null
}

/** Providers that drop a `+tag`; of them, Google also drops dots. Others may treat them as different people, and so do we. */
const TAG_DOMAINS = new Map([
  ['gmail.com', 'gmail.com'],
  ['googlemail.com', 'gmail.com'],
  ...['outlook.com', 'hotmail.com', 'live.com', 'icloud.com', 'me.com', 'fastmail.com', 'fastmail.fm'].map(same),
  ...['proton.me', 'protonmail.com', 'pm.me'].map(same),
])
function same(domain: string): [string, string] {
  return [domain, domain]
}

/** The key under which one mailbox is one person (R30): lower-cased, dots and tags folded only where the provider does so. */
export function emailKey(address: string): string {
  const lower = address.toLowerCase()
  const at = lower.lastIndexOf('@')
  const domain = lower.slice(at + 1)
  const provider = TAG_DOMAINS.get(domain)
  if (provider === undefined) return lower
  let local = lower.slice(0, at)
  const plus = local.indexOf('+')
  if (plus > 0) local = local.slice(0, plus)
  if (provider === 'gmail.com') local = local.replaceAll('.', '')
  return `${local}@${provider}`
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase()
}

let freeDomains: Set<string> | undefined

/** True for a domain where anybody gets a mailbox (free or throw-away): it says nothing about the person's company. */
export function isFreeMail(domain: string): boolean {
  // The package's own look-up walks 92,000 lines a call; its lists are what we are after.
  freeDomains ??= new Set(
    ['free', 'disposable'].flatMap((list) => readFileSync(requireFrom.resolve(`freemail/data/${list}.txt`), 'utf8').split('\n')),
  )
  const lower = domain.toLowerCase()
  if (freeDomains.has(lower)) return true
  const registrable = registrableDomain(lower)
  return registrable !== null && freeDomains.has(registrable)
}

const SHARED = new Set(
  (
    'info sales sale office contact contacts kontakt contacto contatti hello hi hey admin administration administrator support help helpdesk service ' +
    'services kundenservice kundendienst customerservice customercare care team mail email post enquiries enquiry inquiries inquiry reception empfang ' +
    'secretary sekretariat secretariat buero bureau oficina ufficio accueil ventas ventes vente vertrieb verkauf einkauf purchasing procurement orders ' +
    'order bestellung billing invoice invoices rechnung buchhaltung accounting accounts finance marketing press presse media pr hr jobs job careers ' +
    'career bewerbung recruiting webmaster postmaster hostmaster abuse noreply no-reply donotreply do-not-reply newsletter news feedback general ' +
    'reservations booking bookings reservation rezeption hotel shop store web website'
  ).split(' '),
)

/** True for info@, sales@ and the like: many people read them, so they never merge two leads by themselves (R30). */
export function isSharedAddress(address: string): boolean {
  const at = address.lastIndexOf('@')
  const local = (at < 0 ? address : address.slice(0, at)).toLowerCase()
  const plus = local.indexOf('+')
  return SHARED.has(plus > 0 ? local.slice(0, plus) : local)
}

const known = new Map<string, string | null>()

/** `shop.example.co.uk`, `https://www.example.co.uk/x` → `example.co.uk`; null for what has none (an IP, a bare word). */
export function registrableDomain(hostOrUrl: string): string | null {
  const cached = known.get(hostOrUrl)
  if (cached !== undefined) return cached
  const found = suffixes().getDomain(hostOrUrl, { allowPrivateDomains: true })
  const domain = found === null ? null : detached(found.toLowerCase())
  // Companies repeat within a file; the bound keeps a long one from filling memory.
  if (known.size >= 10_000) known.clear()
  if (hostOrUrl.length < 200) known.set(detached(hostOrUrl), domain)
  return domain
}
