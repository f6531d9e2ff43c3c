import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { kindOfFile, openMailFiles } from '../../../src-main/intake/mail/mail-files.ts'
import { splitMbox } from '../../../src-main/intake/mail/split-mbox.ts'
import { aFile } from '../import-desk.ts'
import { aFolder } from './a-folder.ts'

const MOST = 1_000_000
const OLE = Buffer.from('d0cf11e0a1b11ae10000000000000000', 'hex')

async function mboxOf(content: string | Buffer, most = MOST): Promise<string[]> {
  const mails: string[] = []
  for await (const { raw } of splitMbox(aFile(content, 'box.mbox').path, most)) mails.push(raw.toString('latin1'))
  return mails
}

async function placesIn(path: string): Promise<string[]> {
  const places: string[] = []
  const files = await openMailFiles({ path, name: 'box' }, MOST)
  for await (const { place } of files.mails()) places.push(place)
  return places
}

describe('an mbox', () => {
  it('is cut at its separators and nowhere else, whatever its line ends', async () => {
    const box =
      'From ana@x.example Mon Nov 23 10:00:00 2026\nSubject: 1\n\nHello\nFrom the shop at 10:00 we go\n\nFrom now on, no time is named\n\n>From here\n>>From there\n\n' +
      'From - Mon Nov 23 10:00:00 2026\nSubject: 2\n\nbody 2\n\n\nFrom 152@xxx Mon Nov 23 10:00:00 +0000 2026\nSubject: 3\n\n'
    const expected = [
      'Subject: 1\n\nHello\nFrom the shop at 10:00 we go\n\nFrom now on, no time is named\n\nFrom here\n>From there\n',
      'Subject: 2\n\nbody 2\n\n',
      'Subject: 3\n\n',
    ]
    expect(await mboxOf(box)).toEqual(expected)
    const withReturns = await mboxOf(box.replaceAll('\n', '\r\n'))
    expect(withReturns.map((mail) => mail.replaceAll('\r\n', '\n'))).toEqual(expected)
  })

  it('of any mails gives back these mails, wherever its pieces are cut', async () => {
    const line = fc.oneof(
      fc.constantFrom('', 'From x at 10:00', '>From y', 'Hello', 'x'.repeat(700)),
      fc.string({ maxLength: 40 }),
    )
    const mail = fc
      .array(line, { maxLength: 30 })
      .map((lines) => `Subject: x\n\n${lines.map((text) => text.replaceAll(/[\r\n\0]/g, '')).join('\n')}\nend`)
    await fc.assert(
      fc.asyncProperty(fc.array(mail, { minLength: 1, maxLength: 12 }), fc.nat(2_000), async (mails, padding) => {
        // Around the end of a piece of the file, which is a megabyte.
        const first = `Subject: first\n\n${'y'.repeat(1_047_500 + padding)}`
        const all = [first, ...mails]
        const quoted = all.map((text) => text.replaceAll(/^(>*From )/gm, '>$1'))
        const box = quoted.map((text) => `From a@x.example Mon Nov 23 10:00:00 2026\n${text}\n\n`).join('')
        const read = await mboxOf(Buffer.from(box), 2_000_000)
        expect(read.map((text) => Buffer.from(text, 'latin1').toString().trimEnd())).toEqual(all.map((text) => text.trimEnd()))
      }),
      { numRuns: 25 },
    )
  })

  it.each(['\n', '\r\n'])('finds a mail that begins just where a piece of the file ends, with %j', async (newline) => {
    // The last kilobyte of a piece is read with the next one: the cut is before it.
    const cut = 1_048_576 - 1_024
    const separator = `From a@x Mon Nov 23 10:00:00 2026${newline}`
    const head = `${separator}Subject: first${newline}${newline}`
    for (let at = cut - 5; at <= cut + 5; at++) {
      const first = head + 'y'.repeat(at - head.length)
      const box = Buffer.from(
        `${first}${newline}${newline}${separator}Subject: second${newline}${newline}${'x'.repeat(2_000)}${newline}`,
      )
      expect((await mboxOf(box, 2_000_000)).map((mail) => mail.trimEnd().slice(-1))).toEqual(['y', 'x'])
    }
  })

  it('keeps no more of a mail than is asked for, and finds the next one', async () => {
    const box = `From a@x Mon Nov 23 10:00:00 2026\nSubject: large\n\n${'z'.repeat(3_000_000)}\n\nFrom a@x Mon Nov 23 10:00:00 2026\nSubject: small\n\nx\n`
    const mails = await mboxOf(box, 1_000)
    expect(mails.map(({ length }) => length)).toEqual([1_001, 18])
  })
})

