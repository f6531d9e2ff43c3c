import { DeskError, errorData, type ErrorCode, type ErrorData } from '../contract/index.ts'

const INBOX_TROUBLE: { [Code in ErrorData<'inbox-failed'>['code']]: string } = {
  'unknown-host': 'There is no server of that name',
  refused: 'The server refused the connection: is the port right?',
  timeout: 'The server did not answer in time',
  untrusted: "The server's certificate can't be trusted",
  'no-tls': 'The server offers no encrypted connection on this port',
  'wrong-password': 'The server refused user name and password; Gmail and Outlook want an app password or a token',
  'no-password': 'No password is kept for this inbox: give it again',
  'auth-unsupported': 'The server does not take this way of signing in',
  'no-folder': 'There is no such folder',
  'no-target-folder': 'The folder that read mails go to is not there',
  'not-imap': 'What answers there is no IMAP server',
  'connection-lost': 'The connection was lost',
  other: 'The server could not be used',
}

/** What the command line says for each error code: one sentence that names file, line, field and reason as far as there are. */
export const sentences: { [Code in ErrorCode]: (data: ErrorData<Code>) => string } = {
  'lead-not-found': ({ lead }) => `There is no lead ${lead}.`,
  'rep-not-found': ({ rep }) => `There is no rep ${rep}.`,
  'batch-not-found': ({ batch }) => `There is no import ${batch}.`,
  'upload-not-found': ({ upload }) => `There is no upload ${upload}: it was imported already, or the desk was closed since.`,
  'ruleset-not-found': ({ ruleset }) => `There is no version ${ruleset} of the rules.`,
  'step-not-found': ({ seq }) => `There is no step ${seq} to take back.`,
  'bad-input': ({ field, reason }) => `${field}: ${reason}.`.replace(/\.\.$/, '.'),
  'email-taken': ({ email }) => `Another rep already has the e-mail address ${email}.`,
  'team-file-bad': ({ file, problems }) => {
    const list = problems.map(({ line, field, reason }) => `line ${line}${field === null ? '' : `, ${field}`}: ${reason}`)
    return saidTogether(`${file} was not imported, and nothing was changed`, list)
  },
  'ruleset-bad': ({ file, findings }) => {
    const list = findings
      .filter(({ level }) => level === 'error')
      .map(({ rule, where, message }) => `${where}${rule === null ? '' : ` (${rule})`}: ${message}`)
    return saidTogether(`${file ?? 'The rules'} can't work, and nothing was changed`, list)
  },
  'undo-refused': ({ reason }) =>
    ({
      'touched-since': "It can't be taken back: someone has worked on a lead since.",
      'moved-since': "It can't be taken back: a lead has moved on since.",
      'already-undone': 'It was taken back already.',
      'not-undoable': 'That is no step that can be taken back.',
      'import-running': "It can't be taken back while the import is running: cancel it first.",
    })[reason],
  'offer-gone': ({ lead, reason }) =>
    ({
      taken: `Lead ${lead} was taken by someone else.`,
      expired: `The time to accept lead ${lead} is over.`,
      withdrawn: `The offer of lead ${lead} was withdrawn.`,
      'not-offered': `Lead ${lead} is not offered to this rep.`,
      'at-cap': `This rep can't accept lead ${lead}: they are at their cap.`,
    })[reason],
  'merge-refused': ({ reason }) =>
    ({
      'same-lead': "A lead can't be merged with itself.",
      'already-merged': 'One of these leads was merged already.',
    })[reason],
  'inbox-not-found': ({ id }) => `There is no inbox ${id}.`,
  'inbox-failed': ({ code, detail }) => `${INBOX_TROUBLE[code]}${detail === '' ? '' : ` (${detail})`}.`,
  'mail-not-found': ({ id }) => `There is no mail ${id}.`,
  'mail-settled': ({ id, verdict }) =>
    verdict === 'lead' ? `Mail ${id} is a lead already.` : `Mail ${id} was looked at already: ${verdict}.`,
  'template-not-found': ({ id }) => `There is no template ${id}.`,
  'form-not-found': ({ form }) => `There is no form ${form}.`,
  'form-path-taken': ({ path }) => `Another form already has the address ${path}.`,
  'post-refused': ({ reason, retryAfterSeconds }) =>
    ({
      'wrong-key': 'The key is missing, or is not the one of this form.',
      'wrong-origin': 'Pages of this web site may not post to this form: add its address to the form.',
      'too-many': `Too many posts from this address; try again in ${retryAfterSeconds ?? 60} seconds.`,
      'switched-off': 'This form is switched off.',
    })[reason],
  'post-differs': ({ key }) => `The idempotency key ${key} was used before for something else.`,
  'secrets-unreadable': ({ reason }) => `The kept passwords can't be read: ${reason}.`,
  'calendar-bad': ({ file, reason }) => `${file} can't be used as a calendar: ${reason}.`.replace(/\.\.$/, '.'),
  'time-off-not-found': ({ id }) => `There is no time off ${id}.`,
  'calendar-not-found': ({ id }) => `There is no calendar ${id}.`,
  'lead-not-routable': ({ lead, status }) => `Lead ${lead} can't be routed: it is ${status}.`,
  'file-not-found': ({ file }) => `${file}: there is no such file.`,
  'file-is-directory': ({ file }) => `${file} is a folder, not a file.`,
  'file-unreadable': ({ file, reason }) => `${file} can't be read: ${reason}.`.replace(/\.\.$/, '.'),
  'file-empty': ({ file }) => `${file} is empty.`,
  'file-not-text': ({ file, looksLike }) =>
    `${file} can't be read as a table: it looks like ${looksLike}. Save it as an Excel workbook (.xlsx, without a password) or as CSV first.`,
  'file-no-rows': ({ file }) => `${file} has headers but no rows.`,
  'file-no-lead-column': ({ file, headers }) =>
    `${file} has no column that says who a lead is (name, e-mail, phone or company). Its headers: ${headers.join(', ') || 'none'}. Name them with --map.`,
  'file-encoding-unknown': ({ file, encoding }) =>
    `${file}: the encoding ${encoding} is not known. Try utf-8, windows-1252 or utf-16le.`,
  'map-unknown-header': ({ file, header }) => `--map names the header "${header}", which ${file} does not have.`,
  'map-unknown-field': ({ header, field }) =>
    `--map gives the header "${header}" the field "${field}", which a lead does not have.`,
  'upload-out-of-order': ({ expected, got }) => `A piece of the file came out of order: byte ${expected} was next, not ${got}.`,
  'import-cancelled': () => 'The import was cancelled.',
  'database-newer': ({ file, found, known }) =>
    `${file} was written by a newer Lead Desk (format ${found}; this one knows up to ${known}). Install the newer program to open it.`,
  'database-damaged': ({ file, reason }) =>
    `${file} is damaged (${reason}). Put back a backup: they lie in the folder "backups" beside it.`,
  'folder-not-writable': ({ folder, reason }) =>
    `Nothing can be saved in ${folder}: ${reason}. Choose another folder with --data.`,
  'desk-already-open': ({ folder }) =>
    `The desk in ${folder} is open in another Lead Desk. Close that one first, or choose another folder with --data.`,
  'disk-full': ({ folder }) => `The disk with ${folder} is full. Nothing was saved that was not said to be saved.`,
  'backup-failed': ({ file, reason }) => `No backup was written to ${file}: ${reason}.`.replace(/\.\.$/, '.'),
  'view-not-found': ({ id }) => `There is no saved list ${id}.`,
  'pin-wrong': ({ waitSeconds }) =>
    waitSeconds === 0 ? 'That is not the PIN.' : `That is not the PIN. Try again in ${waitSeconds} seconds.`,
  'not-allowed': ({ because }) =>
    ({
      locked: 'Say first who you are, with your PIN.',
      'needs-manager': 'Only a manager may do that.',
      'not-your-lead': 'That lead is not yours.',
      'not-yourself': 'That is for another person to do.',
    })[because],
  'backup-unreadable': ({ file, reason }) => `${file} can't be put back: ${reason}.`.replace(/\.\.$/, '.'),
  unauthorised: () => 'This desk does not know you: use the address that was printed when it was started.',
  internal: () => 'Something happened that Lead Desk did not foresee.',
}

export interface Fault {
  code: ErrorCode
  data: unknown
  message: string
}

/** The code and the sentence of anything thrown. What the desk did not foresee is `internal`. */
export function faultOf(thrown: unknown): Fault {
  const { code, data } = codeAndData(thrown)
  const say = sentences[code] as (data: unknown) => string
  return { code, data, message: say(data) }
}

function codeAndData(thrown: unknown): { code: ErrorCode; data: unknown } {
  if (thrown instanceof DeskError) return thrown as DeskError
  // Called through the contract, an error comes as oRPC's, with the same two.
  const { code, data } = (thrown ?? {}) as { code?: unknown; data?: unknown }
  if (typeof code === 'string' && Object.hasOwn(errorData, code)) return { code: code as ErrorCode, data }
  return { code: 'internal', data: {} }
}

function saidTogether(beginning: string, list: readonly string[]): string {
  if (list.length === 0) return `${beginning}.`
  if (list.length === 1) return `${beginning}: ${list[0]}`
  return `${beginning}: ${list.length} problems.\n${list.map((line) => `  ${line}`).join('\n')}`
}
