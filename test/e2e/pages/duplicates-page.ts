import type { Locator, Page } from '@playwright/test'

/** Pairs of leads that may be one person, and the chosen pair side by side. */
export class DuplicatesPage {
  readonly page: Page
  readonly list: Locator

  constructor(page: Page) {
    this.page = page
    this.list = page.getByRole('list', { name: 'Pairs' })
  }

  pair(names: string): Locator {
    return this.list.getByRole('button').filter({ hasText: names })
  }

  button(name: string): Locator {
    return this.page.getByRole('main').getByRole('button', { name, exact: true })
  }
}
