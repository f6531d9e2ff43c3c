import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Real mails lie beside the project on the developers' machines; where they don't, the suites say so and pass over them. */
export const MAILS = join(import.meta.dirname, '../../../../shared/data')
export const hasMails = existsSync(join(MAILS, 'mail'))

export interface CorpusMail {
  /** Relative to `MAILS`. */
  file: string
  kind: string
  /** As Python's and Ruby's readers see them. */
  from: string
  subject: string
  note: string
}

/** What the README beside the mails says of each. */
export function corpusMails(): CorpusMail[] {
  if (!hasMails) return []
  const readme = readFileSync(join(MAILS, 'README.md'), 'utf8')
  return readme.split('\n').flatMap((line) => {
    const [, file = '', , kind = '', from = '', subject = '', , , note = ''] =
      line.split(' | ').length > 8 ? ['', ...cells(line)] : []
    return /^mail\/.*\.(?:eml|msg)$/.test(file) ? [{ file, kind, from, subject, note }] : []
  })
}

const cells = (line: string): string[] =>
  line
    .replace(/^\| ?| ?\|$/g, '')
    .split(' | ')
    .map((cell) => cell.trim())

export const bytesOf = (file: string): Buffer => readFileSync(join(MAILS, file))
