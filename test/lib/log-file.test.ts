import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openLogFile } from '../../src-main/lib/log-file.ts'

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lead-desk-log-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const linesOf = (file: string): Record<string, unknown>[] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

describe('the log', () => {
  test('holds a cause whole, with its stack and what caused it', () => {
    const log = openLogFile(freshFolder())
    log.error('it broke', new Error('outer', { cause: new Error('inner') }), { lead: 12 })
    log.close()
    expect(linesOf(log.file)).toMatchObject([
      {
        level: 50,
        msg: 'it broke',
        lead: 12,
        cause: { message: 'outer', stack: expect.stringContaining('log-file.test'), cause: { message: 'inner' } },
      },
    ])
  })

  test('never holds a secret', () => {
    const log = openLogFile(freshFolder())
    log.info('connected', { password: 'geheim', mailbox: { token: 'geheim', user: 'anna' }, a: { b: { secret: 'geheim' } } })
    log.close()
    expect(readFileSync(log.file, 'utf8')).not.toContain('geheim')
    expect(readFileSync(log.file, 'utf8')).toContain('anna')
  })

  test('turns over when full and keeps three files', () => {
    const folder = freshFolder()
    const log = openLogFile(folder, 1_000)
    for (let i = 0; i < 100; i++) log.info(`line ${i}`)
    log.close()
    expect(readdirSync(folder).sort()).toEqual(['desk.1.log', 'desk.2.log', 'desk.log'])
    expect(linesOf(log.file).at(-1)).toMatchObject({ msg: 'line 99' })
  })

  test('goes on where it stood', () => {
    const folder = freshFolder()
    for (const msg of ['first', 'second']) {
      const log = openLogFile(folder)
      log.info(msg)
      log.close()
    }
    expect(linesOf(join(folder, 'desk.log')).map(({ msg }) => msg)).toEqual(['first', 'second'])
  })
})
