import { expect, test } from './desk-fixture.ts'
import { aRep, everyoneInTurn, someLeads, someRules } from './seeds.ts'

const fromAustria = {
  name: 'Austria',
  when: { field: 'country', op: 'within', value: 'AT' },
  then: { to: 'rep', rep: 'anna.amsel@team.example' },
  otherwise: 'next',
}

test.describe('The rules', () => {
  test.use({
    given: { reps: [aRep('Anna Amsel'), aRep('Ben Bock')], rules: someRules(fromAustria, everyoneInTurn), leads: someLeads(2) },
  })

  test.beforeEach(async ({ desk }) => {
    await desk.frame.goTo('Rules')
    await expect(desk.rules.names()).toHaveCount(2)
  })

  test('get a new one, made of a condition and a place to go, and go to work when published', async ({ desk }) => {
    const { rules } = desk
    await rules.openAdd()
    await rules.editor.getByLabel('Name', { exact: true }).fill('Big ones')
    await rules.fillCondition('Employees', '≥', '500')
    await rules.editor.getByRole('radio', { name: 'One rep' }).check()
    await rules.choose('Rep', 'Ben Bock')
    await expect(rules.editor.getByRole('status', { name: 'Reads' })).toContainText('Ben Bock')
    await rules.saveInDraft()
    await expect(rules.rule('Big ones')).toContainText('When employees ≥ 500')
    await rules.list.getByRole('button', { name: 'Move Big ones up' }).click()
    await expect(rules.names()).toHaveText(['Austria', 'Big ones', 'All leads'])
    await expect(rules.bar).toContainText('Unpublished changes')
    await rules.publish('Big ones to Ben')
    await expect(desk.frame.notice('Version 2 is at work.')).toBeVisible()
    await expect(rules.bar).toContainText('Version 2 is at work')
    await rules.side('Versions')
    await expect(rules.versions()).toContainText('Big ones to Ben')
  })

  test('are put into another order by arrow, by key and by mouse', async ({ desk }) => {
    const { rules, page } = desk
    await rules.list.getByRole('button', { name: 'Move Austria down' }).click()
    await expect(rules.names()).toHaveText(['All leads', 'Austria'])
    await expect(page.getByText('Austria is now number 2.')).toBeAttached()

    const handle = rules.list.getByRole('button', { name: 'Drag Austria to another place' })
    await handle.focus()
    await page.keyboard.press('Enter')
    await page.waitForTimeout(200)
    await page.keyboard.press('ArrowUp')
    await page.waitForTimeout(200)
    await page.keyboard.press('Enter')
    await expect(rules.names()).toHaveText(['Austria', 'All leads'])

    // The rows glide to their places.
    await page.waitForTimeout(500)
    const from = await handle.boundingBox()
    const to = await rules.rule('All leads').boundingBox()
    if (from === null || to === null) throw new Error('nothing to drag')
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
    await page.mouse.down()
    await page.mouse.move(from.x + from.width / 2, from.y + 20, { steps: 5 })
    await page.mouse.move(from.x + from.width / 2, to.y + to.height - 4, { steps: 10 })
    await page.waitForTimeout(150)
    await page.mouse.up()
    await expect(rules.names()).toHaveText(['All leads', 'Austria'])
    await expect(rules.bar).toContainText('Unpublished changes')
    await rules.bar.getByRole('button', { name: 'Discard changes' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Discard changes' }).click()
    await expect(rules.names()).toHaveText(['Austria', 'All leads'])
  })

  test('are refused with the reason while something in them cannot work', async ({ desk }) => {
    const { rules, page } = desk
    await rules.openEdit('Austria')
    await rules.editor.getByRole('radio', { name: 'Discard' }).check()
    await rules.saveInDraft()
    await expect(rules.bar).toContainText('1 error')
    await expect(rules.rule('Austria')).toContainText('Error')
    await rules.bar.getByRole('button', { name: 'Publish' }).click()
    await expect(rules.publishDialog).toContainText('Mend the errors first.')
    await expect(rules.publishDialog.getByRole('button', { name: 'Publish' })).toBeDisabled()
    await page.keyboard.press('Escape')
    await expect(rules.publishDialog).toBeHidden()
  })

  test('are warned about where a rule can never be reached', async ({ desk }) => {
    const { rules } = desk
    await rules.list.getByRole('button', { name: 'Move Austria down' }).click()
    await expect(rules.bar).toContainText(/\d warnings?/)
    await expect(rules.rule('Austria')).toContainText('Warning')
  })

  test('go back to a version that was', async ({ desk }) => {
    const { rules, page } = desk
    await rules.rule('Austria').getByRole('switch', { name: 'Austria is on' }).click({ force: true })
    await expect(rules.rule('Austria')).toContainText('Off')
    await rules.publish('without Austria')
    await expect(rules.bar).toContainText('Version 2 is at work')
    await rules.side('Versions')
    await rules.versions().getByRole('button', { name: 'Publish version 1 again' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click()
    await expect(rules.bar).toContainText('Version 3 is at work')
    await expect(rules.rule('Austria')).not.toContainText('Off')
  })

  test('show on the bench how a lead would fall through them, also before they are published', async ({ desk }) => {
    const { rules } = desk
    const bench = rules.bench()
    await bench.getByLabel('Country').fill('AT')
    await bench.getByRole('button', { name: 'Try it' }).click()
    await expect(bench.getByRole('listitem').filter({ hasText: 'Austria' })).toContainText('decides')
    await expect(bench).toContainText('Anna Amsel')
    await rules.rule('Austria').getByRole('switch', { name: 'Austria is on' }).click({ force: true })
    await expect(bench.getByRole('listitem').filter({ hasText: 'All leads' })).toContainText('decides')
  })

  test('keep a draft while another screen is looked at', async ({ desk }) => {
    const { rules, page } = desk
    await rules.list.getByRole('button', { name: 'More for Austria' }).click()
    await page.getByRole('menuitem', { name: 'Duplicate' }).click()
    await expect(rules.names()).toHaveCount(3)
    await desk.frame.goTo('Queue')
    await desk.frame.goTo('Rules')
    await expect(rules.names()).toHaveCount(3)
    await expect(rules.bar).toContainText('Unpublished changes')
  })

  test('come from a rules.json and leave as one', async ({ desk }) => {
    const { rules, page } = desk
    await page.getByRole('button', { name: 'More', exact: true }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: 'Save as rules.json' }).click()
    expect((await download).suggestedFilename()).toBe('rules.json')

    await page.getByRole('button', { name: 'More', exact: true }).click()
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('menuitem', { name: 'Open rules.json' }).click()
    const document = someRules({ name: 'Only one', then: { to: 'hold' } })
    await (
      await chooser
    ).setFiles({ name: 'rules.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(document)) })
    await expect(rules.names()).toHaveText(['Only one'])
    await expect(rules.bar).toContainText('Unpublished changes')
  })
})

test.describe('A desk without rules', () => {
  test.use({ given: { reps: [aRep('Anna Amsel')], leads: someLeads(2) } })

  test('shares everything among everyone with two clicks, and what waited is given out', async ({ desk }) => {
    const { rules, queue } = desk
    await expect(queue.stat('Waiting')).toContainText('2')
    await desk.frame.goTo('Rules')
    await desk.page.getByRole('button', { name: 'Share all leads among everyone' }).click()
    await rules.publish()
    await expect(rules.bar).toContainText('Version 1 is at work')
    await desk.frame.goTo('Queue')
    await expect(queue.stat('Waiting')).toContainText('0')
    await queue.show('All open')
    await expect(queue.grid.getByRole('row').filter({ hasText: 'Anna Amsel' })).toHaveCount(2)
  })
})
