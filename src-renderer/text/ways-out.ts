import type { ErrorCode } from '../../src-main/contract/index.ts'
import { inLanguage } from './language.ts'
import { say, type SayableFault } from './say.ts'

/** The place in the page where a fault can be mended, and what the button there says. */
export interface WayOut {
  label: string
  href: string
}

export interface ToldFault {
  sentence: string
  way: WayOut | null
  /** Another try would end the same. */
  isFinal: boolean
}

export const waysText = inLanguage('waysText', {
  log: 'See the log',
  backups: 'Open backup and data',
  intake: 'Open Intake',
  reps: 'Open Reps',
  versions: 'Show the versions',
})

const LOG: WayOut = { label: waysText.log, href: '#/settings/about' }
const BACKUPS: WayOut = { label: waysText.backups, href: '#/settings/data' }
const INTAKE: WayOut = { label: waysText.intake, href: '#/intake' }
const REPS: WayOut = { label: waysText.reps, href: '#/reps' }
const VERSIONS: WayOut = { label: waysText.versions, href: '#/rules/versions' }

const ways: Partial<Record<SayableFault['code'], WayOut>> = {
  internal: LOG,
  'database-damaged': BACKUPS,
  'backup-failed': BACKUPS,
  'secrets-unreadable': INTAKE,
  'inbox-not-found': INTAKE,
  'form-not-found': INTAKE,
  'batch-not-found': INTAKE,
  'rep-not-found': REPS,
  'ruleset-not-found': VERSIONS,
}

/** Whatever is asked of something that is no more, or of what is another's, is refused again. */
const isFinal = (code: ErrorCode | 'connection-lost'): boolean =>
  code.endsWith('-not-found') || code === 'not-allowed' || code === 'unauthorised' || code === 'mail-settled'

/** A fault as a person is told it: what is wrong, and where to go from there. */
export function told(fault: SayableFault): ToldFault {
  return { sentence: say(fault), way: wayOutOf(fault), isFinal: isFinal(fault.code) }
}

function wayOutOf({ code, data }: SayableFault): WayOut | null {
  const reason = 'reason' in data ? data.reason : null
  if (code === 'undo-refused' && reason === 'import-running') return INTAKE
  if (code === 'offer-gone' && reason === 'at-cap') return REPS
  return ways[code] ?? null
}
