import { formatNumber } from '../formats.ts'
import type { reviewText as english } from '../review.ts'

export const reviewText: typeof english = {
  title: 'Prüfung',
  segments: {
    label: 'Welche Mails',
    review: 'Zu prüfen',
    ignored: 'Keine Leads',
    lead: 'Zu Leads geworden',
    templates: 'Vorlagen',
  },
  list: 'Mails',
  empty: {
    review: {
      title: 'Nichts zu prüfen',
      hint: 'Mails, die vielleicht Leads sind, warten hier, bis jemand sie angesehen hat. Zurzeit wartet keine.',
    },
    ignored: {
      title: 'Keine Mail wurde beiseitegelegt',
      hint: 'Unzustellbare Mails, Newsletter, automatische Antworten und dergleichen stehen hier 30 Tage lang, mit Grund.',
    },
    lead: {
      title: 'Noch kam kein Lead per Mail',
      hint: 'Verbinden Sie unter Eingang ein Postfach oder legen Sie dort Maildateien ab.',
    },
    templates: {
      title: 'Noch keine Vorlagen',
      hint: 'Wenn Sie eine Mail berichtigen, wählen Sie „Mails dieses Absenders künftig so lesen“. Die nächsten werden dann von selbst gelesen.',
    },
  },
  choose: 'Wählen Sie eine Mail, um sie zu lesen.',
  more: 'Ältere Mails zeigen',
  noSubject: 'Kein Betreff',
  noSender: 'Kein Absender',
  from: 'Von',
  to: 'An',
  replyTo: 'Antwort an',
  readAs: (parser) => `Gelesen als: ${parser}`,
  language: (name) => `Sprache: ${name}`,
  asText: 'Mail',
  raw: 'Quelltext',
  rawCut: 'Die Mail ist länger; dies ist ihr erstes Megabyte.',
  forgotten: 'Der Inhalt dieser Mail wurde nach 30 Tagen gelöscht.',
  noText: 'Diese Mail enthält keinen Text.',
  attachments: 'Anhänge',
  attachment: (name, type, kilobytes) => `${name ?? type}, ${formatNumber(kilobytes)} kB`,
  lead: 'Der Lead, der daraus würde',
  leads: (count) =>
    `Diese Mail enthält ${formatNumber(count)} Leads. Als einer übernommen, bleibt der erste; berichtigen Sie ihn hier.`,
  addField: 'Feld hinzufügen',
  unmatched: 'Ohne eigenes Feld',
  notRead: 'in der Mail nicht gefunden',
  readAt: (certainty, where) => `${certainty}: ${where}`,
  keepTemplate: (sender) => `Mails von ${sender} künftig so lesen`,
  keepTemplateHint: 'Wartende Mails dieses Absenders werden sofort neu gelesen.',
  accept: 'Übernehmen',
  dismiss: 'Kein Lead',
  reopen: 'Zurück in die Prüfung',
  openLead: (id) => `Lead ${id} öffnen`,
  accepted: { added: 'Ein neuer Lead', matched: 'Einem vorhandenen Lead zugeordnet' },
  others: (count) =>
    count === 0
      ? ''
      : count === 1
        ? ' Eine weitere Mail dieses Absenders wurde zum Lead.'
        : ` ${formatNumber(count)} weitere Mails dieses Absenders wurden zu Leads.`,
  dismissed: 'Beiseitegelegt, kein Lead',
  reopened: 'Wieder in der Prüfung',
  templates: {
    sender: 'Absender',
    subject: 'Betreff beginnt mit',
    any: 'beliebig',
    fields: 'Gelesene Felder',
    uses: 'Verwendet',
    made: 'Angelegt',
    remove: 'Vorlage vergessen',
    removed: (sender) => `Mails von ${sender} werden wieder gelesen wie vor der Vorlage`,
  },
}
