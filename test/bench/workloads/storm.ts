import type { Page } from '@playwright/test'
import { type BenchBrowser, openBrowser } from '../browser.ts'
import { closeBenchDesk, fillBenchDesk, inFolder, openBenchDesk } from '../desk.ts'
import { quantile, type Row } from '../measure.ts'

const LEADS = 20_000
const REPS = 40
const SECONDS = 10
const EVENTS_A_SECOND = 1_000
const PIECE = 50
const STEPS = 40
const CARDS_COMPARED = 8

/**
 * The board while a thousand things a second happen (stages set, leads handed from rep to rep), by the frames of a trace; then whether it shows what a fresh
 * page shows; and how soon two windows show a step after it was saved.
 */
export function measureStorm(): Promise<Row[]> {
  return inFolder(async (folder) => {
    const at = Date.now() - 60_000
    const desk = await openBenchDesk(folder, REPS, at)
    await fillBenchDesk(desk, LEADS, at)
    await closeBenchDesk(desk)
    const bench = await openBrowser('storm', folder)
    if (bench === null) return []
    try {
      return [...(await throughStorm(bench)), ...(await twoWindows(bench))]
    } finally {
      await bench.close()
    }
  })
}

async function throughStorm(bench: BenchBrowser): Promise<Row[]> {
  const page = await bench.open()
  await showBoard(page)
  await page.waitForTimeout(1_000)
  await bench.browser.startTracing(page, {
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel'],
  })
  const frames = page.evaluate(
    (ms) =>
      new Promise<number[]>((resolve) => {
        const gaps: number[] = []
        const begun = performance.now()
        let last = begun
        const next = (now: number): void => {
          gaps.push(now - last)
          last = now
          if (now - begun < ms) requestAnimationFrame(next)
          else resolve(gaps.slice(1))
        }
        requestAnimationFrame(next)
      }),
    SECONDS * 1_000,
  )
  const events = await storm(bench)
  const gaps = (await frames).sort((a, b) => a - b)
  const trace = JSON.parse((await bench.browser.stopTracing()).toString()) as { traceEvents: { name: string; dur?: number }[] }
  const long = trace.traceEvents.filter(({ name, dur }) => name === 'RunTask' && (dur ?? 0) > 50_000)
  const seconds = gaps.reduce((sum, gap) => sum + gap, 0) / 1_000
  await page.waitForTimeout(2_000)
  const shown = await shownBoard(page)
  const fresh = await bench.open()
  await showBoard(fresh)
  await fresh.waitForTimeout(1_000)
  const isSame = (await shownBoard(fresh)) === shown
  await fresh.close()
  await page.close()
  const alone = { floor: null, must: null, aim: null, noise: 0 }
  return [
    {
      ...alone,
      workload: 'storm, frames a second',
      product: gaps.length / seconds,
      against: `${Math.round(events / SECONDS)} events a second; wanted 60`,
      unit: 'x',
    },
    {
      ...alone,
      workload: 'storm, gap of frames, p95',
      product: quantile(gaps, 0.95),
      against: `p50 ${quantile(gaps, 0.5).toFixed(1)} ms`,
      unit: 'ms',
    },
    {
      ...alone,
      workload: 'storm, tasks above 50 ms',
      product: long.length,
      against: `in ${SECONDS} s of the trace, longest ${Math.round(Math.max(0, ...long.map(({ dur }) => (dur ?? 0) / 1_000)))} ms`,
      unit: 'x',
    },
    {
      ...alone,
      workload: 'storm, board as a fresh page',
      product: isSame ? 1 : 0,
      floor: 1,
      isAhead: true,
      against: 'must be the same',
      unit: 'x',
    },
  ]
}

/** Leads handed round, `PIECE` at a time, at the pace wanted. Answers how many events it made. */
async function storm(bench: BenchBrowser): Promise<number> {
  const begun = performance.now()
  let events = 0
  for (let turn = 0; performance.now() - begun < SECONDS * 1_000; turn++) {
    const leadIds = Array.from({ length: PIECE }, (_, at) => 1 + (((turn * PIECE + at) * 7) % LEADS))
    const input = { leadIds: [...new Set(leadIds)] }
    // A fourth of it moves leads from rep to rep, the rest only changes their cards.
    const { seqs } = await (turn % 4 === 0
      ? bench.call<{ seqs: number[] }>('lead/assign', { ...input, repId: 1 + (turn % REPS) })
      : bench.call<{ seqs: number[] }>('lead/setStage', { ...input, stage: turn % 8 < 4 ? 'contacted' : 'qualified' }))
    events += seqs.length
    const ahead = (events / EVENTS_A_SECOND) * 1_000 - (performance.now() - begun)
    if (ahead > 0) await new Promise((resolve) => setTimeout(resolve, ahead))
  }
  return events
}

async function twoWindows(bench: BenchBrowser): Promise<Row[]> {
  const pages = [await bench.open(), await bench.open()]
  for (const page of pages) await showBoard(page)
  await pages[0]!.waitForTimeout(1_000)
  const times: number[] = []
  for (let step = 0; step < STEPS; step++) {
    const availability = step % 2 === 0 ? 'busy' : 'available'
    const seen = pages.map((page) =>
      page.evaluate(async (wanted) => {
        const begun = Date.now()
        for (;;) {
          const said = document.querySelector('button[aria-label^="Rep 1 is "]')?.getAttribute('aria-label') ?? ''
          if (said.startsWith(`Rep 1 is ${wanted}`) || Date.now() - begun > 10_000) return Date.now()
          await new Promise(requestAnimationFrame)
        }
      }, availability),
    )
    await bench.call('rep/setAvailability', { repId: 1, availability })
    const savedAt = Date.now()
    for (const at of await Promise.all(seen)) times.push(Math.max(0, at - savedAt))
    await pages[0]!.waitForTimeout(150)
  }
  times.sort((a, b) => a - b)
  return [
    {
      workload: 'saved to shown in both windows, p95',
      product: quantile(times, 0.95),
      floor: 200,
      against: `limit: 200 ms (p50 ${quantile(times, 0.5)} ms, slowest ${times.at(-1)} ms)`,
      unit: 'ms',
      must: 1,
      aim: null,
      noise: 0,
    },
  ]
}

async function showBoard(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/board'
  })
  await page.locator('[data-card]').first().waitFor()
}

/**
 * The head of each column and its first cards, in the order of the board. Ages tick on and are left out, and so is how many more there are: a page
 * that has been open for long lists more than a fresh one.
 */
const shownBoard = (page: Page): Promise<string> =>
  page.evaluate((cards) => {
    const board = document.querySelector('main')?.cloneNode(true) as HTMLElement
    for (const time of board.querySelectorAll('time')) time.remove()
    const shown = [...board.querySelectorAll('[data-column]')].map((column) => [
      column.getAttribute('aria-label'),
      column.querySelector('ul')?.parentElement?.previousElementSibling?.textContent,
      ...[...column.querySelectorAll('[data-card]')].slice(0, cards).map(({ textContent }) => textContent),
    ])
    return JSON.stringify(shown)
  }, CARDS_COMPARED)
