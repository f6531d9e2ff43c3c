import type { IncomingMessage } from 'node:http'
import type { ErrorCode, ErrorData, Language } from '../../contract/index.ts'

type Said = 'bad-input' | 'form-not-found' | 'post-refused' | 'post-differs' | 'disk-full'

type Words = { [Code in Said]: (data: ErrorData<Code>) => string }

/** What a program that posts, or a person whose form was refused, is told. */
const english: Words = {
  'bad-input': ({ field, reason }) => `${field}: ${reason}.`.replace(/\.\.$/, '.'),
  'form-not-found': ({ form }) => `There is no form at /intake/${form}.`,
  'post-refused': ({ reason, retryAfterSeconds }) =>
    ({
      'wrong-key': 'The key is missing, or is not the one of this form.',
      'wrong-origin': 'Pages of this web site may not post to this form.',
      'too-many': `Too many posts from this address: try again in ${retryAfterSeconds ?? 60} seconds.`,
      'switched-off': 'This form is switched off.',
    })[reason],
  'post-differs': ({ key }) => `The Idempotency-Key ${key} was used before for another post.`,
  'disk-full': () => 'The desk has no room left. Nothing was saved: send it again later.',
}

const german: Words = {
  'bad-input': ({ field, reason }) => `${field}: ${reason}.`.replace(/\.\.$/, '.'),
  'form-not-found': ({ form }) => `Unter /intake/${form} gibt es kein Formular.`,
  'post-refused': ({ reason, retryAfterSeconds }) =>
    ({
      'wrong-key': 'Der Schlüssel fehlt oder ist nicht der dieses Formulars.',
      'wrong-origin': 'Seiten dieser Website dürfen nicht an dieses Formular senden.',
      'too-many': `Zu viele Sendungen von dieser Adresse: Versuchen Sie es in ${retryAfterSeconds ?? 60} Sekunden erneut.`,
      'switched-off': 'Dieses Formular ist ausgeschaltet.',
    })[reason],
  'post-differs': ({ key }) => `Der Idempotency-Key ${key} wurde schon für eine andere Sendung verwendet.`,
  'disk-full': () => 'Der Desk hat keinen Platz mehr. Nichts wurde gespeichert: Senden Sie es später noch einmal.',
}

const unforeseen: Readonly<Record<Language, string>> = {
  en: 'The desk could not take this post. Nothing was saved: send it again later.',
  de: 'Der Desk konnte die Sendung nicht annehmen. Nichts wurde gespeichert: Senden Sie es später noch einmal.',
}

export function faultMessage(code: ErrorCode, data: unknown, language: Language = 'en'): string {
  if (!Object.hasOwn(english, code)) return unforeseen[language]
  const words = language === 'de' ? german : english
  return (words[code as Said] as (data: unknown) => string)(data)
}

/** The page after a plain form, for whoever sent it. */
export const pageWords: Readonly<Record<Language, { thanks: string; arrived: string; failed: string; mend: string }>> = {
  en: {
    thanks: 'Thank you',
    arrived: 'Your message has arrived.',
    failed: 'That did not work',
    mend: 'Nothing was saved. Go back to mend it and send it again.',
  },
  de: {
    thanks: 'Vielen Dank',
    arrived: 'Ihre Nachricht ist angekommen.',
    failed: 'Das hat nicht geklappt',
    mend: 'Nichts wurde gespeichert. Gehen Sie zurück, berichtigen Sie es und senden Sie es noch einmal.',
  },
}

/** The first language of the browser's list that is one of ours; English for programs that name none. */
export function languageOf({ headers }: IncomingMessage): Language {
  const wanted = (headers['accept-language'] ?? '').slice(0, 500).split(',')
  const known = wanted.map((entry) => entry.trim().slice(0, 2).toLowerCase()).find((tag) => tag === 'de' || tag === 'en')
  return known === 'de' ? 'de' : 'en'
}
