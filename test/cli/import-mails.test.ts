import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { errorOf, folderWith, jsonLines, run } from './run-desk.ts'

const FORM = (name: string): string =>
  `From: Site <noreply@site.example>\nTo: sales@firm.example\nSubject: Contact\nMessage-ID: <${name}@site.example>\n\nName: ${name} Tester\nEmail: ${name}@tester.example\nMessage: call me\n`
const BOUNCE = 'Return-Path: <>\nFrom: MAILER-DAEMON@mx.example\nSubject: failure notice\n\nx\n'
const LETTER = 'From: Ana Reyes <ana@reyes.example>\nTo: sales@firm.example\nSubject: Question\n\nCan you help me?\n'

describe('mails on the command line', () => {
  it('of a folder come in, and are told by file: leads, the tray, and what is none', async () => {
    const folder = await folderWith({ 'a.eml': FORM('ada'), 'b.eml': BOUNCE, 'c.eml': LETTER })
    const data = join(await folderWith(), 'data')
    const json = async (...args: string[]): Promise<unknown> => {
      const ran = await run(['import', folder, ...args, '--data', data, '--json'])
      expect([ran.code, ran.stderr]).toEqual([0, ''])
      return jsonLines(ran.stdout)[0]
    }
    const report = {
      rows: 3,
      added: 1,
      matched: 0,
      leftOut: 0,
      review: 1,
      assigned: 0,
      waiting: 1,
      ignored: [{ message: 'b.eml', reason: 'bounce' }],
      problems: [],
      columns: [],
      encoding: 'folder',
      delimiter: '',
      batch: null,
    }
    expect(await json('--dry-run')).toEqual(report)
    expect(await json()).toEqual({ ...report, batch: 1 })
    expect(await json()).toEqual({ ...report, added: 0, matched: 1, waiting: 0, batch: 2 })
    expect(await json('--takes', 'people', '--source', 'Letters')).toMatchObject({ rows: 3, review: 0, batch: 3 })
  }, 30_000)

  it('of an mbox, also through a pipe, are named by their number; a person is told in sentences', async () => {
    const box = [FORM('ada'), BOUNCE].map((mail) => `From x@y Mon Nov 23 10:00:00 2026\n${mail}\n`).join('')
    const folder = await folderWith({ 'box.mbox': box })
    const data = join(folder, 'data')
    const piped = await run(['import', '-', '--data', data, '--json'], box)
    expect(jsonLines(piped.stdout)[0]).toMatchObject({ rows: 2, added: 1, encoding: 'mbox', ignored: [{ reason: 'bounce' }] })
    const told = await run(['import', join(folder, 'box.mbox'), '--data', data])
    expect(told.stdout).toContain('box.mbox: 2 mails. Added 0 leads, matched 1')
    expect(told.stderr).toContain('box.mbox#2: bounce (no lead)')
  }, 30_000)

  it('refuse what is for tables, and Outlook’s own files, in words', async () => {
    const folder = await folderWith({ 'a.eml': FORM('ada'), 'lead.msg': Buffer.from('d0cf11e0a1b11ae1', 'hex') })
    const data = join(folder, 'data')
    const delimiter = await run(['import', join(folder, 'a.eml'), '--delimiter', ';', '--data', data, '--json'])
    expect([delimiter.code, errorOf(delimiter)]).toMatchObject([
      1,
      { error: { code: 'bad-input', data: { field: '--delimiter' } } },
    ])
    const outlook = await run(['import', join(folder, 'lead.msg'), '--data', data])
    expect([outlook.code, outlook.stderr]).toEqual([1, expect.stringContaining('save its mails as .eml') as string])
  }, 30_000)
})
