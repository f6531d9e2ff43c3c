import { expectNoBarriers } from './a11y.ts'
import { expect, test } from './desk-fixture.ts'
import { aRep, everyoneInTurn, someRules } from './seeds.ts'

/** A portal nobody has written a profile for. */
const portal = (number: number, person: string, address: string): string => `From: Haus und Hof <post@hausundhof.example>
To: sales@firm.example
Subject: Neue Nachricht ${number}
Message-ID: <${number}@hausundhof.example>
Date: Sat, 21 Nov 2026 12:0${number}:00 +0000
Content-Type: text/plain; charset=utf-8

Es schreibt Ihnen ${person}, erreichbar unter ${address}.
`
const newsletter = `From: News <news@shop.example>
To: sales@firm.example
Subject: Ten offers
Message-ID: <n@shop.example>
List-Unsubscribe: <https://shop.example/out>
List-Id: <news.shop.example>
Precedence: bulk
Date: Sat, 21 Nov 2026 12:00:00 +0000
Content-Type: text/html; charset=utf-8

<p>Buy now <img src="https://shop.example/pixel.gif"><script>document.title = 'taken'</script></p>
`

test.describe('The review tray', () => {
  test.use({
    given: {
      reps: [aRep('Anna Amsel')],
      rules: someRules(everyoneInTurn),
      mails: [portal(1, 'Jana Berg', 'jana@berg.example'), portal(2, 'Tom Hart', 'tom@hart.example'), newsletter],
    },
  })

  test('a mail is corrected once, and the next of its sender are read by themselves', { tag: '@window' }, async ({ desk }) => {
    const { frame, review, queue, lead, page } = desk
    await frame.goTo('Review')
    await expect(frame.link('Review')).toContainText('2')
    await review.open('Neue Nachricht 2')
    await expect(review.mail).toContainText('Es schreibt Ihnen Tom Hart')
    await expectNoBarriers(page, 'the review tray')

    await review.field('Name').fill('Tom Hart')
    await review.field('E-mail').fill('tom at hart')
    await review.button('Make it a lead').click()
    await expect(review.lead).toContainText('is no e-mail address')
    await review.field('E-mail').fill('tom@hart.example')
    await review.lead.getByLabel('Read mails of post@hausundhof.example like this from now on').check()
    await review.button('Make it a lead').click()
    await expect(frame.notice('One more mail of this sender became a lead')).toBeVisible()
    await expect(page.getByText('Nothing to review')).toBeVisible()
    await review.show('Templates')
    await expect(page.getByRole('table', { name: 'Templates' })).toContainText('post@hausundhof.example')
    await expectNoBarriers(page, 'templates')

    await frame.goTo('Queue')
    await queue.show('Everything')
    await expect(queue.row('Tom Hart')).toContainText('Anna Amsel')
    await queue.open('Jana Berg')
    await lead.panel.getByRole('button', { name: /Neue Nachricht 1/ }).click()
    await expect(lead.panel).toContainText('Es schreibt Ihnen Jana Berg')
  })

  test('a mail is put away by D and brought back; what was ignored says why, and none of its HTML runs', async ({ desk }) => {
    const { frame, review, page } = desk
    await frame.goTo('Review')
    await review.open('Neue Nachricht 2')
    await page.keyboard.press('d')
    await expect(review.row('Neue Nachricht 2')).toHaveCount(0)
    await frame.notice('Put away as no lead').getByRole('button', { name: 'Undo' }).click()
    await expect(review.row('Neue Nachricht 2')).toBeVisible()

    await review.show('No leads')
    await review.open('Ten offers')
    await expect(review.row('Ten offers')).toContainText('newsletter')
    await expect(review.mail).toContainText('Buy now')
    await review.mail.getByText('Source').click()
    await expect(review.mail).toContainText('<script>document.title')
    expect(await page.title()).not.toBe('taken')
    await review.button('Back to the tray').click()
    await review.show('To review')
    await expect(review.row('Ten offers')).toBeVisible()
  })
})

test.describe('Possible duplicates', () => {
  const shared = { phone: '+49 30 1234567' }
  test.use({
    given: {
      reps: [aRep('Anna Amsel')],
      leads: [
        { name: 'Eva Ray', ...shared },
        { name: 'Tom Ray', ...shared, company: 'Ray GmbH' },
        { name: 'Kim Lee', ...shared },
      ],
    },
  })

  test('pairs are told apart or merged, and either is taken back', { tag: '@window' }, async ({ desk }) => {
    const { frame, duplicates, page } = desk
    await frame.goTo('Duplicates')
    await expect(duplicates.pair('Kim Lee · Tom Ray')).toBeVisible()
    await expectNoBarriers(page, 'possible duplicates')
    await page.keyboard.press('t')
    await expect(duplicates.pair('Kim Lee · Tom Ray')).toHaveCount(0)
    await frame.undoByNotice('Two people')
    await expect(duplicates.pair('Kim Lee · Tom Ray')).toBeVisible()

    await duplicates.pair('Tom Ray · Eva Ray').click()
    await expect(page.getByRole('main')).toContainText('Ray GmbH (added)')
    await duplicates.button('Merge').click()
    await expect(duplicates.pair('Tom Ray · Eva Ray')).toHaveCount(0)
    await frame.undoByNotice(/Merged into lead/)
    await expect(duplicates.pair('Tom Ray · Eva Ray')).toBeVisible()
  })
})
