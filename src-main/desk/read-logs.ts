import { readFile } from 'node:fs/promises'
import { arch, platform, release } from 'node:os'
import { join } from 'node:path'
import { Breath } from '../lib/breathe.ts'
import { maskContacts, NameMask, wordsOf } from '../lib/mask-text.ts'
import { VERSION } from '../lib/version.ts'
import { stampOf } from './back-up.ts'
import type { Desk } from './context.ts'

/** Oldest first. */
const FILES = ['desk.2.log', 'desk.1.log', 'desk.log']
const MOST_CHARACTERS = 5 * 1024 * 1024

/**
 * The newest lines of the log under a head that says what runs where, for a person to read and then send. Nobody's name, address or number is in
 * it: what a fault may have quoted is masked.
 */
export async function readLogs(desk: Desk): Promise<{ name: string; text: string }> {
  const lines = await newestLines(join(desk.dataFolder, 'logs'))
  const parts = lines.map(partsOf)
  const names = await namesIn(desk, parts)
  const breath = new Breath()
  const masked: string[] = []
  for (const part of parts) {
    if (breath.isDue) await breath.take()
    masked.push(maskLine(part, names))
  }
  return { name: `Lead Desk logs ${await stampOf(desk)}.txt`, text: [...(await headOf(desk)), '', ...masked, ''].join('\n') }
}

async function headOf(desk: Desk): Promise<string[]> {
  const { counts, reps, sources, batches, ruleset, settings } = await desk.store.snapshot(desk.clock.now())
  const { electron, chrome, node } = process.versions
  const { timeZone, country, holidays, hours } = settings
  return [
    `Lead Desk ${VERSION}`,
    `System: ${platform()} ${release()} ${arch()}`,
    `Runs on: ${electron === undefined ? '' : `Electron ${electron}, Chromium ${chrome}, `}Node ${node}, ${desk.store.engine}`,
    `Leads: ${JSON.stringify(counts)}`,
    `Desk: ${reps.length} reps, ${sources.length} sources, ${batches.length} imports, ${ruleset.rules} rules (version ${ruleset.version})`,
    `Settings: ${JSON.stringify({ timeZone, country, holidays, hours })}`,
    'Names, addresses and numbers are masked. Read it before you send it.',
  ]
}

async function newestLines(folder: string): Promise<string[]> {
  const texts: string[] = []
  let left = MOST_CHARACTERS
  for (const name of FILES.toReversed()) {
    const text = await readFile(join(folder, name), 'utf8').catch(() => '')
    const kept = text.length <= left ? text : text.slice(text.indexOf('\n', text.length - left) + 1)
    texts.unshift(kept)
    left -= kept.length
    if (kept.length < text.length) break
  }
  return texts.flatMap((text) => text.split('\n').filter((line) => line !== ''))
}

/** What a line consists of: an object of the log, or a text that is none. */
type Part = Record<string, unknown> | string

function partsOf(line: string): Part {
  try {
    const value = JSON.parse(line) as unknown
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : line
  } catch {
    return line
  }
}

/** Leads' and reps' names that occur in the log. Only names all of whose words do are ever kept. */
async function namesIn(desk: Desk, parts: readonly Part[]): Promise<NameMask> {
  const words = new Set<string>()
  const breath = new Breath()
  for (const part of parts) {
    if (breath.isDue) await breath.take()
    for (const text of textsOf(part)) for (const word of wordsOf(text)) words.add(word.text)
  }
  const names = new NameMask()
  if (words.size === 0) return names
  const isThere = (word: string): boolean => words.has(word)
  for (const { name } of await desk.store.reps(desk.clock.now())) names.add(name, isThere)
  for await (const page of desk.store.eachLeadName()) for (const name of page) names.add(name, isThere)
  return names
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

/** What the program itself wrote down: names of one word in it are its own words. */
const OWN_WORDS = new Set(['time', 'msg', 'type', 'name', 'code'])
const STACK_FRAME = /^\s{0,8}at /

function maskLine(part: Part, names: NameMask): string {
  if (typeof part === 'string') return maskContacts(names.mask(part, true))
  return JSON.stringify(maskValue(part, null, names))
}

function maskValue(value: unknown, key: string | null, names: NameMask): unknown {
  if (typeof value === 'string') return key === 'time' ? value : maskText(value, key, names)
  if (Array.isArray(value)) return value.map((item) => maskValue(item, key, names))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, maskValue(inner, name, names)]))
}

function maskText(text: string, key: string | null, names: NameMask): string {
  const lines = text.split('\n').map((line) => {
    const isOwn = (key !== null && OWN_WORDS.has(key)) || STACK_FRAME.test(line)
    return maskContacts(names.mask(line, !isOwn))
  })
  return lines.join('\n')
}
