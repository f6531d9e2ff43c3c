import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { MenuItem } from 'electron'
import { expect, test } from './desk-fixture.ts'
import { electronArgs, electronProgram, end, freshFolder, removeFolder, root, runDesk } from './running-desk.ts'
import { aRep, everyoneInTurn, someLeads, someRules } from './seeds.ts'

const isRoot = process.getuid?.() === 0
/** Started by hand, as Playwright would wait for a window. */
const start = (dataFolder: string): ReturnType<typeof spawn> =>
  spawn(electronProgram(), [...(isRoot ? ['--no-sandbox'] : []), ...electronArgs(dataFolder)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: root,
  })

test.describe('The window', () => {
  test.use({ given: { reps: [aRep('Anna Amsel')], leads: someLeads(2) } })

  test('opens again where it stood, in the colours that were chosen', async ({ desk, open }) => {
    const { app } = desk
    await expect(desk.queue.rows()).toHaveCount(2)
    await app?.evaluate(({ BrowserWindow, Menu }) => {
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 60, y: 40, width: 900, height: 600 })
      const find = (items: MenuItem[], label: string): MenuItem | undefined =>
        items
          .flatMap((item) => [
            item,
            ...(item.submenu === undefined || item.submenu === null ? [] : [find(item.submenu.items, label)]),
          ])
          .find((item) => item?.label === label) ?? undefined
      const dark = find(Menu.getApplicationMenu()?.items ?? [], 'Dark')
      dark?.click()
    })
    await expect(desk.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
    await desk.page.waitForTimeout(700)
    await desk.close()

    const again = await open(desk.dataFolder)
    await expect(again.queue.rows()).toHaveCount(2)
    const bounds = await again.app?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
    expect(bounds).toEqual({ x: 60, y: 40, width: 900, height: 600 })
    await expect(again.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  })

  test('is the only one: a second start brings the first to the front and ends', async ({ desk }) => {
    await desk.app?.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0]
      if (window === undefined) return
      window.focus = () => {
        ;(globalThis as unknown as Record<string, boolean>)['wasFocused'] = true
      }
    })
    const second = start(desk.dataFolder)
    const [code] = (await once(second, 'exit')) as [number]
    expect(code).toBe(0)
    await expect.poll(() => desk.app?.evaluate(() => (globalThis as unknown as Record<string, boolean>)['wasFocused'])).toBe(true)
    await expect(desk.queue.rows()).toHaveCount(2)
  })

  test('has the desk to itself: the command line is told so', async ({ desk }) => {
    await expect(desk.queue.rows()).toHaveCount(2)
    const { code, stderr } = await runDesk('leads', 'list', '--data', desk.dataFolder)
    expect(code).toBe(1)
    expect(stderr).toMatch(/open in another|has .* open|Close/i)
  })

  test('goes to every screen by its menu', async ({ desk }) => {
    await expect(desk.queue.rows()).toHaveCount(2)
    for (const screen of ['Board', 'Leads', 'Reps', 'Rules', 'Intake', 'Reports', 'Settings', 'Queue'] as const) {
      const click = (): Promise<boolean> | undefined =>
        desk.app?.evaluate(({ Menu }, label) => {
          const view = Menu.getApplicationMenu()?.items.find((item) => item.label.replace('&', '') === 'View')
          const item = view?.submenu?.items.find((one) => one.label === label)
          item?.click()
          return item !== undefined
        }, screen)
      // Whose menu it is, is asked when the rows are there.
      await expect.poll(click).toBe(true)
      await expect(desk.frame.link(screen)).toHaveAttribute('aria-current', 'page')
    }
  })

  test('leaves a whole database behind when it is closed', async ({ desk }) => {
    await desk.queue.select('Lead 01')
    await desk.queue.bar.getByRole('button', { name: 'Hold' }).click()
    await expect(desk.queue.stat('Held')).toContainText('1')
    const leads = await desk.askWhenClosed<{ name: string; status: string }>('leads', 'list')
    expect(leads.map(({ name }) => name).toSorted()).toEqual(['Lead 01', 'Lead 02'])
    expect(existsSync(join(desk.dataFolder, 'desk.db-wal'))).toBe(false)
  })
})

test.describe('A hot lead that nobody can take', () => {
  const rules = {
    ...someRules(everyoneInTurn),
    score: { attributes: [{ name: 'Home', points: [{ when: { field: 'country', op: 'is', value: 'DE' }, points: 100 }] }] },
  }
  test.use({ given: { reps: [{ ...aRep('Anna Amsel'), isPaused: true }], rules, leads: someLeads(1) } })

  test('is told by the system while another screen is open, and opens by a click on it', async ({ desk }) => {
    const { app, page } = desk
    await expect(desk.queue.rows()).toHaveCount(1)
    // What is shown is counted; a virtual screen has nobody to show it to.
    await app?.evaluate(({ Notification }) => {
      const told: Electron.Notification[] = []
      Object.assign(globalThis, { told })
      Notification.isSupported = () => true
      Notification.prototype.show = function show(this: Electron.Notification) {
        told.push(this)
      }
    })
    const told = () =>
      app?.evaluate(() => (globalThis as unknown as { told: Electron.Notification[] }).told.map(({ title }) => title))
    await desk.queue.rows().first().click()
    await page.keyboard.press('h')
    await expect(page.getByText('Held by hand')).toBeVisible()
    // Who has the queue in front of them is not told.
    await desk.frame.goTo('Leads')
    await page.getByRole('checkbox', { name: 'Select all that are listed' }).click()
    await page.keyboard.press('r')
    await expect.poll(told).toEqual(['Hot and waiting: Lead 01'])
    await app?.evaluate(() => {
      const [first] = (globalThis as unknown as { told: NodeJS.EventEmitter[] }).told
      first?.emit('click')
    })
    await expect(desk.lead.heading).toHaveText('Lead 01')
  })
})

test('A database of a newer program is refused with a sentence, and left as it was', async () => {
  const folder = freshFolder()
  try {
    expect((await runDesk('reps', 'list', '--data', folder)).code).toBe(0)
    const database = new DatabaseSync(join(folder, 'desk.db'))
    database.exec('PRAGMA user_version = 4711')
    database.close()

    // It says so in a box that waits for a person, so it is ended here.
    const window = start(folder)
    const said = await new Promise<string>((done) => {
      let heard = ''
      window.stderr?.on('data', (chunk: Buffer) => {
        heard += chunk.toString()
        if (heard.includes('newer')) done(heard)
      })
      window.on('exit', () => done(heard))
    })
    await end(window, 1_000)
    expect(said).toContain('Lead Desk cannot open')
    expect(said).toContain('was written by a newer Lead Desk')

    const { code, stderr } = await runDesk('leads', 'list', '--data', folder)
    expect(code).toBe(1)
    expect(stderr).toMatch(/newer/)
    const after = new DatabaseSync(join(folder, 'desk.db'), { readOnly: true })
    expect(after.prepare('PRAGMA user_version').get()).toEqual({ user_version: 4711 })
    after.close()
  } finally {
    removeFolder(folder)
  }
})
