import { type CDPSession, expect, type Locator, type Page } from '@playwright/test'

export class BoardPage {
  readonly page: Page
  readonly board: Locator
  readonly waiting: Locator

  constructor(page: Page) {
    this.page = page
    this.board = page.getByRole('region', { name: 'Columns by rep' })
    this.waiting = page.getByRole('region', { name: 'Leads that wait' })
  }

  column(rep: string): Locator {
    return this.page.getByRole('region', { name: `Leads of ${rep}` })
  }

  stage(name: string): Locator {
    return this.page.getByRole('region', { name: `Leads in the stage ${name}` })
  }

  async showBy(columns: 'rep' | 'stage'): Promise<void> {
    await this.page.getByText(`By ${columns}`, { exact: true }).click()
  }

  /** The cards of a column, without what is said where there are none. */
  cards(column: Locator): Locator {
    return column.locator('[data-card]')
  }

  card(name: string, within: Locator = this.board): Locator {
    return within.locator('[data-card]').filter({ hasText: name })
  }

  /** Takes a card by the mouse over a column, and keeps it there. */
  async lift(name: string, over: Locator, within: Locator = this.board): Promise<void> {
    const from = await boxOf(this.card(name, within))
    const to = await boxOf(over)
    await this.page.mouse.move(from.x + 30, from.y + from.height / 2)
    await this.page.mouse.down()
    await this.page.mouse.move(from.x + 45, from.y + from.height / 2 + 8, { steps: 4 })
    await this.page.mouse.move(to.x + to.width / 2, to.y + Math.min(170, to.height / 2), { steps: 12 })
  }

  drop(): Promise<void> {
    return this.page.mouse.up()
  }

  async drag(name: string, to: Locator): Promise<void> {
    await this.lift(name, to)
    await expect(to).toHaveAttribute('data-target', /.*/)
    await this.drop()
  }

  /** Holds a card with a finger until it is lifted, and takes it to a column. */
  async dragByTouch(card: Locator, to: Locator): Promise<void> {
    const touch = await this.page.context().newCDPSession(this.page)
    const from = await boxOf(card)
    const target = await boxOf(to)
    const start = { x: from.x + 40, y: from.y + from.height / 2 }
    const end = { x: target.x + target.width / 2, y: target.y + Math.min(170, target.height / 2) }
    await press(touch, 'touchStart', start)
    // A swipe would scroll: only a finger that rests lifts the card.
    await expect(this.page.locator('[data-dragged]')).toHaveCount(1)
    for (let step = 1; step <= 10; step++) {
      await press(touch, 'touchMove', {
        x: start.x + ((end.x - start.x) * step) / 10,
        y: start.y + ((end.y - start.y) * step) / 10,
      })
    }
    await expect(to).toHaveAttribute('data-target', /.*/)
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await touch.detach()
  }

  async fromMenu(name: string, action: string | RegExp): Promise<void> {
    await this.card(name).hover()
    await this.page.getByRole('button', { name: `Actions for ${name}` }).click()
    await this.page.getByRole('menuitem', { name: action }).click()
    await expect(this.page.getByRole('menu')).toHaveCount(0)
  }

  /** The switch in a column's head. */
  switchOf(rep: string): Locator {
    return this.column(rep).getByRole('button', { name: new RegExp(`^${rep} is .*Change availability$`) })
  }

  async setAvailability(rep: string, choice: string): Promise<void> {
    await this.switchOf(rep).click()
    await this.page.getByRole('menuitem', { name: choice, exact: true }).click()
    // One that still fades out has the same words as the next.
    await expect(this.page.getByRole('menu')).toHaveCount(0)
  }
}

async function press(touch: CDPSession, type: 'touchStart' | 'touchMove', at: { x: number; y: number }): Promise<void> {
  await touch.send('Input.dispatchTouchEvent', { type, touchPoints: [at] })
}

async function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  await locator.scrollIntoViewIfNeeded()
  const box = await locator.boundingBox()
  if (box === null) throw new Error('nothing to be seen there')
  return box
}
