import type { RulesetChange } from '../../src-main/contract/index.ts'
import { formatList, formatNumber, plural } from './formats.ts'
import { inLanguage } from './language.ts'

export const versionsText = inLanguage('versionsText', {
  title: 'Versions',
  empty: 'Nothing was published yet.',
  version: (version: number): string => `Version ${formatNumber(version)}`,
  rules: (count: number): string => plural(count, 'rule', 'rules'),
  current: 'at work',
  back: 'Go back to this version',
  backTo: (version: number): string => `Go back to version ${formatNumber(version)}`,
  open: 'Open as draft',
  openOf: (version: number): string => `Open version ${formatNumber(version)} as draft`,
  what: 'What it changed',
  whatOf: (version: number): string => `What version ${formatNumber(version)} changed`,
  note: (version: number): string => `Version ${formatNumber(version)} again`,
  opened: (version: number): string => `Version ${formatNumber(version)} is open as your draft.`,
  differences: 'Differences between two versions',
  from: 'From',
  to: 'To',
  draft: 'Your draft',
  same: 'They are the same.',
  draftBad: 'Your draft has errors, so it cannot be compared. Mend them first.',
})

/** "Rule added", "Territory changed". */
export const changeText = inLanguage('changeText', {
  said: ({ kind, what }: Pick<RulesetChange, 'kind' | 'what'>): string => `${changedWhat[what]} ${kind}`,
})
const changedWhat: Readonly<Record<RulesetChange['what'], string>> = {
  rule: 'Rule',
  territory: 'Territory',
  score: 'Scoring',
  settings: 'Settings',
}
export const changeKind = changeText.said

export const scoringText = inLanguage('scoringText', {
  intro: 'Points for what is known of a lead come to a score of 0 to 100, and the score to a grade. Better grades go first.',
  none: {
    title: 'No scoring of its own',
    body: 'A lead keeps the score its file brings: hot from 80, warm from 50. Leads without a score have no grade.',
    start: 'Start scoring',
  },
  first: { name: 'Company size', points: 10 },
  attribute: (at: number, name: string): string => (name === '' ? `Attribute ${formatNumber(at + 1)}` : name),
  name: 'Attribute',
  weight: 'Weight',
  weightHint: 'How much it counts beside the others',
  line: (at: number): string => `Line ${formatNumber(at + 1)}`,
  when: 'When',
  points: 'Points',
  pointsUnit: ' points',
  addLine: 'Add a line',
  removeLine: (at: number): string => `Remove line ${formatNumber(at + 1)}`,
  addAttribute: 'Add an attribute',
  removeAttribute: (name: string): string => `Delete ${name}`,
  share: (percent: string): string => `${percent} of the score`,
  stop: 'Stop scoring',
  grades: 'Grades',
  hotFrom: 'Hot from',
  warmFrom: 'Warm from',
  crossed: 'Hot must begin above warm.',
  scale: (warmFrom: number, hotFrom: number): string =>
    `Cold below ${formatNumber(warmFrom)}, warm from ${formatNumber(warmFrom)}, hot from ${formatNumber(hotFrom)}`,
  preview: 'Try a lead beside this page to see its score and where it comes from.',
})

export const territoriesText = inLanguage('territoriesText', {
  intro: 'A name for several places, to be used in rules and for reps.',
  empty: 'No territories yet.',
  add: 'Add a territory',
  name: 'Name',
  places: 'Places',
  placesHint: 'Continents, countries, regions, cities, areas such as DACH, or postal codes such as DE:80',
  except: 'Except',
  remove: (name: string): string => `Delete ${name}`,
  fresh: 'New territory',
  served: (names: readonly string[]): string => `Served by ${formatList(names)}`,
  nobody: 'Nobody serves it yet. Say so under Reps.',
  used: (rules: readonly string[]): string => `Used in ${formatList(rules)}`,
})

export const rulesetSettingsText = inLanguage('rulesetSettingsText', {
  duplicateWindowDays: 'The same person within',
  duplicateWindowDaysHint:
    'Somebody who writes again so soon after their lead was last heard of is the same lead, not a new one.',
  chargeOverrides: 'A lead given by hand counts as a turn',
  chargeOverridesHint: 'Whoever is given one has had their turn; whoever loses an untouched one gets it back.',
  pauseAfterMissedOffers: 'Pause a rep after',
  pauseAfterMissedOffersHint: 'Offers in a row that nobody answered. 0 pauses nobody.',
  oldAfterDays: 'A lead is old after',
  oldAfterDaysHint: 'A lead whose own date lies further back when it arrives starts no clocks and no alarms.',
  performanceWindowDays: 'Win rates count the last',
  performanceWindowDaysHint: 'For rules that give leads to whoever wins most.',
  days: 'days',
  offers: 'missed offers',
})
