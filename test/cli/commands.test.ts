import { spawn } from 'node:child_process'
import { chmod, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { ended, errorOf, filledDesk, folderWith, jsonLines, LEADS, REPS, RULES, run, runHere, start } from './run-desk.ts'

// Each step is a process of its own, and a busy machine starts them slowly.
vi.setConfig({ testTimeout: 90_000 })

describe('a desk set up and filled from the command line', () => {
  test('answers each step with exactly what was promised', async () => {
    const folder = await folderWith({ 'reps.csv': REPS, 'rules.json': RULES, 'leads.csv': LEADS })
    const data = join(folder, 'data')
    const json = async (...args: string[]): Promise<unknown> => {
      const ran = await run([...args, '--data', data, '--json'])
      expect([args, ran.code, ran.stderr]).toEqual([args, 0, ''])
      expect(ran.stdout.trimEnd().split('\n')).toHaveLength(1)
      return JSON.parse(ran.stdout)
    }
    expect(await json('reps', 'import', join(folder, 'reps.csv'))).toEqual({ added: 2, updated: 0 })
    expect(await json('reps', 'import', join(folder, 'reps.csv'))).toEqual({ added: 0, updated: 2 })
    expect(await json('rules', 'import', join(folder, 'rules.json'))).toEqual({ ruleset: 1, findings: [] })

    const report = {
      rows: 3,
      added: 2,
      matched: 0,
      leftOut: 1,
      assigned: 2,
      waiting: 0,
      problems: [{ line: 4, field: 'email', code: 'no-contact', message: expect.any(String) }],
      columns: [
        { header: 'Name', field: 'name' },
        { header: 'Email', field: 'email' },
        { header: 'Phone', field: 'phone' },
        { header: 'Company', field: 'company' },
        { header: 'Country', field: 'country' },
      ],
      encoding: expect.stringMatching(/utf-?8|ascii/i),
      delimiter: ',',
      batch: null as number | null,
    }
    expect(await json('import', join(folder, 'leads.csv'), '--dry-run')).toEqual(report)
    expect(await json('import', join(folder, 'leads.csv'))).toEqual({ ...report, batch: 1 })
    expect(await json('import', join(folder, 'leads.csv'))).toMatchObject({ rows: 3, added: 0, matched: 2, leftOut: 1, batch: 2 })
  })

  test('lists leads as one object a line', async () => {
    const { data } = await filledDesk()
    const { stdout, code } = await run(['leads', 'list', '--data', data, '--json'])
    expect(code).toBe(0)
    const leads = jsonLines(stdout) as Record<string, unknown>[]
    expect(leads.sort((a, b) => Number(a.id) - Number(b.id))).toMatchObject([
      {
        id: 1,
        name: 'Ada Byron',
        email: 'ada@acme.example',
        phone: null,
        company: 'Acme',
        country: 'DE',
        status: 'assigned',
        score: null,
        grade: null,
        rep: 'mia@example.com',
        rule: 'Germany',
        receivedAt: expect.any(Number),
      },
      { id: 2, name: 'Bob Stone', country: 'US', status: 'assigned', rule: 'Everyone else' },
    ])
    const mias = await run(['leads', 'list', '--rep', 'MIA@example.com', '--status', 'assigned', '--data', data, '--json'])
    expect((jsonLines(mias.stdout) as { rep: string }[]).every(({ rep }) => rep === 'mia@example.com')).toBe(true)
    expect(await run(['leads', 'list', '--status', 'waiting', '--data', data, '--json'])).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    })
  })

  test('says why, in a sentence and in parts', async () => {
    const { data } = await filledDesk()
    const { stdout } = await run(['why', '#1', '--data', data, '--json'])
    expect(JSON.parse(stdout)).toEqual({
      sentence: expect.stringContaining('Mia'),
      ruleset: 1,
      outcome: 'assigned',
      rules: [{ name: 'Germany', matched: true, failed: null }],
      method: 'named',
      candidates: [expect.objectContaining({ rep: 'mia@example.com', eligible: true, reasons: [] })],
      picked: 'mia@example.com',
      rule: 'Germany',
      byHand: false,
      score: null,
      tie: null,
      isStored: true,
    })
    expect((await run(['why', '2', '--data', data])).stdout).toContain('Germany')
  })

  test('gives a lead by hand, takes an import back, and keeps what was touched', async () => {
    const { data } = await filledDesk()
    const given = await run(['assign', '#1', 'tom@example.com', '--data', data, '--json'])
    expect(JSON.parse(given.stdout)).toEqual({ lead: 1, rep: 'tom@example.com', seqs: [expect.any(Number)] })
    const undone = await run(['undo', '1', '--data', data, '--json'])
    expect(JSON.parse(undone.stdout)).toEqual({ batch: 1, removed: 1, kept: 1 })
    const again = await run(['undo', '1', '--data', data, '--json'])
    expect(again.code).toBe(1)
    expect(errorOf(again)).toMatchObject({ error: { code: 'undo-refused' } })
  })

  test('says that a rep is away, until when, and hands their turn to others', async () => {
    const { data } = await filledDesk()
    const away = await run(['reps', 'set', 'mia@example.com', '--status', 'away', '--until', '2h', '--data', data, '--json'])
    expect(JSON.parse(away.stdout)).toEqual({ rep: 'mia@example.com', status: 'away', until: expect.any(Number) })
    const reps = jsonLines((await run(['reps', 'list', '--data', data, '--json'])).stdout) as Record<string, unknown>[]
    expect(reps.find(({ email }) => email === 'mia@example.com')).toMatchObject({ availability: 'away' })
    const back = await run(['reps', 'set', 'mia@example.com', '--status', 'available', '--data', data, '--json'])
    expect(JSON.parse(back.stdout)).toMatchObject({ until: null })
  })

  test('writes out leads, rules and the whole desk', async () => {
    const { data, folder } = await filledDesk()
    const csv = await run(['export', 'leads', '--csv', '--data', data])
    expect(csv.stdout.split(/\r?\n/)[0]).toMatch(/email/i)
    expect(csv.stdout).toContain('ada@acme.example')
    const file = join(folder, 'out.csv')
    expect((await run(['export', 'leads', '--csv', '--out', file, '--data', data])).code).toBe(0)
    expect(await readFile(file, 'utf8')).toBe(csv.stdout)

    const rules = await run(['rules', 'export', '--data', data])
    const again = await run(['rules', 'import', '-', '--data', data, '--json'], rules.stdout)
    expect(JSON.parse(again.stdout)).toEqual({ ruleset: 2, findings: [] })
    expect(jsonLines((await run(['rules', 'versions', '--data', data, '--json'])).stdout)).toHaveLength(2)

    const backup = join(folder, 'copy.db')
    const made = await run(['backup', backup, '--data', data, '--json'])
    expect(JSON.parse(made.stdout)).toEqual({ file: backup, bytes: (await stat(backup)).size })
    const twice = await run(['backup', backup, '--data', data, '--json'])
    expect(errorOf(twice)).toMatchObject({ error: { code: 'backup-failed', data: { file: backup } } })
  })

  test('reports a period of whole days', async () => {
    const { data } = await filledDesk()
    const { stdout } = await run(['report', 'overview', '--data', data, '--json'])
    expect(JSON.parse(stdout)).toMatchObject({
      name: 'overview',
      figures: [{ id: 'received', value: 2 }, {}, {}, {}, {}, {}, {}, {}, {}, {}],
    })
    const said = await run(['report', 'speed', '--data', data, '--compare'])
    expect(said.stdout).toMatch(/never tried +2 +0\n/)
    expect(said.stdout).toMatch(/By source\nsource +leads/)
    const { stdout: csv } = await run(['report', 'leakage', '--data', data, '--csv'])
    expect(csv.split('\r\n').slice(0, 2)).toEqual(['\ufefftable,row,number,measure,value,of', ',,received,count,2,'])
    const wrong = await run(['report', '--from', 'yesterday', '--data', data, '--json'])
    expect([wrong.code, errorOf(wrong)]).toMatchObject([1, { error: { code: 'bad-input', data: { field: '--from' } } }])
  })

  test('keeps accounts, and whose they are', async () => {
    const { data, folder } = await filledDesk()
    const accounts = 'company,domains,owner_email,status\nAcme,acme.example|acme.test,tom@example.com,customer\n'
    const done = await run(['accounts', 'import', '-', '--data', data, '--json'], accounts)
    expect(JSON.parse(done.stdout)).toEqual({ added: 1, updated: 0 })
    expect(jsonLines((await run(['accounts', 'list', '--data', data, '--json'])).stdout)).toEqual([
      { company: 'Acme', domains: ['acme.example', 'acme.test'], owner: 'tom@example.com', status: 'customer' },
    ])
    expect((await run(['accounts', 'import', join(folder, 'none.csv'), '--data', data])).code).toBe(1)
  })

  test('reads leads from standard input, and columns as a map says', async () => {
    const { data, folder } = await filledDesk()
    const map = join(folder, 'map.json')
    await writeFile(map, JSON.stringify({ 'Column 1': 'name', 'Column 2': 'email' }))
    const ran = await run(
      ['import', '-', '--no-header', '--map', map, '--delimiter', 'tab', '--route', 'hold', '--data', data, '--json'],
      'Cleo\tcleo@nile.example\nDan\tdan@dan.example\n',
    )
    expect([ran.code, JSON.parse(ran.stdout)]).toMatchObject([0, { rows: 2, added: 2, assigned: 0, waiting: 2, delimiter: '\t' }])
  })

  test('speaks to people without --json', async () => {
    const { data, folder } = await filledDesk()
    const imported = await run(['import', join(folder, 'leads.csv'), '--data', data])
    expect(imported.stdout).toContain('3 rows')
    expect(imported.stderr).toContain('line 4')
    expect((await run(['leads', 'list', '--data', data])).stdout).toMatch(/lead +name +company/)
    expect((await run(['reps', 'list', '--data', data])).stdout).toContain('mia@example.com')
    expect((await run(['assign', '1', 'tom@example.com', '--data', data])).stdout).toBe('Lead 1 is now with Tom.\n')
    expect((await run(['assign', '1', 'tom@example.com', '--data', data])).stdout).toBe('Lead 1 was with Tom already.\n')
  })
})

