import { expect, type Locator, type Page } from '@playwright/test'

export class LeadPanel {
  readonly page: Page
  readonly panel: Locator
  readonly heading: Locator
  readonly history: Locator
  readonly closeButton: Locator

  constructor(page: Page) {
    this.page = page
    this.panel = page.getByRole('complementary', { name: 'Lead', exact: true })
    this.heading = this.panel.getByRole('heading', { level: 2 })
    this.history = this.panel.getByRole('list', { name: 'History' })
    this.closeButton = this.panel.getByRole('button', { name: 'Close the lead' })
  }

  tab(name: 'Lead' | 'Why' | 'History'): Promise<void> {
    return this.panel.getByRole('tab', { name, exact: true }).click()
  }

  button(name: string): Locator {
    return this.panel.getByRole('button', { name, exact: true })
  }

  async fromMenu(name: string): Promise<void> {
    await this.button('More actions').click()
    await this.page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click()
  }

  async setStage(stage: string): Promise<void> {
    await this.panel
      .getByRole('combobox', { name: 'Stage' })
      .or(this.panel.getByRole('textbox', { name: 'Stage' }))
      .click()
    await this.page.getByRole('option', { name: stage, exact: true }).click()
  }

  /** Writes a note in the dialogue that is open. */
  async writeNote(text: string): Promise<void> {
    const dialog = this.page.getByRole('dialog', { name: 'Note' })
    await dialog.getByLabel('What there is to know').fill(text)
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog).toBeHidden()
  }

  step(words: string | RegExp): Locator {
    return this.history.getByRole('listitem').filter({ hasText: words })
  }
}

/** The list of reps that opens for "Assign". */
export class RepPicker {
  readonly page: Page
  readonly dialog: Locator
  readonly search: Locator

  constructor(page: Page) {
    this.page = page
    this.dialog = page.getByRole('dialog', { name: /^Assign/ })
    this.search = this.dialog.getByRole('combobox', { name: 'Name or team' })
  }

  option(name: string): Locator {
    return this.dialog.getByRole('option').filter({ hasText: name })
  }

  async pick(name: string): Promise<void> {
    await this.option(name).click()
    await expect(this.dialog).toBeHidden()
  }
}
