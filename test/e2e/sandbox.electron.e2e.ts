import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from './desk-fixture.ts'
import { someLeads } from './seeds.ts'

test.describe('The page of the window', () => {
  test.use({ given: { leads: someLeads(1) } })

  test('has no Node, no require and nothing of Electron', async ({ desk }) => {
    const found = await desk.page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer', '__dirname'].filter(
        (name) => name in window,
      ),
    )
    expect(found).toEqual([])
    expect(desk.page.url()).toMatch(/^app:\/\/desk\//)
  })

  test('runs no script but its own: eval, inline scripts and handlers are refused', async ({ desk }) => {
    desk.expected.push(/Content Security Policy|Note that 'script-src'/)
    const outcome = await desk.page.evaluate(
      () =>
        new Promise<Record<string, unknown>>((done) => {
          const scope = window as unknown as Record<string, unknown>
          const inline = document.createElement('script')
          inline.textContent = 'window.ranInline = true'
          document.body.append(inline)
          const button = document.createElement('button')
          button.setAttribute('onclick', 'window.ranHandler = true')
          document.body.append(button)
          button.click()
          button.remove()
          // Later: what a test evaluates itself is let through.
          setTimeout(() => {
            let evalSaid = 'ran'
            try {
              // oxlint-disable-next-line no-eval -- That it cannot is what is to be seen.
              ;(0, eval)('1')
            } catch (thrown) {
              evalSaid = (thrown as Error).name
            }
            done({ evalSaid, inline: scope['ranInline'], handler: scope['ranHandler'] })
          }, 50)
        }),
    )
    expect(outcome).toEqual({ evalSaid: 'EvalError', inline: undefined, handler: undefined })
  })

  test('opens no window and goes nowhere', async ({ desk }) => {
    const { app, page } = desk
    desk.expected.push(/Not allowed to (load|navigate)/)
    // A journey that begins while the page loads ends its loading, whoever refuses it.
    await expect(desk.queue.rows()).toHaveCount(1)
    await app?.evaluate(({ shell }) => {
      // So that no browser of this machine opens.
      shell.openExternal = (address) => {
        ;(globalThis as unknown as Record<string, string>)['openedOutside'] = address
        return Promise.resolve()
      }
    })
    expect(await page.evaluate(() => window.open('https://example.com/') === null)).toBe(true)
    // Only a number to call or a person to write to is the system's business.
    await page.evaluate(() => {
      window.location.href = 'tel:+4930123456'
    })
    await expect
      .poll(() => app?.evaluate(() => (globalThis as unknown as Record<string, string>)['openedOutside']))
      .toBe('tel:+4930123456')
    for (const address of ['https://example.com/', 'file:///etc/passwd', 'http://127.0.0.1:9/', 'data:text/html,hello']) {
      await page.evaluate((to) => {
        window.location.href = to
      }, address)
      await page.waitForTimeout(150)
      expect(page.url()).toMatch(/^app:\/\/desk\//)
    }
    expect(await app?.evaluate(() => (globalThis as unknown as Record<string, string>)['openedOutside'])).toBe('tel:+4930123456')
    expect(app?.windows()).toHaveLength(1)
    // A refused journey leaves Playwright waiting for it, so the page itself is asked.
    await expect.poll(() => page.evaluate(() => document.querySelectorAll('[role="row"][aria-rowindex]').length)).toBe(1)
  })

  test('reaches no network', async ({ desk }) => {
    desk.expected.push(/Content Security Policy|ERR_BLOCKED|Failed to load|Note that/)
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end('hello')
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const outcome = await desk.page.evaluate(async (to) => {
      const fetched = await fetch(`${to}/fetch`).then(
        () => 'reached',
        () => 'refused',
      )
      const shown = await new Promise<string>((done) => {
        const image = new Image()
        image.addEventListener('load', () => done('reached'))
        image.addEventListener('error', () => done('refused'))
        image.src = `${to}/image`
      })
      const framed = document.createElement('iframe')
      framed.src = `${to}/frame`
      document.body.append(framed)
      await new Promise((later) => setTimeout(later, 200))
      framed.remove()
      return { fetched, shown }
    }, address)
    server.close()
    expect(outcome).toEqual({ fetched: 'refused', shown: 'refused' })
    expect(asked).toEqual([])
  })

  test('is given no permission', async ({ desk }) => {
    const outcome = await desk.page.evaluate(async () => ({
      notices: await Notification.requestPermission(),
      place: await navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state),
      camera: await (navigator.mediaDevices?.getUserMedia({ video: true }) ?? Promise.reject(new Error('none'))).then(
        () => 'given',
        () => 'refused',
      ),
    }))
    expect(outcome).toEqual({ notices: 'denied', place: 'denied', camera: 'refused' })
  })
})
