import type * as english from '../mail-words.ts'

export const verdictWords: typeof english.verdictWords = { lead: 'Lead', review: 'Zur Prüfung', ignored: 'Kein Lead' }

export const mailReasonWords: typeof english.mailReasonWords = {
  bounce: 'konnte nicht zugestellt werden',
  'auto-reply': 'automatische Antwort',
  'auto-generated': 'von einem Programm geschrieben',
  newsletter: 'Newsletter',
  list: 'Mailingliste',
  calendar: 'Einladung',
  receipt: 'Lese- oder Empfangsbestätigung',
  'abuse-report': 'Missbrauchsmeldung',
  spam: 'als Spam gekennzeichnet',
  'own-mail': 'vom eigenen Team',
  digest: 'Zusammenfassung mehrerer Leads',
  reply: 'Teil eines Gesprächs',
  'by-hand': 'von Hand beiseitegelegt',
  'no-contact': 'keine E-Mail-Adresse oder Nummer gefunden',
  unsure: 'zu unsicher gelesen',
  person: 'gewöhnliche Mail einer Person',
  forwarded: 'von jemandem weitergeleitet',
  'several-leads': 'mehrere Leads in einer Mail',
  'empty-form': 'Formular ohne Antworten',
  unreadable: 'konnte nicht gelesen werden',
  'too-large': 'zu groß, um ganz gelesen zu werden',
  wanted: 'dieses Postfach zeigt Ihnen erst alles',
}

export const parserWords: typeof english.parserWords = {
  adf: 'ADF',
  'meta-tags': 'Lead-Angaben in der Mail',
  template: 'Ihre Vorlage',
  labels: 'beschriftete Zeilen',
  person: 'Mail einer Person',
}

export const certaintyWords: typeof english.certaintyWords = { sure: 'sicher', likely: 'wahrscheinlich', guess: 'vermutet' }

const places: Readonly<Partial<Record<string, string>>> = {
  From: 'Absender',
  'Reply-To': 'Antwortadresse',
  subject: 'Betreff',
  signature: 'Signatur',
  table: 'Tabelle',
  comments: 'Kommentar',
  'by hand': 'von Hand',
  'the words of the message': 'Wörter der Nachricht',
}

export const mailPlaceText: typeof english.mailPlaceText = {
  said: (where) => {
    const [, place = where, label] = /^([^,]*), "(.*)"$/s.exec(where) ?? []
    const said = /^line \d+$/.test(place) ? place.replace('line', 'Zeile') : (places[place] ?? place)
    return label === undefined ? said : `${said}, „${label}“`
  },
}
