import { expect, test } from './desk-fixture.ts'
import { aRep, everyoneInTurn, someLeads, someRules } from './seeds.ts'

const rules = someRules(everyoneInTurn)

// Said with the day when it is no longer today: these run at any hour, also just before midnight.
test.describe('A rep’s switch', () => {
  test.use({ given: { reps: [aRep('Anna Amsel'), aRep('Ben Bock')], rules, leads: someLeads(2) } })

  test('sends what is routed to whoever is there, and says until when the other is away', async ({ desk }) => {
    const { board, lead, page } = desk
    await desk.frame.goTo('Board')
    await expect(board.cards(board.column('Anna Amsel'))).toHaveCount(1)
    await board.switchOf('Anna Amsel').click()
    await page.getByRole('menuitem', { name: 'Away until…' }).click()
    await page.getByLabel('Until').fill('23:59')
    await page.getByRole('button', { name: 'Set', exact: true }).click()
    await expect(board.column('Anna Amsel')).toContainText(/Away until (?:\w+ )?23:59/)
    await expect(board.column('Anna Amsel')).toContainText(/Gets nothing: away until (?:\w+ )?23:59/)

    // Anna's own lead goes to Ben when it is routed again, and its story says why.
    const annas = await board.cards(board.column('Anna Amsel')).innerText()
    const name = /Lead \d+/.exec(annas)?.[0] ?? ''
    await board.fromMenu(name, /^Route again/)
    await expect(board.cards(board.column('Ben Bock'))).toHaveCount(2)
    await board.card(name).click()
    await lead.tab('Why')
    await expect(lead.panel.getByRole('row').filter({ hasText: 'Anna Amsel' })).toContainText('away')
  })

  test('lets a rep be busy for a while, and available again', async ({ desk }) => {
    const { board } = desk
    await desk.frame.goTo('Board')
    await board.setAvailability('Ben Bock', 'Busy for 15 minutes')
    await expect(board.switchOf('Ben Bock')).toContainText(/Busy until (?:\w+ )?\d\d:\d\d/)
    await expect(board.column('Ben Bock')).toContainText('Gets nothing: busy until')
    await board.setAvailability('Ben Bock', 'Available')
    await expect(board.column('Ben Bock')).not.toContainText('Gets nothing')
    await desk.frame.goTo('Reps')
    await expect(desk.reps.row('Ben Bock')).toContainText('Available')
  })
})

test.describe('Leads that wait because nobody is there', () => {
  test.use({ given: { reps: [aRep('Anna Amsel', { capacity: 2 }), aRep('Ben Bock')], rules } })

  test('go to whoever appears, as far as their capacity, and the rest to the next', { tag: '@window' }, async ({ desk }) => {
    const { board, reps, queue, page } = desk
    await desk.frame.goTo('Reps')
    await reps.setAvailability('Anna Amsel', 'Away')
    await reps.setAvailability('Ben Bock', 'Busy')
    await expect(reps.row('Ben Bock')).toContainText('Busy')

    await desk.wizard.open()
    const rows = someLeads(5).map(({ name, email }) => `${name},${email}`)
    await desk.wizard.chooseAndRead({
      name: 'five.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['Name,Email', ...rows].join('\n')),
    })
    await page.getByRole('button', { name: 'Import now' }).click()
    await desk.wizard.finished()
    await desk.frame.goTo('Queue')
    await expect(queue.stat('Waiting')).toContainText('5')
    await expect(queue.stat('Reps here')).toContainText('0 of 2')
    await expect(queue.rows().first()).toContainText('Waiting: nobody')

    await desk.frame.goTo('Board')
    await expect(board.cards(board.waiting)).toHaveCount(5)
    await board.setAvailability('Anna Amsel', 'Available')
    await expect(board.cards(board.column('Anna Amsel'))).toHaveCount(2)
    await expect(board.cards(board.waiting)).toHaveCount(3)
    await expect(board.column('Anna Amsel')).toContainText('at capacity 2/2')
    await board.setAvailability('Ben Bock', 'Available')
    await expect(board.cards(board.column('Ben Bock'))).toHaveCount(3)
    await expect(board.cards(board.waiting)).toHaveCount(0)
  })
})
