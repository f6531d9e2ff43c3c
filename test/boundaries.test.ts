import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** [file, its only line, what the linter says] */
const forbidden: [file: string, line: string, message: string][] = [
  [
    'src-main/routing/a.ts',
    "export * from '../store/port.ts'",
    'routing may not import store. Routing is pure: pass it in as a fact',
  ],
  ['src-main/routing/methods/b.ts', "export * from '../../lib/clock.ts'", 'routing may not import lib. Routing is pure'],
  ['src-main/routing/c.ts', "export const c = () => import('../desk/x.ts')", 'routing may not import desk. Routing is pure'],
  ['src-main/routing/d.ts', "export * from 'luxon'", 'routing may not import luxon. Routing is pure'],
  ['src-main/routing/e.ts', "export * from 'node:fs'", 'routing may not import node:fs. Routing is pure'],
  ['src-main/routing/f.ts', 'export const f = Date.now()', 'No Date.now in routing/: it is pure'],
  ['src-main/routing/g.ts', 'export const g = new Date()', 'No new Date() in routing/: it is pure'],
  ['src-main/routing/h.ts', 'export const h = Math.random()', 'No Math.random in routing/: it is pure'],
  ['src-main/contract/a.ts', 'export const a = () => Date.now()', 'No Date.now in contract/: it is pure'],
  [
    'src-main/contract/b.ts',
    "export type { B } from '../routing/a.ts'",
    'contract may not import routing. contract/ is the vocabulary',
  ],
  ['src-main/contract/c.ts', "export * from '@orpc/server'", 'contract may not import @orpc/server'],
  [
    'src-main/store/a.ts',
    "export * from '../routing/a.ts'",
    'store may not import routing. The store remembers and does not decide',
  ],
  ['src-main/store/b.ts', "export * from '../desk/a.ts'", 'store may not import desk'],
  [
    'src-main/desk/a.ts',
    "export * from '../store/queries/leads.ts'",
    'desk may not import store. The desk knows the store only by store/port.ts',
  ],
  ['src-main/desk/b.ts', "export * from '../wire/a.ts'", 'desk may not import wire'],
  [
    'src-main/desk/c.ts',
    "export * from 'better-sqlite3'",
    'desk may not import better-sqlite3. Only the store speaks to a database',
  ],
  ['src-main/desk/d.ts', "export * from 'kysely'", 'desk may not import kysely. Only the store speaks to a database'],
  ['src-main/desk/e.ts', "export * from 'electron'", 'desk may not import electron. Only the shell knows Electron'],
  [
    'src-main/intake/csv/a.ts',
    "export * from '../../store/port.ts'",
    'intake may not import store. Intake turns outside material into drafts',
  ],
  ['src-main/wire/a.ts', "export * from '../intake/a.ts'", 'wire may not import intake. The wire only serves the contract'],
  ['src-main/wire/b.ts', "export * from 'electron'", 'wire may not import electron. Only the shell knows Electron'],
  ['src-main/cli/a.ts', "export * from '../store/port.ts'", 'cli may not import store. The command line is one more caller'],
  ['src-main/shell/a.ts', "export * from '../desk/a.ts'", 'shell may not import desk. The shell only knows windows'],
  [
    'src-main/preload/a.ts',
    "export * from '../contract/a.ts'",
    'preload may not import contract. The preload hands over the message port',
  ],
  ['src-main/lib/a.ts', "export * from '../contract/a.ts'", 'lib may not import contract. lib/ knows none of our rooms'],
  ['src-main/index.ts', "export * from './desk/a.ts'", 'index.ts may not import desk. index.ts only hands over to the shell'],
  ['src-main/start.ts', "export * from './shell/a.ts'", 'start.ts may not import shell. start.ts only builds a desk'],
  ['src-main/helpers/a.ts', "export * from 'zod'", 'src-main/helpers is not in the table of rooms'],
  ['src-main/desk/f.ts', "export * from '../../src-renderer/ui/a.tsx'", 'Program code imports nothing from src-renderer/'],
  ['src-main/desk/g.ts', "export * from '../../test/helpers/a.ts'", 'Program code imports nothing from test/'],
  [
    'src-renderer/main.tsx',
    "export * from './features/queue/a.tsx'",
    'main.tsx may not import features. main.tsx only mounts the app',
  ],
  ['src-renderer/app/a.tsx', "export * from '../bridge/a.ts'", 'app may not import bridge. app/ arranges screens'],
  ['src-renderer/features/queue/a.tsx', "export * from '../board/a.tsx'", 'A feature never imports a sibling'],
  [
    'src-renderer/features/queue/b.tsx',
    "export * from '../../../src-main/desk/a.ts'",
    'The page knows src-main only by its contract/',
  ],
  ['src-renderer/features/queue/c.tsx', "export * from 'node:fs'", 'The page has no Node'],
  [
    'src-renderer/features/queue/d.tsx',
    "export * from 'electron'",
    'features may not import electron. Only the shell knows Electron',
  ],
  ['src-renderer/state/a.ts', "export * from '../features/queue/a.tsx'", 'state may not import features. State knows no screen'],
  ['src-renderer/bridge/a.ts', "export * from '../state/a.ts'", 'bridge may not import state. The bridge knows the wire only'],
  ['src-renderer/ui/a.tsx', "export * from '../state/a.ts'", 'ui may not import state. A part of ui/ gets props'],
  [
    'src-renderer/ui/b.tsx',
    "export * from '../../src-main/contract/a.ts'",
    'ui may not import src-main/contract. A part of ui/ gets props',
  ],
  ['src-renderer/text/a.ts', "export * from '../state/a.ts'", 'text may not import state. text/ turns values into sentences'],
]

