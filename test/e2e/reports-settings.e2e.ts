import { statSync } from 'node:fs'
import { expect, test } from './desk-fixture.ts'

test.describe('The sample desk', () => {
  test.use({ given: { sample: true } })

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
