import type { Page } from '@playwright/test'
import { expectNoBarriers } from './a11y.ts'
import { expect, test } from './desk-fixture.ts'

/** The screens by their German names, each with its heading. */
const SCREENS = [
  ['Warteschlange', 'Warteschlange'],
  ['Board', 'Board'],
  ['Mein Desk', 'Mein Desk'],
  ['Leads', 'Leads'],
  ['Mitarbeiter', 'Mitarbeiter'],
  ['Regeln', 'Regeln'],
  ['Eingang', 'Eingang'],
  ['Prüfung', 'Prüfung'],
  ['Dubletten', 'Mögliche Dubletten'],
  ['Berichte', 'Berichte'],
  ['Einstellungen', 'Einstellungen'],
] as const

/** Words of the English page that no German one has. One rule of the sample has one in its name. */
const ENGLISH =
  /\b(Waiting|Assigned?|Search|Settings|Queue|Reps?|Rules?|Held?|Today|Save|Cancel|Close|Undo|Nobody|nobody|Oldest|Edit|Remove|Add|and|the|of|with|until|your|days?|hours?)\b/

test.describe('In German', () => {
  test.use({ given: { sample: true }, speaks: 'de-DE' })
  test.setTimeout(120_000)

  test('every screen is German, open to all, and no word is cut off', async ({ desk }) => {
    const { page } = desk
    await expect(page.locator('html')).toHaveAttribute('lang', 'de')
    const navigation = page.getByRole('navigation', { name: 'Bereiche' })
    for (const [link, heading] of SCREENS) {
      await navigation.getByRole('link', { name: link }).click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText(heading)
      await expectGerman(page, link)
      // The English tests look at all of them; these are the fullest.
      if (link === 'Warteschlange' || link === 'Regeln') await expectNoBarriers(page, link)
    }
    await navigation.getByRole('link', { name: 'Regeln' }).click()
    for (const part of ['Bewertung', 'Gebiete', 'Einstellungen', 'Versionen']) {
      await page.getByRole('tab', { name: part }).click()
      await expect(page.getByRole('tabpanel')).not.toBeEmpty()
      await expectGerman(page, part)
    }
    await navigation.getByRole('link', { name: 'Warteschlange' }).click()
    await page.getByRole('radiogroup', { name: 'Welche Leads' }).getByText('Alle', { exact: true }).click()
    await page.getByRole('row').nth(1).click()
    await page.getByRole('tab', { name: 'Warum' }).click()
    await expect(page.getByText(/Regel|wartet|von Hand/).first()).toBeVisible()
    await expectGerman(page, 'a lead')
    await page.getByRole('button', { name: 'Zuweisen', exact: true }).first().click()
    await expect(page.getByRole('dialog', { name: /zuweisen/ })).toBeVisible()
    await expectGerman(page, 'the choice of a rep')
    await page.keyboard.press('Escape')
    await navigation.getByRole('link', { name: 'Mitarbeiter' }).click()
    await page
      .getByRole('button', { name: /Mia Berg/ })
      .first()
      .click()
    await expect(page.getByRole('dialog', { name: 'Mitarbeiter bearbeiten' })).toBeVisible()
    await expectGerman(page, 'a rep')
    await page.keyboard.press('Escape')
    await page
      .getByRole('button', { name: /Leitung/ })
      .last()
      .click()
    await expect(page.getByRole('dialog', { name: 'Wer sitzt an diesem Fenster?' })).toBeVisible()
    await expectGerman(page, 'who sits here')
  })
})

async function expectGerman(page: Page, where: string): Promise<void> {
  const said = await page.evaluate(() => {
    const labels = [...document.querySelectorAll('[aria-label],[placeholder],[title]')].flatMap((one) =>
      ['aria-label', 'placeholder', 'title'].flatMap((name) => one.getAttribute(name) ?? []),
    )
    return [...document.body.innerText.split('\n'), ...labels]
  })
  // What the sample's leads and rules say is theirs.
  const ours = said.filter((line) =>
    ENGLISH.test(
      line.replace(/Jobs and press|Hot and waiting|Question about your Platform plan/, '').replace(/\(hier: .*\)/, ''),
    ),
  )
  expect.soft([...new Set(ours)], `English on ${where}`).toEqual([])
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, [role="tab"], th, [role="columnheader"], h1')]
      .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1 && getComputedStyle(one).display !== 'inline')
      .map(
        (one) => `${one.tagName} ${one.innerText || one.getAttribute('aria-label') || ''} ${one.scrollWidth}>${one.clientWidth}`,
      ),
  )
  expect.soft(cut, `cut off on ${where}`).toEqual([])
}
