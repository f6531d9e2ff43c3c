import { expect, type Locator, type Page } from '@playwright/test'

/** Who sits at the window: the face at the top right, its dialogue, the locked window, and the PINs in the settings. */
export class PeoplePage {
  readonly page: Page
  readonly seat: Locator
  readonly dialog: Locator
  readonly locked: Locator
  readonly search: Locator

  constructor(page: Page) {
    this.page = page
    this.seat = page.getByRole('button', { name: /^At this window: / })
    this.dialog = page.getByRole('dialog', { name: 'Who sits at this window?' })
    this.locked = page.getByRole('region', { name: 'Who are you?' })
    this.search = page.getByRole('combobox', { name: 'Find a person' })
  }

  pinOf(name: string): Locator {
    return this.page.getByLabel(`PIN of ${name}`)
  }

  /** In the settings. */
  async givePin(name: string, pin: string): Promise<void> {
    await this.page.getByRole('button', { name: `Set PIN… ${name}` }).click()
    const dialog = this.page.getByRole('dialog', { name: `A new PIN for ${name}` })
    await dialog.getByLabel('New PIN').fill(pin)
    await dialog.getByLabel('The same once more').fill(pin)
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog).toBeHidden()
  }

  async open(): Promise<void> {
    await this.seat.click()
    await expect(this.dialog).toBeVisible()
  }

  /** By keys alone; the list is open. */
  async choose(name: string): Promise<void> {
    await expect(this.search).toBeFocused()
    await this.page.keyboard.type(name)
    await this.page.keyboard.press('Enter')
  }

  async typePin(name: string, pin: string): Promise<void> {
    await expect(this.pinOf(name)).toBeFocused()
    await this.page.keyboard.type(pin)
    await this.page.keyboard.press('Enter')
  }

  async lock(): Promise<void> {
    await this.open()
    await this.dialog.getByRole('button', { name: 'Lock this window' }).click()
    await expect(this.locked).toBeVisible()
  }
}
