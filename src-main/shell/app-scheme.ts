import { protocol, type ProtocolResponse, type Session } from 'electron'
import { pagePolicy, SAFE_HEADERS } from '../wire/page-policy.ts'
import { type PageFile, readPageFile } from '../wire/page-files.ts'

const SCHEME = 'app'
export const APP_ORIGIN = `${SCHEME}://desk`

/** Must be said before Electron is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }])
}

/**
 * Serves the built page, and nothing outside its folder. The page speaks through its port: it may connect to nothing. `protocol.handle` would be
 * Electron's newer way: it makes a `Request` of each, and Node reads its whole `fetch` for the first, 40 ms before a window has its page.
 */
export function serveAppScheme(session: Session, pageFolder: string): void {
  session.protocol.registerBufferProtocol(SCHEME, ({ url, method }, answer) => {
    const { host, pathname } = new URL(url)
    const asked = host === 'desk' && method === 'GET' ? readPageFile(pageFolder, pathname) : Promise.resolve(null)
    void asked.then((file) => answer(file === null ? NOT_FOUND : answerWith(file)))
  })
}

const NOT_FOUND = { statusCode: 404, data: Buffer.alloc(0) }

const answerWith = ({ body, type, cacheControl }: PageFile): ProtocolResponse => ({
  data: body,
  headers: {
    ...SAFE_HEADERS,
    'content-type': type,
    'content-security-policy': pagePolicy([]),
    'cache-control': cacheControl,
  },
})
