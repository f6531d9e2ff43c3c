/** ASCII has one form and one case rule: most names and e-mails of a file need no more than this test. */
const ASCII = /^[\0-\x7f]*$/

/** Trimmed, Unicode-normalised (NFKC) and case-folded: two texts a person would call the same word fold alike. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().trim()
  const lower = text.normalize('NFKC').toLowerCase().normalize('NFKC')
  // toLowerCase alone parts STRASSE from straße, ΟΔΟΣ from οδος, and YILMAZ and İPEK from Yılmaz and ipek.
  const alike = lower.replaceAll('ß', 'ss').replaceAll('ς', 'σ').replaceAll('ı', 'i').replaceAll('i\u0307', 'i')
  // NFKC may leave blanks at the ends, so the trim comes last.
  return alike.trim()
}

/**
 * A copy in memory of its own. A piece cut from a long text keeps the whole text alive: what is remembered for long must not hold on to
 * the file it came from.
 */
export function detached(text: string): string {
  return Buffer.from(text).toString()
}

/**
 * A key under which spellings meet: folded, accents dropped, only letters and digits left. `E-Mail 1`, `e_mail1` and
 * `Email1` are one.
 */
export function squash(text: string): string {
  return fold(text)
    .normalize('NFD')
    .replaceAll(/[^\p{L}\p{N}\p{Mc}]/gu, '')
}
