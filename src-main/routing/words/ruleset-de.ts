import type { RulesetWords } from './ruleset-en.ts'

export const rulesetGerman: RulesetWords = {
  noLead: 'kein Lead',
  and: (parts) => parts.join(' und '),
  or: (parts) => parts.join(' oder '),
  not: (condition) => `nicht (${condition})`,
  whatLeadSays: 'was der Lead sagt',
  skills: (list) => `mit Kenntnissen in ${list}`,
  languages: (list) => `mit Sprache ${list}`,
  products: (list) => `verkauft ${list}`,
  tier: (list) => `Stufe ${list}`,
  territory: (list) => `zuständig für ${list}`,
  everyone: 'alle',
  nobody: 'niemand',
  reps: (reps) => reps.join(', sonst '),
  hold: (reason) => (reason === null ? 'zurückhalten' : `zurückhalten: ${reason}`),
  discard: (reason) => `verwerfen: ${reason}`,
  sentTo: { nurture: 'Wiedervorlage', partners: 'Partner' },
  next: 'weiter mit der nächsten Regel',
  ownerNot: 'Betreuer ohne Vorrang',
  ownerFirst: 'zuerst der Betreuer',
  ownerWait: (span) => `zuerst der Betreuer, Wartezeit auf ihn: ${span}`,
  ownerElse: (backup) => `zuerst der Betreuer, sonst ${backup}`,
  days: (count) => some(count, 'Tag', 'Tage'),
  hours: (count) => some(count, 'Stunde', 'Stunden'),
  minutes: (count) => some(count, 'Minute', 'Minuten'),

  ruleAdded: (condition, destination, isOn) => `für ${condition}: ${destination}${isOn ? '' : '; ausgeschaltet'}`,
  ruleRemoved: (condition, destination) => `war für ${condition}: ${destination}`,
  moved: (now, was) => `jetzt Nummer ${now}; vorher Nummer ${was}`,
  renamed: (before) => `hieß „${before}“`,
  switched: (isOn) => (isOn ? 'jetzt eingeschaltet' : 'jetzt ausgeschaltet'),
  changed: (now, was) => `jetzt: ${now}; vorher: ${was}`,
  conditionChanged: (now, was) => `jetzt für ${now}; vorher für ${was}`,
  asksAlso: (conditions) => `verlangt jetzt auch: ${conditions}`,
  asksNoLonger: (conditions) => `verlangt nicht mehr: ${conditions}`,
  otherwiseChanged: (now, was) => `wenn niemand ihn nehmen kann, jetzt: ${now}; vorher: ${was}`,
  placesAdded: (places) => `mit ${places}`,
  placesRemoved: (places) => `hatte ${places}`,
  nowAlso: (list) => `jetzt auch ${list}`,
  noLonger: (list) => `nicht mehr ${list}`,
  exceptAlso: (list) => `ausgenommen jetzt auch ${list}`,
  exceptNoLonger: (list) => `nicht mehr ausgenommen ${list}`,
  score: 'Bewertung',
  scoreAdded: (attributes) => `nach ${some(attributes, 'Merkmal', 'Merkmalen')}`,
  scoreRemoved: (attributes) => `war nach ${some(attributes, 'Merkmal', 'Merkmalen')}`,
  grades: { hotFrom: 'Heiß', warmFrom: 'Warm' },
  limitChanged: (now, was) => `jetzt ab ${now}; vorher ab ${was}`,
  points: (points, condition) => `${points} für ${condition}`,
  attributeRemoved: (lines) => `war ${lines}`,
  weightChanged: (now, was) => `Gewicht jetzt ${now}; vorher ${was}`,
  settings: {
    duplicateWindowDays: {
      name: 'Dieselbe Person noch einmal',
      say: (days) => `derselbe Lead ${some(days, 'Tag', 'Tage')} lang`,
    },
    chargeOverrides: { name: 'Von Hand vergebene Leads', say: (isOn) => (isOn ? 'kosten eine Runde' : 'kosten keine Runde') },
    pauseAfterMissedOffers: {
      name: 'Verpasste Angebote',
      say: (offers) =>
        offers === 0
          ? 'pausieren niemanden'
          : `pausieren einen Mitarbeiter nach ${some(offers, 'Angebot', 'Angeboten')} in Folge`,
    },
    oldAfterDays: { name: 'Alte Leads', say: (days) => `keine Fristen nach ${some(days, 'Tag', 'Tagen')}` },
    performanceWindowDays: { name: 'Abschlussquoten', say: (days) => `über ${some(days, 'Tag', 'Tage')}` },
  },
  parts: {
    backups: { say: (reps) => `sonst ${reps}`, none: 'sonst niemand' },
    tiers: { say: (tiers) => tiers.join(', dann '), none: 'keine Stufen' },
    shares: { none: 'keine Anteile' },
    shareWindowDays: { say: (days) => `Anteile über ${some(days, 'Tag', 'Tage')}`, none: 'Anteile über 30 Tage' },
    maxLoadMultiple: {
      say: (times) => `übergangen, wer mehr als das ${String(times).replace('.', ',')}-Fache des Üblichen hat`,
      none: 'übergangen, wer mehr als das 1,5-Fache des Üblichen hat',
    },
    dailyCapPerRep: {
      say: (leads) => `höchstens ${some(leads, 'Lead', 'Leads')} am Tag je Mitarbeiter`,
      none: 'keine Obergrenze am Tag',
    },
    maxWaitMinutes: {
      say: (span) => `Wartezeit auf den, der an der Reihe ist: höchstens ${span}`,
      none: 'kein Warten auf die Reihe',
    },
    acceptWithinMinutes: { say: (span) => `Frist zum Annehmen: ${span}`, none: 'sofort vergeben' },
    maxOffers: { say: (offers) => `höchstens ${some(offers, 'Angebot', 'Angebote')}`, none: 'so viele Angebote wie Mitarbeiter' },
    contactWithinMinutes: { say: (span) => `Frist für den ersten Kontakt: ${span}`, none: 'keine Frist für den ersten Kontakt' },
    contactClock: {
      always: 'die Frist läuft immer',
      none: 'die Frist läuft in der Arbeitszeit des Mitarbeiters',
    },
    remindMinutesBefore: { say: (span) => `Erinnerung ${span} vorher`, none: 'keine Erinnerung' },
    ifNotContacted: { takeBack: 'ohne Kontakt zurückgenommen', none: 'ohne Kontakt gekennzeichnet' },
    releaseAfterMinutes: {
      say: (span) => `weitergegeben, wenn der Mitarbeiter ${span} weg ist`,
      none: 'behalten, wenn der Mitarbeiter weg ist',
    },
  },
}

function some(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
