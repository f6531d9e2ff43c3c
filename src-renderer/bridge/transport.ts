import type { ClientContext, ClientLink } from '@orpc/client'

/** What calls go through while one connection lasts. */
export type Link = ClientLink<ClientContext>

export interface Connection {
  link: Link
  /** Settles when the connection is gone, for whatever reason. */
  closed: Promise<void>
  close(): void
}

/** The desk is there, and does not know this page: a new key was made when it was started again. */
export class Refused extends Error {
  override readonly name = 'Refused'
}

/** A way to the desk. `connect` may be called again after a connection has closed. */
export interface Transport {
  connect(): Promise<Connection>
}
