import { expect, type Locator, type Page } from '@playwright/test'

/** The pages from an account to an inbox that is read. */
export class InboxWizard {
  readonly page: Page
  readonly trouble: Locator
  readonly samples: Locator

  constructor(page: Page) {
    this.page = page
    this.trouble = page.getByRole('main').getByRole('alert')
    this.samples = page.getByText(/would be no leads$/)
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Add an inbox' }).click()
    await expect(this.page.getByRole('heading', { name: 'Which account?' })).toBeVisible()
  }

  /** A server on this machine, spoken to in the clear. */
  async fillAccount({ user, port, password }: { user: string; port: number; password: string }): Promise<void> {
    await this.page.getByRole('textbox', { name: 'E-mail address' }).fill(user)
    await this.page.getByRole('textbox', { name: 'Server' }).fill('localhost')
    await this.page.getByRole('textbox', { name: 'Port' }).fill(String(port))
    await this.choose('Encryption', 'None')
    await this.typePassword(password)
  }

  typePassword(password: string): Promise<void> {
    return this.page.getByLabel('Password', { exact: true }).fill(password)
  }

  test(): Promise<void> {
    return this.page.getByRole('button', { name: 'Test the connection' }).click()
  }

  async choose(select: string, option: string): Promise<void> {
    await this.page.getByRole('combobox', { name: select }).click()
    await this.page.getByRole('option', { name: option }).click()
  }

  pick(radio: string): Promise<void> {
    return this.page.getByRole('radio', { name: radio }).check()
  }

  next(): Promise<void> {
    return this.page.getByRole('button', { name: 'Next', exact: true }).click()
  }

  /** A mail of the sample, by its subject. */
  sample(subject: string): Locator {
    return this.page.getByRole('button', { name: subject })
  }
}
