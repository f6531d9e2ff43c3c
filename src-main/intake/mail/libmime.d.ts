/** The three functions the desk uses; the package has no types. */
declare module 'libmime' {
  interface HeaderValue {
    value: string | false
    params: Record<string, string>
  }
  const libmime: {
    /** Decodes RFC 2047 words within a header's text. */
    decodeWords(text: string): string
    /** `text/plain; charset=utf-8` with its parameters, RFC 2231 ones put together. */
    parseHeaderValue(text: string): HeaderValue
    /** Unfolds format=flowed (RFC 3676). */
    decodeFlowed(text: string, delSp: boolean): string
  }
  export default libmime
}
