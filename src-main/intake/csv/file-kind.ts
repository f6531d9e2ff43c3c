import { isUtf8 } from 'node:buffer'

const KINDS: readonly (readonly [looksLike: string, magic: string])[] = [
  ['a PDF document', '25504446'],
  ['a PNG picture', '89504e47'],
  ['a JPEG picture', 'ffd8ff'],
  ['a GIF picture', '47494638'],
  ['a gzip archive', '1f8b'],
  ['a 7-Zip archive', '377abcaf271c'],
  ['a RAR archive', '526172211a07'],
  ['a program', '7f454c46'],
  ['a program', 'cafebabe'],
  ['a program', 'cffaedfe'],
  ['a database', '53514c69746520666f726d61742033'],
  ['an RTF document', '7b5c727466'],
  ['an Outlook mailbox', '2142444e'],
]

/** What a file is that is no text table, by its first bytes; null when it may be one. */
export function fileKind(head: Buffer): string | null {
  const hex = head.subarray(0, 16).toString('hex')
  for (const [looksLike, magic] of KINDS) if (hex.startsWith(magic)) return looksLike
  if (hex.startsWith('d0cf11e0a1b11ae1')) return oldOfficeKind(head)
  // "MZ" alone could be a header.
  if (hex.startsWith('4d5a') && head.subarray(2, 128).includes(0)) return 'a program'
  const start = head
    .subarray(0, 600)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase()
  if (start.startsWith('<!doctype html') || start.startsWith('<html')) return 'an HTML page'
  if (start.startsWith('<?xml')) return 'an XML document'
  if (/^(?:\{\s*"|\[\s*[{[])/.test(start) && isJson(head)) return 'a JSON document'
  return null
}

/** True for a zip archive, which an Excel file is one of. */
export function isZip(head: Buffer): boolean {
  return /^504b(?:0304|0506|0708)/.test(head.subarray(0, 4).toString('hex'))
}

/** What lies in the container that Office wrote before 2007, and still writes around a locked file: by names in its list. */
function oldOfficeKind(head: Buffer): string {
  const holds = (name: string): boolean => head.includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage')) return 'an Excel or Word file locked with a password'
  if (holds('WordDocument')) return 'an old Word file (.doc)'
  if (holds('__nameid_version')) return 'an Outlook message'
  return holds('Workbook') || holds('Book') ? 'an old Excel file (.xls)' : 'an old Excel, Word or Outlook file'
}

function isJson(head: Buffer): boolean {
  const text = head.toString('utf8')
  try {
    JSON.parse(text)
    return true
  } catch {
    // Cut off at the end of the sample: the first object has to do.
    return /^\s*\[?\s*\{\s*"[^"]*"\s*:/.test(text)
  }
}

/** True when so many control characters stand in what should be text that it is none. UTF-16 is settled before. */
export function isBinary(head: Buffer): boolean {
  let controls = 0
  let nuls = 0
  for (const byte of head) {
    if (byte === 0) nuls++
    else if (byte < 9 || (byte > 13 && byte < 26) || (byte > 27 && byte < 32) || byte === 127) controls++
  }
  return controls > head.length * (isUtf8(head) ? 0.1 : 0.03) || nuls > head.length * 0.3
}
