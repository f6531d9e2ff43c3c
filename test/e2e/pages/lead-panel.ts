import { expect, type Locator, type Page } from '@playwright/test'

export class LeadPanel {
  readonly page: Page
  readonly panel: Locator
  readonly heading: Locator
  readonly history: Locator
  readonly closeButton: Locator
  readonly stages: Locator
  /** The edge by which it is made wider. */
  readonly edge: Locator

  constructor(page: Page) {
    this.page = page
    this.panel = page.getByRole('complementary', { name: 'Lead', exact: true })
    this.heading = this.panel.getByRole('heading', { level: 2 })
    this.history = this.panel.getByRole('list', { name: 'History' })
    this.stages = this.panel.getByRole('group', { name: 'Stage' })
    this.edge = this.panel.getByRole('separator', { name: 'Width of the open lead' })
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

  setStage(stage: string): Promise<void> {
    return this.stages.getByRole('button', { name: stage, exact: true }).click()
  }

  /** Writes a note in its box, and saves it by key. */
  async writeNote(text: string): Promise<void> {
    const box = this.panel.getByRole('textbox', { name: 'Note', exact: true })
    await box.fill(text)
    await box.press('Control+Enter')
    await expect(box).toHaveValue('')
  }

  /** The line of a field, open to be written over. */
  async edit(field: string): Promise<Locator> {
    await this.button(`Edit: ${field}`).click()
    return this.panel.getByRole('textbox', { name: field, exact: true })
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
