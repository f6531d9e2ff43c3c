import { formatNumber } from './formats.ts'
import { inLanguage } from './language.ts'
import { words } from './words.ts'

export const boardText = inLanguage('boardText', {
  title: 'Board',
  filter: 'Rep or team',
  clearFilter: 'Show everyone',
  waiting: 'Waiting',
  noTeam: 'No team',
  columns: 'Columns by rep',
  column: (name: string) => `Leads of ${name}`,
  waitingColumn: 'Leads that wait',
  held: 'Held',
  claims: (count: number) => `${formatNumber(count)} to claim`,
  offered: (reps: number) => (reps > 1 ? `Offered to ${formatNumber(reps)}` : 'Offered'),
  contact: 'First contact',
  givenToday: (count: number, cap: number | null) =>
    cap === null ? `${formatNumber(count)} today` : `${formatNumber(count)}/${formatNumber(cap)} today`,
  getsNothing: (reasons: readonly string[]) => `Gets nothing: ${reasons.join(', ')}`,
  dropHere: 'Drop to assign',
  dropAnyway: (reasons: readonly string[]) => `Drop breaks: ${reasons.join(', ')}`,
  dropToHold: 'Drop to hold: off its rep, put aside',
  alreadyHere: 'Is here already',
  alreadyHeld: 'Waits already',
  emptyColumn: 'No open leads',
  emptyWaiting: 'Nothing waits',
  more: (count: number) => `${formatNumber(count)} more`,
  cardMenu: (name: string) => `Actions for ${name}`,
  moving: (count: number) => words.leads(count),
  noReps: { title: 'No reps yet', hint: 'The board has a column for each rep. Add the team first.' },
  addReps: 'Add reps',
  nobodyFound: { title: 'No rep or team of that name', hint: 'Every column is hidden by the filter.' },
  selected: (name: string) => `${name}, selected`,
  drag: {
    how: 'Space picks the lead up. Left and right choose a column, Space drops it, Escape puts it back. A opens a list of reps instead.',
    pickedUp: (what: string) => `Picked up ${what}. Left and right choose a column.`,
    over: (column: string, said: string) => `${column}: ${said}`,
    overNothing: 'Not over a column',
    dropped: (what: string, column: string) => `${what} dropped on ${column}`,
    putBack: (what: string) => `${what} put back`,
  },
})
