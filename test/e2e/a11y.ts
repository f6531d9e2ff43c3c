import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** What is another in another colour scheme. The rest of a page is not. */
const ABOUT_COLOUR = ['color-contrast', 'link-in-text-block']

/** Nothing that keeps a person out, as far as axe can tell: in the light, and of its colours in the dark. In Chromium only. */
export async function expectNoBarriers(page: Page, what: string): Promise<void> {
  // Every test that looks runs in Chromium as well, and the page is the same: looking once is enough.
  if (await page.evaluate(() => navigator.userAgent.includes('Electron'))) return
  await inScheme(page, 'light')
  const light = await barriers(axeOn(page))
  await inScheme(page, 'dark')
  const dark = await barriers(axeOn(page).withRules(ABOUT_COLOUR))
  await page.emulateMedia({ colorScheme: 'light' })
  expect.soft(light, `${what}, light`).toEqual([])
  expect.soft(dark, `${what}, dark`).toEqual([])
}

/** As the system says it is; a desk that is told nothing else follows at once. */
async function inScheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
  // Fading things have colours of their own.
  await page.waitForFunction(() =>
    // What goes by how far a list is scrolled runs for ever, and fades nothing by itself.
    document
      .getAnimations()
      .filter(({ timeline }) => timeline === document.timeline)
      .every((one) => one.playState !== 'running' || one.effect?.getTiming().iterations === Infinity),
  )
}

// Without legacy mode axe opens a second page, which a window of ours may not. What it finds in order takes it half its time to tell.
const axeOn = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })

async function barriers(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')} ${node.html.slice(0, 160)}`),
  )
}
