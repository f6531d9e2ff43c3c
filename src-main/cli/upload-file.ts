import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { DeskError, type UploadId } from '../contract/index.ts'
import type { RunningDesk } from '../start.ts'
import { fileError, nameOf } from './read-file.ts'

/** The contract takes a piece of 4 MB at most. */
const PIECE_BYTES = 4_000_000

/** Hands a file, or standard input for `-`, over to the desk. */
export async function uploadFile(client: ReturnType<RunningDesk['client']>, file: string): Promise<UploadId> {
  const { bytes, pieces } = file === '-' ? await standardInput() : await openFile(file)
  const { uploadId } = await client.intake.beginUpload({ name: basename(nameOf(file)), bytes })
  let offset = 0
  for await (const piece of pieces) {
    await client.intake.appendUpload({ uploadId, offset, base64: piece.toString('base64') })
    offset += piece.length
  }
  return uploadId
}

interface Content {
  bytes: number
  pieces: Iterable<Buffer> | AsyncIterable<Buffer>
}

async function openFile(file: string): Promise<Content> {
  const handle = await open(file).catch((cause: unknown) => {
    throw fileError(file, cause)
  })
  const about = await handle.stat()
  if (about.isDirectory()) {
    await handle.close()
    throw new DeskError('file-is-directory', { file })
  }
  // The stream closes it.
  return { bytes: about.size, pieces: handle.createReadStream({ highWaterMark: PIECE_BYTES }) as AsyncIterable<Buffer> }
}

async function standardInput(): Promise<Content> {
  const all = await buffer(process.stdin)
  const starts = Array.from({ length: Math.ceil(all.length / PIECE_BYTES) }, (_, i) => i * PIECE_BYTES)
  return { bytes: all.length, pieces: starts.map((start) => all.subarray(start, start + PIECE_BYTES)) }
}
