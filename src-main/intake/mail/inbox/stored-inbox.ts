import type { Desk } from '../../../desk/context.ts'

/** An inbox as the desk keeps it. */
export type StoredInbox = Awaited<ReturnType<Desk['store']['inboxes']>>[number]
export type InboxMark = NonNullable<StoredInbox['mark']>
