import { inLanguage } from './language.ts'

/** The open lead: editing in place, reaching people, notes and the way it went. */
export const leadEditText = inLanguage('leadEditText', {
  edit: (field: string) => `Edit: ${field}`,
  editAll: 'Edit all fields',
  add: 'Add',
  save: 'Save',
  keys: 'Enter saves, Tab goes on, Esc leaves',
  keysLong: 'Ctrl+Enter saves, Tab goes on, Esc leaves',
  noNumber: 'This is no number.',
  faults: {
    needsContact: 'An e-mail address, a phone number or a website is needed.',
    number: 'This number is too small or too large.',
    tooLong: 'This text is too long.',
  },
  asWritten: 'Kept as written: the desk cannot read it.',
  masked: 'Phone and e-mail are shown in full once the offer is accepted.',
  call: (who: string) => `Call ${who}`,
  write: (who: string) => `Write to ${who}`,
  copy: (what: string) => `Copy ${what}`,
  note: {
    label: 'Note',
    placeholder: 'Write a note…',
    save: 'Save note',
    hint: 'Ctrl+Enter saves',
    title: 'Notes',
    more: (count: number) => `All ${count} notes`,
  },
  stage: 'Stage',
  takenBack: 'taken back',
  nothing: 'nothing',
  attemptNext: 'Log attempt and open the next lead',
  actors: { desk: 'Lead Desk', manager: 'A manager', 'command line': 'The command line', program: 'A program' },
  resize: 'Width of the open lead',
})
