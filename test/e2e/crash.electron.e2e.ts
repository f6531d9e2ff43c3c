import { once } from 'node:events'
import { expect, test } from './desk-fixture.ts'
import { aRep, everyoneInTurn, someRules } from './seeds.ts'

const manyRows = (count: number): Buffer =>
  Buffer.from(['Name,Email', ...Array.from({ length: count }, (_, at) => `Person ${at},p${at}@firm${at}.example`)].join('\n'))

test.describe('A desk killed in the middle of an import', () => {
  test.use({ given: { reps: [aRep('Anna Amsel'), aRep('Ben Bock')], rules: someRules(everyoneInTurn) } })

  test('opens again with what was in, says that it was interrupted, and can take it back', async ({ desk, open }) => {
    const { wizard, page } = desk
    await wizard.open()
    await wizard.chooseAndRead({ name: 'many.csv', mimeType: 'text/csv', buffer: manyRows(60_000) })
    await page.getByRole('button', { name: 'Import now' }).click({ timeout: 30_000 })
    await expect(async () => {
      expect(Number(await wizard.progress.getAttribute('aria-valuenow'))).toBeGreaterThan(3)
    }).toPass({ intervals: [20] })
    const child = desk.app?.process()
    if (child === undefined) throw new Error('no program')
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone

    const again = await open(desk.dataFolder)
    await again.frame.goTo('Intake')
    const batch = again.intake.batch('many.csv')
    await expect(batch).toContainText('Interrupted')
    const added = Number(/([\d,]+) added/.exec(await batch.innerText())?.[1]?.replaceAll(',', ''))
    expect(added).toBeGreaterThan(0)
    expect(added).toBeLessThan(60_000)

    // Its counts, the desk's and the reps' tell the same story.
    await again.frame.goTo('Queue')
    await expect(again.queue.stat('In today')).toContainText(added.toLocaleString('en-GB'))
    await again.frame.goTo('Reps')
    const numberOf = async (name: string): Promise<number> =>
      Number((await again.reps.row(name).getByRole('cell').nth(4).innerText()).replaceAll(',', ''))
    const [annas, bens] = [await numberOf('Anna Amsel'), await numberOf('Ben Bock')]
    expect(annas + bens).toBe(added)
    expect(Math.abs(annas - bens)).toBeLessThanOrEqual(1)

    await again.frame.goTo('Intake')
    await batch.getByRole('button', { name: /^Undo/ }).click()
    await again.page.getByRole('dialog').getByRole('button', { name: 'Undo the import' }).click()
    await expect(batch).toContainText('Taken back', { timeout: 30_000 })
    expect(await again.askWhenClosed('leads', 'list')).toEqual([])
  })
})
