import { expectNoBarriers } from './a11y.ts'
import { expect, test } from './desk-fixture.ts'
import { PeoplePage } from './pages/people-page.ts'
import { aRep, everyoneInTurn, someRules } from './seeds.ts'

const team = [aRep('Ines Roth', { role: 'manager', weight: 0 }), aRep('Mia Berg'), aRep('Noah Klein')]
const toMia = {
  name: 'To Mia',
  when: { field: 'product', op: 'is', value: 'offer' },
  then: { to: 'rep', rep: 'mia.berg@team.example', acceptWithinMinutes: 60 },
}

test.describe('A desk of a manager and two reps', () => {
  test.use({
    given: {
      reps: team,
      rules: someRules(toMia, everyoneInTurn),
      leads: [
        { name: 'Ada First', email: 'ada@first.example' },
        { name: 'Bob Second', email: 'bob@second.example' },
        { name: 'Cleo Offered', email: 'cleo@third.example', phone: '+4915112345612', product: 'offer' },
      ],
    },
  })

  test(
    'is locked by a manager’s PIN; a rep then sees their own leads, and the manager comes back',
    { tag: '@window' },
    async ({ desk }) => {
      const { page, frame } = desk
      const people = new PeoplePage(page)
      await expect(people.seat).toContainText('Manager')
      await frame.goTo('Settings')
      const roles = page.getByRole('region', { name: 'People and roles' })
      await expect(roles).toContainText('Nobody is asked who they are')
      await people.givePin('Ines Roth', '4711')
      await expect(roles).toContainText('Every window asks who sits there')
      await expect(people.seat).toContainText('Ines Roth')
      await expectNoBarriers(page, 'People and roles')

      await people.lock()
      await expect(frame.navigation).toBeHidden()
      await page.reload()
      await expect(people.locked).toBeVisible()
      await expectNoBarriers(page, 'a locked window')
      await people.choose('ines')
      await people.typePin('Ines Roth', '0000')
      await expect(page.getByText('That is not the PIN.')).toBeVisible()
      await page.getByRole('button', { name: 'Somebody else' }).click()

      await people.choose('mia')
      await expect(page.getByRole('heading', { name: 'Mia Berg' })).toBeVisible()
      await expect(page).toHaveURL(/#\/my-desk$/)
      await expect(frame.navigation.getByRole('link')).toHaveText([/My desk/, /Leads/, /Settings/])
      const inMenu = await desk.app?.evaluate(({ Menu }) => {
        const view = Menu.getApplicationMenu()?.items.find(({ label }) => label === '&View')
        return view?.submenu?.items.filter(({ accelerator }) => /\+\d$/.test(accelerator ?? '')).map(({ label }) => label)
      })
      expect(inMenu).toEqual(desk.app === null ? undefined : ['My desk', 'Leads', 'Settings'])
      await page.evaluate(() => {
        location.hash = '#/rules'
      })
      await expect(page).toHaveURL(/#\/my-desk$/)
      await desk.palette.open()
      await desk.palette.search.fill('rules')
      await expect(page.getByText('Nothing found')).toBeVisible()
      await page.keyboard.press('Escape')
      await frame.goTo('Leads')
      const list = page.getByRole('main')
      await expect(list).toContainText('Ada First')
      await expect(list).toContainText('Cleo Offered')
      await expect(list).not.toContainText('Bob Second')

      await page.reload()
      await expect(people.seat).toContainText('Mia Berg')
      await people.open()
      await people.choose('ines')
      await people.typePin('Ines Roth', '4711')
      await expect(people.seat).toContainText('Ines Roth')
      await expect(page).toHaveURL(/#\/queue$/)
      await frame.goTo('Leads')
      await expect(list).toContainText('Bob Second')
    },
  )

  test('shows a rep how to reach a lead once it is theirs', async ({ desk }) => {
    const { page } = desk
    const people = new PeoplePage(page)
    await people.open()
    await people.choose('mia')
    await expect(page).toHaveURL(/#\/my-desk$/)
    await page.evaluate(() => {
      location.hash = '#/my-desk/lead/3'
    })
    const panel = page.getByRole('complementary', { name: 'Lead' })
    await expect(panel).toContainText('c…@third.example')
    await expect(panel).not.toContainText('cleo@third.example')
    await page.getByRole('main').getByRole('button', { name: 'Accept Cleo Offered' }).click()
    await expect(panel).toContainText('cleo@third.example')

    // Nobody has a PIN: whoever gets up leaves a manager's window.
    await people.open()
    await people.dialog.getByRole('button', { name: 'Nobody: the manager’s view' }).click()
    await expect(people.seat).toContainText('Manager')
    await expect(page.getByRole('navigation', { name: 'Screens' })).toContainText('Rules')
  })
})
