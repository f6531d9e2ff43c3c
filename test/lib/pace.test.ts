import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Pace } from '../../src-main/lib/pace.ts'

/** Rows of a transaction once it has settled, on a machine where each takes that long. */
function settled(pace: Pace, msARow: number): number {
  for (let turn = 0; turn < 20; turn++) pace.learn(pace.rows, pace.rows * msARow)
  return pace.rows
}

describe('the pace of an import or a drain', () => {
  it('is what takes twelve milliseconds, however fast the machine', () => {
    expect(settled(new Pace(false), 0.05)).toBe(240)
    expect(settled(new Pace(false), 0.03)).toBe(400)
  })

  it('is never so small that commits are all it does, nor so large that nobody sees it move', () => {
    expect(settled(new Pace(false), 10)).toBe(100)
    expect(settled(new Pace(false), 0.001)).toBe(1_000)
  })

  it('comes back after one slow transaction', () => {
    const pace = new Pace(false)
    settled(pace, 0.05)
    pace.learn(pace.rows, 3_000)
    expect(pace.rows).toBe(160)
    expect(settled(pace, 0.05)).toBe(240)
  })

  it('does not change where nobody waits', () => {
    expect(settled(new Pace(true), 10)).toBe(5_000)
  })

  it('stays within its bounds whatever is measured, and learns nothing of the last few rows of a file', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5_000), fc.double({ min: 0, max: 1e6, noNaN: true }))), (measured) => {
        const pace = new Pace(false)
        for (const [rows, ms] of measured) {
          const before = pace.rows
          pace.learn(rows, ms)
          expect(pace.rows).toBeGreaterThanOrEqual(100)
          expect(pace.rows).toBeLessThanOrEqual(1_000)
          if (rows < 100) expect(pace.rows).toBe(before)
        }
      }),
    )
  })
})
