import { squash } from '../../../lib/fold.ts'
import { fieldOfLabel, isHeadLabel, isPlaceLabel, isTechnical } from './label-names.ts'
import type { Line } from './lines.ts'

/** A label and what stands behind or below it. */
export interface Pair {
  label: string
  value: string
  where: string
  /** Lines from where it begins to where it ends, for telling a form from a letter. */
  from: number
  to: number
}

export interface PairOptions {
  /** Labels of this sender, beyond those that everybody knows. They end a value too. */
  known?: readonly string[]
}

const LONGEST_LABEL = 80
/** Where a form ends, and a signature or footer begins. */
const FOOT = /^-- ?$/
const RULE = /^[-=_*~–—\u2500]{3,}$/
const FRAMED = /^[-=]{2,} ?(.{1,80}?) ?[-=]{2,}$/
const LONGEST_FRAMED = 120
const BULLET = /^(?:[-*+•·▪◦‣○●–]\s+)/

interface Reading {
  label: string
  value: string
  /** Of a field or sender that is known; an unknown label never ends a message. */
  isKnown: boolean
  /** Set off so that it can be no sentence: a cell, a frame. */
  isSure: boolean
  /** The value is looked for on the lines below. */
  isOpen: boolean
}

/**
 * Labels at the beginning of lines, with their values: `Label: value`, a value on the lines below, rows of two cells. A value ends where the
 * next known label begins; a message goes on over everything else.
 */
export function readPairs(lines: readonly Line[], options: PairOptions = {}): Pair[] {
  const known = new Set(options.known?.map(squash))
  const pairs: Pair[] = []
  const used = new Set<string>()
  // A form whose labels are framed has no others.
  const isFramed = lines.filter((line) => framedLabel(line.text.trim()) !== null).length > 1
  let open: { pair: Pair; kind: 'message' | 'block' | 'line' } | null = null
  for (const [index, line] of lines.entries()) {
    const text = line.text.replace(BULLET, '').trim()
    if (line.label === null && FOOT.test(line.text)) break
    if (line.label === null && text.startsWith('>')) continue
    if (line.label === null && text === '') {
      if (open?.kind === 'message') open.pair.value += '\n'
      else if (open && open.pair.value !== '') open = null
      continue
    }
    const reading = isFramed ? readFramed(text) : readLabel(line, text, known, nextText(lines, index))
    const begins = reading !== null && (open?.kind !== 'message' || endsMessage(reading, open.pair, used))
    if (begins) {
      const pair = { label: reading.label, value: reading.value, where: whereOf(line, reading.label), from: index, to: index }
      pairs.push(pair)
      used.add(squash(reading.label))
      open = openAfter(pair, reading)
    } else if (line.label === null && RULE.test(text)) open = null
    else if (open) {
      open.pair.value += open.pair.value === '' ? text : `\n${text}`
      open.pair.to = index
      if (open.kind === 'line') open = null
    }
  }
  return pairs.map((pair) => ({
    ...pair,
    value: withoutLinks(pair.value)
      .trim()
      .replaceAll(/\n{3,}/g, '\n\n'),
  }))
}

function openAfter(pair: Pair, { value, isOpen }: Reading): { pair: Pair; kind: 'message' | 'block' | 'line' } | null {
  const name = fieldOfLabel(pair.label)
  if (name === 'message') return { pair, kind: 'message' }
  const isBlock = name === null || name === 'address' || name === 'product' || name === 'custom'
  if (isBlock) return { pair, kind: 'block' }
  return isOpen && value === '' ? { pair, kind: 'line' } : null
}

/** What a person writes in a message may look like a label; a label that was there already is not one. */
function endsMessage(reading: Reading, message: Pair, used: ReadonlySet<string>): boolean {
  if (reading.isSure || isTechnical(reading.label)) return true
  return reading.isKnown && !used.has(squash(reading.label)) && !(message.value === '' && reading.isOpen)
}

function framedLabel(text: string): string | null {
  const label = text.length > LONGEST_FRAMED ? '' : tidied(FRAMED.exec(text)?.[1] ?? '')
  return /\p{L}/u.test(label) ? label : null
}

function readFramed(text: string): Reading | null {
  const label = framedLabel(text)
  return label === null ? null : { label, value: '', isKnown: true, isSure: true, isOpen: true }
}

function readLabel(line: Line, text: string, known: ReadonlySet<string>, below: string): Reading | null {
  const isKnown = (label: string): boolean => known.has(squash(label)) || fieldOfLabel(label) !== null
  if (line.label !== null) {
    const label = tidied(line.label)
    return label === '' ? null : { label, value: text, isKnown: isKnown(label), isSure: true, isOpen: false }
  }
  const framed = readFramed(text)
  if (framed) return framed
  const inline = splitLabel(text)
  if (inline) {
    const readable = isKnown(inline.label) || isHeadLabel(inline.label)
    return { ...inline, isKnown: readable, isSure: false, isOpen: inline.value === '' }
  }
  if (text.length > LONGEST_LABEL) return null
  const label = tidied(text)
  // Alone on its line a label must be one that is known, or look like a heading over its value.
  if (isKnown(label) && (line.isHeading || below !== ''))
    return { label, value: '', isKnown: true, isSure: line.isHeading, isOpen: true }
  return line.isHeading && below !== '' && text.split(' ').length <= 8
    ? { label, value: '', isKnown: false, isSure: true, isOpen: true }
    : null
}

/** `Label: value`, `Label : value`, `Label<tab>value`; not a clock time, not an address of the web, not half a sentence. */
function splitLabel(text: string): { label: string; value: string } | null {
  const head = text.slice(0, LONGEST_LABEL + 2)
  const colon = head.search(/[:：\t]/)
  if (colon < 1) return null
  const value = text.slice(colon + 1)
  const label = tidied(head.slice(0, colon))
  if (label === '' || value.startsWith('//') || /^(?:https?|mailto|tel)$/i.test(label)) return null
  if (/\d$/.test(label) && /^\d/.test(value)) return null
  if (label.split(/\s+/).length > 10 || !/\p{L}/u.test(label)) return null
  if (/[.!;,]\s/.test(label) && !isPlaceLabel(label) && fieldOfLabel(label) === null) return null
  return { label, value: value.replace(/^[*_]+/, '').trim() }
}

/** Without the asterisks of bold text, required fields and the colon. */
function tidied(label: string): string {
  return label
    .replaceAll(/[*_#"“”]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/ ?[:：]$/, '')
    .trim()
}

/** `a@b.example <mailto:a@b.example>`, as HTML mails are turned into text. */
function withoutLinks(value: string): string {
  const isAlone = /^\s*<(?:mailto|tel):([^<>\s]{1,320})>\s*$/i.exec(value)
  return isAlone?.[1] ?? value.replaceAll(/ ?<(?:mailto|tel):[^<>\s]{1,320}>/gi, '')
}

/** The next line with something on it, unless it lies beyond two blank ones. */
function nextText(lines: readonly Line[], index: number): string {
  for (let at = index + 1; at <= index + 3; at++) {
    const text = lines[at]?.text.trim() ?? ''
    if (text !== '') return text
  }
  return ''
}

function whereOf(line: Line, label: string): string {
  return `${line.where}, "${label.slice(0, 80)}"`
}
