import { type Batch, ERROR_CODES, type ErrorCode } from '../../../src-main/contract/index.ts'
import { say } from '../../text/say.ts'

/** Why an import failed. A batch keeps only the code, so what its sentence wants to name is the file. */
export function failureSaid(batch: Batch): string {
  const code: ErrorCode = ERROR_CODES.find((known) => known === batch.error) ?? 'internal'
  return say({ code, data: { file: batch.file, reason: '', folder: '', headers: [], looksLike: '', encoding: '' } })
}
