import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { findEncoding, knownEncoding } from '../csv/encodings.ts'

/** Text of bytes: UTF-8 whenever it can be (many a form names another charset and sends UTF-8), else as declared, else as it looks. */
export function textOf(bytes: Buffer, charset: string | null): string {
  const declared = charset === null ? null : knownEncoding(charset)
  const isWide = declared !== null && /^(?:utf-16|utf-32|ucs)/.test(declared)
  const encoding = !isWide && isUtf8(bytes) && !bytes.includes(0) ? 'utf-8' : (declared ?? findEncoding(bytes, true).encoding)
  return iconv.decode(bytes, encoding)
}
