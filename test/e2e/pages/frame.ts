import { expect, type Locator, type Page } from '@playwright/test'

export type ScreenName =
  | 'Queue'
  | 'Board'
  | 'My desk'
  | 'Leads'
  | 'Reps'
  | 'Rules'
  | 'Intake'
  | 'Review'
  | 'Duplicates'
  | 'Reports'
  | 'Settings'
export const SCREENS: readonly ScreenName[] = [
  'Queue',
  'Board',
  'My desk',
  'Leads',
  'Reps',
  'Rules',
  'Intake',
  'Review',
  'Duplicates',
  'Reports',
  'Settings',
]

/** What is around every screen: navigation, notices, light and dark. */
export class Frame {
  readonly page: Page
  readonly navigation: Locator
  readonly connectionLost: Locator
  /** What stands where the page has nothing to show yet. */
  readonly loading: Locator

  constructor(page: Page) {
    this.page = page
    this.navigation = page.getByRole('navigation', { name: 'Screens' })
    const status = page.getByRole('main').getByRole('status')
    this.loading = status.and(page.getByLabel('Loading')).or(status.filter({ hasText: 'Loading' }))
    this.connectionLost = page.getByText('Connection lost, trying again')
  }

  async goTo(screen: ScreenName): Promise<void> {
    await this.navigation.getByRole('link', { name: screen }).click()
    await expect(this.navigation.locator('[aria-current="page"]')).toContainText(screen)
  }

  link(screen: ScreenName): Locator {
    return this.navigation.getByRole('link', { name: screen })
  }

  notice(words: string | RegExp): Locator {
    return this.page.getByRole('status').filter({ hasText: words })
  }

  /** Takes the last step back by the button in its notice. */
  async undoByNotice(words: string | RegExp): Promise<void> {
    await this.notice(words).getByRole('button', { name: 'Undo' }).click()
    await expect(this.notice('Taken back')).toBeVisible()
  }

  async switchTo(scheme: 'light' | 'dark'): Promise<void> {
    const html = this.page.locator('html')
    if ((await html.getAttribute('data-mantine-color-scheme')) !== scheme) {
      await this.page.getByRole('button', { name: 'Light or dark' }).click()
    }
    await expect(html).toHaveAttribute('data-mantine-color-scheme', scheme)
    // The pointer would keep the button's tooltip open.
    await this.page.mouse.move(1, 1)
  }

  /** Picks a value in one of Mantine's selects, by its label. */
  async choose(label: string | RegExp, value: string | RegExp, within: Locator | Page = this.page): Promise<void> {
    await within
      .getByRole('combobox', { name: label })
      .or(within.getByRole('textbox', { name: label }))
      .first()
      .click()
    await this.page.getByRole('option', { name: value, exact: typeof value === 'string' }).click()
  }
}
