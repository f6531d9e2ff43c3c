import type { DeskWords } from './en.ts'
import { findingsGerman } from './findings-de.ts'
import { rulesetGerman } from './ruleset-de.ts'

const FIELDS: Readonly<Record<string, string>> = {
  name: 'Name',
  firstName: 'Vorname',
  lastName: 'Nachname',
  email: 'E-Mail',
  email2: 'Zweite E-Mail',
  phone: 'Telefon',
  phone2: 'Zweites Telefon',
  company: 'Firma',
  title: 'Position',
  website: 'Website',
  industry: 'Branche',
  address: 'Adresse',
  city: 'Ort',
  region: 'Region',
  postalCode: 'Postleitzahl',
  country: 'Land',
  language: 'Sprache',
  product: 'Produkt',
  message: 'Nachricht',
  source: 'Quelle',
  owner: 'Betreuer laut Datei',
  externalId: 'Externe Nummer',
  currency: 'Währung',
  employees: 'Zahl der Beschäftigten',
  revenue: 'Umsatz',
  value: 'Auftragswert',
  score: 'Punktzahl',
  territory: 'Gegend',
  tags: 'Schlagwörter',
  stage: 'Phase',
  grade: 'Einstufung',
  customerStatus: 'Kundenstatus',
  direction: 'Richtung',
  emailDomain: 'E-Mail-Domain',
  isFreeMail: 'Private E-Mail',
  isDuplicate: 'Mögliche Dublette',
  receivedAt: 'Eingangsdatum',
  'receivedAt.weekday': 'Wochentag des Eingangs',
  'receivedAt.hour': 'Stunde des Eingangs',
  localHour: 'Stunde am Ort des Leads',
}