describe('wrong usage', () => {
  test.each([
    ['nothing', []],
    ['an unknown command', ['fly']],
    ['an unknown option', ['leads', 'list', '--colour']],
    ['a lead that is no number', ['why', 'Ada']],
    ['a batch that is no number', ['undo', 'all']],
    ['a status no rep has', ['reps', 'set', 'mia@example.com', '--status', 'asleep']],
    ['no status', ['reps', 'set', 'mia@example.com']],
    ['a status no lead has', ['leads', 'list', '--status', 'lost']],
    ['a way of routing there is not', ['import', 'leads.csv', '--route', 'later']],
    ['a delimiter of two characters', ['import', 'leads.csv', '--delimiter', ';;']],
    ['a port that is none', ['serve', '--port', 'eighty']],
    ['too many words', ['why', '1', '2']],
    ['another report', ['report', 'weather']],
    ['another export', ['export', 'reps']],
    ['a state no rep can be in', ['why', '1', '--if', 'rep=mia@example.com:asleep']],
    ['a supposition about nobody', ['why', '1', '--if', 'busy']],
    ['clocks that run for ever', ['run']],
    ['leads of a file and of the desk', ['simulate', 'rules.json', '--leads', 'leads.csv', '--from', '2026-11-01']],
    ['standard input for two', ['simulate', '-', '--leads', '-']],
    ['nothing to publish', ['rules', 'publish']],
    ['two things to publish', ['rules', 'publish', 'rules.json', '--version', '1']],
    ['a version that is no number', ['rules', 'publish', '--version', 'last']],
    ['one ruleset to compare', ['rules', 'diff', '1']],
    ['time off without an end', ['reps', 'time-off', 'mia@example.com', '--from', '2026-12-24']],
    ['no calendar', ['reps', 'calendar', 'mia@example.com']],
    ['an answer to an offer that is none', ['offers', 'ignore', '1', 'mia@example.com']],
  ])('%s ends with 2, says so on standard error, and opens no desk', async (_, args) => {
    const folder = await folderWith()
    const ran = await runHere([...args, '--data', join(folder, 'data')])
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).not.toBe('')
    await expect(stat(join(folder, 'data'))).rejects.toThrow('ENOENT')
  })

  test('is the exit code of the process', async () => {
    expect((await run(['fly'])).code).toBe(2)
  })

  test('is told to programs too', async () => {
    expect(errorOf(await runHere(['why', 'Ada', '--json']))).toMatchObject({
      error: { code: 'bad-input', data: { field: 'command line' } },
    })
  })

  test('help and version are no errors, and every command has an example', async () => {
    expect(await run(['--version'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
    const commands = [
      'import',
      'undo',
      'why',
      'assign',
      'export',
      'report',
      'backup',
      'restore',
      'serve',
      'leads list',
      'reps import',
      'reps list',
    ]
    for (const command of [
      ...commands,
      'reps set',
      'reps pin',
      'rules import',
      'rules export',
      'rules schema',
      'rules check',
      'rules versions',
      'rules publish',
      'rules diff',
      'simulate',
      'run',
      'merge',
      'offers accept',
      'offers decline',
      'reps time-off',
      'reps calendar',
      'accounts import',
      'accounts list',
    ]) {
      const { code, stdout } = await runHere([...command.split(' '), '--help'])
      expect([command, code]).toEqual([command, 0])
      expect(stdout).toMatch(/Examples?:/)
      expect(stdout).toContain('--data <folder>')
    }
  })
})

describe('what the desk refuses', () => {
  test.each([
    ['a file that is not there', 'none.csv', 'file-not-found', 'none.csv'],
    ['a folder', '.', 'file-is-directory', 'folder'],
    ['an empty file', 'empty.csv', 'file-empty', 'empty.csv'],
    ['a PDF', 'paper.pdf', 'file-not-text', 'PDF'],
    ['headers without rows', 'headers.csv', 'file-no-rows', 'headers.csv'],
    ['headers that name nobody', 'colours.csv', 'file-no-lead-column', 'Colour'],
  ])('%s: exit code 1, and a sentence that names it', async (_, name, code, said) => {
    const folder = await folderWith({
      'empty.csv': '',
      'paper.pdf': '%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n',
      'headers.csv': 'Name,Email\n',
      'colours.csv': 'Colour,Shape\n',
    })
    const ran = await run(['import', join(folder, name), '--data', join(folder, 'data'), '--json'])
    expect(ran).toMatchObject({ code: 1, stdout: '' })
    expect(errorOf(ran)).toMatchObject({ error: { code } })
    expect(ran.stderr.split('\n')[0]).toContain(said)
  })

  test('an encoding nobody knows, and a map that names what is not there', async () => {
    const folder = await folderWith({
      'leads.csv': LEADS,
      'a.json': '{"Telefon":"phone"}',
      'b.json': '{"Phone":"shoe size"}',
      'c.json': '[1]',
    })
    const refused = async (...args: string[]): Promise<unknown> =>
      errorOf(await run(['import', join(folder, 'leads.csv'), ...args, '--data', join(folder, 'data'), '--json']))
    expect(await refused('--encoding', 'klingon')).toMatchObject({
      error: { code: 'file-encoding-unknown', data: { encoding: 'klingon' } },
    })
    expect(await refused('--map', join(folder, 'a.json'))).toMatchObject({
      error: { code: 'map-unknown-header', data: { header: 'Telefon' } },
    })
    expect(await refused('--map', join(folder, 'b.json'))).toMatchObject({
      error: { code: 'map-unknown-field', data: { field: 'shoe size' } },
    })
    expect(await refused('--map', join(folder, 'c.json'))).toMatchObject({ error: { code: 'bad-input' } })
    expect(await refused('--map', join(folder, 'leads.csv'))).toMatchObject({ error: { code: 'file-unreadable' } })
  })

  test('a team file with a column it does not know, whole, with line and field', async () => {
    const folder = await folderWith({
      'reps.csv': 'name,email,shoe\nMia,mia@example.com,38\n',
      'bad.csv': 'name,email,weight\nMia,mia,heavy\n',
    })
    const data = join(folder, 'data')
    const unknown = await run(['reps', 'import', join(folder, 'reps.csv'), '--data', data, '--json'])
    expect(errorOf(unknown)).toMatchObject({ error: { code: 'team-file-bad', message: expect.stringContaining('shoe') } })
    const bad = await run(['reps', 'import', join(folder, 'bad.csv'), '--data', data, '--json'])
    expect([bad.code, errorOf(bad)]).toMatchObject([
      1,
      { error: { code: 'team-file-bad', message: expect.stringContaining('line 2') } },
    ])
    expect((await run(['reps', 'list', '--data', data, '--json'])).stdout).toBe('')
  })

  test("rules that can't work, naming rule and place", async () => {
    const folder = await folderWith({
      'rules.json': '{"version":1,"rules":[{"name":"Broken","then":{"to":"rep","rep":"ghost@example.com"}}]}',
    })
    const data = join(folder, 'data')
    for (const command of ['import', 'check']) {
      const ran = await run(['rules', command, join(folder, 'rules.json'), '--data', data])
      expect([command, ran.code]).toEqual([command, 1])
      expect(ran.stdout + ran.stderr).toContain('rules[0].then')
    }
    expect((await run(['rules', 'import', '-', '--data', data], '{')).stderr).toContain('no JSON')
  })

  test('a lead, a rep, an import that are not there', async () => {
    const folder = await folderWith({ 'reps.csv': REPS })
    const data = join(folder, 'data')
    await run(['reps', 'import', join(folder, 'reps.csv'), '--data', data])
    const codeOf = async (...args: string[]): Promise<unknown> => errorOf(await run([...args, '--data', data, '--json']))
    expect(await codeOf('why', '12')).toMatchObject({ error: { code: 'lead-not-found', message: 'There is no lead 12.' } })
    expect(await codeOf('assign', '12', 'mia@example.com')).toMatchObject({ error: { code: 'lead-not-found' } })
    expect(await codeOf('assign', '12', 'ghost@example.com')).toMatchObject({ error: { code: 'rep-not-found' } })
    expect(await codeOf('leads', 'list', '--rep', 'ghost@example.com')).toMatchObject({ error: { code: 'rep-not-found' } })
    expect(await codeOf('undo', '7')).toMatchObject({ error: { code: 'batch-not-found' } })
    expect(await codeOf('reps', 'set', 'mia@example.com', '--status', 'busy', '--until', 'soon')).toMatchObject({
      error: { code: 'bad-input' },
    })
  })

  test('a data folder that is a file, or that another desk has open', async () => {
    const folder = await folderWith({ taken: 'x' })
    const ran = await run(['leads', 'list', '--data', join(folder, 'taken'), '--json'])
    expect([ran.code, errorOf(ran)]).toMatchObject([1, { error: { code: 'folder-not-writable' } }])

    const data = join(folder, 'data')
    const serving = start('serve', '--data', data)
    await new Promise((resolve) => serving.stdout.once('data', resolve))
    const second = await run(['leads', 'list', '--data', data, '--json'])
    expect([second.code, errorOf(second)]).toMatchObject([1, { error: { code: 'desk-already-open', data: { folder: data } } }])
    const end = ended(serving)
    serving.kill('SIGTERM')
    expect((await end).code).toBe(0)
    expect((await run(['leads', 'list', '--data', data, '--json'])).code).toBe(0)
  })

  test.skipIf(process.getuid?.() === 0)('a data folder nobody may write', async () => {
    const folder = await folderWith()
    await chmod(folder, 0o500)
    const ran = await run(['leads', 'list', '--data', join(folder, 'data'), '--json'])
    await chmod(folder, 0o700)
    expect([ran.code, errorOf(ran)]).toMatchObject([1, { error: { code: 'folder-not-writable' } }])
  })
})

describe('a good citizen of a pipe', () => {
  test('ends quietly when its reader has seen enough', async () => {
    const { data } = await filledDesk()
    const child = start('leads', 'list', '--data', data, '--json')
    child.stdout.destroy()
    const ran = await ended(child)
    expect([ran.code, ran.stderr]).toEqual([0, ''])
  })

  test('stops an import at Ctrl-C, and says what is in', async () => {
    const rows = Array.from({ length: 60_000 }, (_, i) => `Person ${i},person${i}@firm${i}.example,Firm ${i},Germany`)
    const folder = await folderWith({ 'many.csv': `Name,Email,Company,Country\n${rows.join('\n')}\n` })
    const data = join(folder, 'data')
    const child = start('import', join(folder, 'many.csv'), '--data', data, '--json')
    const end = ended(child)
    // Not before it is at work.
    await vi.waitFor(async () => expect((await stat(join(data, 'desk.db-wal'))).size).toBeGreaterThan(1_000_000), {
      timeout: 60_000,
      interval: 20,
    })
    child.kill('SIGINT')
    const ran = await end
    expect(ran.code).toBe(1)
    const report = JSON.parse(ran.stdout) as { added: number; batch: number }
    expect(report.added).toBeLessThan(60_000)
    expect(errorOf(ran)).toMatchObject({ error: { code: 'import-cancelled' } })
    const listed = jsonLines((await run(['leads', 'list', '--data', data, '--json'])).stdout)
    expect(listed).toHaveLength(report.added)
    const undone = await run(['undo', String(report.batch), '--data', data, '--json'])
    expect(JSON.parse(undone.stdout)).toMatchObject({ removed: report.added, kept: 0 })
  })
})

describe('serving', () => {
  test('prints the address, answers there, and leaves a demo behind nowhere', async () => {
    const child = spawn(process.execPath, [join(import.meta.dirname, '../../src-main/cli/index.ts'), 'serve', '--demo', '--json'])
    const line = await new Promise<string>((resolve) => child.stdout.once('data', (piece: Buffer) => resolve(piece.toString())))
    const { url, data } = JSON.parse(line) as { url: string; data: string }
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/)
    const { origin, searchParams } = new URL(url)
    const answer = await fetch(`${origin}/api/desk/info`, {
      method: 'POST',
      headers: { authorization: `Bearer ${searchParams.get('token')}` },
    })
    expect(await answer.json()).toMatchObject({ isDemo: true, dataFolder: data, runsIn: 'browser' })
    child.kill('SIGINT')
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0)
    await expect(stat(data)).rejects.toThrow('ENOENT')
  })
})
