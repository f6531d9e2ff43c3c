import type { firstRunText as english } from '../first-run.ts'

export const firstRunText: typeof english = {
  title: 'Willkommen bei Lead Desk',
  intro: 'Leads kommen herein, jeder geht an die richtige Person, und der Desk sagt, warum. Alles bleibt auf diesem Rechner.',
  sample: {
    title: 'Mit einem Beispielteam ausprobieren',
    body: 'Sechs Personen, ein paar Regeln und Leads zum Herumschieben. Nichts davon ist echt.',
    go: 'Beispiel öffnen',
    loading: 'Sechs Personen arbeiten zwei Monate Leads ab. Das dauert einige Sekunden.',
  },
  own: {
    title: 'Mit eigenen Daten beginnen',
    body: 'Ihre Leute, eine Regel, Ihre ersten Leads. Drei kurze Schritte.',
    go: 'Beginnen',
  },
  steps: { label: 'Schritte', reps: 'Personen', rule: 'Erste Regel', leads: 'Erste Leads' },
  of: (step) => `Schritt ${step} von 3`,
  back: 'Zurück',
  next: 'Weiter',
  skip: 'Überspringen',
  reps: {
    title: 'Wer übernimmt Leads?',
    body: 'Ein Name und eine E-Mail-Adresse genügen fürs Erste.',
    name: (at) => `Name von Person ${at}`,
    email: (at) => `E-Mail von Person ${at}`,
    nameHint: 'Name',
    emailHint: 'E-Mail',
    more: 'Noch eine Person',
    remove: (at) => `Person ${at} entfernen`,
    file: 'Aus einer CSV-Datei übernehmen',
    here: (count) => (count === 1 ? '1 Person ist auf dem Desk.' : `${count} Personen sind auf dem Desk.`),
    needsName: 'Bitte einen Namen.',
    needsEmail: 'Das ist keine E-Mail-Adresse.',
    needsSomeone: 'Tragen Sie mindestens eine Person ein oder überspringen Sie diesen Schritt.',
  },
  rule: {
    title: 'Wie werden Leads verteilt?',
    body: 'Eine Regel für den Anfang. Sie lässt sich jederzeit ändern.',
    by: {
      'round-robin': { label: 'Gleichmäßig, reihum', hint: 'Alle bekommen gleich viele.' },
      weighted: {
        label: 'Nach Gewicht',
        hint: 'Manche bekommen mehr als andere. Das Gewicht jeder Person steht unter Mitarbeiter.',
      },
      'least-loaded': { label: 'An den, der am wenigsten zu tun hat', hint: 'Die wenigsten offenen Leads für seine Kapazität.' },
    },
    only: 'Nur Leads aus bestimmten Gegenden',
    places: 'Länder, Regionen oder Gebiete wie DACH',
    placesHint: 'Nach jedem die Eingabetaste. Alle anderen Leads warten auf Sie.',
    needsPlace: 'Nennen Sie eine Gegend oder nehmen Sie alle Leads.',
    allName: 'Alle Leads',
    someName: (places) => `Leads aus ${places.join(', ')}`.slice(0, 200),
    note: 'Die erste Regel',
    needsReps:
      'Noch ist niemand da, der Leads bekommt. Gehen Sie zurück und tragen Sie jemanden ein oder überspringen Sie diesen Schritt.',
  },
  leads: {
    title: 'Holen Sie Ihre ersten Leads herein',
    body: 'Jede CSV- oder Excel-Datei eignet sich. Sie sehen, was aus jeder Zeile wird, bevor etwas gespeichert ist.',
    go: 'Datei importieren',
    later: 'Später, zuerst die Warteschlange',
  },
}
