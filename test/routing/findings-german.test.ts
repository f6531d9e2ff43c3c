import { describe, expect, it } from 'vitest'
import { checkRuleset, type KnownRep } from '../../src-main/routing/check-ruleset.ts'
import { findingsGerman } from '../../src-main/routing/words/findings-de.ts'
import { findingsEnglish } from '../../src-main/routing/words/findings-en.ts'
import { german } from '../../src-main/routing/words/de.ts'
import { words } from '../../src-main/desk/words.ts'

const mia: KnownRep = {
  name: 'Mia',
  email: 'mia@team.example',
  team: 'Innendienst',
  skills: [],
  languages: [],
  products: [],
  tier: null,
  territories: [],
  weight: 1,
  isActive: true,
  isDraining: false,
}
const toAll = { to: 'pool', pool: {}, by: 'round-robin' }
const said = (rules: unknown, rest: object = {}): string[] =>
  checkRuleset({ version: 1, rules, ...rest }, [mia], words, german).findings.map(({ message }) => message)

describe('R8 in German', () => {
  it('says what can not work in a rule', () => {
    expect(said([{ name: 'A', when: { field: 'emplyees', op: 'gte', value: 5 }, then: toAll }])).toContain(
      'es gibt kein Feld „emplyees“; eine eigene Spalte heißt „custom.emplyees“',
    )
    expect(said([{ name: 'A', then: { to: 'rep', rep: 'tom@team.example' } }])).toContain(
      'es gibt keinen Mitarbeiter tom@team.example',
    )
    expect(said([{ name: 'A', then: { to: 'pool', pool: { team: 'Nord' }, by: 'round-robin' } }])).toContain(
      'in diesem Pool ist niemand: Team Nord; es gibt die Teams Innendienst',
    )
    expect(said([{ name: 'A', then: 7 }])).toEqual(['hier gehört hin: ein Objekt mit Namen und Werten'])
    expect(said([{ then: toAll }])).toEqual(['hier gehört hin: ein Text'])
  })

  it('says what no rule is for, with an example, and what is never reached', () => {
    expect(said([{ name: 'DE', when: { field: 'country', op: 'is', value: 'DE' }, then: toAll }])[0]).toMatch(
      /^sie warten auf die Leitung, denn keine Regel passt: Leads, für die gilt: Land ist (leer|nicht DE); zum Beispiel einer mit /,
    )
    expect(
      said([
        { name: 'Alle', then: toAll },
        { name: 'Nie', then: toAll },
      ]),
    ).toEqual(['„Alle“ weiter oben nimmt jeden Lead, den diese Regel nehmen könnte'])
    expect(said([])).toEqual(['keine Regel passt; Leads warten auf die Leitung'])
  })

  it('has no sentence left in English', () => {
    const values = ['x', 'y', 'z', 'v'] as const
    for (const [key, english] of Object.entries(findingsEnglish)) {
      const other = findingsGerman[key as keyof typeof findingsEnglish]
      if (typeof english === 'string') expect(other, key).not.toBe(english)
      expect(typeof other, key).toBe(typeof english)
      const say = other as string | ((...given: unknown[]) => string)
      const spoken = typeof say === 'string' ? say : say(...givenTo(key, values))
      expect(spoken, key).not.toMatch(/\b(the|is no|and|there|nobody|takes|needs)\b|[“"](?=[a-z]+”)|”/)
    }
  })
})

/** Those that take a list of names, and those that take texts. */
function givenTo(key: string, values: readonly string[]): readonly unknown[] {
  return key === 'shadowedBy' ? [values, 2] : key === 'both' ? [values] : values
}
