/** Languages by name or code. Names come from the machine's own Unicode tables, in the languages leads are written in. */
const CODES =
  'aa af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko ky lb lo lt lv mk ml mn mr ms mt my nb ne nl nn no pa pl ps pt ro ru si sk sl so sq sr sv sw ta te tg th tl tr uk ur uz vi zh zu'.split(
    ' ',
  )
const NAMED_IN = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl']

let byName: Map<string, string> | null = null

function names(): Map<string, string> {
  const map = new Map<string, string>(CODES.map((code) => [code, code]))
  for (const locale of [...NAMED_IN, ...CODES]) {
    // Each language also under its own name: "Deutsch", "français".
    const inLocale = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' })
    for (const code of NAMED_IN.includes(locale) ? CODES : [locale]) {
      const name = inLocale.of(code)?.toLowerCase()
      if (name && !map.has(name)) map.set(name, code)
    }
  }
  return map
}

/** ISO 639-1 of a language's name or code (`German`, `Deutsch`, `de-AT` are `de`); null when it is none. `folded` is folded text. */
export function languageCode(folded: string): string | null {
  byName ??= names()
  return byName.get(folded) ?? byName.get(folded.split(/[-_ ]/, 1)[0] ?? '') ?? null
}
