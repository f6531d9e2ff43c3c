import { expect, type Locator, type Page } from '@playwright/test'

export class Palette {
  readonly page: Page
  readonly search: Locator

  constructor(page: Page) {
    this.page = page
    this.search = page.getByRole('textbox', { name: 'Find or do anything' })
  }

  async open(): Promise<void> {
    await expect(this.page.getByRole('main')).toBeVisible()
    await this.page.keyboard.press('Control+k')
    await expect(this.search).toBeFocused()
  }

  action(name: string | RegExp): Locator {
    return this.page.getByRole('dialog').getByRole('button', { name })
  }

  async run(words: string, action: string | RegExp): Promise<void> {
    await this.open()
    await this.search.fill(words)
    await this.action(action).first().click()
    await expect(this.search).toBeHidden()
  }
}
