import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { DeskError, type ErrorData, type PostAnswer } from '../../contract/index.ts'
import type { Desk } from '../../desk/context.ts'
import { takeInPost } from '../../desk/take-in-post.ts'
import { cleanPost, hashOfFields } from './clean-post.ts'
import { fitsKey } from './form-keys.ts'
import { letsIn } from './lets-in.ts'
import { createPostLimits, networkOf } from './post-limits.ts'
import type { PostedField } from './posted-field.ts'
import { readPost } from './read-post.ts'

/** A post as far as its head tells. Nothing in it is trusted but `address`, which is the socket's own. */
export interface PostHead {
  /** The last part of the form's address. */
  path: string
  /** Null when no page of a browser posts. */
  origin: string | null
  address: string
  userAgent: string | null
  /** From a header or the address; null when it may still stand in the body as `_key`. */
  key: string | null
  idempotencyKey: string | null
  contentType: string | null
}

export interface PostReply extends PostAnswer {
  /** True when this key was answered before. */
  isRepeat: boolean
  thanksUrl: string | null
}

type StoredForm = Awaited<ReturnType<Desk['store']['forms']>>[number]
export type TakePost = (form: StoredForm, head: PostHead, readBody: () => Promise<Buffer>) => Promise<PostReply>

const KEY_FIELD = '_key'
const LONGEST_IDEMPOTENCY_KEY = 255

/**
 * How a desk takes posts: who may not post is refused before the body is read. Throws `post-refused`, `post-differs` or `bad-input`, whose field
 * is `Content-Type`, `Idempotency-Key`, `body`, or one of the form.
 */
export function postTaker(desk: Desk): TakePost {
  const limits = createPostLimits()
  // In memory only: once the desk is closed, nobody can work addresses out of what is kept of devices.
  const salt = randomBytes(32)

  async function checkKey(form: StoredForm, key: string | null, address: string): Promise<void> {
    if (key !== null && fitsKey(key, form.keyHash)) return
    const wait = await limits.wrongKey(address)
    throw wait === null ? refused({ reason: 'wrong-key' }) : refused({ reason: 'too-many', retryAfterSeconds: wait })
  }

  return async (form, head, readBody) => {
    const { settings } = form
    const wait = await limits.post(form.id, settings.perMinute, head.address)
    if (wait !== null) throw refused({ reason: 'too-many', retryAfterSeconds: wait })
    if (head.origin !== null && !letsIn(settings.origins, head.origin)) throw refused({ reason: 'wrong-origin' })
    if (head.key !== null) await checkKey(form, head.key, head.address)
    if (!settings.isOn) throw refused({ reason: 'switched-off' })
    const posted = await readPost(await readBody(), head.contentType)
    const { key, fields } = withoutKey(posted)
    if (head.key === null) await checkKey(form, key, head.address)

    const { country, timeZone } = await desk.store.settings()
    const lead = cleanPost(fields, { country, timeZone, now: desk.clock.now() })
    const once = onceKey(head.idempotencyKey)
    const bodyHash = hashOfFields(fields)
    const taken = await takeInPost(desk, {
      formId: form.id,
      sourceId: form.sourceId,
      key: once,
      bodyHash,
      device: deviceOf(head, salt),
      actor: 'form',
      route: settings.route,
      // Forms of one name share a source, and a caller's keys may count 1, 2, 3: only the same body is the same thing.
      lead: { ...lead, key: `post:${form.id}:${once}:${bodyHash}` },
    })
    if (taken.outcome === 'differs') throw new DeskError('post-differs', { key: once })
    const { thanksUrl } = settings
    if (taken.outcome === 'repeated') return { ...taken.first, isRepeat: true, thanksUrl }
    return { leadId: taken.leadId, outcome: taken.outcome, isRepeat: false, thanksUrl }
  }
}

const refused = (data: ErrorData<'post-refused'>): DeskError<'post-refused'> => new DeskError('post-refused', data)

/** The key is no part of what was posted: it is neither kept nor hashed. */
function withoutKey(posted: readonly PostedField[]): { key: string | null; fields: PostedField[] } {
  const key = posted.find(({ name }) => name === KEY_FIELD)?.text ?? null
  return { key, fields: posted.filter(({ name }) => name !== KEY_FIELD) }
}

/** A caller who names none posts something new each time; matching sees to the same person. */
function onceKey(given: string | null): string {
  const key = given?.trim() ?? ''
  if (key === '') return randomUUID()
  if (key.length > LONGEST_IDEMPOTENCY_KEY) {
    const reason = `it is longer than ${LONGEST_IDEMPOTENCY_KEY} characters`
    throw new DeskError('bad-input', { field: 'Idempotency-Key', reason })
  }
  return key
}

/**
 * Tells one sender's device from another's without naming it. Programs post for many people, and behind a proxy on this machine everybody has
 * its address: they tell nothing.
 */
function deviceOf({ origin, address, userAgent }: PostHead, salt: Buffer): string | null {
  const network = networkOf(address)
  if (origin === null || network.startsWith('127.') || address === '::1') return null
  return createHmac('sha256', salt)
    .update(`${network}\n${userAgent ?? ''}`)
    .digest('base64url')
    .slice(0, 22)
}
