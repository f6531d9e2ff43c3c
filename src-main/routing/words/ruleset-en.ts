/** How parts of a ruleset and their changes are told. A span is "1 hour 30 minutes"; lists come joined. */
export const rulesetEnglish = {
  noLead: 'no lead',
  and: (parts: readonly string[]): string => parts.join(' and '),
  or: (parts: readonly string[]): string => parts.join(' or '),
  not: (condition: string): string => `not (${condition})`,
  whatLeadSays: 'what the lead says',
  skills: (list: string): string => `skilled in ${list}`,
  languages: (list: string): string => `speaking ${list}`,
  products: (list: string): string => `selling ${list}`,
  tier: (list: string): string => `of tier ${list}`,
  territory: (list: string): string => `serving ${list}`,
  everyone: 'everyone',
  nobody: 'nobody',
  reps: (reps: readonly string[]): string => reps.join(', else '),
  hold: (reason: string | null): string => (reason === null ? 'hold' : `hold: ${reason}`),
  discard: (reason: string): string => `discard: ${reason}`,
  sentTo: { nurture: 'nurture', partners: 'partners' },
  next: 'go on with the next rule',
  ownerNot: 'owners have no preference',
  ownerFirst: 'the owner first',
  ownerWait: (span: string): string => `the owner first, waiting ${span} for them`,
  ownerElse: (backup: string): string => `the owner first, else ${backup}`,
  days: (count: number): string => some(count, 'day'),
  hours: (count: number): string => some(count, 'hour'),
  minutes: (count: number): string => some(count, 'minute'),

  ruleAdded: (condition: string, destination: string, isOn: boolean): string =>
    `for ${condition}: ${destination}${isOn ? '' : '; switched off'}`,
  ruleRemoved: (condition: string, destination: string): string => `was for ${condition}: ${destination}`,
  moved: (now: number, was: number): string => `now number ${now}; was number ${was}`,
  renamed: (before: string): string => `was “${before}”`,
  switched: (isOn: boolean): string => (isOn ? 'now on' : 'now off'),
  changed: (now: string, was: string): string => `now ${now}; was ${was}`,
  conditionChanged: (now: string, was: string): string => `now for ${now}; was for ${was}`,
  asksAlso: (conditions: string): string => `now also asks: ${conditions}`,
  asksNoLonger: (conditions: string): string => `no longer asks: ${conditions}`,
  otherwiseChanged: (now: string, was: string): string => `if nobody can take it: now ${now}; was ${was}`,
  placesAdded: (places: string): string => `with ${places}`,
  placesRemoved: (places: string): string => `had ${places}`,
  nowAlso: (list: string): string => `now also ${list}`,
  noLonger: (list: string): string => `no longer ${list}`,
  exceptAlso: (list: string): string => `the exceptions now also ${list}`,
  exceptNoLonger: (list: string): string => `the exceptions no longer ${list}`,
  score: 'Score',
  scoreAdded: (attributes: number): string => `by ${some(attributes, 'attribute')}`,
  scoreRemoved: (attributes: number): string => `was by ${some(attributes, 'attribute')}`,
  grades: { hotFrom: 'Hot', warmFrom: 'Warm' },
  limitChanged: (now: number, was: number): string => `now from ${now}; was from ${was}`,
  points: (points: string, condition: string): string => `${points} for ${condition}`,
  attributeRemoved: (lines: string): string => `was ${lines}`,
  weightChanged: (now: number, was: number): string => `now weighs ${now}; was ${was}`,
  settings: {
    duplicateWindowDays: { name: 'Same person again', say: (days: number): string => `the same lead for ${some(days, 'day')}` },
    chargeOverrides: { name: 'Leads moved by hand', say: (isOn: boolean): string => (isOn ? 'cost a turn' : 'cost no turn') },
    pauseAfterMissedOffers: {
      name: 'Missed offers',
      say: (offers: number): string => (offers === 0 ? 'pause nobody' : `pause a rep after ${some(offers, 'offer')} in a row`),
    },
    oldAfterDays: { name: 'Old leads', say: (days: number): string => `start no clocks after ${some(days, 'day')}` },
    performanceWindowDays: { name: 'Win rates', say: (days: number): string => `over ${some(days, 'day')}` },
  },
  /** Parts of a destination: `none` where nothing is set. */
  parts: {
    backups: { say: (reps: string): string => `else ${reps}`, none: 'nobody else' },
    tiers: { say: (tiers: readonly string[]): string => tiers.join(', then '), none: 'no tiers' },
    shares: { none: 'no percentages' },
    shareWindowDays: { say: (days: number): string => `shares over ${some(days, 'day')}`, none: 'shares over 30 days' },
    maxLoadMultiple: {
      say: (times: number): string => `passing over whoever carries more than ${times} times the usual`,
      none: 'passing over whoever carries more than 1.5 times the usual',
    },
    dailyCapPerRep: { say: (leads: number): string => `at most ${some(leads, 'lead')} a day to each rep`, none: 'no cap a day' },
    maxWaitMinutes: {
      say: (span: string): string => `waiting at most ${span} for whose turn it is`,
      none: 'not waiting for turns',
    },
    acceptWithinMinutes: { say: (span: string): string => `to be accepted within ${span}`, none: 'theirs at once' },
    maxOffers: {
      say: (offers: number): string => `at most ${some(offers, 'offer')}`,
      none: 'as many offers as there are reps',
    },
    contactWithinMinutes: { say: (span: string): string => `first contact within ${span}`, none: 'no time for first contact' },
    contactClock: { always: 'the contact clock always runs', none: "the contact clock runs on the rep's working time" },
    remindMinutesBefore: { say: (span: string): string => `a reminder ${span} before`, none: 'no reminder' },
    ifNotContacted: { takeBack: 'taken back if not contacted', none: 'marked if not contacted' },
    releaseAfterMinutes: {
      say: (span: string): string => `given on ${span} after the rep has left`,
      none: 'kept when the rep has left',
    },
  },
}

export type RulesetWords = typeof rulesetEnglish

function some(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
