import { expectNoBarriers } from './a11y.ts'
import { expect, test } from './desk-fixture.ts'
import { SCREENS } from './pages/frame.ts'
import { PeoplePage } from './pages/people-page.ts'
import { fixture } from './seeds.ts'

// The page is the same in both programs; axe looks at it in one.
test.describe.configure({ timeout: 150_000 })

test.describe('Without barriers, light and dark:', () => {
  test('the first run', async ({ desk }) => {
    const { page, firstRun } = desk
    await expectNoBarriers(page, 'welcome')
    await firstRun.begin.click()
    await firstRun.fillPerson(1, 'Anna Amsel', 'anna@team.example')
    await expectNoBarriers(page, 'people')
    await firstRun.next.click()
    await expect(firstRun.step('First rule')).toHaveAttribute('aria-current', 'step')
    await expectNoBarriers(page, 'first rule')
    await firstRun.next.click()
    await expect(firstRun.step('First leads')).toHaveAttribute('aria-current', 'step')
    await expectNoBarriers(page, 'first leads')
  })

  test.describe('on the sample desk', () => {
    test.use({ given: { sample: true } })

    test('every screen', async ({ desk }) => {
      const { page } = desk
      for (const screen of SCREENS) {
        await desk.frame.goTo(screen)
        await expect(page.getByRole('heading', { level: 1 })).toBeAttached()
        await expect(desk.frame.loading).toHaveCount(0)
        await expectNoBarriers(page, screen)
      }
      // The last of them is the settings.
      await page
        .getByRole('button', { name: /^Set PIN… / })
        .first()
        .click()
      await expect(page.getByRole('dialog', { name: /^A new PIN for/ })).toBeVisible()
      await expectNoBarriers(page, 'a new PIN')
      await page.keyboard.press('Escape')
      await new PeoplePage(page).open()
      await expectNoBarriers(page, 'who sits here')
    })

    test('the reports, each', async ({ desk }) => {
      const { page } = desk
      await desk.frame.goTo('Reports')
      // The overview is one of the screens.
      for (const tab of ['Speed', 'Offers', 'Leaking', 'Conversion', 'Fairness', 'Intake', 'Time']) {
        await page.getByRole('tab', { name: tab }).click()
        await expect(page.getByRole('tabpanel', { name: tab })).toBeVisible()
        await expect(desk.frame.loading).toHaveCount(0)
        await expectNoBarriers(page, `the report ${tab}`)
      }
    })

    test('an open lead, the editors, the palette and the list of keys', async ({ desk }) => {
      const { page, queue, lead } = desk
      await queue.show('Everything')
      await queue.rows().first().click()
      await expect(lead.heading).toBeVisible()
      await queue.select('Ravi Schneider')
      await expectNoBarriers(page, 'lead')
      await lead.tab('Why')
      await expectNoBarriers(page, 'why')
      await lead.tab('History')
      await expectNoBarriers(page, 'history')
      await lead.button('Assign').click()
      await expect(page.getByRole('dialog', { name: /^Assign/ })).toBeVisible()
      await expectNoBarriers(page, 'assign')
      await page.keyboard.press('Escape')
      await desk.frame.goTo('Reps')
      await desk.reps.openEdit('Mia Berg')
      await expectNoBarriers(page, 'rep')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+k')
      await expect(desk.palette.search).toBeFocused()
      await expectNoBarriers(page, 'palette')
      await page.keyboard.press('Escape')
      await expect(desk.palette.search).toBeHidden()
      await page.keyboard.press('?')
      await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible()
      await expectNoBarriers(page, 'keys')
    })

    test('the rules, each part', async ({ desk }) => {
      const { page, rules } = desk
      await desk.frame.goTo('Rules')
      await rules.bench().getByRole('button', { name: 'Try it' }).click()
      await rules.openEdit('German-speaking enterprise')
      await rules.editor.getByRole('button', { name: 'Offers and clocks' }).click()
      await rules.choose('Shared', 'By fixed percentages')
      await rules.editor.getByLabel('Percentage of Mia Berg').fill('60')
      await expectNoBarriers(page, 'rule')
      await page.keyboard.press('Escape')
      await expect(rules.editor).toBeHidden()
      for (const part of ['Scoring', 'Territories', 'Settings', 'Versions'] as const) {
        await rules.open(part)
        await expectNoBarriers(page, part)
      }
      await rules.open('Past leads')
      await page.getByRole('button', { name: 'Try them' }).click()
      await expect(page.getByText(/would go elsewhere/)).toBeVisible()
      await expectNoBarriers(page, 'past leads')
      await rules.bar.getByRole('button', { name: 'Publish' }).click()
      await expect(rules.publishDialog.getByText(/would go elsewhere/)).toBeVisible()
      await expectNoBarriers(page, 'publish')
    })

    test('the import, each step', async ({ desk }) => {
      const { page, wizard } = desk
      await wizard.open()
      await expectNoBarriers(page, 'file')
      await wizard.chooseAndRead(fixture('problem-rows.csv'))
      await expectNoBarriers(page, 'reading')
      await wizard.goOn('Columns')
      await expectNoBarriers(page, 'columns')
      await wizard.goOn('Check')
      await expect(wizard.figure('Rows')).toHaveText('6')
      await expectNoBarriers(page, 'check')
      await wizard.goOn('Leads')
      await page.getByRole('button', { name: 'Try it without saving' }).click()
      await expect(page.getByText('This is what would happen')).toBeVisible()
      await expectNoBarriers(page, 'leads')
      await wizard.importButton().click()
      await wizard.finished()
      await expectNoBarriers(page, 'result')
    })
  })
})
