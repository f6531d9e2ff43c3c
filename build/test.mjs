// npm test: everything there is to check, from formatting to the packed program, and one closing line.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { buildAnew, ensureElectron, ensureModules, projectNode, tool, toolEnv } from './setup.mjs'
import { ensureSystemPackages, forBrowser, forMail, forVirtualDisplay, forWindow, hasDisplay } from './system-packages.mjs'
import { inRoot, main, runCode, say, step } from './tell.mjs'

const results = inRoot('.cache/test')
const unitResults = inRoot('.cache/test/unit.json')
const e2eResults = inRoot('.cache/test/e2e.json')

const tally = { passed: 0, failed: 0 }

function count(file, code, read) {
  const found = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0 }
  tally.passed += found.passed
  // A file that can't be loaded or an error outside any test fails the run without failing a test.
  tally.failed += code !== 0 && found.failed === 0 ? 1 : found.failed
}

/** Stops the rest when it fails: what follows would only fail for the same reason. */
async function check(name, work) {
  const passed = await step(name, () =>
    work().then(
      (code) => !code,
      (error) => say(error.message) ?? false,
    ),
  )
  if (passed) return true
  tally.failed += 1
  say(`✗ ${name} failed; the steps after it were not run.`)
  return false
}

const checks = [
  ['Format', () => runCode(...tool('oxfmt/bin/oxfmt', ['--check']))],
  ['Lint', () => runCode(...tool('oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']))],
  ['Types', () => runCode(...tool('typescript/bin/tsc', ['-b']))],
]

async function unitTests() {
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitResults}`]
  const code = await runCode(...tool('vitest/vitest.mjs', args))
  count(unitResults, code, (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests }))
}

async function endToEndTests() {
  const env = toolEnv({ PLAYWRIGHT_JSON_OUTPUT_NAME: e2eResults, PLAYWRIGHT_JSON_OUTPUT_FILE: e2eResults })
  const code = await runCode(projectNode(), [inRoot('build/e2e.mjs'), '--reporter=line,json'], { env })
  count(e2eResults, code, ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }))
}

async function everything() {
  await ensureSystemPackages([...forWindow, ...forBrowser, ...forMail, ...(hasDisplay() ? [] : forVirtualDisplay)])
  await ensureModules()
  await ensureElectron()
  rmSync(results, { recursive: true, force: true })
  mkdirSync(results, { recursive: true })
  for (const [name, work] of checks) if (!(await check(name, work))) return
  await step('Unit tests (vitest)', unitTests)
  if (!(await check('Build', buildAnew))) return
  await step('End-to-end tests (Playwright)', endToEndTests)
}

await main(async () => {
  try {
    await everything()
  } catch (error) {
    tally.failed += 1
    say(error.message)
  }
  say(`${tally.passed} passed, ${tally.failed} failed`)
  return tally.failed === 0 ? 0 : 1
})
