import type { Locator, Page } from '@playwright/test'

export class IntakePage {
  readonly page: Page
  readonly imports: Locator
  readonly sources: Locator
  readonly inboxes: Locator
  readonly forms: Locator
  readonly suspicions: Locator

  constructor(page: Page) {
    this.page = page
    this.imports = page.getByRole('table', { name: 'Imports' })
    this.sources = page.getByRole('table', { name: 'Files and by hand' })
    this.inboxes = page.getByRole('table', { name: 'E-mail inboxes' })
    this.forms = page.getByRole('table', { name: 'Forms and other programs' })
    this.suspicions = page.getByRole('table', { name: 'Suspected fraud' })
  }

  openWizard(): Promise<void> {
    return this.page.getByRole('button', { name: 'Import leads' }).click()
  }

  batch(file: string): Locator {
    return this.imports.getByRole('row').filter({ hasText: file })
  }

  inbox(name: string): Locator {
    return this.inboxes.getByRole('row', { name })
  }

  form(name: string): Locator {
    return this.forms.getByRole('row', { name })
  }

  /** By the menu of an inbox or a form. */
  async act(name: string, what: string): Promise<void> {
    await this.page.getByRole('button', { name: `Actions for ${name}` }).click()
    await this.page.getByRole('menuitem', { name: what }).click()
  }

  /** Lets the desk listen on a port, or no more. */
  async listenOn(port: number): Promise<void> {
    await this.page.getByRole('button', { name: 'How forms reach this desk' }).click()
    const dialog = this.page.getByRole('dialog', { name: 'How forms reach this desk' })
    await dialog.getByRole('textbox', { name: 'Port' }).fill(String(port))
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await this.page.getByRole('switch', { name: 'Listen for posts' }).click({ force: true })
  }

  /** Drops files on the page, as from a folder. */
  async drop(...files: { name: string; text: string }[]): Promise<void> {
    const dataTransfer = await this.page.evaluateHandle((given) => {
      const transfer = new DataTransfer()
      for (const { name, text } of given) transfer.items.add(new File([text], name))
      return transfer
    }, files)
    const target = this.page.getByRole('heading', { name: 'Imports' })
    for (const type of ['dragenter', 'dragover', 'drop']) await target.dispatchEvent(type, { dataTransfer })
  }
}
