/** What is wrong or doubtful in a ruleset (R8). A name or value comes cut to a length that fits a sentence. */
export const findingsEnglish = {
  ruleNumber: (number: number): string => `rule ${number}`,
  more: (count: number): string => `${count} more like these are not listed`,

  tooManyConditions: (most: number): string => `more than ${most} conditions in one rule`,
  conditionsTooDeep: (most: number): string => `conditions are nested more than ${most} deep`,
  noCondition: 'a condition is { "field", "op", "value" }, or a list under "all" or "any", or one under "not"',
  notBeside: (key: string, kind: string): string => `“${key}” cannot stand beside “${kind}”`,
  takesConditions: (kind: string): string => `“${kind}” takes a list of conditions`,
  noConditions: (kind: string): string => `“${kind}” has no conditions; leave it out, or name one`,
  noPartOfCondition: (key: string): string => `“${key}” is no part of a condition: field, op, value`,
  fieldNeeded: 'a condition names its field',
  unknownField: (field: string): string => `there is no field “${field}”; a column of your own is written “custom.${field}”`,
  unknownOperator: (operator: string, field: string, known: string): string =>
    `there is no operator “${operator}”; ${field} takes ${known}`,
  wrongOperator: (operator: string, field: string, type: string, known: string): string =>
    `“${operator}” does not fit ${field} (a ${type}); it takes ${known}`,
  valueNotWanted: (operator: string): string => `“${operator}” takes no value`,
  valueNeeded: (operator: string): string => `“${operator}” needs a value`,
  noValues: 'the list of values is empty',
  tooManyValues: (count: number, most: number): string => `${count} values; the most is ${most}`,
  valuesAre: 'values are texts, numbers, or true and false',
  trueOrFalse: (field: string): string => `${field} is true or false`,
  valueTooLong: (value: string, most: number): string => `“${value}” is longer than ${most} characters`,
  valueBlank: 'a value is blank',
  badPattern: (pattern: string, reason: string): string => `“${pattern}” is no pattern: ${reason}`,
  oneOf: (field: string, known: string, value: string): string => `${field} is one of ${known}; “${value}” is none of them`,
  noWeekday: (value: string): string => `“${value}” is no weekday; write mon, tue, wed, thu, fri, sat or sun`,
  noCountry: (place: string): string => `“${place}” is no country; “within” and “notWithin” take areas, regions and towns`,
  unknownPlace: (place: string, isTown: boolean): string =>
    `“${place}” is no place the desk knows; ${isTown ? 'it is taken for a town' : `only a lead that says “${place}” itself will match`}`,
  misspeltPlace: (place: string, near: string): string =>
    `“${place}” is no place the desk knows; did you mean “${near}”? A town is written with its country: “${place}, DE”`,
  postalRange: (from: string, to: string): string =>
    `postal codes are given by how they begin, one by one: “${from}”, …, “${to}”`,
  valueCount: (operator: string, isTwo: boolean): string =>
    `“${operator}” takes ${isTwo ? 'two values: from and to' : 'one value'}`,
  noDate: (value: string): string => `“${value}” is no date; write 2026-11-21`,
  notCompared: (field: string, value: string): string => `${field} is compared with a number, not with “${value}”`,
  noNumber: (value: string): string => `${value} is no number`,
  noHour: (field: string, value: string): string => `${field} is a whole hour from 0 to 23; ${value} never comes`,
  nothingBetween: (from: string, to: string): string => `nothing lies between ${from} and ${to}; write the smaller one first`,

  neverMatches: 'its conditions contradict each other: no lead can meet them all',
  shadowedBy: (names: readonly string[], more: number): string =>
    names.length === 1
      ? `${names[0]!} above takes every lead this rule could`
      : `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''} above together take every lead this rule could`,
  unreachable: (name: string, email: string): string => `no rule can reach ${name} (${email})`,
  gapUnknown:
    'no rule is for every lead, and whether the others leave none out is more than can be worked out; add one at the end',
  someLeads: (words: string | null, example: string): string =>
    words === null ? `some leads, for example ${example}` : `leads of which ${words}, for example ${example}`,
  noRuleAtAll: 'no rule matches; leads wait for a manager',
  noRuleFor: (which: string): string => `no rule matches ${which}; they wait for a manager`,
  nobodyKeeps: (rule: string, which: string): string =>
    `when nobody in “${rule}” can take a lead it goes on down, and no rule below keeps it: ${which}`,
  anyLead: 'any lead',
  leadWith: (parts: string): string => `one with ${parts}`,
  withValue: (field: string, value: string): string => `${field} ${value}`,
  withNo: (field: string): string => `no ${field}`,
  both: (parts: readonly string[]): string => parts.join(' and '),

  nothingLeft: (destination: string): string => `“${destination}” takes every lead, so nothing is left for “otherwise”`,
  sameReps: 'these are the same reps as before: when none of them can take a lead, none can here',
  notSetUp: (destination: string): string => `“${destination}” is not set up yet`,
  unknownRep: (email: string): string => `there is no rep ${email}`,
  askedAlready: (email: string): string => `${email} is asked already; being their own backup changes nothing`,
  poolEmpty: (pool: string, teams: string): string => `there is nobody in ${pool}${teams === '' ? '' : `; teams are ${teams}`}`,
  capZero: 'with a cap of 0 nobody could ever get a lead by this rule',
  waitNeeds: '“wait” needs to know how many minutes',
  waitOnly: (given: string): string => `waitMinutes belongs to “wait”, and this says “${given}”`,
  backupNeeds: '“backup” needs the e-mail address of who stands in',
  backupOnly: (given: string): string => `backup belongs to “backup”, and this says “${given}”`,
  allWeightless: (pool: string): string => `everyone in ${pool} has weight 0: not in rotation`,
  weightless: (names: string, more: number, count: number): string =>
    `${names}${more > 0 ? ` and ${more} more` : ''} ${count > 1 ? 'have' : 'has'} weight 0: not in rotation`,
  wrongMethod: (key: string, method: string, given: string): string =>
    `${key} belongs to “${method}”, and this rule gives by “${given}”`,
  tiersNeeded: '“tiers” needs its tiers: parts of the pool, in order',
  tierEmpty: (pool: string): string => `nobody of the pool is in ${pool}`,
  tierWeightless: (pool: string): string => `everyone of the pool in ${pool} has weight 0: not in rotation`,
  sharesNeeded: '“share” needs percentages by e-mail address',
  sharedAlready: (email: string): string => `${email} has a share already`,
  outsidePool: (name: string): string => `${name} is not in the pool, and can have no share of it`,
  noShares: 'the list of shares is empty',
  sharesZero: 'all shares are 0: nobody could get a lead',
  sharesAbove: (sum: number): string => `the shares come to ${sum}%, more than all there is`,
  clockNeeded: (key: string): string => `${key} needs contactWithinMinutes: without it there is no clock`,
  reminderLate: (before: number, within: number): string =>
    `a reminder ${before} minutes before is not within the ${within} minutes`,
  offersNeeded: 'maxOffers needs acceptWithinMinutes: without it the lead is theirs at once',
  wholeTeam: 'the team',
  poolPart: (key: string, values: string): string => `${key} ${values}`,

  ruleNameTaken: (name: string): string => `another rule is called “${name}” already`,
  warmAboveHot: (warm: number, hot: number): string => `warm begins at ${warm}, above hot at ${hot}: no lead could be warm`,
  territoryNameTaken: (name: string): string => `another territory is called “${name}” already`,
  exceptsNothing: (place: string, territory: string): string =>
    `“${place}” is in none of the places of “${territory}”; leaving it out changes nothing`,
  takenForTown: (place: string): string =>
    `“${place}” is no country, region, area or territory the desk knows; it is taken for a town`,
  territoriesRound: (names: string): string => `the territories ${names} contain each other`,
  territoriesTooDeep: (most: number): string => `territories name each other more than ${most} deep`,

  documentTooLarge: (most: number): string => `the file has more than ${most} values`,
  textTooLong: (length: number, most: number): string => `a text of ${length} characters; the most is ${most}`,
  noSuchType: (type: string): string => `a ${type} cannot stand in a ruleset`,
  containsItself: 'it contains itself, and would never end',
  tooDeep: (most: number): string => `it is nested more than ${most} levels deep`,
  noName: (name: string): string => `“${name}” is no name for anything`,
  unknownKeys: (keys: string): string => `unknown: ${keys}`,
  emptyList: 'the list is empty',
  emptyText: 'it is empty',
  atLeast: (least: string): string => `it must be at least ${least}`,
  moreThan: (most: string): string => `more than ${most}`,
  atMost: (most: string): string => `it must be at most ${most}`,
  /** What the schema says of a value of the wrong kind: `expected` names what it wants, in words of the file, where it knows. */
  wrongShape: (message: string, _expected: string): string =>
    message
      .replace(/^Invalid input: /, '')
      .replace(
        /^Invalid discriminator value\. Expected (.*)$/,
        (_, words: string) => `it must be one of ${words.replaceAll("'", '').replaceAll(' | ', ', ')}`,
      ),
}

export type FindingWords = typeof findingsEnglish
