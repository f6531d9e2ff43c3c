import type { Clock } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'
import type { Router } from '../store/port-shapes.ts'
import type { DeskStore } from '../store/port.ts'

/**
 * A desk at work: what every command of this folder is handed first. Each file here is one thing a person or a source can do,
 * as a function `(desk, input) => Promise<answer>`; `input.actor` says who (`manager`, `command line`, `desk`).
 */
export interface Desk {
  readonly store: DeskStore
  readonly clock: Clock
  readonly log: Log
  /** Where everything of this desk lies. */
  readonly dataFolder: string
  /** The published rules, compiled; compiled anew after each publishing. */
  router(): Promise<Router>
  /** Lets waiting leads go to whoever can take them now. Runs one at a time; a call while it runs makes it run once more. */
  drain(): Promise<void>
  /** Nothing falls due by itself while `work` lives through a time that is past; then the clocks go on from now. */
  whileAsleep<Answer>(work: () => Promise<Answer>): Promise<Answer>
  /** Stops clocks and lets what is under way finish. Does not close the store. */
  close(): Promise<void>
}
