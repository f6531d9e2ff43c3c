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

  test(
    'get a new one, made of a condition and a place to go, and go to work when published',
    { tag: '@window' },
    async ({ desk }) => {
      const { rules } = desk
      await rules.openAdd()
      await rules.editor.getByLabel('Name', { exact: true }).fill('Big ones')
      await rules.fillCondition('Employees', '≥', '500')
      await rules.editor.getByRole('radio', { name: 'One rep' }).check()
      await rules.choose('Rep', 'Ben Bock')
      await expect(rules.editor.getByRole('status', { name: 'Reads' })).toContainText('Ben Bock')
      await rules.done()
      await expect(rules.rule('Big ones')).toContainText('When employees ≥ 500')
      // Above the last one that takes every lead: below it, nothing would reach it.
      await expect(rules.names()).toHaveText(['Austria', 'Big ones', 'All leads'])
      await expect(rules.bar).toContainText('Unpublished changes')
      await rules.publish('Big ones to Ben')
      await expect(desk.frame.notice('Version 2 is at work.')).toBeVisible()
      await expect(rules.bar).toContainText('Version 2 is at work')
      await rules.open('Versions')
      await expect(rules.versions()).toContainText('Big ones to Ben')
    },
  )

  test('are put into another order by arrow, by key and by mouse', { tag: '@window' }, async ({ desk }) => {
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
    await rules.done()
    await expect(rules.bar).toContainText('1 error')
    await expect(rules.rule('Austria')).toContainText('Error')
    await rules.bar.getByRole('button', { name: 'Publish' }).click()
    await expect(rules.publishDialog).toContainText('Mend the errors first.')
    await expect(rules.publishDialog.getByRole('button', { name: 'Publish', exact: true })).toBeDisabled()
    await page.keyboard.press('Escape')
    await expect(rules.publishDialog).toBeHidden()
  })

  test('are warned about where a rule can never be reached', async ({ desk }) => {
    const { rules } = desk
    await rules.list.getByRole('button', { name: 'Move Austria down' }).click()
    await expect(rules.bar).toContainText(/\d warnings?/)
    await expect(rules.rule('Austria')).toContainText('Warning')
  })

  test('show before they are published what would change, in the rules and for past leads', async ({ desk }) => {
    const { rules, page } = desk
    await rules.list.getByRole('button', { name: 'Drag All leads to another place' }).focus()
    await page.keyboard.press('Alt+ArrowUp')
    await expect(rules.names()).toHaveText(['All leads', 'Austria'])
    await rules.openEdit('All leads')
    await rules.editor.getByRole('radio', { name: 'One rep' }).check()
    await rules.choose('Rep', 'Ben Bock')
    await rules.done()
    await rules.bar.getByRole('button', { name: 'Publish' }).click()
    await expect(rules.publishDialog.getByText(/1 of 2 leads would go elsewhere/)).toBeVisible()
    await expect(rules.publishDialog.getByRole('list', { name: 'What changes' })).toContainText('All leads')
    await expect(rules.publishDialog.getByRole('table', { name: 'Side by side' })).toContainText('Given to a rep')
    await rules.confirmPublish('all to Ben')
    await expect(rules.bar).toContainText('Version 2 is at work')
  })

  test('are tried on past leads without a trace', async ({ desk }) => {
    const { rules, page } = desk
    await rules.openEdit('All leads')
    await rules.editor.getByRole('radio', { name: 'One rep' }).check()
    await rules.choose('Rep', 'Ben Bock')
    await rules.done()
    await rules.open('Past leads')
    await page.getByRole('button', { name: 'Try them' }).click()
    await expect(page.getByText(/1 of 2 leads would go elsewhere/)).toBeVisible()
    await expect(rules.report('What moves').getByRole('table')).toContainText('Anna AmselBen Bock1')
    await expect(rules.report('Rules and gaps')).toContainText('Austria')
    await rules.report('Who gets how many').getByRole('button', { name: 'As a table' }).click()
    await expect(rules.report('Who gets how many').getByRole('row', { name: /^Ben Bock/ })).toContainText('2')
    await desk.frame.goTo('Queue')
    await desk.queue.show('All open')
    await expect(desk.queue.grid.getByRole('row').filter({ hasText: 'Anna Amsel' })).toHaveCount(1)
  })

  test('are tried on the leads of a file that is not taken in', { tag: '@window' }, async ({ desk }) => {
    const { rules, page } = desk
    await rules.open('Past leads')
    await page.getByText('A file (CSV, Excel)').click()
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose a file' }).click()
    await (
      await chooser
    ).setFiles({
      name: 'fair.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('Name,Email,Country\nVera,vera@v.example,AT\nWim,wim@w.example,NL\n'),
    })
    await expect(page.getByText('fair.csv is read.')).toBeVisible()
    await page.getByRole('button', { name: 'Try them' }).click()
    await expect(page.getByText(/None of 2 leads would go elsewhere/)).toBeVisible()
    await expect(rules.report('Who gets how many')).toContainText('Anna Amsel')
    await desk.frame.goTo('Leads')
    await expect(page.getByText('Vera')).toHaveCount(0)
  })

  test(
    'go back to a version that was, after the same look at it, and tell what differs',
    { tag: '@window' },
    async ({ desk }) => {
      const { rules } = desk
      await rules.rule('Austria').getByRole('switch', { name: 'Austria is on' }).click({ force: true })
      await expect(rules.rule('Austria')).toContainText('Off')
      await rules.publish('without Austria')
      await expect(rules.bar).toContainText('Version 2 is at work')
      await rules.open('Versions')
      await rules.versions().getByRole('button', { name: 'What version 2 changed' }).click()
      await expect(rules.versions().getByRole('list', { name: 'What version 2 changed' })).toContainText('Austria')
      await rules.versions().getByRole('button', { name: 'Go back to version 1' }).click()
      await expect(rules.publishDialog.getByLabel('What changed')).toHaveValue('Version 1 again')
      await rules.confirmPublish()
      await expect(rules.bar).toContainText('Version 3 is at work')
      await rules.open('Rules')
      await expect(rules.rule('Austria')).not.toContainText('Off')
    },
  )

  test('take a step back and forth with the keys', { tag: '@window' }, async ({ desk }) => {
    const { rules, page } = desk
    await rules.list.getByRole('button', { name: 'Move Austria down' }).click()
    await expect(rules.names()).toHaveText(['All leads', 'Austria'])
    await page.keyboard.press('Control+z')
    await expect(rules.names()).toHaveText(['Austria', 'All leads'])
    await page.keyboard.press('Control+Shift+z')
    await expect(rules.names()).toHaveText(['All leads', 'Austria'])
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

  test('keep a draft while another screen is looked at, and when the page is opened anew', async ({ desk }) => {
    const { rules, page } = desk
    await rules.list.getByRole('button', { name: 'More for Austria' }).click()
    await page.getByRole('menuitem', { name: 'Duplicate' }).click()
    await expect(rules.names()).toHaveCount(3)
    await desk.frame.goTo('Queue')
    await desk.frame.goTo('Rules')
    await expect(rules.names()).toHaveCount(3)
    await expect(rules.bar).toContainText('Draft saved')
    await page.reload()
    await expect(rules.names()).toHaveCount(3)
    await expect(rules.bar).toContainText('Unpublished changes')
  })

  test('come from a rules.json and leave as one', { tag: '@window' }, async ({ desk }) => {
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

test.describe('A rule', () => {
  test.use({ given: { reps: [aRep('Anna Amsel'), aRep('Ben Bock')], rules: someRules(everyoneInTurn), leads: someLeads(2) } })

  test.beforeEach(async ({ desk }) => {
    await desk.frame.goTo('Rules')
    await desk.rules.openEdit('All leads')
  })

  test('says in its sentence what its leads are offered and timed by', async ({ desk }) => {
    const { rules } = desk
    await rules.editor.getByRole('button', { name: 'Offers and clocks' }).click()
    await rules.editor.getByLabel('Offer it first, to be accepted within', { exact: true }).fill('10')
    await rules.editor.getByLabel('First contact within', { exact: true }).fill('60')
    await rules.choose('If not contacted in time', 'Take it back and give it to somebody else')
    await rules.done()
    await expect(rules.rule('All leads')).toContainText(
      'everyone, in turn; offered for 10 minutes, first contact within 1 working hour, then taken back',
    )
    await rules.publish('with clocks')
    await expect(rules.bar).toContainText('Version 2 is at work')
  })

  test('shares by percentages that show what they come to', async ({ desk }) => {
    const { rules } = desk
    await rules.choose('Shared', 'By fixed percentages')
    await rules.editor.getByLabel('Percentage of Anna Amsel').fill('75')
    await expect(rules.editor.getByText(/^Sum 75%\. 25% is left/)).toBeVisible()
    await rules.done()
    await expect(rules.rule('All leads')).toContainText('everyone, by percentage (Anna Amsel 75%)')
    await expect(rules.bar).not.toContainText('error')
  })
})

test.describe('Scoring and territories', () => {
  test.use({ given: { reps: [aRep('Anna Amsel', { territories: ['South'] })], rules: someRules(everyoneInTurn) } })

  test('are written, tried on the bench and published with the rules', { tag: '@window' }, async ({ desk }) => {
    const { rules, page } = desk
    await desk.frame.goTo('Rules')
    await rules.open('Scoring')
    await page.getByRole('button', { name: 'Start scoring' }).click()
    const size = page.getByRole('group', { name: 'Company size' })
    await size.getByLabel('Value', { exact: true }).fill('500')
    await rules.bench().getByLabel('Employees').fill('800')
    await rules.bench().getByRole('button', { name: 'Try it' }).click()
    await expect(rules.bench().getByRole('region', { name: 'Score' })).toContainText('100 of 100')
    await rules.open('Territories')
    await page.getByRole('button', { name: 'Add a territory' }).click()
    const territory = page.getByRole('tabpanel', { name: 'Territories' })
    await territory.getByLabel('Name').fill('South')
    await territory.getByRole('combobox', { name: 'Places' }).fill('Bay')
    await page.getByRole('option', { name: 'Bayern', exact: true }).click()
    await expect(territory).toContainText('Served by Anna Amsel')
    await rules.publish('scores')
    await expect(rules.bar).toContainText('Version 2 is at work')
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
