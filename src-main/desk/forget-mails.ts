import type { Desk } from './context.ts'

const DAY_MS = 24 * 60 * 60 * 1_000
/** Long enough for a person to miss a mail and look where it went. */
const KEPT_DAYS = 30
/** Whoever posts again with an `Idempotency-Key` does so within days. */
const POSTS_KEPT_DAYS = 90
/** Let go in one transaction. */
const STEP = 500

/**
 * Lets go of what ignored mails said once they are old: newsletters would fill the disk. That they came, from whom and why they were ignored stays.
 * Posts of forms are forgotten too, once nobody repeats them any more; their leads and counts stay.
 */
export async function forgetMails({ store, clock }: Pick<Desk, 'store' | 'clock'>): Promise<void> {
  await allOf(() => store.forgetIgnored(clock.now() - KEPT_DAYS * DAY_MS, STEP))
  await allOf(() => store.forgetPosts(clock.now() - POSTS_KEPT_DAYS * DAY_MS, STEP))
}

async function allOf(forgetSome: () => Promise<number>): Promise<void> {
  while ((await forgetSome()) === STEP);
}
