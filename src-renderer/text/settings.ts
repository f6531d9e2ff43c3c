import { inLanguage } from './language.ts'

const english = {
  title: 'Settings',
  desk: {
    title: 'Desk',
    name: 'Name of the desk',
    timeZone: 'Time zone',
    timeZoneHint: 'Decides what is today, and when working hours begin for reps without a zone of their own.',
    country: 'Country',
    countryHint: 'Telephone numbers without a prefix are taken to be from here.',
    holidays: 'Public holidays',
    holidaysHint: 'The team is off on these days, unless a rep keeps those of another region.',
    noHolidays: 'None',
    noRegion: 'No region of that name',
    save: 'Save',
    saved: 'Saved.',
    needsName: 'A desk needs a name.',
  },
  look: {
    title: 'Appearance',
    label: 'Light or dark',
    light: 'Light',
    dark: 'Dark',
    auto: 'As the machine',
  },
  data: {
    title: 'Your data',
    folder: 'Data folder',
    folderHint: 'Everything is in here, on this machine. Nothing is sent anywhere.',
    demo: 'This is a desk to play with. It is gone when you close it.',
    backup: 'Make a backup',
    backupHint: 'One file with everything, checked by opening it. It is put into the folder “backups” beside the data.',
    working: 'Writing and checking the backup…',
    done: (file: string, size: string): string => `Saved and checked: ${file}, ${size}`,
  },
  keys: { title: 'Keyboard' },
  about: {
    title: 'About',
    version: 'Version',
    runsIn: 'Runs in',
    where: { window: 'its own window', browser: 'a browser' },
    license: 'Lead Desk is free software under the MIT licence.',
  },
  then: 'then',
} as const

export const settingsText = inLanguage('settingsText', english)
