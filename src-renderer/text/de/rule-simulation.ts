import { formatNumber, plural } from '../formats.ts'
import type * as english from '../rule-simulation.ts'

const n = formatNumber

export const simulationText: typeof english.simulationText = {
  title: 'An früheren Leads erproben',
  intro: 'Der Entwurf und die veröffentlichten Regeln verteilen dieselben Leads, nebeneinander. Nichts wird geschrieben.',
  source: 'Welche Leads',
  sources: { past: 'Leads des Desks', file: 'Eine Datei (CSV, Excel)' },
  period: 'Zeitraum',
  periods: { '7': 'Letzte 7 Tage', '30': 'Letzte 30 Tage', '90': 'Letzte 90 Tage', custom: 'Von – bis' },
  from: 'Von',
  to: 'Bis',
  backwards: 'Der Zeitraum endet, bevor er beginnt.',
  file: {
    choose: 'Datei wählen',
    other: 'Andere Datei wählen',
    drop: 'Die Leads dieser Datei erproben',
    hint: 'Oder ziehen Sie sie hierher. Ihre Leads werden erprobt, als kämen sie jetzt; keiner wird übernommen.',
    sending: (name) => `${name} wird gelesen…`,
    ready: (name) => `${name} ist gelesen.`,
    columns: (columns) => `Daraus übernommen: ${columns}.`,
    unmatched: (headers) => `Unverändert behalten: ${headers}.`,
    empty: (name) => `${name} ist leer.`,
    refused: 'Bitte eine Datei nach der anderen und keinen Ordner.',
  },
  run: 'Erproben',
  again: 'Erneut erproben',
  cancel: 'Anhalten',
  progress: 'Leads werden erprobt',
  done: (done, total) => `${n(done)} von ${plural(total, 'Lead', 'Leads')}`,
  starting: 'Die Leads werden zusammengetragen…',
  cannot: 'Die Regeln haben Fehler, deshalb lässt sich nichts erproben. Beheben Sie sie zuerst.',
  stale: 'Der Entwurf hat sich seither geändert.',
  noLeads: {
    title: 'Keine Leads in diesem Zeitraum',
    body: 'Es gibt nichts, woran sich die Regeln erproben ließen. Wählen Sie einen längeren Zeitraum oder die Leads einer Datei.',
  },
  noLeadsInFile: {
    title: 'Keine Leads in dieser Datei',
    body: 'Keine Zeile sagt, wie jemand zu erreichen ist. Sehen Sie sie sich unter Eingang an, dort lassen sich die Spalten von Hand zuordnen.',
  },
  side: { published: 'Veröffentlicht', draft: 'Entwurf', change: 'Änderung' },
  measures: {
    title: 'Nebeneinander',
    measure: 'Kennzahl',
    assigned: 'An Mitarbeiter zugewiesen',
    waiting: 'Am Ende noch wartend',
    discarded: 'Verworfen',
    p50: 'Typische Wartezeit der Wartenden',
    p95: 'Wartezeit aller bis auf 1 von 20',
    breaches: 'Erster Kontakt zu spät',
    jain: 'Gleichmäßigkeit (1 ist gleichmäßig)',
    gap: 'Größter Abstand vom gerechten Anteil',
    noClock: 'keine Frist',
    noWait: 'keiner wartete',
    unknown: '–',
    same: 'gleich',
  },
  reps: {
    title: 'Wer wie viele bekommt',
    rep: 'Mitarbeiter',
    weight: 'Gewicht',
    fair: 'Gerechter Anteil',
    value: 'Wert nach dem Entwurf',
    asTable: 'Als Tabelle',
    asChart: 'Als Diagramm',
    legend: { published: 'Veröffentlicht', draft: 'Entwurf', fair: 'Gerechter Anteil im Entwurf' },
    from: (published, draft) => `${n(published)} → ${n(draft)}`,
    none: 'Niemand bekommt welche.',
  },
  moves: {
    title: 'Was sich verschiebt',
    from: 'Von',
    to: 'Zu',
    leads: 'Leads',
    value: 'Wert',
    nobody: 'Niemand',
    none: 'Jeder Lead geht dorthin, wohin er vorher ging.',
    examples: 'Zum Beispiel',
    example: (name, from, to) => `${name}: ${from} → ${to}`,
  },
  gaps: {
    title: 'Regeln und Lücken',
    neverHit: (count) =>
      count === 1 ? '1 Regel hat nie über einen Lead entschieden:' : `${n(count)} Regeln haben nie über einen Lead entschieden:`,
    allHit: 'Jede eingeschaltete Regel hat über mindestens einen Lead entschieden.',
    uncovered: (count) =>
      count === 1
        ? '1 Lead passt zu keiner Regel und würde auf Sie warten:'
        : `${n(count)} Leads passen zu keiner Regel und würden auf Sie warten:`,
    covered: 'Jeder Lead passt zu einer Regel.',
  },
  toll: {
    title: 'Was jede Bedingung abweist',
    hint: 'Gezählt, wo sie die erste Bedingung ihrer Regel war, die nicht zutraf.',
    rule: 'Regel',
    condition: 'Bedingung',
    turnedAway: 'Abgewiesen',
    none: 'Keine Bedingung hat einen Lead abgewiesen.',
    reps: 'Warum Mitarbeiter übergangen wurden',
    reason: 'Grund',
    times: 'Wie oft',
  },
  assumptions: 'Dabei vorausgesetzt',
  unnamed: 'Ohne Namen',
}

export const simulationSentence: typeof english.simulationSentence = {
  headline: (moved, leads, waiting) => {
    const goes = moved === 1 ? 'ginge' : 'gingen'
    const first =
      moved === 0
        ? `Keiner von ${plural(leads, 'Lead', 'Leads')} ginge woandershin`
        : `${n(moved)} von ${plural(leads, 'Lead', 'Leads')} ${goes} woandershin`
    if (waiting === 0) return `${first}; es würden so viele warten wie jetzt.`
    return `${first}; ${n(Math.abs(waiting))} ${waiting < 0 ? 'weniger' : 'mehr'} würden warten.`
  },
  fewer: (count) => `${count} weniger`,
  more: (count) => `${count} mehr`,
  lower: (value) => `${value} niedriger`,
  higher: (value) => `${value} höher`,
}
