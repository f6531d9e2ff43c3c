import { spawn } from 'node:child_process'
import { chromium } from '@playwright/test'
import { expect, listenForComplaints, test } from './desk-fixture.ts'
import { ImportWizard } from './pages/import-wizard.ts'
import { FirstRunPage } from './pages/first-run-page.ts'
import { QueuePage } from './pages/queue-page.ts'
import { end, errorsInLog, freshFolder, QUIET, removeFolder } from './running-desk.ts'
import { fixture } from './seeds.ts'

test('The packed program opens, and takes a file in', async () => {
  const program = process.env['LEAD_DESK_PACKED']
  if (program === undefined) throw new Error('LEAD_DESK_PACKED is not set: run this by npm run test:e2e')
  const folder = freshFolder('packed')
  // Its fuses forbid the inspector, so it is driven by the debugging port of its page.
  const flags = [...QUIET, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--remote-debugging-port=0']
  const child = spawn(program, [...flags, `--data=${folder}`], { stdio: ['ignore', 'ignore', 'pipe'] })
  try {
    const address = await new Promise<string>((found, failed) => {
      let said = ''
      child.stderr.on('data', (chunk: Buffer) => {
        said += chunk.toString()
        const match = /DevTools listening on (ws:\S+)/.exec(said)
        if (match?.[1] !== undefined) found(match[1])
      })
      child.on('exit', (code) => failed(new Error(`it ended with ${code}: ${said}`)))
    })
    await pageThere(address)
    const browser = await chromium.connectOverCDP(address)
    const context = browser.contexts()[0]
    if (context === undefined) throw new Error('no window')
    const complaints = listenForComplaints(context)
    const page = context.pages()[0] ?? (await context.waitForEvent('page'))
    expect(page.url()).toMatch(/^app:\/\/desk\//)
    await expect(new FirstRunPage(page).welcome).toBeVisible()

    const wizard = new ImportWizard(page)
    await wizard.open()
    await wizard.chooseAndRead(fixture('leute-windows-1252.csv'))
    await page.getByRole('button', { name: 'Import now' }).click()
    await wizard.finished()
    await page.getByRole('button', { name: 'Go to the queue' }).click()
    const queue = new QueuePage(page)
    await expect(queue.rows()).toHaveCount(4)
    await expect(queue.row('Jürgen Müller')).toContainText('Bäckerei Müller')
    expect(complaints).toEqual([])
    await browser.close()
  } finally {
    await end(child)
    const logged = errorsInLog(folder)
    removeFolder(folder)
    expect(logged).toEqual([])
  }
})

/** Playwright waits in vain for a page that is just being made when it connects. */
async function pageThere(address: string): Promise<void> {
  const list = `http://${new URL(address).host}/json/list`
  const pages = async () => ((await (await fetch(list)).json()) as { url: string }[]).map(({ url }) => new URL(url).host)
  await expect.poll(pages).toContain('desk')
}
