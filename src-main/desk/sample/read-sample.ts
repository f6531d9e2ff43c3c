import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Availability, FieldReading, type Language, LeadDraft, MailReason, RepProfile } from '../../contract/index.ts'
import { resourcesFolder } from '../../lib/program-folder.ts'

/** German by English: whatever stands in the sample's files as a whole text. */
const Words = z.record(z.string(), z.string())

/** What became of a lead, so many minutes after it came. */
const Deed = z.object({
  after: z.number(),
  do: z.enum(['accept', 'decline', 'attempt', 'contact', 'qualified', 'won', 'lost', 'note']),
  text: z.string().optional(),
})
export type Deed = z.infer<typeof Deed>

const SampleLead = LeadDraft.partial().extend({ minutesAgo: z.number(), did: z.array(Deed).default([]) })
/** `minutes`: for how long. */
const SamplePresence = z.object({
  minutesAgo: z.number(),
  rep: z.string(),
  to: Availability,
  minutes: z.number(),
  reason: z.string().nullable(),
})
/** A mail of the review tray, as a parser would have read it. */
const SampleMail = z.object({
  minutesAgo: z.number(),
  from: z.object({ name: z.string(), address: z.string() }),
  subject: z.string(),
  text: z.string(),
  reason: MailReason,
  fields: z.array(FieldReading),
})

export interface Sample {
  language: Language
  /** A text of the sample that stands in none of its files, in its language. */
  say: (english: string) => string
  reps: RepProfile[]
  /** A rules.json. */
  rules: unknown
  leads: z.infer<typeof SampleLead>[]
  presence: z.infer<typeof SamplePresence>[]
  mails: z.infer<typeof SampleMail>[]
}

/** The sample team as it ships with the program; its times are minutes before now. In English, or with the words of `german.json`. */
export async function readSample(language: Language): Promise<Sample> {
  const textOf = (name: string): Promise<string> => readFile(join(resourcesFolder, 'sample', name), 'utf8')
  const words = language === 'en' ? {} : Words.parse(JSON.parse(await textOf('german.json')))
  const say = (english: string): string => words[english] ?? english
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await textOf(name), (_, value: unknown) => (typeof value === 'string' ? say(value) : value)) as unknown
  return {
    language,
    say,
    reps: z.array(RepProfile).parse(await read('reps.json')),
    rules: await read('rules.json'),
    leads: z.array(SampleLead).parse(await read('leads.json')),
    presence: z.array(SamplePresence).parse(await read('presence.json')),
    mails: z.array(SampleMail).parse(await read('mails.json')),
  }
}
