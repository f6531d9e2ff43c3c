import { protocol, type Session } from 'electron'
import { pagePolicy, SAFE_HEADERS } from '../wire/page-policy.ts'
import { readPageFile } from '../wire/page-files.ts'

const SCHEME = 'app'
export const APP_ORIGIN = `${SCHEME}://desk`

/** Must be said before Electron is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }])
}

/** Serves the built page, and nothing outside its folder. The page speaks through its port: it may connect to nothing. */
export function serveAppScheme(session: Session, pageFolder: string): void {
  session.protocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url)
    const file = url.host === 'desk' && request.method === 'GET' ? await readPageFile(pageFolder, url.pathname) : null
    if (file === null) return new Response(null, { status: 404 })
    return new Response(file.body, {
      headers: {
        ...SAFE_HEADERS,
        'content-type': file.type,
        'content-security-policy': pagePolicy([]),
        'cache-control': file.cacheControl,
      },
    })
  })
}
