import { expect, type Locator, type Page } from '@playwright/test'

type Segment = 'Waiting' | 'Offered' | 'Held' | 'All open' | 'Today' | 'Everything' | 'Open' | 'Won' | 'Discarded'

/** The queue, and the list of all leads, which is the same list. */
export class QueuePage {
  readonly page: Page
  readonly grid: Locator
  readonly search: Locator
  readonly bar: Locator

  constructor(page: Page) {
    this.page = page
    this.grid = page.getByRole('grid', { name: /^Leads:/ })
    this.search = page.getByRole('searchbox', { name: 'Search name, company, e-mail, phone, notes' })
    this.bar = page.getByRole('toolbar', { name: 'With the selected leads' })
  }

  /** One of the numbers on top. */
  stat(name: 'Waiting' | 'Held' | 'Oldest waiting' | 'In today' | 'Assigned today' | 'Reps here'): Locator {
    return this.page.getByRole('main').getByRole('group', { name, exact: true })
  }

  /** The number that opens the list of what runs out. */
  atRisk(): Locator {
    return this.page.getByRole('button', { name: /^At risk:/ })
  }

  async show(segment: Segment): Promise<void> {
    await this.page
      .getByRole('radiogroup', { name: 'Which leads' })
      .getByText(new RegExp(`^${segment}( \\d.*)?$`))
      .click()
    await expect(
      this.page.getByRole('grid', { name: `Leads: ${segment}` }).or(this.page.getByRole('main').getByRole('status')),
    ).toBeVisible()
  }

  /** By F, the field's name and the value's, as a person does it. */
  async narrow(field: string, value: string): Promise<void> {
    await this.page.keyboard.press('f')
    await this.page.keyboard.type(field)
    await this.page.keyboard.press('Enter')
    await this.page.keyboard.type(value)
    await this.page.keyboard.press('Enter')
    await this.page.keyboard.press('Escape')
  }

  /** A filter that is on: "Grade: Hot". */
  chip(words: string): Locator {
    return this.page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: words, exact: true })
  }

  /** A list beside the others, with its count. */
  tab(words: string | RegExp): Locator {
    return this.page.getByRole('radiogroup', { name: 'Which leads' }).getByText(words)
  }

  /** Down to the end of the list: it is read on as it is scrolled, and says only then how many it has. */
  async expectCount(count: number): Promise<void> {
    await expect(async () => {
      await this.grid.evaluate((list) => {
        list.scrollTo(0, list.scrollHeight)
      })
      await expect(this.grid).toHaveAttribute('aria-rowcount', `${count}`, { timeout: 1_000 })
    }).toPass({ timeout: 20_000 })
  }

  row(name: string): Locator {
    return this.grid.getByRole('row').filter({ hasText: name })
  }

  rows(): Locator {
    return this.grid.locator('[role="row"][aria-rowindex]')
  }

  /** The row the keys are on. */
  focused(): Locator {
    return this.grid.locator('[role="row"][data-focused]')
  }

  async open(name: string): Promise<void> {
    await this.row(name).click()
  }

  select(name: string): Promise<void> {
    return this.row(name).getByRole('gridcell').first().click()
  }
}
