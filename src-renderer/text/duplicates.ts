import { inLanguage } from './language.ts'

/** Leads that may be one person twice. */
export const duplicatesText = inLanguage('duplicatesText', {
  title: 'Possible duplicates',
  hint: 'The same number or a shared address under another name. They are never merged by themselves.',
  list: 'Pairs',
  by: { email: 'Same e-mail address', phone: 'Same phone number' },
  empty: {
    title: 'No possible duplicates',
    hint: 'Two open leads with one phone number or a shared address like info@ are listed here for you to compare.',
  },
  more: 'Show older pairs',
  apart: 'They are two people',
  open: (lead: string): string => `Open ${lead}`,
  nextPair: 'J and K go from pair to pair, T tells two apart.',
  toldApart: 'Told apart',
})
