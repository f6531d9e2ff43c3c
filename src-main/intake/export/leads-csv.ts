import { LEAD_FIELDS, type LeadFilter, type RepId } from '../../contract/index.ts'
import type { Desk } from '../../desk/context.ts'
import { breathe } from '../../lib/breathe.ts'
import { csvLine } from '../../lib/csv-line.ts'

type Pages = ReturnType<Desk['store']['eachLead']>
type ExportedLead = (Pages extends AsyncIterable<infer Page extends readonly unknown[]> ? Page : never)[number]

/** Fields a lead card says better: where the lead is now, not what the file once said. */
const FIELDS = LEAD_FIELDS.filter((field) => !['source', 'owner', 'score', 'stage', 'receivedAt'].includes(field))
const HEADERS = ['id', ...FIELDS, 'source', 'score', 'grade', 'stage', 'status', 'rep', 'rule', 'receivedAt', 'touchedAt']

/**
 * All leads that fit, as CSV in pieces, a page at a time. Guarded against formulas; UTF-8 with a mark, so that a spreadsheet reads it
 * right. Its headers are ones that an import of this desk matches by itself.
 */
export async function* leadsCsv(desk: Desk, filter: LeadFilter): AsyncGenerator<string> {
  const reps = new Map((await desk.store.reps(desk.clock.now())).map(({ id, email }) => [id, email]))
  const custom = await customHeaders(desk, filter)
  yield `\ufeff${csvLine([...HEADERS, ...custom])}`
  for await (const page of desk.store.eachLead(filter)) {
    yield page.map((lead) => csvLine(cellsOf(lead, reps, custom))).join('')
    await breathe()
  }
}

/** Headers of what leads brought beyond the desk's own fields. They must be known before the first row is written. */
async function customHeaders(desk: Desk, filter: LeadFilter): Promise<string[]> {
  const headers = new Set<string>()
  for await (const page of desk.store.eachLead(filter)) {
    for (const { fields } of page) for (const header of Object.keys(fields.custom)) headers.add(header)
    await breathe()
  }
  return [...headers].filter((header) => !HEADERS.includes(header))
}

function cellsOf(lead: ExportedLead, reps: ReadonlyMap<RepId, string>, custom: readonly string[]): string[] {
  const { fields } = lead
  return [
    String(lead.id),
    ...FIELDS.map((field) => textOf(fields[field])),
    lead.source,
    textOf(lead.score),
    lead.grade ?? '',
    lead.stage,
    lead.status,
    lead.repId === null ? '' : (reps.get(lead.repId) ?? ''),
    lead.rule ?? '',
    new Date(lead.receivedAt).toISOString(),
    lead.touchedAt === null ? '' : new Date(lead.touchedAt).toISOString(),
    ...custom.map((header) => fields.custom[header] ?? ''),
  ]
}

function textOf(value: string | number | readonly string[] | null): string {
  if (value === null) return ''
  return typeof value === 'object' ? value.join('; ') : String(value)
}
