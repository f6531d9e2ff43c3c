import type { FieldReading, MailTemplate } from '../../contract/index.ts'
import { applyTemplate, templatesFor } from './apply-template.ts'
import { languageOf } from './language-of.ts'
import type { Mail } from './mail.ts'
import type { Found, ParsedMail, Parser } from './parsers.ts'
import { adfInBody, attachedAdf } from './parsers/adf.ts'
import { valueOf } from './parsers/field.ts'
import { labels } from './parsers/labels.ts'
import { metaTags } from './parsers/meta-tags.ts'
import { person } from './parsers/person.ts'
import { senderProfiles } from './parsers/sender-profiles.ts'

const BY_WORDS = 'the words of the message'
/** The surest first: what was written for programs, then what a person taught, then what is known, then what is guessed. */
const BEFORE_TEMPLATES: readonly Parser[] = [attachedAdf, adfInBody, metaTags]
const AFTER_TEMPLATES: readonly Parser[] = [senderProfiles, labels, person]

/**
 * Reads the leads of a mail: by what was written for programs, by what a person taught (`templates`), by its sender, by labels, or as a
 * letter. Null when nothing in it names anybody. The mail must have been judged: bounces, newsletters and the like read as anything.
 */
export async function parseMail(mail: Mail, templates: readonly MailTemplate[]): Promise<ParsedMail | null> {
  const sure = firstOf(BEFORE_TEMPLATES, mail)
  if (sure) return told(sure, null)
  for (const template of templatesFor(mail, templates)) {
    const taught = applyTemplate(mail, template)
    if (taught) return told(taught, template.id)
  }
  const found = firstOf(AFTER_TEMPLATES, mail)
  return found && told(found, null)
}

function firstOf(parsers: readonly Parser[], mail: Mail): Found | null {
  for (const parser of parsers) {
    const found = parser(mail)
    if (found) return found
  }
  return null
}

async function told(found: Found, templateId: ParsedMail['templateId']): Promise<ParsedMail> {
  const { parser, version, doubt } = found
  const leads: FieldReading[][] = []
  let first: string | null = null
  for (const fields of found.leads) {
    const language = await languageOf(valueOf(fields, 'message') ?? '')
    first ??= language
    const isTold = language === null || valueOf(fields, 'language') !== null
    leads.push(isTold ? fields : [...fields, { field: 'language', value: language, confidence: 0.7, where: BY_WORDS }])
  }
  return { reading: { parser, version, language: first, leads }, doubt, templateId }
}
