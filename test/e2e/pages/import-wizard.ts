import { expect, type Locator, type Page } from '@playwright/test'

type Step = 'File' | 'Reading' | 'Columns' | 'Check' | 'Leads' | 'Import'
type File = string | { name: string; mimeType: string; buffer: Buffer }

const TITLES: Readonly<Record<Exclude<Step, 'Import'>, string>> = {
  File: 'Which file?',
  Reading: 'Is it read right?',
  Columns: 'What is in the columns?',
  Check: 'Are the rows good?',
  Leads: 'What happens with the leads?',
}

export class ImportWizard {
  readonly page: Page
  readonly next: Locator
  readonly back: Locator
  readonly preview: Locator
  readonly trouble: Locator
  readonly problems: Locator
  readonly result: Locator
  readonly progress: Locator
  readonly stop: Locator

  constructor(page: Page) {
    this.page = page
    const main = page.getByRole('main')
    this.next = main.getByRole('button', { name: 'Next', exact: true })
    this.back = main.getByRole('button', { name: 'Back', exact: true })
    this.preview = main.getByRole('region', { name: 'First rows of the file' })
    this.trouble = main.getByRole('alert')
    this.problems = main.getByRole('region', { name: 'Rows with problems' })
    this.result = main.getByRole('status').filter({ hasText: /(is|are) in$|^Nothing new|^Stopped|^The import/ })
    this.progress = main.getByRole('progressbar')
    this.stop = main.getByRole('button', { name: 'Stop', exact: true })
  }

  title(step: Exclude<Step, 'Import'>): Locator {
    return this.page.getByRole('heading', { name: TITLES[step] })
  }

  /** By hash, from whatever screen. */
  async open(): Promise<void> {
    await this.page.evaluate(() => {
      window.location.hash = '#/intake/import'
    })
    await expect(this.title('File')).toBeVisible()
  }

  async choose(file: File): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser')
    await this.page.getByRole('button', { name: 'Choose a file' }).click()
    await (await chooser).setFiles(file)
  }

  async chooseAndRead(file: File): Promise<void> {
    await this.choose(file)
    await expect(this.title('Reading')).toBeVisible({ timeout: 30_000 })
  }

  async goOn(to: Exclude<Step, 'File' | 'Import'>): Promise<void> {
    await this.next.click()
    await expect(this.title(to)).toBeVisible()
  }

  /** A select of the reading step, or a column's field. */
  select(label: string): Locator {
    return this.page
      .getByRole('main')
      .getByRole('combobox', { name: label })
      .or(this.page.getByRole('main').getByRole('textbox', { name: label }))
      .first()
  }

  async set(label: string, value: string): Promise<void> {
    await this.select(label).click()
    await this.page.getByRole('option', { name: value, exact: true }).click()
  }

  /** One of the numbers of a step. */
  figure(name: string): Locator {
    return this.page
      .getByRole('main')
      .locator('dl > div')
      .filter({ has: this.page.getByText(name, { exact: true }) })
      .locator('dd')
  }

  /** The row of the check page for a line of the file. */
  line(at: number): Locator {
    return this.problems
      .getByRole('row')
      .filter({ has: this.page.getByRole('checkbox', { name: `Leave out line ${at}`, exact: true }) })
  }

  importButton(): Locator {
    return this.page.getByRole('main').getByRole('button', { name: /^Import( [\d,]+ rows?)?$/ })
  }

  async finished(timeout = 60_000): Promise<void> {
    await expect(this.result).toBeVisible({ timeout })
  }
}
