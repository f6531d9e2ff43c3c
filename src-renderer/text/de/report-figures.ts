import { formatNumber } from '../formats.ts'
import type { figuresText as english } from '../report-figures.ts'

export const figuresText: typeof english = {
  notMeasured: '–',
  nothing: 'nichts gemessen',
  tooFew: 'zu wenige',
  tooFewOf: (of, least, what) =>
    `Nur ${formatNumber(of)} ${what}: Ein Anteil von weniger als ${least} sagt mehr über den Zufall als über die Arbeit.`,
  of: (count, what) => `von ${count} ${what}`,
  ofWhat: { leads: 'Leads', offers: 'Angeboten', arrivals: 'Eingängen', reps: 'Mitarbeitern', decided: 'entschiedenen' },
  ofHours: (hours) => `von ${hours}`,
  underASecond: '< 1 Sek.',
  change: {
    faster: (by) => `${by} schneller`,
    slower: (by) => `${by} langsamer`,
    more: (by) => `${by} mehr`,
    fewer: (by) => `${by} weniger`,
    less: (by) => `${by} weniger`,
    higher: (by) => `${by} höher`,
    lower: (by) => `${by} niedriger`,
    same: 'unverändert',
    points: (by) => `${by} Punkte`,
    before: (value) => `vorher: ${value}`,
    better: 'besser',
    worse: 'schlechter',
    cannot: 'kein früherer Wert',
    otherCurrency: 'früherer Wert in anderer Währung',
  },
}
