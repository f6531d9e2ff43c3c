import { DeskError, type Form, type FormDoor, type FormId, type FormListening, type FormSettings } from '../../contract/index.ts'
import type { Desk } from '../../desk/context.ts'
import { makeKey } from './form-keys.ts'
import { letsIn } from './lets-in.ts'
import type { PostHead, PostReply, TakePost } from './take-post.ts'

/** Opens a port for posts as the settings say; throws when it can't. The wire has it, and `start.ts` hands it in. */
export type OpenPort = (listening: FormListening) => Promise<{ addresses: string[]; close(): Promise<void> }>

/** Ways in for forms and other programs, and the port they are listened to at. */
export interface Forms {
  list(): Promise<Form[]>
  /** A new form answers its key: the only time it is told. */
  save(input: {
    formId?: FormId | undefined
    settings: FormSettings
    actor: string
  }): Promise<{ formId: FormId; key: string | null }>
  newKey(input: { formId: FormId; actor: string }): Promise<{ key: string }>
  remove(input: { formId: FormId; actor: string }): Promise<void>
  /** The body is read only when nothing before it speaks against the post. */
  post(head: PostHead, readBody: () => Promise<Buffer>): Promise<PostReply>
  /** Whether pages of that origin may post to the form of that path. A no is kept as its last refusal. */
  letsIn(path: string, origin: string): Promise<boolean>
  door(): Promise<FormDoor>
  saveDoor(listening: FormListening): Promise<FormDoor>
  /** Listens from now on whenever the settings say so. A desk that runs only for a command never does. */
  listen(openPort: OpenPort): Promise<void>
  close(): Promise<void>
}

export function openForms(desk: Desk): Forms {
  const { store } = desk
  const refusals = new Map<FormId, NonNullable<Form['lastRefusal']>>()
  const port = portKeeper(desk)
  let taking: Promise<TakePost> | null = null

  const formAt = async (path: string) => (await store.forms()).find(({ settings }) => settings.path === path)
  const formOf = async (formId: FormId) => {
    const form = (await store.forms()).find(({ id }) => id === formId)
    if (form === undefined) throw new DeskError('form-not-found', { form: String(formId) })
    return form
  }

  return {
    async list() {
      const stored = await store.forms()
      return stored.map(({ id, sourceId, settings, keyEnd, madeAt, lastPostAt, posts, leads }) => {
        const lastRefusal = refusals.get(id) ?? null
        return { id, sourceId, settings, keyEnd, madeAt, lastPostAt, posts, leads, lastRefusal }
      })
    },
    async save({ formId, settings, actor }) {
      const step = { at: desk.clock.now(), actor }
      if (formId !== undefined) return { formId: await store.saveForm(formId, settings, null, step), key: null }
      const { key, kept } = makeKey()
      return { formId: await store.saveForm(null, settings, kept, step), key }
    },
    async newKey({ formId, actor }) {
      const { settings } = await formOf(formId)
      const { key, kept } = makeKey()
      await store.saveForm(formId, settings, kept, { at: desk.clock.now(), actor })
      return { key }
    },
    async remove({ formId, actor }) {
      await store.removeForm(formId, { at: desk.clock.now(), actor })
      refusals.delete(formId)
    },

    async post(head, readBody) {
      const form = await formAt(head.path)
      if (form === undefined) throw new DeskError('form-not-found', { form: head.path })
      // Loaded with the first post: most desks never have one.
      taking ??= import('./take-post.ts').then(({ postTaker }) => postTaker(desk))
      try {
        return await (
          await taking
        )(form, head, readBody)
      } catch (error) {
        if (error instanceof DeskError) refusals.set(form.id, { at: desk.clock.now(), reason: reasonOf(error as DeskError) })
        throw error
      }
    },
    async letsIn(path, origin) {
      const form = await formAt(path)
      if (form === undefined) return false
      const isListed = letsIn(form.settings.origins, origin)
      // A browser asks before it posts: refused here, the post itself never comes.
      if (!isListed) refusals.set(form.id, { at: desk.clock.now(), reason: 'wrong-origin' })
      return isListed
    },

    door: async () => ({ ...(await store.formListening()), ...port.state() }),
    async saveDoor(listening) {
      await store.saveFormListening(listening)
      await port.follow(listening)
      return { ...listening, ...port.state() }
    },
    async listen(openPort) {
      port.use(openPort)
      await port.follow(await store.formListening())
    },
    close: () => port.close(),
  }
}

function reasonOf({ code, data }: DeskError): string {
  const { field, reason } = data as { field?: string; reason?: string }
  return reason === undefined ? code : field === undefined ? reason : `${field}: ${reason}`
}

/** Whoever holds the port may let go of it any time, and nobody should have to come back here to say so. */
const RETRY_MS = 60_000

/**
 * One port at most, opened and closed in turn, so that two savings at once leave it as the last one wants it. One that can't be opened is
 * tried again every minute.
 */
function portKeeper(desk: Desk) {
  let openPort: OpenPort | null = null
  let open: { addresses: string[]; close(): Promise<void> } | null = null
  let problem: string | null = null
  let work: Promise<void> = Promise.resolve()

  let retry: NodeJS.Timeout | undefined

  async function change(wanted: FormListening | null): Promise<void> {
    clearTimeout(retry)
    await open?.close()
    open = null
    if (wanted?.isOn !== true) problem = null
    if (openPort === null || wanted?.isOn !== true) return
    try {
      open = await openPort(wanted)
      problem = null
    } catch (error) {
      const reason = error instanceof DeskError ? reasonOf(error as DeskError) : String(error)
      // Said once, not every minute.
      if (reason !== problem) desk.log.warn('forms are not listened to', { port: wanted.port, error: String(error) })
      problem = reason
      retry = setTimeout(() => void next(wanted), RETRY_MS)
      retry.unref()
    }
  }
  const next = (wanted: FormListening | null): Promise<void> => (work = work.then(() => change(wanted)))

  return {
    use: (given: OpenPort) => {
      openPort = given
    },
    follow: next,
    state: () => ({ addresses: open?.addresses ?? [], problem }),
    close: () => {
      const last = next(null)
      openPort = null
      return last
    },
  }
}
