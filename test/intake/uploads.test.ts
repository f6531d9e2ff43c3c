import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { UploadId } from '../../src-main/contract/index.ts'
import { openUploads } from '../../src-main/intake/uploads.ts'

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lead-desk-uploads-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
const base64 = (text: string) => Buffer.from(text).toString('base64')

describe('an upload', () => {
  it('comes in pieces, in order, and is a file then', async () => {
    const uploads = await openUploads(aFolder())
    const uploadId = await uploads.begin({ name: '../../etc/leads.csv', bytes: 6 })
    const appended = await Promise.all([
      uploads.append({ uploadId, offset: 0, base64: base64('abc') }),
      uploads.append({ uploadId, offset: 3, base64: base64('def') }),
    ])
    expect(appended).toEqual([3, 6])
    const { path, name } = uploads.resolve(uploadId)
    expect(name).toBe('../../etc/leads.csv')
    expect(readFileSync(path, 'utf8')).toBe('abcdef')
    await uploads.discard(uploadId)
    expect(existsSync(path)).toBe(false)
  })
  it('with a gap, too much, or not whole is refused', async () => {
    const uploads = await openUploads(aFolder())
    const uploadId = await uploads.begin({ name: 'x', bytes: 3 })
    await expect(uploads.append({ uploadId, offset: 1, base64: base64('a') })).rejects.toMatchObject({
      code: 'upload-out-of-order',
      data: { expected: 0, got: 1 },
    })
    await expect(uploads.append({ uploadId, offset: 0, base64: base64('abcd') })).rejects.toMatchObject({ code: 'bad-input' })
    expect(() => uploads.resolve(uploadId)).toThrow('upload-out-of-order')
    expect(await uploads.append({ uploadId, offset: 0, base64: base64('abc') })).toBe(3)
    expect(() => uploads.resolve('gone' as UploadId)).toThrow('upload-not-found')
  })
  it('of an earlier desk is cleared away', async () => {
    const folder = aFolder()
    mkdirSync(join(folder, 'uploads'))
    writeFileSync(join(folder, 'uploads', 'old'), 'x')
    const uploads = await openUploads(folder)
    expect(readdirSync(folder)).toEqual([])
    await uploads.begin({ name: 'x', bytes: 0 })
    await uploads.close()
    expect(readdirSync(folder)).toEqual([])
  })
})
