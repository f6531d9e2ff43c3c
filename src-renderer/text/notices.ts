import { formatList, formatNumber, plural } from './formats.ts'
import { inLanguage } from './language.ts'

/** Notices of the system: what is told, and what stands beside the number on the tray. */
export const noticesText = inLanguage('noticesText', {
  offer: {
    title: (lead: string) => `Offered to you: ${lead}`,
    body: (parts: readonly string[], until: string | null) =>
      [...parts, ...(until === null ? [] : [`accept by ${until}`])].join(' · '),
    many: (count: number) => `${plural(count, 'lead is', 'leads are')} offered to you`,
    manyHint: 'Accept them before their time runs out.',
  },
  breach: {
    title: (lead: string) => `Overdue: ${lead}`,
    body: (rep: string | null) => (rep === null ? 'Its contact clock ran out.' : `${rep} has not made contact in time.`),
    mine: 'You have not made contact in time.',
    many: (count: number) => `${plural(count, 'lead is', 'leads are')} overdue`,
    manyHint: 'Their contact clocks ran out.',
  },
  hot: {
    title: (lead: string) => `Hot and waiting: ${lead}`,
    body: (why: string) => why,
    many: (count: number) => `${plural(count, 'hot lead waits', 'hot leads wait')} for a rep`,
    manyHint: 'Nobody can take them now.',
  },
  inbox: {
    title: (name: string) => `${name} is not read`,
    many: (count: number) => `${plural(count, 'inbox is', 'inboxes are')} not read`,
    manyHint: 'Mails that come in there wait until it is mended.',
  },
  /** "3 waiting and 2 overdue" */
  waits: ({ offers, waiting, overdue }: { offers: number; waiting: number; overdue: number }) =>
    formatList([
      ...(offers > 0 ? [`${formatNumber(offers)} offered to you`] : []),
      ...(waiting > 0 ? [`${formatNumber(waiting)} waiting`] : []),
      ...(overdue > 0 ? [`${formatNumber(overdue)} overdue`] : []),
    ]),
})
