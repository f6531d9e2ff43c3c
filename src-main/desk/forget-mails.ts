import type { Desk } from './context.ts'

const DAY_MS = 24 * 60 * 60 * 1_000
/** Long enough for a person to miss a mail and look where it went. */
const KEPT_DAYS = 30
/** Mails let go in one transaction. */
const STEP = 500

/** Lets go of what ignored mails said once they are old: newsletters would fill the disk. That they came, from whom and why they were ignored stays. */
export async function forgetMails(desk: Pick<Desk, 'store' | 'clock'>): Promise<number> {
  let forgotten = 0
  for (;;) {
    const some = await desk.store.forgetIgnored(desk.clock.now() - KEPT_DAYS * DAY_MS, STEP)
    forgotten += some
    if (some < STEP) return forgotten
  }
}
