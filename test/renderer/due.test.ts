import { describe, expect, it } from 'vitest'
import { dueOf } from '../../src-renderer/lib/due.ts'
import { dueSaid } from '../../src-renderer/text/due.ts'
import { aLead, NOON, repId } from './helpers/builders.ts'

const MINUTE = 60_000
const offered = (dueAt: number) => aLead({ status: 'offered', offeredTo: [repId(1)], dueKind: 'accept', dueAt })
const owned = (parts: object) => aLead({ repId: repId(1), dueKind: 'contact', ...parts })

describe('The clock of a lead', () => {
  it('R20 is the offer, then the contact, then nothing once it was touched', () => {
    expect(dueOf(offered(NOON))).toEqual({ kind: 'accept', at: NOON, breachedAt: null })
    expect(dueOf(owned({ dueAt: NOON }))).toEqual({ kind: 'contact', at: NOON, breachedAt: null })
    expect(dueOf(owned({ dueAt: NOON, touchedAt: NOON }))).toBeNull()
    expect(dueOf(owned({ dueAt: null, breachedAt: NOON, touchedAt: NOON }))).toBeNull()
    expect(dueOf(aLead({ dueKind: 'contact', dueAt: NOON }))).toBeNull()
  })

  it.each([
    [offered(NOON + 4 * MINUTE + 12_000), { tone: 'soon', said: '4:12 left', short: '4:12' }],
    [offered(NOON + 12 * MINUTE), { tone: 'calm', said: '12:00 left', short: '12:00' }],
    [offered(NOON - MINUTE), { tone: 'soon', said: '0:00 left', short: '0:00' }],
    [owned({ dueAt: NOON + 42_000 }), { tone: 'soon', said: 'contact due in 0:42', short: '0:42' }],
    [
      owned({ dueAt: NOON - 90 * MINUTE }),
      { tone: 'late', said: expect.stringMatching(/^breached 1 hr ago$/), short: '1 hr late' },
    ],
    [owned({ breachedAt: NOON - 12 * MINUTE }), { tone: 'late', said: 'breached 12 min ago', short: '12 min late' }],
    [owned({ breachedAt: NOON - 2_000 }), { tone: 'late', said: 'breached just now', short: 'late' }],
  ])('R21 is said in words: %#', (lead, expected) => {
    const due = dueOf(lead)
    expect(due !== null && dueSaid(due, NOON)).toEqual(expected)
  })

  it('names the time instead of counting hours down', () => {
    const due = dueOf(owned({ dueAt: NOON + 20 * 60 * MINUTE }))
    expect(due !== null && dueSaid(due, NOON)).toMatchObject({ tone: 'calm', said: expect.stringMatching(/^contact by \S/) })
  })
})
