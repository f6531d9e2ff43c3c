import type { Locator, Page } from '@playwright/test'

export class FirstRunPage {
  readonly page: Page
  readonly welcome: Locator
  readonly openSample: Locator
  readonly begin: Locator
  readonly next: Locator
  readonly skip: Locator
  readonly back: Locator
  readonly said: Locator

  constructor(page: Page) {
    this.page = page
    this.welcome = page.getByRole('heading', { name: 'Welcome to Lead Desk' })
    this.openSample = page.getByRole('button', { name: 'Open the sample' })
    this.begin = page.getByRole('button', { name: 'Begin' })
    this.next = page.getByRole('button', { name: 'Next', exact: true })
    this.skip = page.getByRole('button', { name: 'Skip', exact: true })
    this.back = page.getByRole('button', { name: 'Back', exact: true })
    this.said = page.getByRole('main').getByRole('status')
  }

  step(name: 'People' | 'First rule' | 'First leads'): Locator {
    return this.page.getByRole('navigation', { name: 'Steps' }).getByRole('listitem').filter({ hasText: name })
  }

  async fillPerson(at: number, name: string, email: string): Promise<void> {
    await this.page.getByLabel(`Name of person ${at}`).fill(name)
    await this.page.getByLabel(`E-mail of person ${at}`).fill(email)
  }
}
