import type { reportTerms as englishTerms, tableNames as englishNames } from '../report-terms.ts'

export const reportTerms: typeof englishTerms = {
  received: {
    name: 'Eingegangene Leads',
    short: 'Eingang',
    means: 'Leads, die im Zeitraum eingegangen sind, was auch immer später aus ihnen wurde.',
  },
  leads: { name: 'Leads', means: 'Im Zeitraum eingegangene Leads, die in diese Zeile gehören.' },
  assigned: { name: 'Zugewiesen', means: 'Leads des Zeitraums, die mindestens einmal einem Mitarbeiter gegeben wurden.' },
  assignedShare: {
    name: 'Zugewiesen',
    means: 'Leads des Zeitraums, die mindestens einmal einem Mitarbeiter gegeben wurden, unter allen eingegangenen.',
  },
  attempted: {
    name: 'Versucht',
    means: 'Leads des Zeitraums, die jemand zu erreichen versucht hat. Automatische Antworten zählen nicht.',
  },
  won: { name: 'Gewonnen', means: 'Leads des Zeitraums, die bis jetzt gewonnen wurden.' },
  speedP50: {
    name: 'Reaktionszeit, Median',
    short: 'Reaktion, Median',
    means:
      'Vom Eingang bis zum ersten Versuch durch einen Menschen, Desk und Mitarbeiter zusammen. Die Hälfte der versuchten Leads war schneller. Automatische Antworten zählen nicht.',
  },
  speedP95: {
    name: 'Reaktionszeit, 95. Perzentil',
    short: 'Reaktion, 95. Perzentil',
    means:
      'Vom Eingang bis zum ersten Versuch durch einen Menschen. 95 von 100 versuchten Leads waren schneller: das langsame Ende, das ein Durchschnitt verdecken würde.',
  },
  withinFiveShare: {
    name: 'Innerhalb von 5 Minuten versucht',
    short: 'In 5 Min.',
    means:
      'Leads, die ein Mensch innerhalb von 5 Minuten nach Eingang zu erreichen versucht hat, unter allen eingegangenen. Auch wen niemand versucht hat, zählt mit.',
  },
  assignP50: {
    name: 'Zeit bis zur Zuweisung, Median',
    short: 'Zuweisung, Median',
    means: 'Vom Eingang bis zur ersten Zuweisung: der Anteil des Desks an der Wartezeit. Die Hälfte der Leads war schneller.',
  },
  assignP95: {
    name: 'Zeit bis zur Zuweisung, 95. Perzentil',
    short: 'Zuweisung, 95. Perzentil',
    means: 'Vom Eingang bis zur ersten Zuweisung: der Anteil des Desks an der Wartezeit. 95 von 100 Leads waren schneller.',
  },
  responseP50: {
    name: 'Antwort der Mitarbeiter, Median',
    short: 'Antwort, Median',
    means:
      'Von der Zuweisung bis zum ersten Versuch, in der Arbeitszeit des Mitarbeiters: der menschliche Anteil an der Wartezeit, damit niemandem ein Lead angelastet wird, der spät oder nachts kam. Die Hälfte war schneller.',
  },
  responseP95: {
    name: 'Antwort der Mitarbeiter, 95. Perzentil',
    short: 'Antwort, 95. Perzentil',
    means: 'Von der Zuweisung bis zum ersten Versuch, in der Arbeitszeit des Mitarbeiters. 95 von 100 waren schneller.',
  },
  contactP50: {
    name: 'Zeit bis Erstkontakt, Median',
    means:
      'Vom Eingang bis zum ersten Gespräch oder zur ersten Antwort: Ein Versuch allein ist kein Kontakt. Die Hälfte der erreichten Leads war schneller.',
  },
  contactP95: {
    name: 'Zeit bis Erstkontakt, 95. Perzentil',
    means: 'Vom Eingang bis zum ersten Gespräch oder zur ersten Antwort. 95 von 100 erreichten Leads waren schneller.',
  },
  notTried: { name: 'Noch nicht versucht', means: 'Leads des Zeitraums, die bisher niemand zu erreichen versucht hat.' },
  leadsShare: { name: 'Anteil der Leads', short: 'Anteil', means: 'Leads dieser Zeile unter allen im Zeitraum eingegangenen.' },
  qualifiedShare: {
    name: 'Qualifiziert',
    means: 'Leads, die irgendwann qualifiziert waren, unter den im Zeitraum eingegangenen. Unter 10 Leads verborgen.',
  },
  wonShare: {
    name: 'Gewonnen von eingegangenen',
    short: 'Gewonnen',
    means: 'Bis jetzt gewonnene Leads unter den im Zeitraum eingegangenen. Unter 10 Leads verborgen.',
  },
  winRate: {
    name: 'Gewonnen von entschiedenen',
    short: 'Von entschiedenen',
    means:
      'Gewonnene Leads unter den gewonnenen und verlorenen: was aus Leads wird, über die entschieden ist. Unter 10 Leads verborgen.',
  },
  made: {
    name: 'Angebote',
    means:
      'Wie oft im Zeitraum ein Mitarbeiter gefragt wurde, ob er einen Lead annimmt; wird ein Lead mehreren zugleich angeboten, zählt jeder.',
  },
  accepted: { name: 'Angenommen', means: 'Angebote, die der Mitarbeiter rechtzeitig angenommen hat.' },
  declined: { name: 'Abgelehnt', means: 'Angebote, zu denen der Mitarbeiter Nein gesagt hat.' },
  expired: { name: 'Verfallen', means: 'Angebote, auf die niemand rechtzeitig geantwortet hat.' },
  withdrawn: {
    name: 'Zurückgezogen',
    means: 'Angebote, die der Desk oder die Leitung vor einer Antwort zurückgenommen hat, etwa weil ein anderer schneller war.',
  },
  acceptanceRate: {
    name: 'Angenommene Angebote',
    short: 'Angenommen',
    means: 'Angenommene Angebote unter allen gemachten. Unter 10 Angeboten verborgen.',
  },
  acceptP50: {
    name: 'Zeit bis zur Annahme, Median',
    short: 'Annahme, Median',
    means: 'Vom Angebot bis zur Annahme. Die Hälfte der angenommenen Angebote war schneller.',
  },
  withClock: {
    name: 'Leads mit Frist',
    short: 'Mit Frist',
    means: 'Leads mit einer Frist für den ersten Kontakt. Jeder zählt einmal.',
  },
  breached: { name: 'Zu spät', means: 'Leads, deren Frist für den ersten Kontakt abgelaufen ist.' },
  breachRate: {
    name: 'Versäumte Fristen',
    short: 'Versäumt',
    means: 'Leads mit abgelaufener Frist unter denen, die eine hatten. Unter 10 Leads verborgen.',
  },
  overdueNow: {
    name: 'Jetzt überfällig',
    means: 'Leads, deren Frist abgelaufen ist und die noch immer niemand versucht hat, wann auch immer sie kamen.',
  },
  reroutedShare: {
    name: 'Weitergegeben',
    means: 'Leads, die mehr als einmal angeboten oder gegeben wurden, unter allen zugewiesenen. Unter 10 Leads verborgen.',
  },
  times: { name: 'Anzahl', means: 'Wie oft im Zeitraum ein Lead aus diesem Grund zu jemand anderem ging.' },
  leaked: {
    name: 'Liegen geblieben',
    means:
      'Offene Leads, die nach 8 Arbeitsstunden des Teams niemand versucht hat, ob mit oder ohne zuständigen Mitarbeiter: Keiner hat sie aufgenommen.',
  },
  leakRate: {
    name: 'Anteil liegen geblieben',
    means:
      'Offene Leads, die nach 8 Arbeitsstunden des Teams niemand versucht hat, unter allen, die so lange hier sind. Unter 10 Leads verborgen.',
  },
  noOwner: { name: 'Bei niemandem', means: 'Leads, die niemandem gehören.' },
  'leakage.noOwner': {
    name: 'Liegen geblieben bei niemandem',
    short: 'Bei niemandem',
    means: 'Von den liegen gebliebenen Leads die, die niemandem gehören.',
  },
  'leakage.notTried': {
    name: 'Liegen geblieben bei Mitarbeitern',
    means: 'Von den liegen gebliebenen Leads die, deren Mitarbeiter sie nicht versucht hat.',
  },
  dealValue: {
    name: 'Durchschnittlicher Abschluss',
    short: 'Abschluss im Schnitt',
    means: 'Was ein gewonnener Lead im Schnitt wert war. Leads in anderer Währung bleiben außen vor.',
  },
  cycle: { name: 'Zeit bis zum Abschluss', means: 'Vom Eingang bis zum Gewinn, im Durchschnitt.' },
  velocity: {
    name: 'Verkaufstempo je Tag',
    short: 'Tempo je Tag',
    means:
      'Im Zeitraum bearbeitete Leads × durchschnittlicher Abschluss × Gewinnquote ÷ Tage bis zum Abschluss: das Geld, das das Team am Tag bewegt. „Bearbeitet“ heißt versucht oder weiter; andere Quellen zählen stattdessen offene Leads.',
  },
  jain: {
    name: 'Gleichmaß der Leads',
    means:
      'Jains Index der Leads nach Gewicht: 1, wenn alle gleich viel für ihr Gewicht haben, weniger, je mehr einer nimmt. 12, 9 und 9 Leads ergeben 0,98; 20, 10 und keiner 0,6.',
  },
  jainValue: {
    name: 'Gleichmaß des Werts',
    means: 'Jains Index des Werts der Leads nach Gewicht. Die Zahlen können gleich sein, die guten Leads trotzdem nicht.',
  },
  largestGap: {
    name: 'Größte Abweichung',
    means: 'Die Abweichung des Mitarbeiters, der am weitesten von seinem fairen Anteil entfernt ist, in Leads.',
  },
  given: {
    name: 'Erhalten',
    means: 'Leads, die Regeln diesem Mitarbeiter an den Tagen des Zeitraums gaben. Was jemand von Hand gab, ist nicht dabei.',
  },
  expected: {
    name: 'Fairer Anteil',
    means:
      'Was der Mitarbeiter hätte bekommen sollen: für jeden Lead sein Gewicht unter den Gewichten derer, die ihn hätten bekommen können. Wer abwesend oder ausgelastet war, schuldet nichts.',
  },
  gap: {
    name: 'Abweichung',
    means: 'Erhaltene Leads weniger fairer Anteil. Über 0: mehr als fällig. Neben der verfügbaren Zeit zu lesen.',
  },
  gapShare: { name: 'Abweichung in %', means: 'Die Abweichung als Teil des fairen Anteils.' },
  value: { name: 'Wert', means: 'Was die erhaltenen Leads zusammen wert waren; ihre Punktzahl, wo sie keinen Wert haben.' },
  weight: { name: 'Gewicht', means: 'Wie groß der Anteil des Mitarbeiters an den Leads sein soll.' },
  availableShare: {
    name: 'Verfügbare Zeit',
    short: 'Verfügbar',
    means:
      'Zeit, in der der Mitarbeiter während der Schicht verfügbar war, unter allen Schichtstunden. Sie gehört zu jeder Zahl über einen Menschen.',
  },
  arrivals: {
    name: 'Eingänge',
    means: 'Zeilen, Mails und Formulare, die hereinkamen, ob sie einen neuen Lead ergaben oder einen bekannten trafen.',
  },
  matched: { name: 'Schon bekannt', means: 'Eingänge, die sich als ein schon bekannter Lead herausstellten.' },
  duplicateRate: { name: 'Dubletten', means: 'Schon bekannte Eingänge unter allen. Unter 10 Eingängen verborgen.' },
  suspected: {
    name: 'Betrugsverdacht',
    short: 'Verdacht',
    means:
      'Leads mit Anzeichen von Betrug: Wegwerfadressen, viele von einer Nummer, Formulare, die schneller ausgefüllt waren, als ein Mensch kann.',
  },
  filtered: {
    name: 'Nicht zu Mitarbeitern',
    means: 'Leads, die ein Filter verworfen, für später zurückgelegt oder einem Partner gegeben hat.',
  },
  discarded: { name: 'Verworfen', means: 'Leads, die diese Regel verworfen hat.' },
  nurture: { name: 'Zum Anwärmen', means: 'Leads, die diese Regel zum Anwärmen zurückgelegt hat.' },
  partner: { name: 'Partner', means: 'Leads, die diese Regel einem Partner gegeben hat.' },
  mails: { name: 'Mails', means: 'Mails, die aus diesem Grund kein Lead waren.' },
  shift: {
    name: 'Zeit in Schicht',
    short: 'Schicht',
    means: 'Arbeitszeit der Mitarbeiter im Zeitraum, ohne freie Zeit und Feiertage.',
  },
  available: { name: 'Verfügbar', means: 'Zeit in Schicht, in der der Mitarbeiter für Leads verfügbar war.' },
  busy: { name: 'Beschäftigt', means: 'Zeit in Schicht, in der sich der Mitarbeiter als beschäftigt gemeldet hatte.' },
  away: { name: 'Abwesend', means: 'Zeit in Schicht, in der sich der Mitarbeiter als abwesend gemeldet hatte.' },
}

