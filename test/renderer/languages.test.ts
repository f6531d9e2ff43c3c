import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'

const FOLDER = join(import.meta.dirname, '../../src-renderer/text')
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.ts') && file !== 'language.ts')
/** Every text that is asked for by name, and the file that asks. */
const asked = files.flatMap((file) =>
  [...readFileSync(join(FOLDER, file), 'utf8').matchAll(/inLanguage(?:<[^(]*>)?\(\s*'(\w+)'/g)].map(([, name = '']) => ({
    name,
    file,
  })),
)

/** What is written the same in both languages: names, marks, and words that German took over. */
const SAME =
  /^([^a-zA-Z]*|.*\b(Lead Desk|IMAP|OAuth|TLS|STARTTLS|Gmail.*|Outlook.*|ADF|rules\.json|PIN|Macintosh)\b.*|Name|Leads?|Boards?|Desk|Team|Teams|Status|Import|Importe|Server|Port|Region|Position|Website|Person|Warm|Version(en)?|Profil|Mail(s)?|Newsletter|Spam|Test|Tab|DACH|EU|Benelux|System|Export|Filter|Details|Optional|Start|Basis|Pool|normal|reps\.csv|E-Mail|Fairness|English|Deutsch|s)…?$/

type Texts = Record<string, unknown>
let english: Texts
let german: Texts

async function load(language: 'en' | 'de'): Promise<Texts> {
  vi.resetModules()
  const { speak } = await import('../../src-renderer/text/language.ts')
  speak(language)
  if (language === 'de') speak(language, await import('../../src-renderer/text/de/german.ts'))
  const texts: Texts = {}
  for (const { name, file } of asked) {
    const module: Texts = await import(join(FOLDER, file))
    texts[name] = module[name]
  }
  return texts
}

beforeAll(async () => {
  english = await load('en')
  german = await load('de')
})

/** Both languages' leaves of a text, by their path. */
function* leaves(path: string, en: unknown, de: unknown): Generator<{ path: string; en: unknown; de: unknown }> {
  if (typeof en === 'object' && en !== null) {
    for (const key of Object.keys(en)) yield* leaves(`${path}.${key}`, (en as Texts)[key], (de as Texts | undefined)?.[key])
  } else yield { path, en, de }
}
const allLeaves = () => asked.flatMap(({ name }) => [...leaves(name, english[name], german[name])])

/** Keys of a keyboard are the same everywhere. */
const isKey = (path: string): boolean => /^appText\.shortcuts\.\d+\.keys\.\d+\.0\./.test(path)

/** One value for each place a sentence has: what it is told by the code that says it. */
const anything: unknown = new Proxy(() => 'x', {
  get: (_, key) => {
    if (key === Symbol.toPrimitive) return (hint: string) => (hint === 'number' ? 3 : 'x')
    if (key === Symbol.iterator) return function* () {}
    if (key === 'length') return 2
    if (key === 'map' || key === 'filter' || key === 'slice') return () => ['x']
    if (key === 'join' || key === 'replace' || key === 'toLowerCase' || key === 'toString' || key === 'slice') return () => 'x'
    return anything
  },
})
const GIVEN: readonly (readonly unknown[])[] = [
  [3, 2, 1, 5],
  ['x', 'y', 'z', 'w'],
  ['x', 3, 2, 1],
  ['x', 'de', 'y'],
  [{ reason: 'x', field: 'x', file: 'x', folder: 'x', looksLike: 'x', problems: [{ line: 3, field: null, reason: 'x' }] }],
  [anything, anything, anything],
  ['available', 'available'],
  ['x', 'available'],
  ['refused', 'x'],
  [[1, 2].map(String), ['x']],
  [{ kind: 'added', what: 'rule', findings: [{ level: 'error', message: 'x' }], code: 'timeout', detail: '' }],
]

/** What both say when told the same, for the first of the values that the English one can use. */
function saidBy(en: (...given: unknown[]) => unknown, de: (...given: unknown[]) => unknown): { en: unknown; de: unknown } | null {
  for (const given of GIVEN) {
    try {
      const said = en(...given)
      if (typeof said === 'string' && /undefined|NaN|\[object/.test(said)) continue
      return { en: said, de: de(...given) }
    } catch {
      continue
    }
  }
  return null
}

describe('The page in German', () => {
  it('has a text for every one that is asked for', () => {
    expect(asked.length).toBeGreaterThan(40)
    expect(asked.filter(({ name }) => german[name] === undefined || german[name] === english[name])).toEqual([])
    // A name that is short anyway needs no shorter one.
    expect(allLeaves().filter(({ path, de }) => de === undefined && !path.endsWith('.short'))).toEqual([])
  })

  it('needs nothing of the page before it is spoken: what it imports is bundled apart', () => {
    const imported = readdirSync(join(FOLDER, 'de')).flatMap((file) =>
      [...readFileSync(join(FOLDER, 'de', file), 'utf8').matchAll(/^import (?!type )[^']*'(\.\.\/[^']+)'/gm)].map(
        ([, from = '']) => from,
      ),
    )
    const config = readFileSync(join(FOLDER, '../../electron.vite.config.ts'), 'utf8')
    expect(config).toContain(String.raw`/src-renderer\/(text\/formats|lib\/system-reason)\.ts$/`)
    expect([...new Set(imported)].toSorted()).toEqual(['../../lib/system-reason.ts', '../formats.ts'])
  })

  it('asks for each name once', () => {
    const names = asked.map(({ name }) => name)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })

  it('says nothing in English', () => {
    const left = allLeaves().filter(({ path, en, de }) => typeof en === 'string' && en === de && !isKey(path) && !SAME.test(en))
    expect(left.map(({ path, en }) => `${path}: ${String(en)}`)).toEqual([])
  })

  it('says a whole sentence of whatever values it is given', () => {
    const mute: string[] = []
    for (const { path, en, de } of allLeaves()) {
      if (typeof en !== 'function') continue
      const said = saidBy(en as () => unknown, de as () => unknown)
      if (said === null || typeof said.de !== typeof said.en) mute.push(`${path}: no answer`)
      else if (typeof said.de === 'string' && (/undefined|NaN|\[object/.test(said.de) || (said.de === '') !== (said.en === '')))
        mute.push(`${path}: ${said.de}`)
    }
    expect(mute).toEqual([])
  })

  it('uses German quotation marks, and an apostrophe for nothing', () => {
    const texts = allLeaves().flatMap(({ path, de }) => (typeof de === 'string' ? [`${path}: ${de}`] : []))
    expect(texts.filter((text) => /“[^“”]*”|['’"]/.test(text))).toEqual([])
  })
})

describe('Numbers and times', () => {
  const NOON = Date.parse('2026-08-03T14:05:00')
  async function formatsFor(language: 'en' | 'de', languages: readonly string[]) {
    vi.resetModules()
    vi.stubGlobal('navigator', { languages })
    const { speak } = await import('../../src-renderer/text/language.ts')
    speak(language)
    return import('../../src-renderer/text/formats.ts')
  }

  it('are written as in Germany', async () => {
    const formats = await formatsFor('de', ['de-DE', 'en'])
    expect(formats.formatNumber(1_234.56)).toBe('1.234,56')
    // With the spaces that never break a line.
    expect(formats.formatMoney(1_234.56, 'EUR')).toBe('1.234,56\u00A0€')
    expect(formats.formatMoney(1_234, 'EUR')).toBe('1.234\u00A0€')
    expect(formats.formatPercent(0.25)).toBe('25\u00A0%')
    expect(formats.formatClock(NOON)).toBe('14:05')
    expect(formats.formatDate(NOON)).toBe('3. Aug. 2026')
    expect(formats.formatList(['a', 'b', 'c'])).toBe('a, b und c')
    expect(formats.formatAge(0)).toBe('jetzt')
    expect(formats.formatDuration(4 * 60_000)).toBe('4 Min.')
    expect(formats.formatWeekday(1, 'long')).toBe('Montag')
    expect(formats.formatCountry('AT')).toBe('Österreich')
    expect(formats.formatLanguage('fr')).toBe('Französisch')
    expect(formats.firstWeekday()).toBe(1)
  })

  it('are written as in the United States, by a clock of twelve hours', async () => {
    const formats = await formatsFor('en', ['en-US'])
    expect(formats.formatNumber(1_234.56)).toBe('1,234.56')
    expect(formats.formatMoney(1_234, 'EUR')).toBe('€1,234')
    expect(formats.formatClock(NOON)).toMatch(/^2:05\sPM$/)
    expect(formats.formatDate(NOON)).toBe('Aug 3, 2026')
    expect(formats.formatWeekday(7, 'short')).toBe('Sun')
    expect(formats.firstWeekday()).toBe(0)
  })

  it('are typed with two marks that differ, or the field breaks', async () => {
    for (const [language, machine] of [
      ['de', 'de-DE'],
      ['de', 'de-CH'],
      ['de', 'de-AT'],
      ['en', 'en-GB'],
      ['en', 'en-IN'],
    ] as const) {
      const { decimalMark, groupMark } = await formatsFor(language, [machine])
      expect(decimalMark).toMatch(/^[.,]$/)
      expect(groupMark).not.toBe(decimalMark)
    }
    const pages = readdirSync(join(FOLDER, '..'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'))
    const withTheirOwn = pages.filter((file) =>
      /thousandSeparator(?!=(\{groupMark\}|""))/.test(readFileSync(join(FOLDER, '..', file), 'utf8')),
    )
    expect(withTheirOwn).toEqual([])
  })

  it('follow the language spoken where the machine speaks another', async () => {
    const formats = await formatsFor('de', ['en-US', 'fr-FR'])
    expect(formats.formatNumber(1_234.56)).toBe('1.234,56')
    const austrian = await formatsFor('de', ['en-US', 'de-AT'])
    expect(austrian.locale).toBe('de-AT')
  })

  it('are nowhere put together by hand', () => {
    const pages = readdirSync(join(FOLDER, '..'), { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))
    // A file for other programs, and places in pixels.
    const forMachines = ['features/reports/report-csv.ts', 'features/reports/Timeline.tsx']
    const byHand = pages
      .filter((file) => !forMachines.includes(file))
      .filter((file) =>
        /\.(toLocaleString|toLocaleDateString|toLocaleTimeString|toFixed)\(/.test(readFileSync(join(FOLDER, '..', file), 'utf8')),
      )
    expect(byHand).toEqual([])
  })
})
