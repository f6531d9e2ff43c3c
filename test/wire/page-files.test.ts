import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPageFile } from '../../src-main/wire/page-files.ts'

describe('the built page', () => {
  let outside: string
  let page: string

  beforeAll(async () => {
    outside = await mkdtemp(join(tmpdir(), 'lead-desk-page-'))
    page = join(outside, 'page')
    await mkdir(join(page, 'assets'), { recursive: true })
    await writeFile(join(page, 'index.html'), '<!doctype html>')
    await writeFile(join(page, 'assets', 'main-abc.js'), 'export {}')
    await writeFile(join(page, 'assets', 'program.exe'), 'MZ')
    await writeFile(join(outside, 'secret.json'), '{}')
    await mkdir(join(outside, 'page-next-door'))
    await writeFile(join(outside, 'page-next-door', 'index.html'), 'another')
    await symlink(join(outside, 'secret.json'), join(page, 'link.json'))
  })
  afterAll(() => rm(outside, { recursive: true, force: true }))

  test('is index.html at its root, and never kept by the browser', async () => {
    expect(await readPageFile(page, '/')).toMatchObject({ type: 'text/html; charset=utf-8', cacheControl: 'no-store' })
  })

  test('has assets that may be kept, since their names carry a hash', async () => {
    const file = await readPageFile(page, '/assets/main-abc.js')
    expect(file?.type).toBe('text/javascript; charset=utf-8')
    expect(file?.cacheControl).toContain('immutable')
  })

  test.each([
    ['dots', '/../secret.json'],
    ['escaped dots', '/%2e%2e/secret.json'],
    ['escaped slashes', '/..%2fsecret.json'],
    ['back slashes', '/..\\secret.json'],
    ['escaped back slashes', '/..%5csecret.json'],
    ['dots further in', '/assets/../../secret.json'],
    ['a folder that begins alike', '/../page-next-door/index.html'],
    ['a link that leads out', '/link.json'],
    ['a zero byte', '/index.html%00.js'],
    ['a torn escape', '/%E0%A4%A'],
    ['an absolute path', '//etc/passwd.json'],
    ['a folder', '/assets'],
    ['a kind of file no page has', '/assets/program.exe'],
    ['a file that is not there', '/missing.js'],
  ])('gives nothing for %s', async (_, pathname) => {
    expect(await readPageFile(page, pathname)).toBeNull()
  })
})
