import type { IncomingMessage } from 'node:http'
import { DeskError } from '../../contract/index.ts'

/** Far more than anybody types, and little enough to hold many at once. */
export const MOST_POST_BYTES = 256 * 1024
const SLOWEST_MS = 15_000

/** A body that was not read to its end; the connection is of no use afterwards. */
export class BodyRefused extends DeskError<'bad-input'> {
  readonly status: 408 | 413 | 415
  constructor(status: 408 | 413 | 415, field: string, reason: string) {
    super('bad-input', { field, reason })
    this.status = status
  }
}

/** The whole body, if it is small, plain and comes in time: all of it, however steadily it drips. */
export async function readBody(request: IncomingMessage, slowestMs = SLOWEST_MS): Promise<Buffer> {
  const encoding = request.headers['content-encoding']
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity')
    throw new BodyRefused(415, 'Content-Encoding', 'a compressed body is not read')
  const tooLarge = (): BodyRefused => new BodyRefused(413, 'body', `it is larger than ${MOST_POST_BYTES / 1024} KB`)
  if (Number(request.headers['content-length'] ?? 0) > MOST_POST_BYTES) throw tooLarge()
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = []
    let bytes = 0
    const end = (settle: () => void): void => {
      clearTimeout(timer)
      request.removeAllListeners('data')
      settle()
    }
    const timer = setTimeout(() => end(() => reject(new BodyRefused(408, 'body', 'it did not come in time'))), slowestMs)
    request.on('data', (piece: Buffer) => {
      bytes += piece.length
      if (bytes > MOST_POST_BYTES) end(() => reject(tooLarge()))
      else pieces.push(piece)
    })
    request.on('end', () => end(() => resolve(Buffer.concat(pieces))))
    // Half a body is no post: whoever sent it has seen no answer, and sends it again.
    request.on('error', () => end(() => reject(new BodyRefused(408, 'body', 'it broke off'))))
  })
}
