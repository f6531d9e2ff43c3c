import { formatDuration, formatList, formatNumber, plural } from './formats.ts'
import { inLanguage } from './language.ts'

const MINUTE = 60_000

/** A rep's own desk. */
export const myDeskText = inLanguage('myDeskText', {
  title: 'My desk',
  whose: 'Whose desk',
  nobody: { title: 'Whose desk?', hint: 'Say who you are at the top right, or choose a rep.' },
  getsLeads: 'Leads come to you now.',
  getsNone: (reasons: readonly string[]) => `No new leads now: ${formatList(reasons)}.`,
  givenToday: (given: number, cap: number | null) =>
    cap === null ? `${formatNumber(given)} today` : `${formatNumber(given)} of ${formatNumber(cap)} today`,
  offers: (count: number) => (count === 1 ? '1 lead is offered to you' : `${formatNumber(count)} leads are offered to you`),
  claim: (others: number) => `First to accept gets it: ${plural(others, 'other', 'others')} asked too`,
  accept: (name: string) => `Accept ${name}`,
  acceptShort: 'Accept',
  decline: (name: string) => `Decline ${name}`,
  declineShort: 'Decline…',
  leads: 'Leads',
  which: 'Which leads',
  lists: { todo: 'To do', won: 'Won', lost: 'Lost' },
  keysHint: 'J and K move, E logs an attempt and goes on to the next lead, C a contact, N writes a note',
  notTried: (ms: number) => (ms < MINUTE ? 'New, not tried yet' : `Not tried for ${formatDuration(ms)}`),
  lastTouch: (ms: number) => (ms < MINUTE ? 'Touched just now' : `Last touched ${formatDuration(ms)} ago`),
  newAbove: (count: number) => `${formatNumber(count)} new`,
  empty: {
    todo: { title: 'Nothing to do', hint: 'Leads that are given to you appear here the moment they come in.' },
    won: { title: 'None won yet', hint: 'Leads you set to “Won” are kept here.' },
    lost: { title: 'None lost', hint: 'Leads you set to “Lost” are kept here.' },
  },
})
