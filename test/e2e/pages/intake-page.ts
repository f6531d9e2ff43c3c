import type { Locator, Page } from '@playwright/test'

export class IntakePage {
  readonly page: Page
  readonly imports: Locator
  readonly sources: Locator

  constructor(page: Page) {
    this.page = page
    this.imports = page.getByRole('table', { name: 'Imports' })
    this.sources = page.getByRole('table', { name: 'Files and by hand' })
  }

  openWizard(): Promise<void> {
    return this.page.getByRole('button', { name: 'Import leads' }).click()
  }

  batch(file: string): Locator {
    return this.imports.getByRole('row').filter({ hasText: file })
  }
}
