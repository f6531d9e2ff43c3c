import { describe, expect, it } from 'vitest'
import { readFields, readNumber, writtenOf } from '../../src-renderer/features/leads/lead-fields.ts'
import { addressOf, firstOf } from '../../src-renderer/features/leads/reach-address.ts'
import { actorName, changesIn, notesOf } from '../../src-renderer/features/leads/timeline.ts'
import type { TimelineEntry } from '../../src-main/contract/index.ts'
import { NOON, someFields } from './helpers/builders.ts'

describe('A field that is written over', () => {
  it.each([
    ['12,500', 12_500],
    ['12500', 12_500],
    ['€ 12,500.50', 12_500.5],
    ['-3', -3],
    ['1 200', 1_200],
    ['12,5', 12.5],
    ['a dozen', null],
    ['1.2.3', null],
    ['', null],
  ])('reads %s as a number', (text, expected) => {
    expect(readNumber(text)).toBe(expected)
  })

  it('is told as what it is: text, number, tags, nothing, or one without a field', () => {
    const typed = new Map([
      ['city', ' Ulm '],
      ['company', ''],
      ['value', '1,200'],
      ['tags', 'vip, , fair'],
      ['custom.Budget', '10k'],
    ] as const)
    expect(readFields(typed)).toEqual({
      fields: { city: 'Ulm', company: null, value: 1_200, tags: ['vip', 'fair'], custom: { Budget: '10k' } },
    })
    expect(readFields(new Map([['value', 'much']] as const))).toEqual({ noNumber: 'value' })
  })

  it('begins with what a person would write', () => {
    const fields = someFields({ country: 'DE', value: 12_500.5, tags: ['a', 'b'], language: 'de', custom: { Budget: '10k' } })
    const written = (['country', 'value', 'tags', 'language', 'custom.Budget', 'phone'] as const).map((key) =>
      writtenOf(fields, key),
    )
    expect(written).toEqual(['Germany', '12500.5', 'a, b', 'German', '10k', ''])
  })
})

describe('A way to reach somebody', () => {
  it('is opened when it is a number or an address, and not when it is masked or a word', () => {
    expect(addressOf('phone', '+49 30 123456')).toBe('tel:+4930123456')
    expect(addressOf('phone2', '555-0123')).toBe('tel:5550123')
    expect(addressOf('email', "o'neil+x@x.example")).toBe("mailto:o'neil%2Bx@x.example")
    for (const value of ['ask Tom 12345', '+49 … 12', '', '12']) expect(addressOf('phone', value)).toBeNull()
    for (const value of ['j…@x.example', 'ada at x']) expect(addressOf('email', value)).toBeNull()
    expect(addressOf('website', 'x.example')).toBeNull()
    expect(firstOf(someFields({ phone: 'ask Tom', phone2: '+4930123456' }), 'phone')?.address).toBe('tel:+4930123456')
  })
})

describe('A history', () => {
  const entry = (parts: object): TimelineEntry =>
    ({ seq: 1, at: NOON, type: 'lead-noted', actor: 'desk', data: {}, canUndo: false, repId: null, ...parts }) as TimelineEntry

  it('shows notes that stand', () => {
    const timeline = [entry({ seq: 3, type: 'step-undone', data: { seq: 2 } }), entry({ seq: 2 }), entry({ seq: 1 })]
    expect(notesOf({ timeline }).map(({ seq }) => seq)).toEqual([1])
  })

  it('names who did it, and what an edit changed', () => {
    const names = new Map([['mia@example.com', 'Mia Berg']])
    expect(['Mia@Example.com', 'manager', 'desk', 'web', 'constructor'].map((actor) => actorName(actor, names))).toEqual([
      'Mia Berg',
      'A manager',
      'Lead Desk',
      'web',
      'constructor',
    ])
    expect(changesIn(entry({ data: { changes: [1] } }))).toEqual([])
    const changes = [{ field: 'city', from: null, to: 'Ulm' }]
    expect(changesIn(entry({ type: 'lead-edited', data: { changes } }))).toEqual(changes)
  })
})
