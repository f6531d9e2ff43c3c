import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fit, plain, ranked } from '../../src-renderer/app/palette/rank.ts'

const commands = [
  { id: 'board', label: 'Go to Board' },
  { id: 'queue', label: 'Go to Queue' },
  { id: 'backup', label: 'Make a backup' },
  { id: 'mia', label: 'Mia Müller', also: 'mia@firm.example' },
  { id: 'mia-away', label: 'Mia Müller: away' },
  { id: 'report', label: 'Report: Fairness' },
]
const found = (typed: string, recent: string[] = []): string[] => ranked(commands, typed, recent).map(({ id }) => id)

describe('what was typed finds', () => {
  it('words, their beginnings, their middles and their letters in order, whatever the accents', () => {
    expect(found('board')).toEqual(['board'])
    expect(found('brd')).toEqual(['board'])
    expect(found('ack')).toEqual(['backup'])
    expect(found('muller away')).toEqual(['mia-away'])
    expect(found('MÜLLER')).toEqual(['mia', 'mia-away'])
    expect(found('firm')).toEqual(['mia'])
    expect(found('fairn report')).toEqual(['report'])
    expect(found('zzz')).toEqual([])
    expect(fit('Straße', 'strasse')).not.toBeNull()
  })

  it('the better answer first, and of equals what was used last', () => {
    const both = [
      { id: 'within', label: 'Outboard' },
      { id: 'scattered', label: 'Bold order' },
      { id: 'whole', label: 'Board' },
      { id: 'begins', label: 'Boarding' },
    ]
    expect(ranked(both, 'board', []).map(({ id }) => id)).toEqual(['whole', 'begins', 'within'])
    expect(found('go to')).toEqual(['board', 'queue'])
    expect(found('go to', ['queue'])).toEqual(['queue', 'board'])
  })

  it('everything in its own order while nothing is typed', () => {
    expect(found(' ', ['report'])).toEqual(commands.map(({ id }) => id))
  })
})

it('A text is found by itself and by any of its words, and never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.string({ maxLength: 10 }), (text, typed) => {
      fit(text, typed)
      for (const word of plain(text)
        .split(/[\s:,·()/-]+/)
        .filter(Boolean))
        expect(fit(text, word)).not.toBeNull()
    }),
  )
})
