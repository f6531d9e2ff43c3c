import { expect, type Locator, type Page } from '@playwright/test'

/** The review tray: mails on the left, the chosen one and the lead it would be on the right. */
export class ReviewPage {
  readonly page: Page
  readonly list: Locator
  readonly mail: Locator
  readonly lead: Locator

  constructor(page: Page) {
    this.page = page
    this.list = page.getByRole('list', { name: 'Mails' })
    this.mail = page.getByRole('region', { name: 'Mail' })
    this.lead = page.getByRole('region', { name: 'The lead it would be' })
  }

  async show(segment: 'To review' | 'No leads' | 'Became leads' | 'Templates'): Promise<void> {
    await this.page
      .getByRole('radiogroup', { name: 'Which mails' })
      .getByText(new RegExp(`^${segment}( \\d.*)?$`))
      .click()
  }

  row(subject: string): Locator {
    return this.list.getByRole('button').filter({ hasText: subject })
  }

  async open(subject: string): Promise<void> {
    await this.row(subject).first().click()
    await expect(this.page.getByRole('heading', { level: 2, name: subject })).toBeVisible()
  }

  field(label: string): Locator {
    return this.lead.getByLabel(label, { exact: true })
  }

  button(name: string): Locator {
    return this.page.getByRole('main').getByRole('button', { name, exact: true })
  }
}
