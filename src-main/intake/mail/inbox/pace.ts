/** How long an inbox waits for what, in ms. */
export interface Pace {
  /** For a server to be reached, and then to say hello. */
  connectMs: number
  /** Of silence before a connection is asked whether it still stands; as long again, and it is given up. */
  silenceMs: number
  /** IDLE is begun anew, with a look: long before providers end it (Gmail after ten minutes), and so that a mail a server failed to tell of waits no longer. */
  reissueMs: number
  /** Between two looks at a server that can't tell by itself. */
  pollMs: number
  /** After the first failure; doubled by each that follows. */
  retryMs: number
  longestRetryMs: number
  /** The same once a server has turned us away: asking again and again gets accounts locked. */
  refusedRetryMs: number
  longestRefusedRetryMs: number
}

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS

export const PACE: Pace = {
  connectMs: 20 * SECOND_MS,
  silenceMs: 2 * MINUTE_MS,
  reissueMs: 2 * MINUTE_MS,
  pollMs: MINUTE_MS,
  retryMs: SECOND_MS,
  longestRetryMs: 5 * MINUTE_MS,
  refusedRetryMs: 15 * MINUTE_MS,
  longestRefusedRetryMs: 60 * MINUTE_MS,
}