const allowed: [file: string, line: string][] = [
  ['src-main/index.ts', "export * from './shell/a.ts'"],
  ['src-main/start.ts', "export * from './store/a.ts'"],
  ['src-main/contract/x.ts', "export * from 'zod'"],
  ['src-main/contract/y.ts', 'export const y = new Date(5)'],
  ['src-main/routing/x.ts', "export * from '../contract/a.ts'"],
  ['src-main/store/x.ts', "export * from 'kysely'"],
  ['src-main/desk/x.ts', "export * from '../store/port.ts'"],
  ['src-main/desk/y.ts', "export * from '../routing/a.ts'"],
  ['src-main/desk/z.ts', 'export const z = Date.now()'],
  ['src-main/intake/csv/x.ts', "export * from '../../desk/a.ts'"],
  ['src-main/wire/x.ts', "export * from '../desk/a.ts'"],
  ['src-main/cli/x.ts', "export * from '../start.ts'"],
  ['src-main/shell/x.ts', "export * from 'electron'"],
  ['src-main/preload/x.ts', "export * from 'electron'"],
  ['src-main/lib/x.ts', "export * from 'node:fs'"],
  ['src-renderer/features/queue/x.tsx', "export * from '../../state/a.ts'"],
  ['src-renderer/features/queue/y.tsx', "export * from './parts/row.tsx'"],
  ['src-renderer/features/queue/parts/z.tsx', "export * from '../a.tsx'"],
  ['src-renderer/state/x.ts', "export * from '../../src-main/contract/a.ts'"],
]

interface Finding {
  filename: string
  message: string
}

describe('The rooms of the house are kept by the linter', () => {
  const house = mkdtempSync(join(tmpdir(), 'lead-desk-rooms-'))
  let findings: Finding[] = []

  // One run over all the cases: the rules look at names only, so nothing imported needs to exist.
  beforeAll(() => {
    cpSync(join(root, 'build/lint'), join(house, 'build/lint'), { recursive: true })
    cpSync(join(root, '.oxlintrc.json'), join(house, '.oxlintrc.json'))
    symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'))
    const lines = new Map<string, string[]>()
    for (const [file, line] of [...forbidden, ...allowed]) lines.set(file, [...(lines.get(file) ?? []), line])
    for (const [file, text] of lines) {
      mkdirSync(dirname(join(house, file)), { recursive: true })
      writeFileSync(join(house, file), `${text.join('\n')}\n`)
    }
    const linter = join(root, 'node_modules/oxlint/bin/oxlint')
    const run = spawnSync(process.execPath, [linter, '--format=json', 'src-main', 'src-renderer'], {
      cwd: house,
      encoding: 'utf8',
    })
    expect(run.status, run.stderr).toBe(1)
    const report = JSON.parse(run.stdout) as { diagnostics: (Finding & { code?: string })[] }
    findings = report.diagnostics.filter(({ code }) => code?.startsWith('rooms(') ?? false)
  })
  afterAll(() => rmSync(house, { recursive: true, force: true }))

  test.each(forbidden)('%s may not say: %s', (file, _line, message) => {
    const said = findings.filter(({ filename }) => filename === file).map((finding) => finding.message)
    expect(said).toEqual([expect.stringContaining(message)])
  })

  test('and what the table allows passes', () => {
    const files = new Set(forbidden.map(([file]) => file))
    expect(findings.filter(({ filename }) => !files.has(filename))).toEqual([])
  })
})

describe('The pure rooms are compiled without a page and without Node', () => {
  const house = mkdtempSync(join(tmpdir(), 'lead-desk-core-'))
  afterAll(() => rmSync(house, { recursive: true, force: true }))

  test.each(['document.title', 'process.pid', "fetch('x')", 'setTimeout(() => {}, 1)', 'console.log(1)'])(
    '%s is unknown there',
    (use) => {
      for (const file of ['tsconfig.base.json', 'tsconfig.core.json']) cpSync(join(root, file), join(house, file))
      mkdirSync(join(house, 'src-main/routing'), { recursive: true })
      writeFileSync(join(house, 'src-main/routing/a.ts'), `export const a = () => ${use}\n`)
      const compiler = join(root, 'node_modules/typescript/bin/tsc')
      const run = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.core.json'], { cwd: house, encoding: 'utf8' })
      expect(run.stdout).toContain('Cannot find name')
      expect(run.status).not.toBe(0)
    },
  )
})
