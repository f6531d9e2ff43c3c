import { formatNumber, formatPercent } from '../formats.ts'
import type * as english from '../rule-methods.ts'

const percent = (share: number): string => formatPercent(share / 100)

export const methodsText: typeof english.methodsText = {
  maxLoad: 'Übergehen, wer mehr als das …-Fache der üblichen Last hat',
  maxLoadHint: 'Üblich: was der mittlere der Mitarbeiter trägt. 1,5, wenn nichts angegeben ist.',
  tier: (at) => `Gruppe ${formatNumber(at + 1)}`,
  addTier: 'Gruppe hinzufügen',
  tierUp: (at) => `Gruppe ${formatNumber(at + 1)} nach oben`,
  tierDown: (at) => `Gruppe ${formatNumber(at + 1)} nach unten`,
  removeTier: (at) => `Gruppe ${formatNumber(at + 1)} entfernen`,
  shares: 'Anteil je Person',
  shareOf: (name) => `Anteil von ${name}`,
  notInPool: 'nicht unter diesen Mitarbeitern',
  removeShare: (name) => `Anteil von ${name} entfernen`,
  shareLeft: (sum, left) =>
    `Summe ${percent(sum)}. ${percent(left)} bleiben übrig, nach Gewicht unter denen ohne Anteil verteilt.`,
  shareUnused: (sum, left) =>
    `Summe ${percent(sum)}. Alle haben einen Anteil, und ${percent(left)} bleiben übrig: Erhöhen Sie einen oder lassen Sie einen leer.`,
  shareOver: (sum) => `Summe ${percent(sum)}: mehr als das Ganze. Verringern Sie einen.`,
  shareWhole: (others) => `Summe ${percent(100)}.${others === 0 ? '' : ' Wer keinen Anteil hat, bekommt nichts.'}`,
  shareWindow: 'Gezählt über die letzten',
  shareWindowUnit: 'Tage',
  maxWait: 'Einen Lead auf den warten lassen, der an der Reihe ist, höchstens',
  maxWaitHint: 'Heiße Leads warten darauf nie.',
  nobody: 'Noch ist niemand da, unter dem zu verteilen wäre.',
  ownerFirst: 'Wer diese Person oder Firma betreut, bekommt ihn zuerst',
  ifNotHere: 'Wenn der Betreuer nicht da ist',
  ifNotHereChoices: {
    'go-on': 'Sofort mit den anderen weiter',
    wait: 'Auf den Betreuer warten',
    backup: 'An die Vertretung geben',
  },
  wait: 'Höchstens warten',
  backup: 'Vertretung',
}

export const METHOD_SAID: typeof english.METHOD_SAID = {
  'round-robin': 'reihum',
  weighted: 'nach Gewicht',
  'least-loaded': 'an den mit der geringsten Last',
  'longest-idle': 'an den, der am längsten gewartet hat',
  'top-performer': 'an den mit den meisten Abschlüssen',
  tiers: 'in Stufen',
  claim: 'an den, der zuerst annimmt',
  share: 'nach Anteil',
}

export const ownerFirstText: typeof english.ownerFirstText = {
  goOn: 'zuerst der Betreuer',
  wait: (span) => `zuerst der Betreuer, Wartezeit auf ihn: ${span}`,
  backup: (rep) => `zuerst der Betreuer, sonst ${rep}`,
  missing: '…',
}
