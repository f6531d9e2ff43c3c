import { inLanguage } from './language.ts'

/** The palette: any lead, rep, screen or action by a few letters. */
export const paletteText = inLanguage('paletteText', {
  placeholder: 'Lead, rep, screen or action',
  nothing: 'Nothing found',
  searching: 'Searching leads…',
  groups: {
    recent: 'Used last',
    leads: 'Leads',
    open: 'This lead',
    reps: 'Reps',
    screens: 'Screens',
    actions: 'Actions',
    settings: 'Settings',
  },
  goTo: (screen: string) => `Go to ${screen}`,
  setRep: (name: string, availability: string) => `${name}: ${availability.toLowerCase()}`,
  undoLast: 'Take back the last step',
  toggleScheme: 'Switch between light and dark',
  speak: (language: string) => `Speak ${language}`,
  shortcuts: 'Show keyboard shortcuts',
  importFile: 'Import a file',
  addInbox: 'Add an e-mail inbox',
  addRep: 'Add a rep',
  report: (name: string) => `Report: ${name}`,
  settings: (part: string) => `Settings: ${part}`,
  setStage: (stage: string) => `Set its stage: ${stage}`,
  lead: {
    assign: 'Assign it',
    attempt: 'Log an attempt',
    contact: 'Log a contact',
    note: 'Write a note on it',
    hold: 'Hold it',
    route: 'Route it again',
    unpin: 'Give it back to the rules',
    discard: 'Discard it',
  },
})
