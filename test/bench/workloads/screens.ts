import type { Page } from '@playwright/test'
import { digestDecisions } from '../../../src-main/desk/digest-decisions.ts'
import { openBrowser } from '../browser.ts'
import { closeBenchDesk, fillBenchDesk, inFolder, openBenchDesk } from '../desk.ts'
import { quantile, type Row } from '../measure.ts'

const REPS = 200
const ROUNDS = 12
const SEARCHES = 24
const SCROLLS = 120

/** Thirty days that no round before asked for: their report is read for the first time. */
const unread = (round: number): string => {
  const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
  return `reports/overview/${daysAgo(31 + round)}..${daysAgo(2 + round)}/none`
}

interface Look {
  name: string
  at: (round: number) => string
  /** What is there when a screen shows what it is for; its skeleton does not count. */
  shows: string
  limitMs?: number
}

const SCREENS: readonly Look[] = [
  { name: 'queue', at: () => 'queue', shows: '[role="gridcell"]' },
  { name: 'board', at: () => 'board', shows: '[data-card]' },
  { name: 'my-desk/1', at: () => 'my-desk/1', shows: '[role="gridcell"]' },
  { name: 'leads', at: () => 'leads', shows: '[role="gridcell"]' },
  { name: 'reps', at: () => 'reps', shows: 'tbody tr, [role="gridcell"]' },
  { name: 'rules', at: () => 'rules', shows: 'ol li, [role="listitem"], li' },
  { name: 'the places of a report', at: (round) => unread(round + ROUNDS + 1), shows: '[role="status"], [role="group"]' },
  { name: 'intake', at: () => 'intake', shows: 'section' },
  { name: 'review', at: () => 'review', shows: 'h2, [role="listitem"]' },
  { name: 'duplicates', at: () => 'duplicates', shows: 'h2, [role="listitem"], table' },
  { name: 'reports', at: () => 'reports', shows: '[role="group"]' },
  { name: 'settings', at: () => 'settings', shows: 'form' },
  // Where its figures will be is drawn at once; for themselves they have the time a report may take.
  { name: 'a report never read', at: unread, shows: '[role="group"]', limitMs: 500 },
]

/**
 * A desk of many leads and 200 reps in a browser at 1920 x 1080: from the click to the first frame that shows a screen's content, the queue under
 * a fast wheel, and words typed into the search until its rows stand there.
 */
export function measureScreens({ isBig }: { isBig: boolean }): Promise<Row[]> {
  const leads = isBig ? 1_000_000 : 200_000
  return inFolder(async (folder) => {
    const at = Date.now() - 60_000
    const desk = await openBenchDesk(folder, REPS, at)
    await fillBenchDesk(desk, leads, at)
    // A desk does so in its idle hours; all of a million at once, the first report would wait for it.
    await digestDecisions(desk)
    await closeBenchDesk(desk)
    const bench = await openBrowser('screens', folder)
    if (bench === null) return []
    console.error(`screens: of ${leads.toLocaleString('en')} leads and ${REPS} reps`)
    try {
      const page = await bench.open()
      const rows = await navigations(page)
      rows.push(await searches(page), ...(await scrolling(page)))
      return rows
    } finally {
      await bench.close()
    }
  })
}

async function navigations(page: Page): Promise<Row[]> {
  const times = new Map<string, number[]>(SCREENS.map(({ name }) => [name, []]))
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { name, at, shows } of SCREENS) {
      const hash = at(round)
      const ms = await page.evaluate(
        async ({ hash, selector }) => {
          const begun = performance.now()
          location.hash = `#/${hash}`
          const isThere = (): boolean => document.querySelector(selector) !== null
          await new Promise<void>((resolve, reject) => {
            const look = (): void => {
              if (isThere()) resolve()
              else if (performance.now() - begun > 20_000) reject(new Error(`no ${selector}`))
              else requestAnimationFrame(look)
            }
            requestAnimationFrame(look)
          })
          // The frame it is in has been drawn when the task after it runs.
          await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
          return performance.now() - begun
        },
        {
          hash,
          selector: shows
            .split(', ')
            .map((one) => `main[data-screen="${hash.split('/')[0]}"] ${one}`)
            .join(', '),
        },
      )
      // The first round loads each screen's own script.
      if (round > 0) times.get(name)?.push(ms)
      await page.waitForTimeout(60)
    }
  }
  return SCREENS.map(({ name, limitMs = 200 }) => limited(`to ${name}, p95`, times.get(name) ?? [], 0.95, limitMs))
}

