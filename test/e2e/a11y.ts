import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Nothing that keeps a person out, as far as axe can tell. */
export async function expectNoBarriers(page: Page, what: string): Promise<void> {
  // Fading things have colours of their own.
  await page.waitForFunction(() =>
    document.getAnimations().every((one) => one.playState !== 'running' || one.effect?.getTiming().iterations === Infinity),
  )
  // Without legacy mode axe opens a second page, which a window of ours may not.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')} ${node.html.slice(0, 160)}`),
  )
  expect.soft(found, what).toEqual([])
}
