import { expect, type Locator, type Page } from '@playwright/test'

export class RepsPage {
  readonly page: Page
  readonly drawer: Locator
  readonly search: Locator

  constructor(page: Page) {
    this.page = page
    this.drawer = page.getByRole('dialog', { name: /^(Add|Edit) a rep$/ })
    this.search = page.getByRole('textbox', { name: 'Find a rep' })
  }

  row(name: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('button', { name: `Edit ${name}`, exact: true }) })
  }

  async openAdd(): Promise<void> {
    await this.page.getByRole('button', { name: 'Add a rep' }).first().click()
    await expect(this.drawer).toBeVisible()
  }

  async openEdit(name: string): Promise<void> {
    await this.page.getByRole('button', { name: `Edit ${name}`, exact: true }).click()
    await expect(this.drawer).toBeVisible()
  }

  field(label: string): Locator {
    const name = new RegExp(`^${label}( \\*)?$`)
    return this.drawer.getByRole('textbox', { name }).or(this.drawer.getByRole('combobox', { name }))
  }

  async fillIn(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, value] of Object.entries(fields)) {
      await this.field(label).fill(value)
    }
  }

  save(): Promise<void> {
    return this.drawer.getByRole('button', { name: 'Save', exact: true }).click()
  }

  /** What takes a rep off: time off, calendars, holidays. */
  async showTimeOff(): Promise<void> {
    await this.drawer.getByRole('tab', { name: 'Time off' }).click()
    await expect(this.drawer.getByRole('button', { name: 'Add time off' })).toBeVisible()
  }

  /** Of the drawer's second tab. */
  section(name: 'Time off' | 'Calendars' | 'Coming up' | 'To hand over'): Locator {
    return this.drawer.getByRole('region', { name, exact: true })
  }

  async setAvailability(name: string, choice: string): Promise<void> {
    await this.row(name)
      .getByRole('button', { name: /Change availability$/ })
      .click()
    await this.page.getByRole('menuitem', { name: choice, exact: true }).click()
    // One that still fades out has the same words as the next.
    await expect(this.page.getByRole('menu')).toHaveCount(0)
  }

  async importFile(file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser')
    await this.page.getByRole('button', { name: 'Import reps.csv' }).first().click()
    await (await chooser).setFiles(file)
  }
}
