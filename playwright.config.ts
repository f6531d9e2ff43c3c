import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: '.cache/e2e',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // On a shared machine a window may take longer than any wait is worth; a second failure is one. Playwright names what was flaky.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: Boolean(process.env['CI']),
  // No video: it needs a download of its own. A failed test leaves a picture and what could be read on the page. A trace costs a
  // quarter of the whole time: only a second try is traced, and whatever is run with `--trace on`.
  use: { trace: 'on-first-retry', screenshot: 'only-on-failure', video: 'off', actionTimeout: 15_000 },
  // test/e2e/*.electron.e2e.ts run in Electron only, all other *.e2e.ts in Chromium, and those tagged @window in both.
  projects: [
    { name: 'electron', testMatch: '**/*.e2e.ts', testIgnore: '**/*.chromium.e2e.ts', grep: /\.electron\.e2e\.ts|@window/ },
    {
      name: 'chromium',
      testMatch: '**/*.e2e.ts',
      testIgnore: '**/*.electron.e2e.ts',
      // Set by build/e2e.mjs: the system's Chromium, as Playwright's own would be one more download.
      use: { browserName: 'chromium', launchOptions: { executablePath: process.env['LEAD_DESK_CHROMIUM'] } },
    },
  ],
})
