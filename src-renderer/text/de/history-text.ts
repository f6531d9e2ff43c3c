import { plural } from '../formats.ts'
import type { historyText as english } from '../history-text.ts'

export const historyText: typeof english = {
  someRep: 'ein Mitarbeiter',
  reps: (count) => plural(count, 'Mitarbeiter', 'Mitarbeiter'),
  receivedFor: (who, rule) => `Eingegangen; vergeben an: ${who}${byRule(rule)}`,
  receivedForOwner: (who) => `Eingegangen; nach der Betreuerspalte vergeben an: ${who}`,
  receivedOffered: (who, rule, until) => `Eingegangen; angeboten: ${who}${byRule(rule)}${untilThen(until)}`,
  receivedDiscarded: (rule, reason) => `Eingegangen; verworfen${byRule(rule)}${because(reason)}`,
  receivedWaits: (waits) => `Eingegangen; ${waits}`,
  matched: (as, isByPhone, brought) =>
    `Erneut eingegangen${as === null ? '' : ` als ${as}`}, erkannt an der ${isByPhone ? 'Telefonnummer' : 'E-Mail'}${brought === null ? '' : `; brachte mit: ${brought}`}`,
  assigned: (who, from, way) => {
    const by = way === 'hand' ? ' (von Hand)' : byRule(way.rule)
    return from === null ? `Vergeben an: ${who}${by}` : `Von ${from} gewechselt zu: ${who}${by}`
  },
  held: (from, reason) => `Zurückgehalten${from === null ? '' : `, vorher bei ${from}`}${because(reason)}`,
  discarded: (isByRule, reason) => `Verworfen${isByRule ? ' von einer Regel' : ''}${because(reason)}`,
  edited: (fields) => `Geändert: ${fields}`,
  pinned: 'Fixiert: Die Verteilung lässt ihn in Ruhe',
  unpinned: 'Wieder unter den Regeln',
  noted: 'Notiz',
  attempted: 'Kontaktversuch',
  contacted: 'Kontakt hergestellt',
  stage: (from, to) => `Phase: ${from} → ${to}`,
  offered: (who, rule, until) => `Angeboten: ${who}${byRule(rule)}${untilThen(until)}`,
  accepted: (who) => `${who ?? 'Ein Mitarbeiter'} hat angenommen`,
  declined: (who, reason) => `${who ?? 'Ein Mitarbeiter'} hat abgelehnt${because(reason)}`,
  expired: (who) => `Das Angebot lief ab: ${who}`,
  dueSoon: (until) => `Erster Kontakt ist bald fällig${untilThen(until)}`,
  breached: 'Nicht rechtzeitig kontaktiert',
  takenBack: (from) =>
    from === null ? 'Zurückgenommen: nicht rechtzeitig kontaktiert' : `Von ${from} zurückgenommen: nicht rechtzeitig kontaktiert`,
  released: (from, reason) => `${from === null ? 'Freigegeben' : `Freigegeben, vorher bei ${from}`}${because(reason)}`,
  merged: (other, gained) => `Lead ${other} wurde mit diesem zusammengeführt${gained === null ? '' : `; ergänzt: ${gained}`}`,
  mergedInto: (lead) => `Mit Lead ${lead} zusammengeführt`,
  toldApart: (other) => `Von Lead ${other} getrennt: zwei Personen`,
  undone: (step) => `Zurückgenommen: ${step}`,
  aStep: 'ein Schritt',
  steps: {
    'lead-assigned': 'die Zuweisung',
    'lead-held': 'das Zurückhalten',
    'lead-discarded': 'das Verwerfen',
    'lead-waiting': 'die Verschiebung',
    'lead-received': 'der Eingang',
    'lead-merged': 'die Zusammenführung',
    'lead-told-apart': 'die Trennung',
    'lead-noted': 'die Notiz',
    'lead-attempted': 'der Versuch',
    'lead-contacted': 'der Kontakt',
    'lead-stage-changed': 'der Phasenwechsel',
    'lead-edited': 'die Bearbeitung',
    'lead-unpinned': 'das Lösen',
  },
  releases: {
    away: 'der Mitarbeiter ist abwesend',
    'outside-hours': 'der Mitarbeiter ist außerhalb der Arbeitszeit',
    'off-shift': 'der Mitarbeiter ist außerhalb der Arbeitszeit',
    'time-off': 'der Mitarbeiter hat Urlaub oder frei',
    inactive: 'der Mitarbeiter arbeitet nicht mehr hier',
  },
  field: (name) => name,
}

function byRule(rule: string | null): string {
  return rule === null ? '' : ` durch Regel „${rule}“`
}

function because(reason: string | null): string {
  return reason === null ? '' : `: ${reason}`
}

function untilThen(until: string | null): string {
  return until === null ? '' : `, bis ${until}`
}
