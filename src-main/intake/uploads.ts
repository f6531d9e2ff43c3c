import { randomUUID } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DeskError, type UploadId } from '../contract/index.ts'
import type { GivenFile } from './csv/read-head.ts'

interface Upload {
  file: GivenFile
  bytes: number
  received: number
  /** Pieces are written one after the other. */
  last: Promise<unknown>
}

/** Files that a window or a browser hands over, piece by piece, kept until they are imported. */
export interface Uploads {
  begin(input: { name: string; bytes: number }): Promise<UploadId>
  /** Answers how many bytes are here. */
  append(input: { uploadId: UploadId; offset: number; base64: string }): Promise<number>
  /** The file, once it is whole. */
  resolve(uploadId: UploadId): GivenFile
  discard(uploadId: UploadId): Promise<void>
  close(): Promise<void>
}

/** What an earlier desk left behind is gone with it: its windows no longer know these files. */
export async function openUploads(dataFolder: string): Promise<Uploads> {
  const folder = join(dataFolder, 'uploads')
  await rm(folder, { recursive: true, force: true })
  const uploads = new Map<UploadId, Upload>()

  function find(uploadId: UploadId): Upload {
    const upload = uploads.get(uploadId)
    if (!upload) throw new DeskError('upload-not-found', { upload: uploadId })
    return upload
  }

  async function write(upload: Upload, offset: number, base64: string): Promise<number> {
    if (offset !== upload.received) throw new DeskError('upload-out-of-order', { expected: upload.received, got: offset })
    const piece = Buffer.from(base64, 'base64')
    if (offset + piece.length > upload.bytes)
      throw new DeskError('bad-input', { field: 'base64', reason: `the file was said to have ${upload.bytes} bytes` })
    const handle = await open(upload.file.path, 'r+')
    try {
      await handle.write(piece, 0, piece.length, offset)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC')
        throw new DeskError('disk-full', { folder: dataFolder }, { cause: error })
      throw error
    } finally {
      await handle.close()
    }
    upload.received += piece.length
    return upload.received
  }

  return {
    async begin({ name, bytes }) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const uploadId = randomUUID() as string as UploadId
      const path = join(folder, uploadId)
      await (await open(path, 'wx', 0o600)).close()
      uploads.set(uploadId, { file: { path, name }, bytes, received: 0, last: Promise.resolve() })
      return uploadId
    },
    async append({ uploadId, offset, base64 }) {
      const upload = find(uploadId)
      const written = upload.last.then(() => write(upload, offset, base64))
      upload.last = written.catch(() => {})
      return written
    },
    resolve(uploadId) {
      const upload = find(uploadId)
      if (upload.received < upload.bytes)
        throw new DeskError('upload-out-of-order', { expected: upload.bytes, got: upload.received })
      return upload.file
    },
    async discard(uploadId) {
      const upload = uploads.get(uploadId)
      uploads.delete(uploadId)
      if (upload === undefined) return
      // A piece may still be on its way into it.
      await upload.last
      await rm(upload.file.path, { force: true })
    },
    async close() {
      uploads.clear()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
