/**
 * What there is of each kind, in the order a person reads it. No schema is in this file: the page draws its first screen from it, and would have
 * to read the library of schemas before.
 */
/** Languages the desk speaks. */
export const LANGUAGES = ['en', 'de'] as const

export const STAGES = ['new', 'contacted', 'qualified', 'won', 'lost'] as const

/** Stages in which a lead no longer counts against its rep's capacity. */
export const CLOSED_STAGES: readonly (typeof STAGES)[number][] = ['won', 'lost']

export const GRADES = ['hot', 'warm', 'cold'] as const

/** Why a lead waits. */
export const WAIT_CODES = [
  'nobody-eligible',
  'no-rule-matched',
  'held-by-rule',
  'held-by-hand',
  'held-by-import',
  'unknown-owner',
  'pool-empty',
  'waiting-for-owner',
  'waiting-for-share',
  'nobody-accepted',
  'trickling',
] as const

/** How a pool chooses among those who may. */
export const METHODS = [
  'round-robin',
  'weighted',
  'least-loaded',
  'longest-idle',
  'top-performer',
  'tiers',
  'claim',
  'share',
] as const

export const INBOX_TROUBLES = [
  'unknown-host',
  'refused',
  'timeout',
  'untrusted',
  'no-tls',
  'wrong-password',
  'no-password',
  'auth-unsupported',
  'no-folder',
  'no-target-folder',
  'not-imap',
  'connection-lost',
  'other',
] as const

/**
 * A report answers one question about the leads received in a period (a cohort, whatever became of them later), as figures and
 * tables of one shape, so that every screen, file and comparison treats all of them alike. What each figure means stands in the docs of the
 * reports screen, after METRICS.
 */
export const REPORTS = ['overview', 'speed', 'offers', 'leakage', 'conversion', 'fairness', 'intake', 'availability'] as const

/** Rates of fewer leads are hidden. */
export const LEAST_FOR_A_RATE = 10

/** Working hours after which a lead that nobody has tried counts as leaking. */
export const LEAK_AFTER_HOURS = 8
