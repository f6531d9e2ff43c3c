import { words } from './words.ts'

/** What can be done to leads, wherever it is offered. */
export const actionText = {
  assign: 'Assign',
  assignTo: 'Assign to…',
  hold: 'Hold',
  route: 'Route again',
  discard: 'Discard',
  note: 'Note',
  attempt: 'Log attempt',
  contact: 'Log contact',
  unpin: 'Unpin',
  open: 'Open',
  assignTitle: (count: number) => (count === 1 ? 'Assign the lead to' : `Assign ${words.leads(count)} to`),
  assignHint: 'An assignment by hand wins over every rule and cap.',
  discardTitle: (count: number) => (count === 1 ? 'Discard the lead' : `Discard ${words.leads(count)}`),
  discardReason: 'Why',
  discardReasons: ['Spam', 'Not a lead', 'Test', 'Outside what is sold', 'Already a customer'],
  noteTitle: 'Note',
  noteLabel: 'What there is to know',
  save: 'Save',
  free: 'free',
  wouldBe: (load: number, capacity: number) => `over capacity ${load}/${capacity}`,
  noReps: 'There are no reps yet.',
  toReps: 'Add reps',
}
