import type * as english from '../what-next.ts'

export const whatNextText: typeof english.whatNextText = {
  label: 'Wie es weitergeht',
  rule: 'Eine Regel veröffentlichen',
  arrivals: 'Postfach oder Formular anlegen',
  hours: 'Arbeitszeiten festlegen',
  pin: 'Eine PIN festlegen',
  done: (step) => `${step}: erledigt`,
  hide: 'Nicht mehr anzeigen',
  sample: 'Das ist das Beispielteam. Nichts davon ist echt; probieren Sie aus, was Sie möchten.',
  ownDesk: 'Mit dem eigenen Team beginnen',
}

export const leaveSampleText: typeof english.leaveSampleText = {
  title: 'Das Beispiel verlassen',
  hint: 'Beginnt einen neuen Desk für Ihr eigenes Team. Das Beispiel kommt in den Ordner „backups“ und lässt sich von dort zurückspielen.',
  go: 'Mit eigenen Daten beginnen…',
  askTitle: 'Das Beispiel verlassen und mit dem eigenen Team beginnen?',
  ask: 'Personen, Regeln und Leads des Beispiels verlassen den Desk, und Ihre ersten drei Schritte beginnen. Das Beispiel bleibt als Sicherung erhalten.',
  yes: 'Beispiel verlassen',
  no: 'Bleiben',
  restarting: 'Lead Desk öffnet sich neu, mit Ihrem eigenen Desk.',
  startAgain: 'Ihr eigener Desk ist da, sobald dieser neu gestartet ist: Beenden Sie „desk serve“ und starten Sie es neu.',
  demo: 'Das ist eine Vorführung. Schließen Sie sie und starten Sie Lead Desk ohne --demo für einen eigenen Desk.',
}
