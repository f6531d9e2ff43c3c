import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './desk-fixture.ts'
import { root } from './running-desk.ts'
import { aRep, everyoneInTurn, fixture, someRules } from './seeds.ts'

const shared = join(root, '../shared/data/csv/leads')
const isShared = existsSync(shared)
// Whoever reads the run must know that it saw less.
if (!isShared) {
  process.stderr.write('whole-files.e2e.ts: ../shared/data is not there; a small fixture stands in for the whole files\n')
}

const files = isShared
  ? [
      { file: join(shared, 'datablist-leads-10000.csv'), rows: 10_000 },
      { file: join(shared, 'salesforce-leads-posit.csv'), rows: 160 },
    ]
  : [{ file: fixture('leute-windows-1252.csv'), rows: 4 }]

test.describe('A whole file', () => {
  test.use({ given: { reps: [aRep('Anna Amsel'), aRep('Ben Bock', { weight: 3 })], rules: someRules(everyoneInTurn) } })

  for (const { file, rows } of files) {
    const name = file.slice(file.lastIndexOf('/') + 1)
    const said = rows.toLocaleString('en-GB')
    test(`${name} goes in by the wizard, every row of it, and each lead has a place`, async ({ desk }) => {
      const { wizard, page, queue } = desk
      await wizard.open()
      await wizard.chooseAndRead(file)
      await wizard.goOn('Columns')
      await wizard.goOn('Check')
      await expect(wizard.figure('Rows')).toHaveText(said, { timeout: 30_000 })
      await expect(wizard.figure('Left out')).toHaveText('0')
      await wizard.goOn('Leads')
      await page.getByRole('button', { name: 'Try it without saving' }).click()
      await expect(wizard.figure('Added')).toHaveText(said, { timeout: 30_000 })
      await wizard.importButton().click()
      await wizard.finished()
      await expect(wizard.figure('Added')).toHaveText(said)
      await expect(wizard.figure('Assigned')).toHaveText(said)
      await desk.frame.goTo('Board')
      const half = (rows / 2).toLocaleString('en-GB')
      await expect(desk.board.column('Anna Amsel')).toContainText(`${half} today`)
      await expect(desk.board.column('Ben Bock')).toContainText(`${half} today`)
      await desk.frame.goTo('Leads')
      const last = readFileSync(file, 'latin1').trimEnd().split('\n').at(-1) ?? ''
      const email = /[\w.+-]+@[\w.-]+/.exec(last)?.[0] ?? ''
      await queue.search.fill(email)
      await expect(queue.rows()).toHaveCount(1)
      await queue.rows().first().click()
      await expect(desk.lead.panel).toContainText(`line ${(rows + 1).toLocaleString('en-GB')}`)
    })
  }
})
