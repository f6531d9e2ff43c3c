import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Real files lie beside the project on the developers' machines; where they don't, the suites say so and pass over them. */
export const CORPUS = join(import.meta.dirname, '../../../shared/data/csv')
export const hasCorpus = existsSync(CORPUS)

export function corpusFiles(folder: 'leads' | 'torture'): string[] {
  if (!hasCorpus) return []
  return readdirSync(join(CORPUS, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[ct]sv$/.test(name))
    .map((name) => name.replaceAll('\\', '/'))
    .sort()
}
