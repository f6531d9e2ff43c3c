import { statSync } from 'node:fs'
import { expect, test } from './desk-fixture.ts'

test.describe('The sample desk', () => {
  test.use({ given: { sample: true } })

  test('reports what came and went, how fast, how fair, and hands the numbers over', { tag: '@window' }, async ({ desk }) => {
    const { page } = desk
    await desk.frame.goTo('Reports')
    const main = page.getByRole('main')
    const volume = main.getByRole('region', { name: 'What came and went' })
    await expect(volume).toContainText('Received64')
    await expect(main.getByRole('table', { name: 'By rep' })).toContainText('Mia Berg')
    await expect(main.getByRole('region', { name: 'Fair?' })).toContainText(/even/)
    await page.getByRole('button', { name: 'Show as a table' }).click()
    await expect(main.getByRole('table', { name: 'Leads received and assigned a day' })).toBeVisible()

    await page.getByRole('button', { name: 'Export CSV' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: 'By rep' }).click()
    expect((await download).suggestedFilename()).toMatch(/^report-rep-.*\.csv$/)

    await page.getByText('From … to').click()
    await page.getByLabel('From', { exact: true }).fill('2020-01-01')
    await page.getByLabel('To', { exact: true }).fill('2020-01-31')
    await expect(page.getByText('Nothing happened in this period')).toBeVisible()
    await page.getByLabel('To', { exact: true }).fill('2019-01-31')
    await expect(page.getByText('The period ends before it begins.')).toBeVisible()
  })

  test('is named, placed and backed up in its settings', { tag: '@window' }, async ({ desk }) => {
    const { page } = desk
    await desk.frame.goTo('Settings')
    await page.getByLabel('Name of the desk').fill('Müller & Co.')
    await page.getByRole('region', { name: 'Desk' }).getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('banner')).toContainText('Müller & Co.')
    const data = page.getByRole('region', { name: 'Your data' })
    await expect(data).toContainText(desk.dataFolder)
    await data.getByRole('button', { name: 'Make a backup' }).click()
    await expect(data.getByRole('status')).toContainText('Saved and checked:')
    const file = /checked: (.+), [\d.]+ /.exec(await data.getByRole('status').innerText())?.[1] ?? ''
    expect(statSync(file).size).toBeGreaterThan(50_000)
    await expect(page.getByRole('region', { name: 'About' })).toContainText(desk.app === null ? 'a browser' : 'its own window')
    const leads = await desk.askWhenClosed<{ id: number }>('leads', 'list')
    expect(leads).toHaveLength(64)
  })

  test('is light or dark as it is told, and stays so', { tag: '@window' }, async ({ desk }) => {
    const { page } = desk
    const html = page.locator('html')
    await desk.frame.goTo('Settings')
    await page.getByRole('radiogroup', { name: 'Light or dark' }).getByText('Dark', { exact: true }).click()
    await expect(html).toHaveAttribute('data-mantine-color-scheme', 'dark')
    await page.reload()
    await expect(html).toHaveAttribute('data-mantine-color-scheme', 'dark')
    await desk.frame.switchTo('light')
    await expect(
      page.getByRole('radiogroup', { name: 'Light or dark' }).getByRole('radio', { name: 'Light', exact: true }),
    ).toBeChecked()
  })
})
