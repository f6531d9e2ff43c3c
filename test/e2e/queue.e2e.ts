import { expectNoBarriers } from './a11y.ts'
import { expect, test } from './desk-fixture.ts'
import { RepPicker } from './pages/lead-panel.ts'
import { QueuePage } from './pages/queue-page.ts'
import { aRep, everyoneInTurn, SAMPLE_LEADS, someLeads, someRules } from './seeds.ts'

const team = [aRep('Anna Amsel'), aRep('Ben Bock')]
/** No rule fits anybody, so everything waits. */
const waiting = { reps: team, leads: someLeads(5) }

test.describe('The queue of a desk where leads wait', () => {
  test.use({ given: waiting })

  test('counts what waits, and lists the oldest first', async ({ desk }) => {
    const { queue } = desk
    await expect(queue.stat('Waiting')).toContainText('5')
    await expect(queue.stat('In today')).toContainText('5')
    await expect(queue.stat('Reps here')).toContainText('2 of 2')
    await expect(queue.rows()).toHaveCount(5)
    await expect(queue.rows().first()).toContainText('Lead 01')
    await expect(queue.rows().first()).toContainText('Waiting: no rule fits')
    await expect(desk.frame.link('Queue')).toContainText('5')
  })

  test(
    'is worked by keys alone: J and K move, Enter opens, A assigns, Ctrl+Z takes it back',
    { tag: '@window' },
    async ({ desk }) => {
      const { page, queue, lead } = desk
      await expect(queue.rows()).toHaveCount(5)
      await page.keyboard.press('j')
      await expect(queue.focused()).toContainText('Lead 01')
      await page.keyboard.press('j')
      await page.keyboard.press('j')
      await page.keyboard.press('k')
      await expect(queue.focused()).toContainText('Lead 02')
      await page.keyboard.press('Enter')
      await expect(lead.heading).toHaveText('Lead 02')
      await page.keyboard.press('j')
      await expect(lead.heading).toHaveText('Lead 03')

      await page.keyboard.press('a')
      const picker = new RepPicker(page)
      await expect(picker.search).toBeFocused()
      await page.keyboard.type('ben')
      await expect(picker.option('Anna')).toBeHidden()
      await page.keyboard.press('Enter')
      await expect(picker.dialog).toBeHidden()
      await expect(desk.frame.notice('1 lead assigned to Ben Bock')).toBeVisible()
      await expect(queue.row('Lead 03')).toBeHidden()
      await expect(queue.stat('Waiting')).toContainText('4')

      await page.keyboard.press('Control+z')
      await expect(queue.row('Lead 03')).toBeVisible()
      await expect(queue.stat('Waiting')).toContainText('5')
      await page.keyboard.press('Escape')
      await expect(lead.panel).toBeHidden()
    },
  )

  test('holds, routes again and discards the leads that are marked', async ({ desk }) => {
    const { page, queue } = desk
    await queue.select('Lead 01')
    await queue.select('Lead 02')
    await expect(queue.bar.getByRole('status')).toHaveText('2 selected')
    await queue.bar.getByRole('button', { name: 'Hold' }).click()
    await expect(queue.stat('Held')).toContainText('2')
    await expect(queue.rows()).toHaveCount(3)
    await desk.frame.undoByNotice('2 leads held')
    await expect(queue.rows()).toHaveCount(5)

    await queue.select('Lead 05')
    await queue.bar.getByRole('button', { name: 'Discard' }).click()
    const dialog = page.getByRole('dialog', { name: 'Discard the lead' })
    await expect(dialog.getByRole('button', { name: 'Discard' })).toBeDisabled()
    await dialog.getByText('Spam').click()
    await dialog.getByRole('button', { name: 'Discard' }).click()
    await expect(queue.row('Lead 05')).toBeHidden()
    await expect(queue.stat('Waiting')).toContainText('4')
    await desk.frame.goTo('Leads')
    await queue.show('Discarded')
    await expect(queue.row('Lead 05')).toContainText('Discarded: Spam')
  })

  test('holds and gives back all rows with one mark', async ({ desk }) => {
    const { page, queue } = desk
    await page.getByRole('checkbox', { name: 'Select all that are listed' }).click()
    await expect(queue.bar.getByRole('status')).toHaveText('5 selected')
    await queue.bar.getByRole('button', { name: 'Assign' }).click()
    await new RepPicker(page).pick('Anna Amsel')
    await expect(page.getByText('Nothing is waiting')).toBeVisible()
    await expect(queue.stat('Assigned today')).toContainText('5')
    await desk.frame.undoByNotice('5 leads assigned to Anna Amsel')
    await expect(queue.rows()).toHaveCount(5)
  })

  test('finds a lead by any word as it is typed, in every list', async ({ desk }) => {
    const { page, queue } = desk
    await expect(queue.rows()).toHaveCount(5)
    await page.keyboard.press('/')
    await expect(queue.search).toBeFocused()
    await page.keyboard.type('firm4')
    await expect(queue.rows()).toHaveCount(1)
    await expect(queue.rows()).toContainText('Lead 04')
    await queue.search.fill('nobody at all')
    await expect(page.getByText('Nothing found')).toBeVisible()
    await page.getByRole('button', { name: 'Clear search and filters' }).last().click()
    await expect(queue.rows()).toHaveCount(5)
  })
})