async function searches(page: Page): Promise<Row> {
  await page.evaluate(() => {
    location.hash = '#/leads'
  })
  await page.locator('main[data-screen="leads"] [role="gridcell"]').first().waitFor()
  const box = page.getByRole('searchbox').first()
  const words =
    'bak del kim lor mas nod rit sob tak anna jonas marie paul lena felix clara emil nora hugo ines luca sofia mateo alice'.split(
      ' ',
    )
  const times: number[] = []
  for (const word of words.slice(0, SEARCHES)) {
    await box.fill('')
    await page.waitForTimeout(250)
    const timing = page.evaluate(async (begins) => {
      const input = document.querySelector<HTMLInputElement>('main input[type="search"]')
      const begun = await new Promise<number>((resolve) => {
        input?.addEventListener('input', () => resolve(performance.now()), { once: true, capture: true })
      })
      const isFound = (): boolean =>
        [...document.querySelectorAll('main [role="row"] [role="gridcell"]:nth-child(3)')]
          .slice(0, 8)
          .every((cell, _, all) => all.length > 0 && new RegExp(`(^|[^a-z])${begins}`, 'i').test(cell.textContent))
      await new Promise<void>((resolve) => {
        const look = (): void => {
          if (isFound() || performance.now() - begun > 5_000) resolve()
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      })
      return performance.now() - begun
    }, word)
    await page.waitForTimeout(30)
    await box.fill(word)
    times.push(await timing)
  }
  await box.fill('')
  return limited('search, typed to shown, p95', times, 0.95, 100)
}

async function scrolling(page: Page): Promise<Row[]> {
  await page.evaluate(() => {
    location.hash = '#/leads'
  })
  await page.locator('main[data-screen="leads"] [role="gridcell"]').first().waitFor()
  await page.waitForTimeout(400)
  const { blank, looks, frames } = await page.evaluate(async (scrolls) => {
    const grid = document.querySelector<HTMLElement>('main [role="grid"]')
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))
    let blank = 0
    let looks = 0
    const frames: number[] = []
    let last = await frame()
    for (let at = 0; grid !== null && at < scrolls; at++) {
      grid.scrollTop += 900
      const now = await frame()
      frames.push(now - last)
      last = now
      const { left, top, bottom } = grid.getBoundingClientRect()
      for (let y = top + 60; y < bottom - 20; y += 60) {
        looks++
        const row = document.elementFromPoint(left + 200, y)?.closest('[role="row"]')
        if (row === null || row === undefined || row.textContent === '') blank++
      }
    }
    return { blank, looks, frames }
  }, SCROLLS)
  const alone = { floor: null, must: null, aim: null, noise: 0 }
  return [
    { ...alone, workload: 'rows blank under a fast wheel', product: blank, against: `of ${looks} looks`, unit: 'x' },
    limited('frame while scrolling, p95', frames, 0.95, 34),
  ]
}

function limited(workload: string, times: number[], share: number, limitMs: number): Row {
  times.sort((a, b) => a - b)
  return {
    workload,
    product: quantile(times, share),
    floor: limitMs,
    against: `limit: ${limitMs} ms (p50 ${Math.round(quantile(times, 0.5))} ms)`,
    unit: 'ms',
    must: 1,
    aim: null,
    noise: 0,
  }
}
