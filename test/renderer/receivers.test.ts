import { describe, expect, it } from 'vitest'
import type { TimelineEntry } from '../../src-main/contract/index.ts'
import { receiversOf } from '../../src-renderer/features/leads/receivers.ts'
import { aLead, NOON, repId } from './helpers/builders.ts'

const history = (...steps: [seq: number, type: string, data?: object][]): TimelineEntry[] =>
  steps.map(([seq, type, data = {}]) => ({ seq, at: NOON, type, actor: 'desk', data, canUndo: false }) as TimelineEntry)

describe('Who each step of a history gave the lead to', () => {
  it('is read back from who has it now', () => {
    const timeline = history(
      [9, 'lead-assigned', { from: 2 }],
      [7, 'lead-noted'],
      [5, 'lead-assigned', { from: null }],
      [4, 'lead-held', { from: 3 }],
      [1, 'lead-received', { outcome: 'assigned' }],
    )
    expect([...receiversOf({ card: aLead({ repId: repId(1) }), timeline })]).toEqual([
      [9, 1],
      [5, 2],
      [1, 3],
    ])
  })

  it('leaves out a step that was taken back, and knows the ones before it', () => {
    const timeline = history(
      [6, 'step-undone', { seq: 5 }],
      [5, 'lead-assigned', { from: 2 }],
      [1, 'lead-received', { outcome: 'assigned' }],
    )
    expect([...receiversOf({ card: aLead({ repId: repId(2) }), timeline })]).toEqual([[1, 2]])
  })

  it('R20 knows who accepted, and who declined what was offered to them alone', () => {
    const timeline = history(
      [9, 'offer-accepted'],
      [8, 'lead-offered', { repIds: [1] }],
      [7, 'offer-declined', { reason: 'No time' }],
      [1, 'lead-received', { outcome: 'offered', repIds: [3] }],
    )
    expect([...receiversOf({ card: aLead({ repId: repId(1) }), timeline })]).toEqual([
      [9, 1],
      [7, 3],
    ])
  })

  it('R21 gives a lead that was taken back to who had it before', () => {
    const timeline = history(
      [9, 'lead-assigned', {}],
      [8, 'lead-taken-back', { from: 4 }],
      [1, 'lead-received', { outcome: 'assigned' }],
    )
    expect([...receiversOf({ card: aLead({ repId: repId(1) }), timeline })]).toEqual([
      [9, 1],
      [1, 4],
    ])
  })
})
