import { InvalidArgumentError } from 'commander'
import { describe, expect, test } from 'vitest'
import {
  readDelimiter,
  readEdge,
  readInstant,
  readLead,
  readMoment,
  readPort,
  readRuleset,
  readSupposition,
} from '../../src-main/cli/usage.ts'

const ZONE = 'Europe/Berlin'
const at = (iso: string): number => Date.parse(iso)
/** 14:00 in Berlin. */
const NOW = at('2026-11-21T13:00:00Z')

describe('a moment on the command line', () => {
  test.each([
    ['30m', '2026-11-21T13:30:00Z'],
    ['2h', '2026-11-21T15:00:00Z'],
    ['1.5h', '2026-11-21T14:30:00Z'],
    ['3d', '2026-11-24T13:00:00Z'],
    ['14:30', '2026-11-21T13:30:00Z'],
    ['2026-11-21T14:30', '2026-11-21T13:30:00Z'],
    ['2026-11-21T14:30Z', '2026-11-21T14:30:00Z'],
    ['2026-11-22', '2026-11-21T23:00:00Z'],
  ])('%s is meant in the zone of the desk', (text, iso) => {
    expect(readMoment(text, NOW, ZONE)).toBe(at(iso))
  })

  test('a time of day that has passed is tomorrow', () => {
    expect(readMoment('9:00', NOW, ZONE)).toBe(at('2026-11-22T08:00:00Z'))
  })

  test.each(['soon', '25:00', '14:70', '', '5y', '2026-13-01'])('"%s" is none', (text) => {
    expect(readMoment(text, NOW, ZONE)).toBeNull()
  })

  test('a last day is meant with its evening, also when the clocks change', () => {
    expect(readEdge('2026-11-20', true, NOW, ZONE)).toBe(at('2026-11-20T23:00:00Z'))
    expect(readEdge('2026-11-20', false, NOW, ZONE)).toBe(at('2026-11-19T23:00:00Z'))
    // 25 hours long
    expect(readEdge('2026-10-25', true, NOW, ZONE)).toBe(at('2026-10-25T23:00:00Z'))
  })
})

describe('names and numbers on the command line', () => {
  test('a lead is 12 or #12', () => {
    expect([readLead('12'), readLead('#12')]).toEqual([12, 12])
  })

  test.each(['', 'mia', '0', '-3', '1.5', '##2'])('"%s" is no lead', (text) => {
    expect(() => readLead(text)).toThrow(InvalidArgumentError)
  })

  test('a delimiter may be named', () => {
    expect(['tab', '\\t', ';', 'semicolon', '|'].map(readDelimiter)).toEqual(['\t', '\t', ';', ';', '|'])
    expect(() => readDelimiter('ab')).toThrow(InvalidArgumentError)
  })

  test('a port is 0 to 65535', () => {
    expect([readPort('0'), readPort('65535')]).toEqual([0, 65_535])
    for (const text of ['65536', '-1', 'http', '']) expect(() => readPort(text)).toThrow(InvalidArgumentError)
  })
})

describe('a moment that means the same everywhere', () => {
  test.each([
    ['2026-12-01T00:00Z', '2026-12-01T00:00:00Z'],
    ['2026-12-01T00:00:30.5Z', '2026-12-01T00:00:30.500Z'],
    ['2026-12-01T09:30+01:00', '2026-12-01T08:30:00Z'],
    ['2026-12-01T09:30-0800', '2026-12-01T17:30:00Z'],
    ['2026-12-01', '2026-11-30T23:00:00Z'],
  ])('%s', (text, iso) => {
    expect(readInstant(text, ZONE)).toBe(at(iso))
  })

  test.each(['2026-12-01T00:00', '2026-02-30T00:00Z', '2026-02-30', '2026-12-01T25:00Z', '30m', '14:30', 'soon', ''])(
    '"%s" is none',
    (text) => {
      expect(readInstant(text, ZONE)).toBeNull()
    },
  )
})

describe('what is supposed of reps (R34)', () => {
  test('comes again and again', () => {
    const first = readSupposition('rep=tom@example.com:available')
    expect(readSupposition('rep=Mia@example.com:off-shift', first)).toEqual([
      { rep: 'tom@example.com', is: 'available' },
      { rep: 'Mia@example.com', is: 'off-shift' },
    ])
  })

  test.each([
    '',
    'tom@example.com:busy',
    'rep=tom@example.com',
    'rep=:busy',
    'rep=tom@example.com:',
    'rep=tom@example.com:asleep',
  ])('"%s" is refused with the words there are', (text) => {
    expect(() => readSupposition(text)).toThrow(/available, free, busy, away, paused, inactive, off-shift, full/)
  })

  test('a version of the rules is a number', () => {
    expect(readRuleset('3')).toBe(3)
    for (const text of ['', '-1', '1.5', 'v3']) expect(() => readRuleset(text)).toThrow(InvalidArgumentError)
  })
})
