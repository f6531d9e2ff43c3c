import { expect } from 'vitest'
import type { LeadRow } from '../../../src-main/store/queries/lead-rows.ts'
import type { TestStore } from '../../helpers/open-test-store.ts'

/** What is kept beside the leads says what counting them anew says: tallies, loads, sources, words, and turns that add up to nothing. */
export async function expectTrueCounts(test: TestStore, tables: Record<string, unknown[]>): Promise<void> {
  const leads = tables['leads'] as LeadRow[]
  const count = <Row>(rows: readonly Row[], keyOf: (row: Row) => string | null): Record<string, number> => {
    const counts: Record<string, number> = {}
    for (const row of rows) {
      const key = keyOf(row)
      if (key !== null) counts[key] = (counts[key] ?? 0) + 1
    }
    return counts
  }
  const tallies = tables['tallies'] as { status: number; is_held: number; leads: number }[]
  expect(Object.fromEntries(tallies.map((row) => [`${row.status} ${row.is_held}`, row.leads]))).toEqual(
    count(leads, (lead) => `${lead.status} ${lead.is_held}`),
  )
  const loads = tables['rep_load'] as { rep_id: number; open_leads: number }[]
  expect(Object.fromEntries(loads.filter((row) => row.open_leads !== 0).map((row) => [row.rep_id, row.open_leads]))).toEqual(
    count(leads, (lead) => (lead.status === 2 && lead.stage < 3 ? `${lead.rep_id}` : null)),
  )
  const sources = tables['sources'] as { id: number; leads: number }[]
  expect(Object.fromEntries(sources.filter((row) => row.leads !== 0).map((row) => [row.id, row.leads]))).toEqual(
    count(leads, (lead) => `${lead.source_id}`),
  )
  for (const { numbers } of tables['turns'] as { numbers: string }[]) {
    expect((JSON.parse(numbers) as [number, number][]).reduce((sum, [, number]) => sum + number, 0)).toBeCloseTo(0, 6)
  }
  const arrivals = tables['arrivals'] as { seq: number; lead_id: number; matched_batch_id: number | null }[]
  const ids = new Set(leads.map((lead) => lead.id as number))
  expect(arrivals.filter((arrival) => !ids.has(arrival.lead_id))).toEqual([])
  const firsts = new Set(arrivals.map((arrival) => arrival.seq))
  expect(leads.filter((lead) => !firsts.has(lead.received_seq))).toEqual([])
  const named = leads.filter((lead) => lead.name !== null)
  if (named.length > 0) {
    let found = 0
    for await (const page of test.store.eachLead({ text: 'lead' })) found += page.length
    expect(found).toBe(named.filter((lead) => /\blead/i.test(`${lead.name} ${lead.email}`)).length)
  }
}
