import { DeskError, type Ruleset, type RulesetFinding } from '../contract/index.ts'
import type { RunningDesk } from '../start.ts'
import { readJsonFile, nameOf } from './read-file.ts'

type DeskClient = ReturnType<RunningDesk['client']>

/** Does it; when rules are refused, the sentence names where they came from, which the desk does not know. */
export async function namingRules<Answer>(name: string, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work()
  } catch (thrown) {
    const { code, data } = thrown as { code?: string; data?: { findings: RulesetFinding[] } }
    if (code !== 'ruleset-bad' || data === undefined) throw thrown
    throw new DeskError('ruleset-bad', { file: name, findings: data.findings }, { cause: thrown })
  }
}

/** Rules to compare: the number of a version, `published`, `draft`, or a file. What can't work is refused with `ruleset-bad`. */
export async function readRules(client: DeskClient, which: string): Promise<number | Ruleset> {
  if (/^\d{1,9}$/.test(which)) return (await client.rule.readVersion({ ruleset: Number(which) })).ruleset
  if (which === 'published') return (await client.rule.read()).ruleset
  if (which === 'draft') {
    const draft = await client.rule.readDraft()
    if (draft === null) throw new DeskError('bad-input', { field: which, reason: 'nobody works on a draft now' })
    return checked(client, draft.document, 'the draft')
  }
  return checked(client, await readJsonFile(which), nameOf(which))
}

async function checked(client: DeskClient, document: unknown, file: string): Promise<Ruleset> {
  const { findings } = await client.rule.check({ document })
  if (findings.some(({ level }) => level === 'error')) throw new DeskError('ruleset-bad', { file, findings })
  return document as Ruleset
}

export function saidFinding({ level, where, rule, message }: RulesetFinding): string {
  return `${level}: ${where}${rule === null ? '' : ` (${rule})`}: ${message}`
}