export const german: DeskWords = {
  operators: {
    is: 'ist',
    isNot: 'ist nicht',
    in: 'ist eines von',
    notIn: 'ist keines von',
    contains: 'enthält',
    startsWith: 'beginnt mit',
    endsWith: 'endet mit',
    matches: 'passt zum Muster',
    eq: 'ist',
    ne: 'ist nicht',
    lt: 'liegt unter',
    lte: 'ist höchstens',
    gt: 'liegt über',
    gte: 'ist mindestens',
    between: 'liegt zwischen',
    hasAny: 'enthält eines von',
    hasAll: 'enthält alle von',
    hasNone: 'enthält keines von',
    within: 'liegt in',
    notWithin: 'liegt nicht in',
    isEmpty: 'ist leer',
    isPresent: 'ist ausgefüllt',
  },
  negated: {
    contains: 'enthält nicht',
    startsWith: 'beginnt nicht mit',
    endsWith: 'endet nicht mit',
    matches: 'passt nicht zum Muster',
    between: 'liegt nicht zwischen',
    hasAll: 'enthält nicht alle von',
  },
  field: (field) => FIELDS[field] ?? field,
  range: (values) => values.join(' und '),
  actual: (value) => ` (hier: ${value})`,
  actualEmpty: ' (hier: leer)',

  everyLead: 'jeder Lead',

  ruleNumber: (number) => `Regel ${number}`,
  rep: (repId) => `Mitarbeiter ${repId}`,
  switchedOff: 'ausgeschaltet',
  nobodyCould: 'niemand konnte ihn nehmen',

  reasons: {
    inactive: 'nicht aktiv',
    draining: 'nimmt keine neuen Leads',
    paused: 'pausiert',
    away: 'abwesend',
    busy: 'beschäftigt',
    'time-off': 'im Urlaub oder frei',
    'outside-hours': 'außerhalb der Arbeitszeit',
    'missing-skill': 'ohne die verlangte Kenntnis',
    'missing-language': 'ohne die verlangte Sprache',
    'missing-product': 'ohne das verlangte Produkt',
    'outside-territory': 'nicht für diese Gegend zuständig',
    'outside-tier': 'nicht in der verlangten Stufe',
    'at-capacity': 'ausgelastet',
    'at-daily-cap': 'an der Obergrenze für heute',
    'at-hourly-cap': 'an der Obergrenze für diese Stunde',
    'at-rule-cap': 'an der Obergrenze dieser Regel',
    'already-offered': 'schon gefragt',
    'weight-zero': 'nicht in der Verteilung',
  },
  withLoad: (reason, open, capacity) => `${reason} (${open} von ${capacity})`,
  until: (reason, time) => `${reason} bis ${time}`,

  assigned: (name, isStored, rule, how) =>
    `${name ?? 'Niemand'} ${isStored ? 'bekam' : 'bekäme'} diesen Lead nach Regel ${quoted(rule)}: ${how}.`,
  offered: (names, isStored, rule, how) =>
    `Nach Regel ${quoted(rule)} ${isStored ? 'wurde' : 'würde'} der Lead angeboten: ${listed(names) || 'niemandem'}; ${how}.`,
  noRuleMatched: 'Keine Regel passte, deshalb wartet der Lead auf die Leitung.',
  heldByRule: (rule, reason) => `Regel ${quoted(rule)} hält den Lead zurück${reason ? `: ${reason}` : ''}.`,
  poolEmpty: (rule, pool) => `Regel ${quoted(rule)} passte, aber in ${pool ?? 'ihrem Pool'} ist niemand.`,
  waitingForOwner: (rule, owner) =>
    `Der Lead wartet auf ${owner ?? 'den Betreuer'}: zuständig für dieselbe Person oder Firma und gerade nicht da (Regel ${quoted(rule)}).`,
  waitingForShare: (rule, pool) =>
    `Regel ${quoted(rule)} passte, aber alle, die von ${pool ?? 'ihrem Pool'} da sind, haben mehr als ihren Anteil; der Lead wartet auf die anderen.`,
  nobodyAccepted: (rule, pool) =>
    `Regel ${quoted(rule)} hat den Lead angeboten, und in ${pool ?? 'ihrem Pool'} hat niemand angenommen: Die Leitung sollte ihn ansehen.`,
  nobodyEligible: (rule, pool) => `Regel ${quoted(rule)} passte, aber in ${pool ?? 'ihrem Pool'} kann ihn gerade niemand nehmen.`,
  discarded: (rule, reason) => `Regel ${quoted(rule)} hat den Lead verworfen: ${reason ?? 'kein Grund angegeben'}.`,
  sentTo: (rule, outcome) =>
    outcome === 'nurture'
      ? `Regel ${quoted(rule)} hat den Lead auf Wiedervorlage gelegt.`
      : `Regel ${quoted(rule)} hat den Lead an Partner gegeben.`,

  how: {
    named: 'von der Regel genannt und frei',
    owner: 'zuständig für dieselbe Person oder Firma',
    onlyOne: 'als Einziger frei',
    leastLoaded: (of) => `geringste Last von ${of}`,
    longestIdle: (of) => `am längsten ohne Lead von ${of}`,
    topPerformer: (of) => `beste Abschlussquote von ${of}`,
    share: (of) => `am weitesten hinter dem Anteil von ${of}`,
    claim: 'wer zuerst annimmt, bekommt ihn',
    turn: (of) => `als Nächster an der Reihe von ${of}`,
  },
  stands: (names, _, reasons) => `${listed(names)}: ${reasons}`,
  moreStand: (count) => `${count} weitere konnten ihn nicht nehmen`,
  moreNames: (count) => `${count} weitere`,
  basis: {
    share: (leads) => `${Math.abs(leads).toFixed(1).replace('.', ',')} Leads ${leads < 0 ? 'über dem' : 'hinter dem'} Anteil`,
    wins: (share) => `gewinnt mindestens ${(share * 100).toFixed(0)} %`,
    noneYet: 'noch keinen bekommen',
    lastGiven: (time) => `zuletzt bekommen: ${time}`,
  },
  tie: (names, winner) =>
    `${names.join(', ')} lagen gleichauf; wer davon am längsten keinen Lead bekam, kommt zuerst: ${winner}.`,

  byHand: (rep, before) => `${rep} bekam diesen Lead von Hand. Davor: ${before}`,
  putByHand: (detail, before) => `Der Lead wurde von Hand hierher gelegt${detail ? ` (${detail})` : ''}. Davor: ${before}`,
  isHeld: (detail) => `Der Lead ist zurückgehalten${detail ? `: ${detail}` : ''}. Noch wurde keine Regel gefragt.`,
  isPutByHand: (detail) => `Der Lead wurde von Hand hierher gelegt${detail ? `: ${detail}` : ''}.`,
  sameWay: (sentence) => `Es wäre genauso gekommen. ${sentence}`,

  methods: {
    'round-robin': 'reihum',
    weighted: 'nach Gewicht',
    'least-loaded': 'an den mit der geringsten Last',
    'longest-idle': 'an den, der am längsten gewartet hat',
    'top-performer': 'an den mit den meisten Abschlüssen',
    tiers: 'in Stufen',
    claim: 'an den, der zuerst annimmt',
    share: 'nach Anteil',
  },
  assumptions: {
    claims: 'Ein mehreren angebotener Lead geht an den von ihnen mit den wenigsten offenen Leads.',
    fileNow:
      'Die Datei wird jetzt importiert, auf den Desk, wie er ist: Mitarbeiter, ihre offenen Leads, Reihenfolge und was wartet.',
    trickle: 'Leads, die nach und nach kommen sollen, kommen alle auf einmal.',
    fileOffers: 'Angebote zählen für den Mitarbeiter, dem sie gemacht werden.',
    fileClocks:
      'Wie schnell diese Leads beantwortet würden, ist nicht bekannt; überschrittene Fristen werden deshalb nicht gezählt.',
    pastReps:
      'Die Mitarbeiter sind, wie sie heute sind: Arbeitszeit, freie Zeit, Gewichte, Obergrenzen, Kenntnisse. Wer aktiv und nicht pausiert ist, ist verfügbar.',
    pastStart:
      'Zu Beginn hat niemand offene Leads, und die Reihe beginnt ausgeglichen. Bekannte Betreuer von Personen und Firmen sind die von heute.',
    pastClosed: 'Ein Lead wird geschlossen, wann er damals geschlossen wurde, und bleibt offen, wenn er es nie wurde.',
    pastOffers: 'Angebote werden sofort angenommen.',
    pastClocks:
      'Ein Lead wird so lange nach der Vergabe beantwortet wie damals. Einer, der es nie wurde, braucht die übliche Zeit: den Median der anderen.',
    pastWins: 'Abschlussquoten sind die von heute.',
  },
  quoted,
  findings: findingsGerman,
  ruleset: rulesetGerman,
}

function quoted(rule: string | null): string {
  return rule === null ? '' : `„${rule}“`
}

function listed(names: readonly string[]): string {
  return names.length <= 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} und ${names.at(-1)}`
}
