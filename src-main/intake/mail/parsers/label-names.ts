import { squash } from '../../../lib/fold.ts'
import { aliasOf } from '../../csv/match-columns.ts'

/**
 * What labels of mails mean where it is not what the headers of a table mean; `custom` keeps them under their own name. Squashed.
 * A `url` is the page the form stands on, a `date` the wished-for one, a `status` the portal's.
 */
const IN_MAILS: ReadonlyMap<string, string> = new Map([
  ...(
    'messagebody yourmessage messagetext additional additionalinformation additionalcomments additionaldetails questionscomments ' +
    'commentsquestions ihreanfrage ihrenachricht deinenachricht votremessage sumensaje tumensaje iltuomessaggio uwbericht suamensagem customermessage ' +
    'commentormessage nachrichtentext corpsdumessage cuerpodelmensaje corpodelmessaggio corpodamensagem'
  )
    .split(' ')
    .map((label) => [label, 'message'] as const),
  ...'property propertyaddress propertyofinterest listing listingaddress vehicle vehicleofinterest servicerequested jobcategory objekt immobilie bien inmueble immobile woning imovel'
    .split(' ')
    .map((label) => [label, 'product'] as const),
  ...(
    'url link page pageurl sourceurl formurl referrer referer web site siteurl domain website1value date datum fecha time datetime timestamp status stage phase ' +
    'score label labels type category categories position lead account title id identifier role job location number receivedat received agent owner assignedto ' +
    'salesrep rep assignedagent tag tags groups lists list value amount wert betrag valeur valor description details platform channel origin ipcountry'
  )
    .split(' ')
    .map((label) => [label, 'custom'] as const),
])

/** A postal code and a town behind one label. Squashed. */
const PLACES = new Set(
  (
    'plzort plzundort postleitzahlort postleitzahlundort plzstadt codepostalville cpville codepostaletville cplocalidad cpylocalidad codigopostallocalidad ' +
    'codigopostalylocalidad cpciudad capcitta postcodeplaats postcodeenplaats postcodewoonplaats'
  ).split(' '),
)
export function isPlaceLabel(label: string): boolean {
  return PLACES.has(squash(label))
}

/** Alone they may be half a name or all of it; `matchColumns` sees to that. */
const NAMES = new Set(['name', 'nom', 'nombre', 'nome', 'naam'])

/** The field a label of a mail names, `custom` for one that is known to name none, null for one never heard of. */
export function fieldOfLabel(label: string): string | null {
  const key = squash(label)
  return IN_MAILS.get(key) ?? (NAMES.has(key) ? 'name' : (aliasOf(label)?.field ?? null))
}

/** What only programs write below a form: a person's message is over where it stands. */
const TECHNICAL = new Set(
  (
    'date time pageurl sourceurl formurl formname formid pagetitle useragent remoteip ip ipaddress poweredby referrer referer submittedon submittedfrom ' +
    'sentfrom entryid submissionid consent utmsource utmmedium utmcampaign browser device'
  ).split(' '),
)
export function isTechnical(label: string): boolean {
  return TECHNICAL.has(squash(label))
}

/** Lines of a mail's head, as they stand above forwarded and quoted mails. */
const HEAD = new Set(
  'from to cc bcc sent date subject replyto von an gesendet betreff datum kopie de a à para pour envoye objet assunto asunto enviado da oggetto inviato data aan onderwerp verzonden'.split(
    ' ',
  ),
)
export function isHeadLabel(label: string): boolean {
  return HEAD.has(squash(label))
}
