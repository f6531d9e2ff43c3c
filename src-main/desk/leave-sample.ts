import { DeskError } from '../contract/index.ts'
import { stampOf } from './back-up.ts'
import type { Desk } from './context.ts'

/** The addresses of the sample team, which no real person has (RFC 2606). */
const SAMPLE_ADDRESS = '@sample.example'

/**
 * Puts a new desk in the place of the sample when this one next opens. Only where nothing but the sample is on it: no other rep, and no lead
 * of another source. Answers where the sample will then be kept.
 */
export async function leaveSample(desk: Desk): Promise<{ kept: string }> {
  const { reps, sources } = await desk.store.snapshot(desk.clock.now())
  const isSample = reps.length > 0 && reps.every(({ email }) => email.endsWith(SAMPLE_ADDRESS))
  if (!isSample || sources.some(({ kind }) => kind !== 'sample'))
    throw new DeskError('bad-input', { field: '', reason: 'there is more on this desk than the sample, and that would be gone' })
  const kept = await desk.store.stageNew(await stampOf(desk))
  desk.log.info('a new desk takes the place of the sample when it next opens')
  return { kept }
}
