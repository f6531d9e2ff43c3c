import { readFileSync } from 'node:fs'
import { expectNoBarriers } from './a11y.ts'
import { expect, test } from './desk-fixture.ts'
import { aRep, everyoneInTurn, someLeads, someRules } from './seeds.ts'

test.describe('A desk with leads tried and won', () => {
  const [first, second, ...others] = someLeads(12)
  // Before the last 30 days, so that there is something to be compared with.
  const old = someLeads(1, { email: 'old@firm.example', receivedAt: Date.now() - 40 * 86_400_000 })
  const leads = [{ ...first, logged: 'attempt' as const }, { ...second, stage: 'won' as const }, ...others, ...old]
  test.use({ given: { reps: [aRep('Anna Amsel'), aRep('Ben Busch')], rules: someRules(everyoneInTurn), leads } })

  test(
    'reports how fast, how fair, and what came of it, with the leads behind each number',
    { tag: '@window' },
    async ({ desk }) => {
      const { page } = desk
      await desk.frame.goTo('Reports')
      const main = page.getByRole('main')
      await expect(main.getByRole('group', { name: 'Leads received' })).toContainText(/12.*11 more.*before: 1/)
      await expect(main.getByRole('img', { name: /^Leads by day/ })).toBeVisible()
      await expectNoBarriers(page, 'the overview')

      await page.getByRole('tab', { name: 'Overview' }).focus()
      await page.keyboard.press('ArrowRight')
      await expect(page).toHaveURL(/#\/reports\/speed\/last-30\/previous$/)
      const byRep = main.getByRole('grid', { name: 'Speed by rep' })
      await expect(byRep.getByRole('row', { name: /Anna Amsel/ })).toContainText('too few')
      // From the picture to the numbers behind it by keys alone.
      const bands = main.getByRole('region', { name: 'What speed brings' })
      await bands.getByRole('radio', { name: 'Chart' }).focus()
      await page.keyboard.press('ArrowRight')
      await bands
        .getByRole('grid')
        .getByRole('button', { name: /show the leads/ })
        .first()
        .focus()
      await page.keyboard.press('ArrowRight')
      await expect(bands.getByRole('button', { name: /^8\.3%, Share, 0 – 5 min/ })).toBeFocused()
      await expectNoBarriers(page, 'a report as tables')
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(/#\/leads\/behind\//)
      await expect(main.getByText('Lead 01')).toBeVisible()
      await expect(main.getByText('Lead 02')).toBeHidden()
      await page.goBack()

      await page.getByRole('tab', { name: 'Time' }).click()
      await expect(main.getByRole('region', { name: 'When each rep was there' })).toContainText('Ben Busch')
      await page.getByRole('button', { name: /^Period/ }).click()
      await expectNoBarriers(page, 'the time of reps, and the choice of a period')
      await page.getByRole('button', { name: 'Today' }).press('Escape')
      await page.getByRole('tab', { name: 'Conversion' }).click()
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Export' }).click()
      await page.getByRole('menuitem', { name: 'Conversion by source as CSV' }).click()
      const csv = await download
      expect(csv.suggestedFilename()).toMatch(/^report-conversion-conversionBySource-.*\.csv$/)
      expect(readFileSync(await csv.path(), 'utf8')).toMatch(
        /^\ufeffSource,Received,Qualified \(0-1\),.*\r\nWeb form,12,0.083333,0.083333,/,
      )

      await page.getByRole('button', { name: /^Period/ }).click()
      await page.getByRole('button', { name: 'Yesterday' }).click()
      await expect(page.getByText('No leads in this period')).toBeVisible()
    },
  )
})