describe('a folder', () => {
  it('gives the mails of files and Maildirs below it in order, and follows no link', async () => {
    const folder = aFolder({
      'b.eml': 'Subject: x\n\n',
      'notes.txt': 'no mail',
      'sub/a.EML': 'Subject: x\n\n',
      'sub/box.mbox': 'From a@x Mon Nov 23 10:00:00 2026\nSubject: 1\n\n\nFrom a@x Mon Nov 23 10:00:00 2026\nSubject: 2\n\n',
      Inbox: 'From - Mon Nov 23 10:00:00 2026\nSubject: 3\n\n',
      'Inbox.msf': 'index',
      README: 'no mail either',
      'md/cur/1.host:2,S': 'Subject: x\n\n',
      'md/new/2.host': 'From: a@x\n\n',
      'md/tmp/3.host': 'half',
      'md/.Sent/cur/4.host': 'Subject: x\n\n',
      'md/.Sent/new/.keep': '',
    })
    symlinkSync(join(folder, 'b.eml'), join(folder, 'link.eml'))
    symlinkSync(folder, join(folder, 'loop'))
    expect(await placesIn(folder)).toEqual([
      'Inbox#1',
      'b.eml',
      'md/.Sent/cur/4.host',
      'md/cur/1.host:2,S',
      'md/new/2.host',
      'sub/a.EML',
      'sub/box.mbox#1',
      'sub/box.mbox#2',
    ])
  })

  it('without a mail is refused, and so are Outlook’s own files', async () => {
    await expect(openMailFiles({ path: aFolder({ 'x.txt': '' }), name: 'x' }, MOST)).rejects.toMatchObject({
      code: 'file-is-directory',
    })
    await expect(openMailFiles(aFile(OLE, 'lead.msg'), MOST)).rejects.toMatchObject({
      code: 'file-unreadable',
      data: { file: 'lead.msg', reason: expect.stringContaining('save its mails as .eml') as string },
    })
    await expect(openMailFiles(aFile('', 'x.eml'), MOST)).rejects.toMatchObject({ code: 'file-empty' })
    await expect(openMailFiles({ path: '/nowhere.eml', name: 'nowhere.eml' }, MOST)).rejects.toMatchObject({
      code: 'file-not-found',
    })
  })
})

describe('the kind of a file', () => {
  test.each([
    ['lead.eml', 'anything', 'mails'],
    ['box.mbox', 'anything', 'mails'],
    ['Inbox', 'From - Mon Nov 23 10:00:00 2026\nSubject: 3\n\n', 'mails'],
    ['lead.txt', 'Return-Path: <a@x>\r\nReceived: by mx\r\n\tfor b\r\nSubject: x\r\n\r\nHello', 'mails'],
    ['lead.msg', OLE, 'mails'],
    ['old.xls', OLE, 'table'],
    ['leads.csv', 'Name,Email\nAna,ana@x.example\n', 'table'],
    ['leads.csv', 'From: Berlin,To: Rome\n1,2\n', 'table'],
    ['empty.csv', '', 'table'],
  ])('%s', async (name, content, kind) => expect(await kindOfFile(aFile(content, name))).toBe(kind))

  it('of a folder is mails', async () =>
    expect(await kindOfFile({ path: dirname(aFile('x', 'x').path), name: 'x' })).toBe('mails'))
})

// Windows asks for no permission of files.
it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'a file that may not be read is told, and costs nothing else',
  async () => {
    const folder = aFolder({ 'a.eml': 'Subject: x\n\n' })
    writeFileSync(join(folder, 'b.eml'), 'x', { mode: 0o000 })
    mkdirSync(join(folder, 'c'))
    const files = await openMailFiles({ path: folder, name: 'box' }, MOST)
    const problems: (string | null)[] = []
    for await (const { problem } of files.mails()) problems.push(problem)
    expect(problems).toEqual([null, 'no permission to read it'])
  },
)
