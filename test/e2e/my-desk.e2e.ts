import { expectNoBarriers } from './a11y.ts'
import { expect, test } from './desk-fixture.ts'
import { aRep, someRules } from './seeds.ts'

const rules = someRules(
  {
    name: 'Offers',
    when: { field: 'source', op: 'is', value: 'Fair' },
    then: { to: 'pool', pool: {}, by: 'weighted', acceptWithinMinutes: 8 },
    otherwise: 'hold',
  },
  { name: 'All', then: { to: 'pool', pool: {}, by: 'weighted' } },
)

test.describe("A rep's own desk", () => {
  test.use({
    given: {
      reps: [aRep('Anna Amsel', { capacity: 20 })],
      rules,
      leads: [
        { name: 'Greta Grün', email: 'greta@gruen.example', source: 'Web form', phone: '+4930123456' },
        { name: 'Karl Kamin', email: 'karl@kamin.example', source: 'Web form' },
        { name: 'Otto Ofen', email: 'otto@ofen.example', source: 'Fair' },
      ],
    },
  })

  test(
    'is worked by single keys: an offer accepted, a try logged and on to the next lead',
    { tag: '@window' },
    async ({ desk }) => {
      const { frame, page } = desk
      await frame.goTo('My desk')
      await page.getByRole('main').getByRole('combobox', { name: 'Whose desk' }).click()
      await page.getByRole('option', { name: 'Anna Amsel' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Anna Amsel' })).toBeVisible()
      await expect(page.getByText('Leads come to you now.')).toBeVisible()

      const offers = page.getByRole('region', { name: '1 lead is offered to you' })
      await expect(offers.getByRole('listitem')).toContainText(/Otto Ofen/)
      await expect(offers).toContainText(/7:\d\d left/)
      await expectNoBarriers(page, 'my desk with an offer')

      const rows = page.getByRole('grid', { name: 'To do' }).getByRole('row')
      await expect(rows).toHaveCount(2)
      await expect(rows.first()).toContainText('Greta Grün')
      await page.keyboard.press('y')
      await expect(frame.notice('Accepted for Anna Amsel')).toBeVisible()
      await expect(offers).toHaveCount(0)
      await expect(rows).toHaveCount(3)

      await page.keyboard.press('j')
      await page.keyboard.press('e')
      await expect(rows.last()).toContainText(/Greta Grün.*Touched just now/)
      await page.keyboard.press('e')
      await expect(rows.last()).toContainText(/Karl Kamin.*Touched just now/)
      await expect(rows.first()).toContainText('Otto Ofen')

      await page.getByRole('button', { name: /^Anna Amsel is available/ }).click()
      await page.getByRole('menuitem', { name: 'Busy for 15 minutes' }).click()
      await expect(page.getByText(/^No new leads now: busy until/)).toBeVisible()
      await page.getByText('Won', { exact: true }).click()
      await expect(page.getByRole('heading', { name: 'None won yet' })).toBeVisible()
    },
  )
})
