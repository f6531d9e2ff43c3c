import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cell, REPORTS, type Report, type ReportName } from '../../src-main/contract/index.ts'
import { readReport } from '../../src-main/desk/read-report.ts'
import { sharesIn } from '../../src-main/store/queries/fair-shares.ts'
import { jainIndex } from '../../src-main/store/reports/shape.ts'
import { aBusyDesk, type BusyDesk, busySteps, CLOCK_RULES, take } from '../helpers/busy-desk.ts'
import { DAY, MINUTE, openTestDesk } from '../helpers/open-test-desk.ts'
import { figuresReckoned, tablesReckoned } from '../helpers/reckon-figures.ts'
import { historyOf } from '../helpers/reckon-reports.ts'

/** How many desks; a nightly run sets more. */
const RUNS = Number(process.env.LEAD_DESK_REPORT_DESKS ?? 12)

/** Every cell of a report with where it stands. */
function cellsOf(report: Report): { where: string; measure: string; cell: Cell }[] {
  const figures = report.figures.map(({ id, measure, ...cell }) => ({ where: id, measure, cell }))
  const tables = report.tables.flatMap(({ id, columns, rows }) =>
    rows.flatMap(({ key, cells }) =>
      cells.map((cell, at) => ({ where: `${id}/${key}/${columns[at]!.id}`, measure: columns[at]!.measure, cell })),
    ),
  )
  return [...figures, ...tables]
}

const near = (value: number | null): unknown => (value === null ? null : expect.closeTo(value, 6))

describe('reports of random desks', () => {
  it(
    'tell what the history of every lead tells, read the slow way',
    async () => {
      await fc.assert(
        fc.asyncProperty(busySteps, fc.integer({ min: 0, max: 3 }), async (list, daysCut) => {
          await using test = (await aBusyDesk(list)).test
          const to = test.clock.now() + 1 - daysCut * 6 * 60 * MINUTE
          const from = test.clock.now() - 10 * DAY
          const history = await historyOf(test, CLOCK_RULES)
          const signs = await test.desk.store.suspicions(from, to)
          for (const name of REPORTS) {
            const report = await readReport(test.desk, { name, from, to })
            const figures = figuresReckoned(name, history, from, to)
            // These desks show bursts alone, and none shares a lead with another.
            if (name === 'intake') figures.suspected = signs.reduce((sum, { leads }) => sum + leads, 0)
            const told = report.figures.map(({ id, value }) => [
              id,
              id === 'largestGap' && value !== null ? Math.abs(value) : value,
            ])
            expect(Object.fromEntries(told.map(([id, value]) => [`${name} ${id}`, value]))).toEqual(
              Object.fromEntries(Object.entries(figures).map(([id, value]) => [`${name} ${id}`, near(value)])),
            )
            for (const table of report.tables) {
              const wanted = tablesReckoned(table.id, history, from, to)
              if (wanted === null) continue
              const got = table.rows.map(({ key, cells }) => [
                key,
                Object.fromEntries(table.columns.map(({ id }, at) => [id, cells[at]!.value])),
              ])
              expect({ [table.id]: Object.fromEntries(got) }).toEqual({
                [table.id]: Object.fromEntries(
                  Object.entries(wanted).map(([key, row]) => [
                    key,
                    Object.fromEntries(Object.entries(row).map(([id, value]) => [id, near(value)])),
                  ]),
                ),
              })
            }
          }
        }),
        { numRuns: RUNS },
      )
    },
    20 * 60_000,
  )

  it(
    'open exactly the leads that each number is made of',
    async () => {
      await fc.assert(
        fc.asyncProperty(busySteps, async (list) => {
          await using test = (await aBusyDesk(list)).test
          const [from, to] = [test.clock.now() - 10 * DAY, test.clock.now() - 100 * MINUTE]
          for (const name of REPORTS) {
            for (const { where, measure, cell } of cellsOf(await readReport(test.desk, { name, from, to }))) {
              if (cell.leads === null) continue
              const behind = await test.desk.store.leadCount(cell.leads, 1_000_000)
              if (measure === 'count') expect({ where, behind }).toEqual({ where, behind: cell.value })
              else if (measure !== 'share') expect({ where, behind }).toEqual({ where, behind: cell.of })
              else if (cell.value !== null)
                expect({ where, behind }).toEqual({ where, behind: Math.round(cell.value * cell.of!) })
              else expect(cell.of).toBeLessThan(10)
            }
          }
        }),
        { numRuns: RUNS },
      )
    },
    20 * 60_000,
  )

  it(
    'owe as much as was given, whatever was undone, and however the days are cut',
    async () => {
      await fc.assert(
        fc.asyncProperty(busySteps, fc.integer({ min: 1, max: 200 }), async (list, slice) => {
          await using test = (await aBusyDesk([])).test
          const state: BusyDesk = {
            test,
            reps: (await test.desk.store.reps(test.clock.now())).map(({ id }) => id),
            leads: [],
            steps: [],
          }
          for (const one of list) {
            await take(state, one)
            // In the middle of things, so that undoing meets decisions that are added up and others that are not.
            if (one.do === 'wait') await test.desk.store.digestDecisions(slice)
          }
          for (const days of [1, 2, 10]) {
            const { tables } = await readReport(test.desk, {
              name: 'fairness',
              from: test.clock.now() - days * DAY,
              to: test.clock.now() + 1,
            })
            const sum = (column: number): number => tables[0]!.rows.reduce((total, { cells }) => total + cells[column]!.value!, 0)
            expect(sum(1)).toBeCloseTo(sum(0), 6)
          }
          const whole = await readReport(test.desk, { name: 'fairness', from: 0, to: test.clock.now() + 1 })
          const given = (await historyOf(test, CLOCK_RULES)).decisions.flatMap(({ record }) => [...sharesIn(record).values()])
          expect(whole.tables[0]!.rows.reduce((total, { cells }) => total + cells[0]!.value!, 0)).toBe(
            given.reduce((total, one) => total + one.given, 0),
          )
        }),
        { numRuns: RUNS },
      )
    },
    20 * 60_000,
  )
})

describe('evenness', () => {
  it.each([
    [[10, 10, 10], 1],
    [[12, 9, 9], 0.98],
    [[20, 10, 0], 0.6],
  ])('of %j is %d', (shares, index) => {
    expect(jainIndex(shares)).toBeCloseTo(index, 3)
  })
})

describe('a report', () => {
  it.each([...REPORTS])(
    '%s of a desk on which nothing happened has every figure, and no number from nowhere',
    async (name: ReportName) => {
      const test = await openTestDesk()
      const report = await readReport(test.desk, { name, from: 0, to: test.clock.now() })
      expect(report.figures.every(({ value }) => value === null || value === 0)).toBe(true)
    },
  )

  it('of a period that ends before it begins is refused', async () => {
    const test = await openTestDesk()
    await expect(readReport(test.desk, { name: 'speed', from: 5, to: 5 })).rejects.toMatchObject({ code: 'bad-input' })
  })
})
