import { fold } from './fold.ts'

/** Legal forms as companies write them behind their names, dots and blanks left out. The commonest of Europe, the Americas and Asia. */
const LEGAL_FORMS = new Set(
  (
    'ab ag aps as asa asbl bv bvba co corp corporation company cv dba doo eg eirl ek esq eurl ev gbr gesmbh gmbh ggmbh inc incorporated ' +
    'kft kg kgaa kk llc llp lp ltd limited ltda ltee mbh nv ohg ood oy oyj plc pllc pte pty pvt private sa sac sarl sas sasu sc sca scs se sicav sl slu ' +
    'snc spa spj spk sprl spzoo srl sro stiftung sti tbk ug vof ulc'
  ).split(' '),
)
/** Forms of several words, told by their letters run together. */
const LONGEST_FORM_WORDS = 4

/**
 * A company's name without its legal form, for telling that "ACME GmbH & Co. KG" and "Acme" are one; empty when nothing is left to
 * go by. Accents and punctuation don't count.
 */
export function companyKey(name: string): string {
  const words = fold(name)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    // "S.p.A." and "B.V." are one word each.
    .replaceAll(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
  let end = words.length
  for (;;) {
    const form = formBefore(words, end)
    // A name that is all form ("AG") keeps its first word.
    if (form === 0 || form >= end) break
    end -= form
  }
  return words.slice(0, end).join(' ')
}

/** How many words before `end` are a legal form; 0 for none. */
function formBefore(words: readonly string[], end: number): number {
  for (let count = Math.min(LONGEST_FORM_WORDS, end - 1); count > 0; count--)
    if (LEGAL_FORMS.has(words.slice(end - count, end).join(''))) return count
  return 0
}
