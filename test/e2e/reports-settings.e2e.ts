import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expectNoBarriers } from './a11y.ts'
import { expect, test } from './desk-fixture.ts'
import { root } from './running-desk.ts'
import { SAMPLE_LEADS } from './seeds.ts'

test.describe('The sample desk', () => {
  test.use({ given: { sample: true } })

  test('is named, backed up and put back in its settings', { tag: '@window' }, async ({ desk }) => {
    const { page } = desk
    await desk.frame.goTo('Settings')
    await expect(page.getByRole('region', { name: 'Your data' })).toContainText(desk.dataFolder)
    await expectNoBarriers(page, 'settings')
    await page.getByLabel('Name of the desk').fill('Müller & Co.')
    await page.getByRole('region', { name: 'Desk' }).getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('banner')).toContainText('Müller & Co.')
    const index = page.getByRole('navigation', { name: 'Parts of the settings' })
    await index.getByRole('link', { name: 'Your data' }).click()
    await expect(index.getByRole('link', { name: 'Your data' })).toHaveAttribute('aria-current', 'true')
    const data = page.getByRole('region', { name: 'Your data' })
    await data.getByRole('button', { name: 'Make a backup' }).click()
    await expect(data.getByRole('status')).toContainText('Saved and checked:')
    const file = /checked: (.+), [\d.]+ /.exec(await data.getByRole('status').innerText())?.[1] ?? ''
    expect(statSync(file).size).toBeGreaterThan(50_000)

    // What no desk wrote is refused with its reason, and nothing changes.
    const choose = async (given: string): Promise<void> => {
      const chooser = page.waitForEvent('filechooser')
      await data.getByRole('button', { name: 'Choose a backup…' }).click()
      await (await chooser).setFiles(given)
    }
    await choose(join(root, 'package.json'))
    await expect(data.getByRole('alert')).toContainText('it is no backup of a Lead Desk')

    await page.getByLabel('Name of the desk').fill('Renamed since')
    await page.getByRole('region', { name: 'Desk' }).getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('banner')).toContainText('Renamed since')
    // The program would begin again by itself, out of the test's hands: that it was asked to is enough.
    await desk.app?.evaluate(({ app }) => {
      app.relaunch = () => undefined
      app.quit = () => {
        ;(globalThis as unknown as Record<string, boolean>)['isEnding'] = true
      }
    })
    await choose(file)
    const question = page.getByRole('dialog', { name: 'Put this backup in the place of the desk?' })
    await expect(question.getByRole('row', { name: /^Desk / })).toContainText('Müller & Co.Renamed since')
    await expect(question.getByRole('row', { name: /^Leads / })).toContainText(`${SAMPLE_LEADS}${SAMPLE_LEADS}`)
    await expectNoBarriers(page, 'the question whether to restore')
    await question.getByRole('button', { name: 'Put it back' }).click()
    await expect(data).toContainText(desk.app === null ? 'once the desk is started again' : 'opens again with the backup')
    if (desk.app !== null)
      await expect.poll(() => desk.app?.evaluate(() => (globalThis as unknown as Record<string, boolean>)['isEnding'])).toBe(true)
    await expect(page.getByRole('region', { name: 'About' })).toContainText(desk.app === null ? 'a browser' : 'its own window')

    const leads = await desk.askWhenClosed<{ id: number }>('leads', 'list')
    expect(leads).toHaveLength(SAMPLE_LEADS)
    expect(readdirSync(join(desk.dataFolder, 'backups')).filter((name) => name.startsWith('before restoring'))).toHaveLength(1)
    const db = new DatabaseSync(join(desk.dataFolder, 'desk.db'), { readOnly: true })
    expect(db.prepare('select desk_name from settings').get()).toEqual({ desk_name: 'Müller & Co.' })
    db.close()
  })

  test(
    'speaks German when told so, menus too, and shows its logs before they are saved',
    { tag: '@window' },
    async ({ desk }) => {
      const { page } = desk
      await desk.frame.goTo('Settings')
      await page.getByRole('radiogroup', { name: 'Language of Lead Desk' }).getByText('Deutsch').click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Einstellungen')
      await expect(page.locator('html')).toHaveAttribute('lang', 'de')
      await expect
        .poll(async () =>
          desk.app?.evaluate(({ Menu }) =>
            Menu.getApplicationMenu()
              ?.items.map(({ label }) => label)
              .includes('&Ansicht'),
          ),
        )
        .toBe(desk.app === null ? undefined : true)
      await page.getByRole('region', { name: 'Über' }).getByRole('button', { name: 'Protokolle speichern…' }).click()
      await expect(page.getByRole('region', { name: 'Text der Protokolle' })).toContainText('SQLite')
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Als Datei speichern' }).click()
      expect((await download).suggestedFilename()).toMatch(/^Lead Desk logs .*\.txt$/)
    },
  )

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
