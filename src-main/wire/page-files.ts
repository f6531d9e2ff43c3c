import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
}

export interface PageFile {
  body: Buffer<ArrayBuffer>
  type: string
  /** Files under `assets/` carry a hash in their name and never change. */
  cacheControl: string
}

/**
 * A file of the built page, or null: not there, or not below the page's own folder whatever the address says (`..`, escapes,
 * links). `/` is index.html.
 */
export async function readPageFile(pageFolder: string, pathname: string): Promise<PageFile | null> {
  const wanted = decode(pathname)
  if (wanted === null) return null
  const type = TYPES[extname(wanted === '/' ? 'index.html' : wanted).toLowerCase()]
  if (type === undefined) return null
  try {
    const root = await realpath(pageFolder)
    const file = await realpath(join(root, wanted === '/' ? 'index.html' : wanted))
    if (!file.startsWith(root + sep)) return null
    return {
      body: await readFile(file),
      type,
      cacheControl: wanted.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-store',
    }
  } catch {
    return null
  }
}

function decode(pathname: string): string | null {
  try {
    const text = decodeURIComponent(pathname)
    if (!text.startsWith('/') || /[\0\\]/.test(text) || text.split('/').includes('..')) return null
    return text
  } catch {
    return null
  }
}
