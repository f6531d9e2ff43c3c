/** What the desk writes down about itself. Never a password, a key or the text of a mail. */
export interface Log {
  info(message: string, data?: Record<string, unknown>): void
  warn(message: string, data?: Record<string, unknown>): void
  /** `cause` goes to the log whole, with its stack. */
  error(message: string, cause: unknown, data?: Record<string, unknown>): void
}

export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} }
