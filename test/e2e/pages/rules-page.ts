import { expect, type Locator, type Page } from '@playwright/test'

export class RulesPage {
  readonly page: Page
  readonly list: Locator
  readonly bar: Locator
  readonly editor: Locator
  readonly publishDialog: Locator

  constructor(page: Page) {
    this.page = page
    this.list = page.getByRole('list', { name: 'Rules in order' })
    this.bar = page.getByRole('region', { name: 'Rules', exact: true })
    this.editor = page.getByRole('form', { name: /^(Add a|Edit the) rule$/ })
    this.publishDialog = page.getByRole('dialog', { name: /^(Publish these rules|Go back to version \d+)$/ })
  }

  names(): Locator {
    return this.list.getByRole('button', { name: /^Edit / })
  }

  rule(name: string): Locator {
    return this.list.getByRole('listitem').filter({ has: this.page.getByRole('button', { name: `Edit ${name}`, exact: true }) })
  }

  async openAdd(): Promise<void> {
    await this.page.getByRole('button', { name: 'Add a rule' }).click()
    await expect(this.editor).toBeVisible()
  }

  async openEdit(name: string): Promise<void> {
    await this.list.getByRole('button', { name: `Edit ${name}`, exact: true }).click()
    await expect(this.editor).toBeVisible()
  }

  /** Fills the last condition in the editor; a new rule begins with one. */
  async fillCondition(field: string, how: string, value: string): Promise<void> {
    await this.choose('Field', field)
    await this.choose('How', how)
    const input = this.editor.getByLabel('Value', { exact: true }).last()
    await input.fill(value)
    await input.blur()
  }

  async choose(label: string, value: string): Promise<void> {
    await this.editor.getByLabel(label, { exact: true }).last().click()
    await this.page.getByRole('option', { name: value, exact: true }).click()
  }

  /** Back to the list. What was changed is in the draft already. */
  async done(): Promise<void> {
    await this.editor.getByRole('button', { name: 'Done' }).click()
    await expect(this.editor).toBeHidden()
  }

  /** Waits for the comparison that comes before, as a person does who reads it. */
  async publish(note = ''): Promise<void> {
    await this.bar.getByRole('button', { name: 'Publish' }).click()
    await this.confirmPublish(note)
  }

  async confirmPublish(note = ''): Promise<void> {
    if (note !== '') await this.publishDialog.getByLabel('What changed').fill(note)
    await this.publishDialog.getByRole('button', { name: 'Publish', exact: true }).click()
  }

  async open(part: 'Rules' | 'Scoring' | 'Territories' | 'Settings' | 'Past leads' | 'Versions'): Promise<void> {
    await this.page.getByRole('tab', { name: new RegExp(`^${part}`) }).click()
  }

  bench(): Locator {
    return this.page.getByRole('complementary', { name: 'Try a lead' })
  }

  /** A part of the report of past leads, by its heading. */
  report(name: string): Locator {
    return this.page.getByRole('tabpanel', { name: 'Past leads' }).getByRole('region', { name })
  }

  versions(): Locator {
    return this.page.getByRole('list', { name: 'Versions', exact: true })
  }
}
