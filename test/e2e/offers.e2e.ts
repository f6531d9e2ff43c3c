import { expect, test } from './desk-fixture.ts'
import { expectNoBarriers } from './a11y.ts'
import { aRep, someRules } from './seeds.ts'

const offer = (by: string) => ({
  to: 'pool',
  pool: {},
  by,
  acceptWithinMinutes: 8,
  contactWithinMinutes: 30,
  contactClock: 'always',
})
const rules = someRules(
  { name: 'Claims', when: { field: 'source', op: 'is', value: 'Fair' }, then: offer('claim'), otherwise: 'hold' },
  { name: 'Offers', then: offer('weighted'), otherwise: 'hold' },
)

test.describe('A lead that must be accepted', () => {
  test.use({
    given: {
      reps: [aRep('Anna Amsel', { weight: 3 }), aRep('Ben Bock')],
      rules,
      leads: [
        { name: 'Greta Grün', email: 'greta@gruen.example', source: 'Web form' },
        { name: 'Karl Kamin', email: 'karl@kamin.example', source: 'Fair' },
      ],
    },
  })

  test('R20 ticks in queue and board, and is accepted or declined for the rep', { tag: '@window' }, async ({ desk }) => {
    const { queue, lead, board, frame, page } = desk
    await expect(queue.atRisk()).toContainText('2')
    await queue.show('Offered')
    await expect(queue.row('Greta Grün')).toContainText(/Offered to Anna Amsel.*7:\d\d left/)
    await expect(queue.row('Karl Kamin')).toContainText(/Offered to 2 reps.*7:\d\d left/)
    await expectNoBarriers(page, 'the queue with offers')

    await frame.goTo('Board')
    await expect(board.card('Greta Grün', board.column('Anna Amsel'))).toContainText('Offered')
    await expect(board.card('Karl Kamin', board.waiting)).toContainText('Offered to 2')

    await frame.goTo('Queue')
    await queue.open('Greta Grün')
    await lead.button('Decline… for Anna Amsel').click()
    const dialog = page.getByRole('dialog', { name: 'Anna Amsel declines the lead' })
    await dialog.getByLabel('Why (may be left empty)').fill('No time')
    await dialog.getByRole('button', { name: 'Decline' }).click()
    await expect(lead.panel).toContainText('Offered to Ben Bock')
    await lead.button('Accept for Ben Bock').click()
    await expect(frame.notice('Accepted for Ben Bock')).toBeVisible()
    await expect(lead.panel).toContainText(/contact due in 29:\d\d/)
    await lead.tab('History')
    await expect(lead.step('Ben Bock accepted it')).toBeVisible()
    await expect(lead.step('Anna Amsel declined it: No time')).toBeVisible()

    await queue.open('Karl Kamin')
    await lead.button('Accept for…').click()
    await page.getByRole('menuitem', { name: 'Ben Bock' }).click()
    await expect(lead.panel).toContainText(/contact due in 29:\d\d/)
    await expect(queue.grid.or(page.getByRole('main').getByRole('status'))).not.toContainText('Karl Kamin')
  })

  test('R34 answers what would have been', async ({ desk }) => {
    const { queue, lead } = desk
    await queue.show('Offered')
    await queue.open('Greta Grün')
    await lead.tab('Why')
    await lead.button('What if Anna Amsel had been away?').click()
    await expect(lead.panel.getByRole('region', { name: 'What if …' }).getByRole('status')).toContainText('Ben Bock')
    await expectNoBarriers(desk.page, 'why and what if')
  })

  test('R30 is merged with another, side by side, and taken apart again', async ({ desk }) => {
    const { queue, lead, page, frame } = desk
    await queue.show('Offered')
    await queue.open('Greta Grün')
    await expect(lead.heading).toHaveText('Greta Grün')
    await lead.fromMenu('Merge')
    const dialog = page.getByRole('dialog', { name: 'Merge with another lead' })
    await dialog.getByLabel('Find the other lead').fill('karl')
    await dialog.getByRole('button', { name: /Karl Kamin/ }).click()
    await expect(dialog.getByRole('row', { name: /karl@kamin\.example/ })).toContainText('not taken over')
    await dialog.getByRole('button', { name: 'Merge' }).click()
    await expect(frame.notice(/^Merged into lead/)).toBeVisible()
    await expect(queue.row('Karl Kamin')).toBeHidden()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(queue.row('Karl Kamin')).toBeVisible()
  })
})
