import { join } from 'node:path'
import { emptyDraft } from '../../../src-main/desk/empty-draft.ts'
import { cleanTyped, identifyLead } from '../../../src-main/desk/identify-lead.ts'
import type { OpenDesk } from '../../../src-main/desk/open-desk.ts'
import { takeInLeads } from '../../../src-main/desk/take-in-leads.ts'
import type { LeadDraft, SourceId } from '../../../src-main/contract/index.ts'
import { NOON } from '../../helpers/facts.ts'
import { HEADER, leadsFile } from '../data/leads-file.ts'
import { closeBenchDesk, inFolder, openBenchDesk, publishConditions } from '../desk.ts'
import { openFloor } from '../floors/importing.ts'
import { scanRows } from '../floors/scan.ts'
import { now, quantile, type Row } from '../measure.ts'

const THERE = 100_000
const TIMED = 3_000
const GROUPS = 5

/** One lead, one commit, synchronous FULL, on a desk that has 100,000. Wall time: waiting for the disk is the point. */
export function measureOneLead(): Promise<Row[]> {
  return inFolder(async (folder) => {
    const { text, conditions } = leadsFile(THERE + TIMED + 1_000)
    const rows: string[][] = []
    scanRows(text.slice(HEADER.length + 1), (some) => rows.push(...some))

    const desk = await openBenchDesk(join(folder, 'desk'))
    await publishConditions(desk, conditions)
    const sourceId = await desk.store.openSource('Form', 'form', NOON)
    for (let at = 0; at < THERE; at += 1_000) await takeRows(desk, sourceId, rows.slice(at, at + 1_000), at)
    const floor = openFloor(join(folder, 'floor.db'), conditions)
    const takeAll = floor.db.transaction((some: readonly string[][]) => some.map(floor.take))
    for (let at = 0; at < THERE; at += 1_000) takeAll.immediate(rows.slice(at, at + 1_000))

    const own: number[] = []
    const least: number[] = []
    let at = THERE
    // The first thousand warm both.
    for (const group of [1_000, ...Array.from({ length: GROUPS }, () => TIMED / GROUPS)]) {
      const some = rows.slice(at, at + group)
      const [ownTimes, leastTimes]: [number[], number[]] = [[], []]
      for (const [i, row] of some.entries()) {
        const begun = now('wall')
        await takeRows(desk, sourceId, [row], at + i)
        ownTimes.push(now('wall') - begun)
      }
      for (const row of some) {
        const begun = now('wall')
        takeAll.immediate([row])
        leastTimes.push(now('wall') - begun)
      }
      if (at > THERE) {
        own.push(...ownTimes)
        least.push(...leastTimes)
      }
      at += group
    }
    floor.db.close()
    await closeBenchDesk(desk)
    return rowsOf(own, least)
  })
}

function rowsOf(own: number[], least: number[]): Row[] {
  const micros = (times: readonly number[], share: number): number =>
    1_000 *
    quantile(
      [...times].sort((a, b) => a - b),
      share,
    )
  const row = (share: number, workload: string, must: number, aim: number): Row => {
    const groups = Array.from({ length: GROUPS }, (_, i) =>
      micros(own.slice((i * TIMED) / GROUPS, ((i + 1) * TIMED) / GROUPS), share),
    )
    return {
      workload,
      product: micros(own, share),
      floor: micros(least, share),
      against: 'floor: raw statements, FULL',
      unit: 'µs',
      must,
      aim,
      noise: (Math.max(...groups) - Math.min(...groups)) / 2 / micros(own, share),
    }
  }
  return [row(0.5, 'one lead, p50', 1.7, 1.3), row(0.99, 'one lead, p99', 5, 2)]
}

async function takeRows(desk: OpenDesk, sourceId: SourceId, rows: readonly string[][], from: number): Promise<void> {
  const leads = rows.map((cells, i) =>
    identifyLead(cleanTyped(draftOf(cells), 'DE'), {
      key: `lead ${from + i}`,
      raw: cells.join(','),
      rawKind: 'form',
      line: null,
      owner: null,
    }),
  )
  await takeInLeads(desk, { sourceId, batchId: null, actor: 'bench', route: 'now', leads })
}

export function draftOf(cells: readonly string[]): LeadDraft {
  const text = (i: number): string | null => cells[i]! || null
  return {
    ...emptyDraft(),
    firstName: text(0),
    lastName: text(1),
    name: `${cells[0]!} ${cells[1]!}`,
    email: text(2),
    phone: text(3),
    company: text(4),
    title: text(5),
    website: text(6),
    industry: text(7),
    employees: Number(cells[8]),
    revenue: Number(cells[9]),
    address: text(10),
    city: text(11),
    postalCode: text(13),
    country: text(14),
    language: text(15),
    product: text(16),
    source: text(17),
    receivedAt: Date.parse(cells[18]!),
    message: text(19),
  }
}
