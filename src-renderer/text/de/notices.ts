import { formatList, formatNumber, plural } from '../formats.ts'
import type { noticesText as english } from '../notices.ts'

export const noticesText: typeof english = {
  offer: {
    title: (lead) => `Ihnen angeboten: ${lead}`,
    body: (parts, until) => [...parts, ...(until === null ? [] : [`annehmen bis ${until}`])].join(' · '),
    many: (count) => `Ihnen ${count === 1 ? 'wird' : 'werden'} ${plural(count, 'Lead', 'Leads')} angeboten`,
    manyHint: 'Nehmen Sie sie an, bevor ihre Zeit abläuft.',
  },
  breach: {
    title: (lead) => `Überfällig: ${lead}`,
    body: (rep) =>
      rep === null ? 'Die Zeit für den ersten Kontakt ist abgelaufen.' : `${rep} hat nicht rechtzeitig Kontakt aufgenommen.`,
    mine: 'Sie haben nicht rechtzeitig Kontakt aufgenommen.',
    many: (count) => `${plural(count, 'Lead ist', 'Leads sind')} überfällig`,
    manyHint: 'Die Zeit für den ersten Kontakt ist abgelaufen.',
  },
  hot: {
    title: (lead) => `Heiß und wartet: ${lead}`,
    body: (why) => why,
    many: (count) => `${plural(count, 'heißer Lead wartet', 'heiße Leads warten')} auf einen Mitarbeiter`,
    manyHint: 'Zurzeit kann sie niemand übernehmen.',
  },
  inbox: {
    title: (name) => `${name} wird nicht gelesen`,
    many: (count) => `${plural(count, 'Postfach wird', 'Postfächer werden')} nicht gelesen`,
    manyHint: 'Mails, die dort eingehen, warten, bis es behoben ist.',
  },
  waits: ({ offers, waiting, overdue }) =>
    formatList([
      ...(offers > 0 ? [`${formatNumber(offers)} Ihnen angeboten`] : []),
      ...(waiting > 0 ? [`${formatNumber(waiting)} wartend`] : []),
      ...(overdue > 0 ? [`${formatNumber(overdue)} überfällig`] : []),
    ]),
}
