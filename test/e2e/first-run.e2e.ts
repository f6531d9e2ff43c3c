import { expect, test } from './desk-fixture.ts'
import { SAMPLE_LEADS } from './seeds.ts'

test.describe('A desk that is new', () => {
  test('opens the sample team, with leads to push around and everyone in a place', async ({ desk }) => {
    await expect(desk.firstRun.welcome).toBeVisible()
    await desk.firstRun.openSample.click()
    // Two months are lived through; where everybody is now comes last.
    await expect(desk.queue.stat('Reps here')).toContainText('4 of 6', { timeout: 40_000 })
    await expect(desk.frame.link('Reps')).toContainText('6')
    await expect(desk.frame.link('Rules')).toContainText('6')
    await desk.queue.show('Everything')
    await desk.queue.expectCount(SAMPLE_LEADS)

    await desk.page.getByRole('link', { name: 'Start with your own team' }).click()
    await desk.page.getByRole('button', { name: 'Start with your own…' }).click()
    await desk.page.getByRole('dialog').getByRole('button', { name: 'Leave the sample' }).click()
    await expect(desk.page.getByRole('status').filter({ hasText: 'Your own desk is there' })).toContainText('before restoring')
    expect(await desk.askWhenClosed<unknown[]>('leads', 'list')).toEqual([])
  })

  test('becomes one’s own in three steps: people, a first rule, first leads', { tag: '@window' }, async ({ desk }) => {
    const { firstRun } = desk
    await firstRun.begin.click()
    await expect(firstRun.step('People')).toHaveAttribute('aria-current', 'step')
    await firstRun.fillPerson(1, 'Anna Amsel', 'anna@team.example')
    await firstRun.fillPerson(2, 'Ben Bock', 'ben@team.example')
    await firstRun.next.click()

    await expect(firstRun.step('First rule')).toHaveAttribute('aria-current', 'step')
    await desk.page.getByRole('radio', { name: 'By weight' }).check()
    await firstRun.next.click()

    await expect(firstRun.step('First leads')).toHaveAttribute('aria-current', 'step')
    await desk.page.getByRole('button', { name: 'Import a file' }).click()
    await expect(desk.wizard.title('File')).toBeVisible()
    await expect(desk.frame.link('Reps')).toContainText('2')
    await expect(desk.frame.link('Rules')).toContainText('1')

    await desk.frame.goTo('Rules')
    await expect(desk.rules.rule('All leads')).toContainText('by weight')
    await desk.frame.goTo('Queue')
    await expect(desk.queue.stat('Reps here')).toContainText('2 of 2')
    const next = desk.page.getByRole('complementary', { name: 'What next' })
    await expect(next.getByRole('img', { name: 'Publish a rule: done' })).toBeVisible()
    await next.getByRole('link', { name: 'Set a PIN' }).click()
    await expect(desk.page.getByRole('heading', { level: 1 })).toContainText('Settings')
    await desk.frame.goTo('Queue')
    await next.getByRole('button', { name: 'Do not show this again' }).click()
    await desk.page.reload()
    await expect(desk.queue.stat('Reps here')).toBeVisible()
    await expect(next).toBeHidden()
  })

  test('says what is missing, keeps whoever is in, and lets every step be skipped', async ({ desk }) => {
    const { firstRun, page } = desk
    await firstRun.begin.click()
    await firstRun.next.click()
    await expect(firstRun.said).toHaveText('Add at least one person, or skip this step.')
    await firstRun.fillPerson(1, 'Anna Amsel', 'anna@team.example')
    await firstRun.fillPerson(2, 'Ben Bock', 'no address')
    await firstRun.next.click()
    await expect(page.getByText('This is not an e-mail address.')).toBeVisible()
    await firstRun.fillPerson(2, 'Ben Bock', 'ANNA@team.example')
    await firstRun.next.click()
    await expect(page.getByText('belongs to another rep')).toBeVisible()
    await expect(firstRun.said).toHaveText('1 person is on the desk.')
    await firstRun.skip.click()
    await firstRun.skip.click()
    await page.getByRole('button', { name: 'Later, show me the queue' }).click()
    await expect(page.getByText('No leads yet')).toBeVisible()
    await expect(desk.frame.link('Rules')).not.toContainText('1')
  })

  test('takes the team from a reps.csv, and names the line that is wrong', { tag: '@window' }, async ({ desk }) => {
    const { firstRun, page } = desk
    const take = async (text: string): Promise<void> => {
      const chooser = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: 'Take them from a CSV file' }).click()
      await (await chooser).setFiles({ name: 'reps.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
    }
    await firstRun.begin.click()
    await take('name,email,weight\nAnna Amsel,anna@team.example,1\nBen Bock,ben@team.example,heavy\n')
    const refusal = page.getByRole('dialog', { name: 'reps.csv was not taken in' })
    await expect(refusal.getByRole('row').nth(1)).toContainText('3')
    await expect(refusal.getByRole('row').nth(1)).toContainText('weight')
    await refusal.getByRole('button', { name: 'Close' }).last().click()
    await expect(firstRun.said).toBeEmpty()
    await take('name,email,weight\nAnna Amsel,anna@team.example,1\nBen Bock,ben@team.example,2\n')
    await expect(firstRun.said).toHaveText('2 people are on the desk.')
  })
})
