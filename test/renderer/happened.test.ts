import { describe, expect, it } from 'vitest'
import { EVENT_TYPES, type TimelineEntry } from '../../src-main/contract/index.ts'
import { happened } from '../../src-renderer/text/happened.ts'
import { NOON } from './helpers/builders.ts'

const names = new Map<unknown, string>([
  [1, 'Mia'],
  [2, 'Tom'],
])
const said = (type: string, data: object = {}, repId: unknown = null) =>
  happened(
    { seq: 1, at: NOON, type, actor: 'desk', data, canUndo: false } as unknown as TimelineEntry,
    repId,
    (id) => names.get(id) ?? null,
  )

describe('A line of the history', () => {
  it.each([
    ['lead-offered', { repIds: [1], rule: 'Germany' }, 'Offered to Mia by rule “Germany”'],
    ['lead-offered', { repIds: [1, 2] }, 'Offered to Mia and Tom'],
    ['lead-offered', { repIds: [1, 2, 3, 4] }, 'Offered to 4 reps'],
    ['lead-received', { outcome: 'offered', repIds: [2] }, 'Came in; offered to Tom'],
    ['offer-declined', { reason: 'No time' }, 'Mia declined it: No time'],
    ['offer-declined', { reason: null }, 'Mia declined it'],
    ['lead-matched', { by: 'phone' }, 'Came in again, known by phone number'],
    [
      'lead-matched',
      { by: 'email', name: 'Bob', fields: ['phone', 'postal_code'] },
      'Came in again as Bob, known by e-mail; brought phone and postal code',
    ],
    ['offer-accepted', {}, 'Mia accepted it'],
    ['offer-expired', { repIds: [2] }, 'The offer to Tom ran out'],
    ['contact-breached', { dueAt: NOON }, 'Not contacted in time'],
    ['lead-taken-back', { from: 2 }, 'Taken back from Tom: not contacted in time'],
    ['lead-released', { from: 2 }, 'Released by Tom'],
    ['lead-released', { from: 2, reason: 'away' }, 'Released by Tom: the rep is away'],
    [
      'lead-merged',
      { otherId: 7, fields: ['phone', 'Budget'] },
      'Lead 7 was merged into this one, which gained phone and Budget',
    ],
    ['lead-merged', { intoId: 3 }, 'Merged into lead 3'],
    ['lead-waiting', { waitCode: 'waiting-for-owner', detail: 'Mia' }, 'Waits for Mia, who owns this company'],
  ])('%s %j', (type, data, sentence) => {
    expect(said(type, data, 1)).toBe(sentence)
  })

  it('is a sentence for every event of a lead, whatever little it carries', () => {
    const ofLeads = EVENT_TYPES.filter((type) => /^(lead|offer|contact|step)-/.test(type))
    for (const type of ofLeads) expect(said(type)).not.toMatch(/undefined|null|^[a-z]+-/)
  })
})
