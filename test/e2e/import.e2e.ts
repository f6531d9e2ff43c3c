import { readFileSync } from 'node:fs'
import { expect, test } from './desk-fixture.ts'
import { aRep, everyoneInTurn, fixture, someRules } from './seeds.ts'

const csv = (name: string, text: string): { name: string; mimeType: string; buffer: Buffer } => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
})

/** Rows that are all good. */
const manyRows = (count: number): string =>
  ['Name,Email,Company', ...Array.from({ length: count }, (_, at) => `Person ${at},p${at}@firm${at}.example,Firm ${at}`)].join(
    '\n',
  )

test.describe('The import of a file', () => {
  test.use({ given: { reps: [aRep('Anna Amsel'), aRep('Ben Bock')], rules: someRules(everyoneInTurn) } })

  test('goes step by step: read, matched, checked, tried, taken in, and taken back', { tag: '@window' }, async ({ desk }) => {
    const { wizard, intake, page } = desk
    await desk.frame.goTo('Intake')
    await intake.openWizard()
    await wizard.chooseAndRead(fixture('leute-windows-1252.csv'))
    await expect(wizard.select('Encoding')).toHaveValue(/Windows \(Western\)|windows-1252/i)
    await expect(wizard.select('Separator')).toHaveValue('Semicolon ;')
    await expect(wizard.preview).toContainText('Größer & Söhne')
    await expect(page.getByText(/4 rows, nothing wrong/)).toBeVisible()

    await wizard.goOn('Columns')
    await expect(wizard.select('Field for Vorname')).toHaveValue('First name')
    await expect(wizard.select('Field for Firma')).toHaveValue('Company')
    await expect(wizard.select('Field for Mitarbeiter')).toHaveValue('Employees')
    await expect(wizard.select('Field for Haustier')).toHaveValue('Keep as extra field')
    await wizard.set('Field for Haustier', 'Ignore')
    await expect(page.getByRole('row').filter({ hasText: 'Haustier' })).toContainText('by you')

    await wizard.goOn('Check')
    await expect(wizard.figure('Rows')).toHaveText('4')
    await expect(wizard.figure('Left out')).toHaveText('0')

    await wizard.goOn('Leads')
    await page.getByLabel('Name of the source').fill('Messe Köln')
    await page.getByRole('button', { name: 'Try it without saving' }).click()
    await expect(page.getByText('This is what would happen')).toBeVisible()
    await expect(wizard.figure('Added')).toHaveText('4')
    await expect(wizard.figure('Assigned')).toHaveText('4')
    await expect(desk.frame.link('Queue')).not.toContainText('4')

    await wizard.importButton().click()
    await wizard.finished()
    await expect(wizard.result).toHaveText('4 leads are in')
    await expect(wizard.figure('Added')).toHaveText('4')
    await expect(page.getByRole('main')).toContainText('Anna Amsel')

    await page.getByRole('button', { name: 'Go to the queue' }).click()
    await desk.queue.show('All open')
    await expect(desk.queue.rows()).toHaveCount(4)
    await desk.queue.open('Bärbel Größer')
    await expect(desk.lead.panel).toContainText('Austria')
    await expect(desk.lead.panel).toContainText('leute-windows-1252.csv, line 3')
    await expect(desk.lead.panel).toContainText('Messe Köln')

    await desk.frame.goTo('Intake')
    await expect(intake.sources).toContainText('Messe Köln')
    await intake.batch('leute-windows-1252.csv').getByRole('button', { name: /^Undo/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Undo the import' }).click()
    await expect(intake.batch('leute-windows-1252.csv')).toContainText('Taken back')
    await desk.frame.goTo('Leads')
    await expect(page.getByText('No leads yet')).toBeVisible()
  })

  test('reads the file anew when delimiter, encoding or header row are changed', async ({ desk }) => {
    const { wizard, page } = desk
    await wizard.open()
    await wizard.chooseAndRead(fixture('leute-windows-1252.csv'))
    await wizard.set('Encoding', 'Windows (Cyrillic)')
    await expect(wizard.preview).toContainText('Jьrgen')
    await wizard.set('Encoding', 'Windows (Western)')
    await expect(wizard.preview).toContainText('Jürgen')
    await wizard.set('Separator', 'Comma ,')
    await expect(wizard.preview.getByRole('columnheader')).toHaveCount(1)
    await wizard.set('Separator', 'Semicolon ;')
    await expect(wizard.preview.getByRole('columnheader')).toHaveCount(8)
    await page.getByRole('switch', { name: 'The first row holds the column names' }).click({ force: true })
    await expect(wizard.preview.getByRole('columnheader').first()).toHaveText('Column 1')
    await expect(wizard.preview.getByRole('row').nth(1)).toContainText('Vorname')
  })

  test(
    'shows the rows with problems, lets one be mended and gives the others back as a file',
    { tag: '@window' },
    async ({ desk }) => {
      const { wizard, page } = desk
      await wizard.open()
      await wizard.chooseAndRead(fixture('problem-rows.csv'))
      await wizard.goOn('Columns')
      await wizard.goOn('Check')
      await expect(wizard.figure('Rows')).toHaveText('6')
      const before = Number(await wizard.figure('Left out').innerText())
      expect(before).toBeGreaterThan(0)

      await expect(wizard.line(4)).toBeVisible()
      await wizard.line(4).getByLabel('Email in line 4').fill('carl@careless.example')
      await wizard.line(4).getByLabel('Email in line 4').blur()
      await page.getByRole('button', { name: 'Check again' }).click()
      await expect(wizard.figure('Left out')).toHaveText(String(before - 1))

      await wizard.line(5).getByRole('checkbox').check()
      await page.getByRole('button', { name: 'Check again' }).click()
      await expect(wizard.figure('Left out')).toHaveText(String(before))

      await wizard.goOn('Leads')
      await wizard.importButton().click()
      await wizard.finished()
      await expect(wizard.figure('Added')).toHaveText(String(6 - before))
      await expect(wizard.figure('Left out')).toHaveText(String(before))

      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: new RegExp(`^Download ${before} rows? left out`) }).click()
      const file = await download
      expect(file.suggestedFilename()).toMatch(/\.csv$/)
      const text = readFileSync(await file.path(), 'utf8')
      expect(text).toContain('Distant')
      expect(text).not.toContain('Careless')
      expect(text.trim().split('\n')).toHaveLength(before + 1)

      await desk.queue.page.getByRole('button', { name: 'Go to the queue' }).click()
      await desk.queue.show('All open')
      await expect(desk.queue.row('Carl Careless')).toBeVisible()
    },
  )

  test('knows the leads that are there already, and takes nothing in twice', async ({ desk }) => {
    const { wizard, page } = desk
    for (const added of ['3', '0']) {
      await wizard.open()
      await wizard.chooseAndRead(csv('three.csv', manyRows(3)))
      await page.getByRole('button', { name: 'Import now' }).click()
      await wizard.finished()
      await expect(wizard.figure('Added')).toHaveText(added)
      await expect(wizard.figure('Matched')).toHaveText(String(3 - Number(added)))
      await page.getByRole('button', { name: 'Import another file' }).click()
      await expect(wizard.title('File')).toBeVisible()
      await desk.frame.goTo('Intake')
    }
  })

  test('remembers for the same headers what a person chose', async ({ desk }) => {
    const { wizard } = desk
    const file = (mail: string): ReturnType<typeof csv> => csv('odd.csv', `Wer,Womit,Was\nAnton,${mail},Bagger\n`)
    await wizard.open()
    await wizard.chooseAndRead(file('anton@a.example'))
    await wizard.goOn('Columns')
    await wizard.set('Field for Wer', 'Name')
    await wizard.set('Field for Was', 'Product')
    await wizard.goOn('Check')
    await wizard.goOn('Leads')
    await wizard.importButton().click()
    await wizard.finished()
    await desk.frame.goTo('Intake')
    await wizard.open()
    await wizard.chooseAndRead(file('anton@b.example'))
    await wizard.goOn('Columns')
    await expect(wizard.select('Field for Was')).toHaveValue('Product')
    await expect(desk.page.getByRole('row').filter({ hasText: 'Bagger' })).toContainText('remembered')
  })

  test('can hold its leads, for someone to route them later', async ({ desk }) => {
    const { wizard, page, queue } = desk
    await wizard.open()
    await wizard.chooseAndRead(csv('three.csv', manyRows(3)))
    await wizard.goOn('Columns')
    await wizard.goOn('Check')
    await wizard.goOn('Leads')
    await page.getByRole('radio', { name: 'Hold them' }).check()
    await wizard.importButton().click()
    await wizard.finished()
    await page.getByRole('button', { name: 'Go to the queue' }).click()
    await expect(queue.stat('Held')).toContainText('3')
    await queue.show('Held')
    await page.getByRole('checkbox', { name: 'Select all that are listed' }).click()
    await queue.bar.getByRole('button', { name: 'Route again' }).click()
    await expect(desk.frame.notice('Routed: 3 assigned, 0 waiting')).toBeVisible()
    await expect(queue.stat('Held')).toContainText('0')
  })

  test('refuses what is no table of leads, and says what it is', async ({ desk }) => {
    const { wizard } = desk
    await wizard.open()
    await wizard.choose(csv('empty.csv', ''))
    await expect(wizard.trouble).toContainText('empty.csv is empty.')
    await wizard.choose(csv('offer.csv', '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'))
    await expect(wizard.trouble).toContainText('offer.csv looks like')
    await wizard.choose(csv('heads.csv', 'Name,Email\n'))
    await expect(wizard.trouble).toContainText('heads.csv has headers but no rows, so there is nothing to bring in.')
    await expect(wizard.title('File')).toBeVisible()
  })

  test('takes a file that is dragged in', { tag: '@window' }, async ({ desk }) => {
    const { page, wizard } = desk
    await desk.frame.goTo('Intake')
    const data = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text], 'dragged.csv', { type: 'text/csv' }))
      return transfer
    }, manyRows(2))
    const target = page.getByRole('heading', { name: 'Imports' })
    await target.dispatchEvent('dragenter', { dataTransfer: data })
    await expect(page.getByText('Drop to import the leads')).toBeVisible()
    await target.dispatchEvent('dragover', { dataTransfer: data })
    await target.dispatchEvent('drop', { dataTransfer: data })
    await expect(wizard.title('Reading')).toBeVisible()
    await expect(wizard.preview).toContainText('Person 1')
  })

  test('is stopped half way: what is in stays, is counted, and can be taken back', { tag: '@window' }, async ({ desk }) => {
    const { wizard, page, intake } = desk
    await wizard.open()
    await wizard.chooseAndRead(csv('many.csv', manyRows(60_000)))
    await page.getByRole('button', { name: 'Import now' }).click({ timeout: 30_000 })
    await expect(wizard.progress).toBeVisible()
    await expect(async () => {
      expect(Number(await wizard.progress.getAttribute('aria-valuenow'))).toBeGreaterThan(0)
    }).toPass()
    await wizard.stop.click()
    await wizard.finished()
    await expect(wizard.result).toHaveText(/^Stopped with [\d,]+ leads in$/)
    const added = Number((await wizard.figure('Added').innerText()).replaceAll(',', ''))
    expect(added).toBeGreaterThan(0)
    expect(added).toBeLessThan(60_000)
    await desk.frame.goTo('Leads')
    await desk.queue.show('Everything')
    await desk.frame.goTo('Intake')
    await expect(intake.batch('many.csv')).toContainText('Stopped')
    await intake.batch('many.csv').getByRole('button', { name: /^Undo/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Undo the import' }).click()
    await expect(intake.batch('many.csv')).toContainText('Taken back', { timeout: 30_000 })
    await desk.frame.goTo('Leads')
    await expect(page.getByText('No leads yet')).toBeVisible()
  })

  test('fills the queue while it runs', async ({ desk }) => {
    const { wizard, page, queue } = desk
    await wizard.open()
    await wizard.chooseAndRead(csv('many.csv', manyRows(30_000)))
    await page.getByRole('button', { name: 'Import now' }).click({ timeout: 30_000 })
    await desk.frame.goTo('Queue')
    await expect(async () => {
      const now = Number((await queue.stat('In today').innerText()).replaceAll(/\D/g, ''))
      expect(now).toBeGreaterThan(0)
      expect(now).toBeLessThan(30_000)
    }).toPass({ intervals: [50], timeout: 20_000 })
    await expect(queue.stat('In today')).toContainText('30,000', { timeout: 40_000 })
    await queue.show('Today')
    await expect(queue.rows().first()).toContainText('Person')
  })
})
