import { formatDuration, formatList, formatNumber } from '../formats.ts'
import type { myDeskText as english } from '../my-desk.ts'

const MINUTE = 60_000

export const myDeskText: typeof english = {
  title: 'Mein Desk',
  whose: 'Wessen Desk',
  nobody: { title: 'Wessen Desk?', hint: 'Sagen Sie oben rechts, wer Sie sind, oder wählen Sie einen Mitarbeiter.' },
  getsLeads: 'Sie bekommen jetzt Leads.',
  getsNone: (reasons) => `Jetzt keine neuen Leads: ${formatList(reasons)}.`,
  givenToday: (given, cap) =>
    cap === null ? `${formatNumber(given)} heute` : `${formatNumber(given)} von ${formatNumber(cap)} heute`,
  offers: (count) => (count === 1 ? 'Ihnen wird 1 Lead angeboten' : `Ihnen werden ${formatNumber(count)} Leads angeboten`),
  claim: (others) =>
    others === 1
      ? 'Wer zuerst annimmt, bekommt ihn: 1 weiterer ist gefragt'
      : `Wer zuerst annimmt, bekommt ihn: ${formatNumber(others)} weitere sind gefragt`,
  accept: (name) => `${name} annehmen`,
  acceptShort: 'Annehmen',
  decline: (name) => `${name} ablehnen`,
  declineShort: 'Ablehnen…',
  leads: 'Leads',
  which: 'Welche Leads',
  lists: { todo: 'Zu tun', won: 'Gewonnen', lost: 'Verloren' },
  keysHint:
    'J und K gehen auf und ab, E vermerkt einen Versuch und geht zum nächsten Lead, C einen Kontakt, N schreibt eine Notiz',
  notTried: (ms) => (ms < MINUTE ? 'Neu, noch nicht versucht' : `Seit ${formatDuration(ms)} nicht versucht`),
  lastTouch: (ms) => (ms < MINUTE ? 'Gerade bearbeitet' : `Zuletzt vor ${formatDuration(ms)}`),
  newAbove: (count) => `${formatNumber(count)} neu`,
  empty: {
    todo: { title: 'Nichts zu tun', hint: 'Leads, die Ihnen zugewiesen werden, erscheinen hier sofort.' },
    won: { title: 'Noch keiner gewonnen', hint: 'Leads, die Sie auf „Gewonnen“ setzen, stehen hier.' },
    lost: { title: 'Keiner verloren', hint: 'Leads, die Sie auf „Verloren“ setzen, stehen hier.' },
  },
}
