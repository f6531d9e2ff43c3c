import type { UploadId } from '../../src-main/contract/index.ts'
import type { DeskClient } from '../bridge/create-desk-client.ts'

/** Base64 of this stays under the 6,000,000 characters the contract allows a piece. */
export const PIECE_BYTES = 3 * 1024 * 1024

/** Sends a file in pieces, one after the other; tells after each how many bytes are there. */
export async function uploadFile(
  client: DeskClient,
  file: File,
  told: (sent: number, uploadId: UploadId) => void,
  signal: AbortSignal,
): Promise<UploadId> {
  const { uploadId } = await client.intake.beginUpload({ name: file.name, bytes: file.size }, { signal })
  told(0, uploadId)
  for (let offset = 0; offset < file.size; offset += PIECE_BYTES) {
    signal.throwIfAborted()
    const base64 = await base64Of(file.slice(offset, offset + PIECE_BYTES))
    const { bytes } = await client.intake.appendUpload({ uploadId, offset, base64 }, { signal })
    told(bytes, uploadId)
  }
  return uploadId
}

/** A data URL is `data:…;base64,` and then what we want; the browser writes it off the main thread. */
function base64Of(piece: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => {
      const url = typeof reader.result === 'string' ? reader.result : ''
      resolve(url.slice(url.indexOf(',') + 1))
    })
    reader.addEventListener('error', () => {
      reject(reader.error ?? new DOMException('unreadable', 'NotReadableError'))
    })
    reader.readAsDataURL(piece)
  })
}
