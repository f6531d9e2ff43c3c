import { expect, test } from './desk-fixture.ts'
import { SCREENS } from './pages/frame.ts'
import { aRep, someLeads } from './seeds.ts'

test.describe('The palette', () => {
  test.use({ given: { reps: [aRep('Anna Amsel'), aRep('Ben Bock')], leads: someLeads(3) } })

  test('finds a lead and opens it', async ({ desk }) => {
    await desk.palette.run('firm 2', /Lead 02/)
    await expect(desk.lead.heading).toHaveText('Lead 02')
  })

  test('finds a rep, and switches them away', async ({ desk }) => {
    await desk.palette.run('anna', /^Anna Amsel\b.*Available/)
    await expect(desk.reps.drawer).toBeVisible()
    await expect(desk.reps.field('E-mail')).toHaveValue('anna.amsel@team.example')
    await desk.page.keyboard.press('Escape')
    await expect(desk.reps.drawer).toBeHidden()
    await desk.palette.run('anna away', 'Anna Amsel: away')
    await expect(desk.reps.row('Anna Amsel')).toContainText('Away')
  })

  // Whatever else is run where: here each screen there is opens in both programs.
  test('goes to every screen', { tag: '@window' }, async ({ desk }) => {
    for (const screen of SCREENS) {
      await desk.palette.run(screen, `Go to ${screen}`)
      await expect(desk.frame.link(screen)).toHaveAttribute('aria-current', 'page')
      await expect(desk.page.getByRole('heading', { level: 1 })).toBeAttached()
    }
  })

  test('does what there is to do: the last step back, dark, a file in', async ({ desk }) => {
    const { page, queue } = desk
    await queue.select('Lead 01')
    await page.keyboard.press('h')
    await expect(queue.stat('Held')).toContainText('1')
    await desk.palette.run('take back', 'Take back the last step')
    await expect(queue.stat('Held')).toContainText('0')
    await desk.palette.run('dark', 'Switch between light and dark')
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
    await desk.palette.run('import', 'Import a file')
    await expect(desk.wizard.title('File')).toBeVisible()
    await desk.palette.run('publish', 'Publish the rules')
    await expect(page.getByText('There is nothing to publish')).toBeVisible()
  })

  test('says when nothing is found, and goes by Escape', async ({ desk }) => {
    const { page, palette } = desk
    await palette.open()
    await palette.search.fill('zzzz')
    await expect(page.getByText('Nothing found')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(palette.search).toBeHidden()
  })

  test(
    'has the keys beside it: G and a letter for a screen, ? for the list of them all',
    { tag: '@window' },
    async ({ desk }) => {
      const { page } = desk
      await expect(desk.queue.rows()).toHaveCount(3)
      for (const [key, screen] of [
        ['b', 'Board'],
        ['p', 'Reps'],
        ['r', 'Rules'],
        ['i', 'Intake'],
        ['o', 'Reports'],
        ['s', 'Settings'],
        ['l', 'Leads'],
        ['q', 'Queue'],
      ] as const) {
        await page.keyboard.press('g')
        await page.keyboard.press(key)
        await expect(desk.frame.link(screen)).toHaveAttribute('aria-current', 'page')
      }
      await page.keyboard.press('?')
      const list = page.getByRole('dialog', { name: 'Keyboard' })
      await expect(list).toContainText('Find any lead, rep, screen or action')
      await page.keyboard.press('Escape')
      await expect(list).toBeHidden()
    },
  )
})
