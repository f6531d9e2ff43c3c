import iconv from 'iconv-lite'

const WESTERN = 'windows-1252'
/** Letters beyond ASCII that words of a language are written with. Among equals the first is believed. */
const LANGUAGES: readonly (readonly [encoding: string, letters: string])[] = [
  // German, French, Spanish, Catalan, Portuguese, Italian, Danish and Norwegian, Swedish and Finnish, Dutch.
  [WESTERN, 'äöüß'],
  [WESTERN, 'éèêëàâçîïôûùœæÿ'],
  [WESTERN, 'áéíóúñü'],
  [WESTERN, 'àèéíïòóúüç'],
  [WESTERN, 'áéíóúãõâêôàç'],
  [WESTERN, 'àèéìíîòóùú'],
  [WESTERN, 'æøåéä'],
  [WESTERN, 'åäöéü'],
  [WESTERN, 'éëïöüè'],
  // Polish, Czech and Slovak, Hungarian, Croatian and Slovene.
  ...['windows-1250', 'iso-8859-2'].flatMap((encoding) =>
    ['ąćęłńóśźż', 'áčďéěíľĺňóôŕřšťúůýžä', 'áéíóöőúüű', 'čćđšž'].map((letters) => [encoding, letters] as const),
  ),
  // Turkish, Romanian.
  ['windows-1254', 'çğıİöşüâîû'],
  ['windows-1250', 'ăâîşţ'],
]
const ICELANDIC = 'áéíóúýþæöð'

/**
 * Which Latin encoding the words of a short text are written in: the one in which most of them are words of some language. `Michał` in
 * windows-1252 would be `Micha³`, and no language of the West has both letters of `Dvoøák`. Null when windows-1252 does as well.
 */
export function encodingOfWords(words: readonly Buffer[]): string | null {
  const western = decode(words, WESTERN)
  // ð, þ and ý are Turkish letters read wrongly, unless a word has them beside others of Iceland.
  const isIcelandic = western.some((word) => /[ðþý]/i.test(word) && /[áíúæó]/i.test(word))
  const westernFit = countFitting(western, [...lettersOf(WESTERN), ...(isIcelandic ? [ICELANDIC] : [])])
  let best = { encoding: WESTERN, fit: westernFit, own: 0 }
  for (const [encoding, letters] of LANGUAGES) {
    if (encoding === WESTERN) continue
    const decoded = decode(words, encoding)
    const fit = countFitting(decoded, lettersOf(encoding))
    const own = countFitting(decoded, [letters])
    if (fit > best.fit || (fit === best.fit && best.encoding !== WESTERN && own > best.own)) best = { encoding, fit, own }
  }
  // A few odd words among many, as a name from abroad in a file of the West, are no proof.
  const isClear = best.encoding !== WESTERN && best.fit - westernFit >= Math.max(1, words.length * 0.1)
  return isClear ? best.encoding : null
}

const lettersOf = (encoding: string): string[] => LANGUAGES.filter(([one]) => one === encoding).map(([, letters]) => letters)

function decode(words: readonly Buffer[], encoding: string): string[] {
  return words.map((word) => iconv.decode(word, encoding).replaceAll(/^[^\p{L}]+|[^\p{L}\p{N}]+$/gu, ''))
}

/** Words of three letters or more whose letters beyond ASCII are all of one of the languages. */
function countFitting(words: readonly string[], languages: readonly string[]): number {
  return words.filter((word) => {
    // "cm³", which ends like a Polish word, and an õ that no Portuguese word has there: it is Hungarian, read wrongly.
    if (!/^(?:\p{Lu}?\p{Ll}+|\p{Lu}+)$/u.test(word) || word.length < 3 || /^[cdk]mł$/i.test(word) || /õ(?!e)/i.test(word))
      return false
    const odd = [...word.replaceAll(/[a-z]/gi, '')]
    return languages.some((letters) => odd.every((letter) => letters.includes(letter) || letters.includes(letter.toLowerCase())))
  }).length
}
