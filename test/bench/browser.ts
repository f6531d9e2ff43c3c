import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from '@playwright/test'

const root = join(import.meta.dirname, '../..')

export interface BenchBrowser {
  browser: Browser
  /** A page of the desk that has its first snapshot. */
  open(): Promise<Page>
  call<Answer = unknown>(path: string, input?: unknown): Promise<Answer>
  close(): Promise<void>
}

/** The built program served from that folder and Chromium before it; null, said aloud, where one of them is not there. */
export async function openBrowser(workload: string, dataFolder: string): Promise<BenchBrowser | null> {
  const cli = join(root, 'out/main/cli.js')
  const { chromiumPath } = (await import(pathToFileURL(join(root, 'build/system-packages.mjs')).href)) as {
    chromiumPath: () => string | null
  }
  const executablePath = chromiumPath()
  if (!existsSync(cli) || executablePath === null) {
    console.error(`${workload}: left out; it needs a built program and Chromium (npm test once)`)
    return null
  }
  const args = [cli, 'serve', '--data', dataFolder, '--port', '0', '--json']
  const desk = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(createInterface({ input: desk.stdout }), 'line')) as [string]
  const { url } = JSON.parse(line) as { url: string }
  const { origin, searchParams } = new URL(url)
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
  return {
    browser,
    async open() {
      const page = await browser.newPage({ viewport: { width: 1_920, height: 1_080 }, locale: 'en-GB' })
      await page.goto(url)
      await page.locator('#content [role="gridcell"]').first().waitFor({ timeout: 60_000 })
      return page
    },
    async call<Answer>(path: string, input: unknown = {}) {
      const headers = { authorization: `Bearer ${searchParams.get('token') ?? ''}`, 'content-type': 'application/json' }
      const answer = await fetch(`${origin}/api/${path}`, { method: 'POST', headers, body: JSON.stringify(input) })
      const text = await answer.text()
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`)
      return (text === '' ? undefined : JSON.parse(text)) as Answer
    },
    async close() {
      await browser.close()
      desk.kill('SIGTERM')
      await once(desk, 'exit')
    },
  }
}
