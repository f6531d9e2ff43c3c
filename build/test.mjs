// npm test: everything there is to check, from formatting to the packed program, and one closing line.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { buildAnew, ensureElectron, ensureModules, projectNode, tool, toolEnv } from './setup.mjs'
import { ensureSystemPackages, forBrowser, forMail, forVirtualDisplay, forWindow, hasDisplay } from './system-packages.mjs'
import { inRoot, main, runCode, say, step } from './tell.mjs'

const results = inRoot('.cache/test')
const unitResults = inRoot('.cache/test/unit.json')
const e2eResults = inRoot('.cache/test/e2e.json')

const tally = { passed: 0, failed: 0 }
/** What failed and why, told once more at the very end: of a long log often only the end is kept. */
const failures = []

function count(file, code, read) {
  const found = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failures: [] }
  // A file that ended early or an error outside any test fails the run without failing a test.
  if (code !== 0 && found.failures.length === 0)
    found.failures.push('Something outside the tests failed; its error stands above.')
  tally.passed += found.passed
  tally.failed += found.failures.length
  failures.push(...found.failures)
}

/** A failure's name and the first lines of its message. */
const told = (name, message) =>
  `✗ ${name}\n${stripVTControlCharacters(message).split('\n').slice(0, 40).join('\n').slice(0, 3000)}`

/** What vitest's report says; a file that failed as a whole counts as one failure. */
function readUnitReport({ numPassedTests, testResults }) {
  const failedFiles = testResults.filter(({ status }) => status === 'failed')
  return {
    passed: numPassedTests,
    failures: failedFiles.flatMap(({ name, message, assertionResults }) => {
      const file = relative(inRoot(), name)
      const tests = assertionResults.filter(({ status }) => status === 'failed')
      if (tests.length === 0) return [told(file, message)]
      return tests.map(({ fullName, failureMessages }) => told(`${file} › ${fullName}`, failureMessages.join('\n')))
    }),
  }
}

/** What Playwright's report says; of a test that was tried twice, the first reason. */
function readEndToEndReport({ stats, suites, errors }) {
  const specsOf = (suite) => [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)]
  const failed = suites
    .flatMap(specsOf)
    .flatMap(({ title, file, line, tests }) =>
      tests
        .filter(({ status }) => status === 'unexpected')
        .map(({ projectName, results }) =>
          told(
            `[${projectName}] ${file}:${line} › ${title}`,
            results.flatMap((result) => result.errors.map(({ message }) => message)).join('\n'),
          ),
        ),
    )
  return {
    passed: stats.expected + stats.flaky,
    failures: [...failed, ...errors.map(({ message }) => told('Playwright', message))],
  }
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
  count(unitResults, code, readUnitReport)
}

async function endToEndTests() {
  const env = toolEnv({ PLAYWRIGHT_JSON_OUTPUT_NAME: e2eResults, PLAYWRIGHT_JSON_OUTPUT_FILE: e2eResults })
  const code = await runCode(projectNode(), [inRoot('build/e2e.mjs'), '--reporter=line,json'], { env })
  count(e2eResults, code, readEndToEndReport)
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
  for (const failure of failures) say(failure)
  say(`${tally.passed} passed, ${tally.failed} failed`)
  return tally.failed === 0 ? 0 : 1
})
