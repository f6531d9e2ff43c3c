import { z } from './zod.ts'
import { InboxTrouble, MailVerdict } from './mail.ts'
import { RefusedBecause } from './person.ts'
import { RulesetFinding } from './ruleset.ts'

/**
 * Every error that crosses the wall: a code, and the data its sentence needs. `text/` in the renderer and the command line
 * hold the sentences; a test walks this list.
 */
const none = z.object({})
export const errorData = {
  'lead-not-found': z.object({ lead: z.string() }),
  'rep-not-found': z.object({ rep: z.string() }),
  'batch-not-found': z.object({ batch: z.string() }),
  'upload-not-found': z.object({ upload: z.string() }),
  'ruleset-not-found': z.object({ ruleset: z.int() }),
  'step-not-found': z.object({ seq: z.int() }),
  'bad-input': z.object({ field: z.string(), reason: z.string() }),
  'email-taken': z.object({ email: z.string() }),
  'team-file-bad': z.object({
    file: z.string(),
    problems: z.array(z.object({ line: z.int(), field: z.string().nullable(), reason: z.string() })),
  }),
  'ruleset-bad': z.object({ file: z.string().nullable(), findings: z.array(RulesetFinding) }),
  'undo-refused': z.object({
    reason: z.enum(['touched-since', 'moved-since', 'already-undone', 'not-undoable', 'import-running']),
  }),
  'offer-gone': z.object({ lead: z.string(), reason: z.enum(['taken', 'expired', 'withdrawn', 'not-offered', 'at-cap']) }),
  'merge-refused': z.object({ reason: z.enum(['same-lead', 'already-merged']) }),
  'calendar-bad': z.object({ file: z.string(), reason: z.string() }),
  'time-off-not-found': z.object({ id: z.int() }),
  'calendar-not-found': z.object({ id: z.int() }),
  'inbox-not-found': z.object({ id: z.int() }),
  'inbox-failed': InboxTrouble,
  'mail-not-found': z.object({ id: z.int() }),
  'mail-settled': z.object({ id: z.int(), verdict: MailVerdict }),
  'template-not-found': z.object({ id: z.int() }),
  'form-not-found': z.object({ form: z.string() }),
  'form-path-taken': z.object({ path: z.string() }),
  'post-refused': z.object({
    reason: z.enum(['wrong-key', 'wrong-origin', 'too-many', 'switched-off']),
    retryAfterSeconds: z.int().optional(),
  }),
  'post-differs': z.object({ key: z.string() }),
  'secrets-unreadable': z.object({ reason: z.string() }),
  'lead-not-routable': z.object({ lead: z.string(), status: z.string() }),
  'file-not-found': z.object({ file: z.string() }),
  'file-is-directory': z.object({ file: z.string() }),
  'file-unreadable': z.object({ file: z.string(), reason: z.string() }),
  'file-empty': z.object({ file: z.string() }),
  'file-not-text': z.object({ file: z.string(), looksLike: z.string() }),
  'file-no-rows': z.object({ file: z.string() }),
  'file-no-lead-column': z.object({ file: z.string(), headers: z.array(z.string()) }),
  'file-encoding-unknown': z.object({ file: z.string(), encoding: z.string() }),
  'map-unknown-header': z.object({ file: z.string(), header: z.string() }),
  'map-unknown-field': z.object({ header: z.string(), field: z.string() }),
  'upload-out-of-order': z.object({ expected: z.int(), got: z.int() }),
  'import-cancelled': none,
  'database-newer': z.object({ file: z.string(), found: z.int(), known: z.int() }),
  'database-damaged': z.object({ file: z.string(), reason: z.string() }),
  'folder-not-writable': z.object({ folder: z.string(), reason: z.string() }),
  'desk-already-open': z.object({ folder: z.string() }),
  'disk-full': z.object({ folder: z.string() }),
  'backup-failed': z.object({ file: z.string(), reason: z.string() }),
  'view-not-found': z.object({ id: z.int() }),
  /** `waitSeconds` until the next try; 0 for at once. */
  'pin-wrong': z.object({ waitSeconds: z.int() }),
  'not-allowed': z.object({ because: RefusedBecause }),
  'backup-unreadable': z.object({ file: z.string(), reason: z.string() }),
  unauthorised: none,
  /** Something the desk did not foresee; the log has the cause. */
  internal: none,
} as const satisfies Record<string, z.ZodObject>

export type ErrorCode = keyof typeof errorData
export type ErrorData<Code extends ErrorCode> = z.infer<(typeof errorData)[Code]>
export const ERROR_CODES = Object.keys(errorData) as ErrorCode[]

/** What each code is to a program that asks over HTTP. */
export const errorStatus = {
  'lead-not-found': 404,
  'rep-not-found': 404,
  'batch-not-found': 404,
  'upload-not-found': 404,
  'ruleset-not-found': 404,
  'step-not-found': 404,
  'bad-input': 400,
  'email-taken': 409,
  'team-file-bad': 422,
  'ruleset-bad': 422,
  'undo-refused': 409,
  'offer-gone': 409,
  'merge-refused': 409,
  'calendar-bad': 422,
  'time-off-not-found': 404,
  'calendar-not-found': 404,
  'inbox-not-found': 404,
  'inbox-failed': 422,
  'mail-not-found': 404,
  'mail-settled': 409,
  'template-not-found': 404,
  'form-not-found': 404,
  'form-path-taken': 409,
  'post-refused': 403,
  'post-differs': 422,
  'secrets-unreadable': 500,
  'lead-not-routable': 409,
  'file-not-found': 404,
  'file-is-directory': 422,
  'file-unreadable': 422,
  'file-empty': 422,
  'file-not-text': 422,
  'file-no-rows': 422,
  'file-no-lead-column': 422,
  'file-encoding-unknown': 422,
  'map-unknown-header': 422,
  'map-unknown-field': 422,
  'upload-out-of-order': 409,
  'import-cancelled': 409,
  'database-newer': 500,
  'database-damaged': 500,
  'folder-not-writable': 500,
  'desk-already-open': 409,
  'disk-full': 507,
  'backup-failed': 500,
  'view-not-found': 404,
  'pin-wrong': 403,
  'not-allowed': 403,
  'backup-unreadable': 422,
  unauthorised: 401,
  internal: 500,
} as const satisfies Record<ErrorCode, number>

/** The one error class of the desk. Whatever else is thrown crosses the wall as `internal`. */
export class DeskError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: Code
  readonly data: ErrorData<Code>
  constructor(code: Code, data: ErrorData<Code>, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(data)}`, options)
    this.name = 'DeskError'
    this.code = code
    this.data = data
  }
}
