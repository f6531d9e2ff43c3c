import { InvalidArgumentError } from 'commander'
import { describe, expect, test } from 'vitest'
import { readDelimiter, readEdge, readLead, readMoment, readPort } from '../../src-main/cli/usage.ts'

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
