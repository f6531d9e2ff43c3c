/** Where passwords are kept: the system's keychain under the window, an encrypted file under the command line. Never the database or a log. */
export interface Secrets {
  /** Where a person would look for them. */
  readonly kind: 'keychain' | 'file'
  /** Null when there is none of that name; throws `SecretsUnreadable` when it is there and can't be opened. */
  read(name: string): Promise<string | null>
  write(name: string, secret: string): Promise<void>
  remove(name: string): Promise<void>
}

/** A secret is there and can't be opened; the message says why, for people. */
export class SecretsUnreadable extends Error {}
