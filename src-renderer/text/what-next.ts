import { inLanguage } from './language.ts'

/** What is left to do after the first run, and that a desk is the sample. */
export const whatNextText = inLanguage('whatNextText', {
  label: 'What next',
  rule: 'Publish a rule',
  arrivals: 'Add an inbox or a form',
  hours: 'Set working hours',
  pin: 'Set a PIN',
  done: (step: string): string => `${step}: done`,
  hide: 'Do not show this again',
  sample: 'This is the sample team. Nothing of it is real, so try whatever you like.',
  ownDesk: 'Start with your own team',
})

/** The way from the sample to a desk of one’s own, in the settings. */
export const leaveSampleText = inLanguage('leaveSampleText', {
  title: 'Leave the sample',
  hint: 'Begins a new desk for your own team. The sample goes into the folder “backups”, and can be put back from there.',
  go: 'Start with your own…',
  askTitle: 'Leave the sample and start with your own team?',
  ask: 'Its people, rules and leads leave the desk, and your first three steps begin. The sample is kept as a backup.',
  yes: 'Leave the sample',
  no: 'Stay',
  restarting: 'Lead Desk opens again, with a desk of your own.',
  startAgain: 'Your own desk is there once this one is started again: end “desk serve” and start it anew.',
  demo: 'This is a demo. Close it and start Lead Desk without --demo for a desk of your own.',
})