test.describe('The queue of the sample desk', () => {
  test.use({ given: { sample: true } })

  test('narrows a list by grade and rep together, and keeps it as a view that another page sees at once', async ({ desk }) => {
    const { page, queue } = desk
    await queue.show('Everything')
    await queue.expectCount(SAMPLE_LEADS)
    await queue.narrow('grade', 'hot')
    await expect(queue.rows().first()).toContainText('Hot')
    const isOfFewer = new RegExp(`^(?!${SAMPLE_LEADS}$)[1-9]\\d*$`)
    await expect(queue.grid).toHaveAttribute('aria-rowcount', isOfFewer)
    await expectNoBarriers(page, 'the queue with a filter')
    await queue.chip('Remove filter: Grade').click()
    await queue.expectCount(SAMPLE_LEADS)
    await queue.narrow('rep', 'mia')
    await expect(queue.chip('Rep: Mia Berg')).toBeVisible()
    await expect(queue.rows().first()).toContainText('Mia Berg')
    await expect(queue.grid).toHaveAttribute('aria-rowcount', isOfFewer)
    const ofMia = await queue.grid.getAttribute('aria-rowcount')

    await page.keyboard.press('f')
    await expect(page.getByRole('combobox', { name: 'Filter by…' })).toBeFocused()
    await expectNoBarriers(page, 'the menu of filters')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Save view' }).click()
    await page.getByRole('dialog').getByLabel('Name').fill('Mia’s')
    await expectNoBarriers(page, 'a view that is saved')
    await page.keyboard.press('Enter')
    await expect(queue.tab(`Mia’s ${ofMia}`)).toBeVisible()
    await expect(page).toHaveURL(/#\/queue\/view\/3$/)

    const other = await page.context().newPage()
    await other.goto(page.url())
    const there = new QueuePage(other)
    await expect(there.chip('Rep: Mia Berg')).toBeVisible()
    await expect(there.grid).toHaveAttribute('aria-rowcount', `${ofMia}`)
    await there.select(String(await there.rows().first().getByRole('gridcell').nth(2).locator('span').first().textContent()))
    await there.bar.getByRole('button', { name: 'Hold' }).click()
    await expect(queue.tab(`Mia’s ${Number(ofMia) - 1}`)).toBeVisible()
    await page.getByRole('button', { name: 'View Mia’s' }).click()
    await page.getByRole('menuitem', { name: 'Remove view' }).click()
    await expect(there.tab(/^Mia’s/)).toBeHidden()
    await desk.frame.notice('View “Mia’s” removed').getByRole('button', { name: 'Undo' }).click()
    await expect(there.tab(/^Mia’s/)).toBeVisible()
  })

  test('remembers list, filter and lead over a reload', { tag: '@window' }, async ({ desk }) => {
    const { page, queue, lead } = desk
    await queue.show('Everything')
    await queue.search.fill('whitlock')
    await expect(queue.rows()).toHaveCount(3)
    await queue.open('Ingrid Whitlock')
    await expect(lead.heading).toHaveText('Ingrid Whitlock')
    await page.reload()
    await expect(queue.search).toHaveValue('whitlock')
    await expect(queue.rows()).toHaveCount(3)
    await expect(lead.heading).toHaveText('Ingrid Whitlock')
  })

  test('hands the leads that are listed over as a CSV file', { tag: '@window' }, async ({ desk }) => {
    const { page, queue } = desk
    await desk.frame.goTo('Leads')
    await queue.search.fill('berlin')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export CSV' }).click()
    const file = await download
    expect(file.suggestedFilename()).toMatch(/\.csv$/)
    expect((await read(await file.createReadStream())).split('\n')[0]).toMatch(/name/i)
  })
})

test.describe('A desk where a rep can take what comes', () => {
  test.use({ given: { reps: team, rules: someRules(everyoneInTurn), leads: someLeads(4) } })

  test('has nothing waiting, and shares in turn', async ({ desk }) => {
    const { page, queue } = desk
    await expect(page.getByText('Every lead has a rep.')).toBeVisible()
    await queue.show('All open')
    await expect(queue.rows()).toHaveCount(4)
    await expect(queue.grid.getByRole('row').filter({ hasText: 'Anna Amsel' })).toHaveCount(2)
    await expect(queue.grid.getByRole('row').filter({ hasText: 'Ben Bock' })).toHaveCount(2)
  })

  test('says on every screen that nothing is there, and what to do next', async ({ desk }) => {
    const { page, queue } = desk
    await queue.show('Held')
    await expect(page.getByText('Nothing is held')).toBeVisible()
    await desk.frame.goTo('Leads')
    await queue.show('Won')
    await expect(page.getByText('Nothing found')).toBeVisible()
  })
})

async function read(stream: NodeJS.ReadableStream): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of stream) pieces.push(piece as Buffer)
  return Buffer.concat(pieces).toString('utf8')
}