export const tableNames: typeof englishNames = {
  overviewByDay: 'Leads nach Tag',
  speedBands: 'Was Tempo bringt',
  speedByDay: 'Tempo nach Tag',
  speedByRep: 'Tempo nach Mitarbeiter',
  speedBySource: 'Tempo nach Quelle',
  speedByRule: 'Tempo nach Regel',
  offersByRep: 'Angebote nach Mitarbeiter',
  offersByRule: 'Angebote nach Regel',
  breachesByRep: 'Fristen nach Mitarbeiter',
  breachesByRule: 'Fristen nach Regel',
  rerouteReasons: 'Warum Leads weitergingen',
  leakByDay: 'Liegen geblieben nach Tag',
  leakBySource: 'Liegen geblieben nach Quelle',
  leakByRep: 'Liegen geblieben nach Mitarbeiter',
  leakByRule: 'Liegen geblieben nach Regel',
  conversionBySource: 'Abschlüsse nach Quelle',
  conversionByRep: 'Abschlüsse nach Mitarbeiter',
  conversionByRule: 'Abschlüsse nach Regel',
  fairnessByRep: 'Anteil und Zeit nach Mitarbeiter',
  intakeBySource: 'Eingang nach Quelle',
  filtersByRule: 'Was Filter zurückhielten',
  ignoredMails: 'Mails, die kein Lead waren',
  availabilityByRep: 'Zeit nach Mitarbeiter',
}
