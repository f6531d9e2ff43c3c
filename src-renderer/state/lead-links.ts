import type { LeadFilter } from '../../src-main/contract/index.ts'

/** A list of leads that another screen asked for: the leads behind a number. */
export interface LinkedLeads {
  /** What stands above the list: "Reached within 5 minutes, Mia". */
  title: string
  filter: LeadFilter
  /** The address of the screen that asked, for the way back. */
  from: string
}

const KEY = 'lead-links'
const PART = 'behind'
/** A list of ids can be long, and a session has 5 MB. */
const KEPT = 10

/**
 * Shows these leads on the screen of all leads. The address names the list, so that Back, Forward and a reload find it again. `from` is
 * where its own way back leads.
 */
export function openLeads(filter: LeadFilter, title: string, from = window.location.hash): void {
  const kept = read()
  const no = Math.max(0, ...kept.map((link) => link.no)) + 1
  sessionStorage.setItem(KEY, JSON.stringify([...kept, { no, title, filter, from }].slice(-KEPT)))
  window.location.hash = `/leads/${PART}/${no}`
}

/** Whether the part of an address names such a list. */
export const isLeadLink = (part: string | null): boolean => part?.startsWith(`${PART}/`) === true

/** The list a part of an address names; null when this window never had it, or has forgotten it. */
export function linkedLeads(part: string | null): LinkedLeads | null {
  if (part === null || !isLeadLink(part)) return null
  const no = Number(part.slice(PART.length + 1))
  return read().find((link) => link.no === no) ?? null
}

function read(): (LinkedLeads & { no: number })[] {
  const kept = sessionStorage.getItem(KEY)
  return kept === null ? [] : (JSON.parse(kept) as (LinkedLeads & { no: number })[])
}
