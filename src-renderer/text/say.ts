import type { ErrorCode, ErrorData } from '../../src-main/contract/index.ts'
import { formatDuration, formatList, formatNumber, plural } from './formats.ts'
import { inboxTroubleSaid } from './inbox-troubles.ts'
import { inLanguage } from './language.ts'
import { reasonWithin, toldReasonText } from './told-reasons.ts'
import { fieldWords } from './words.ts'

/** In every language: a sentence for each error. */
export type Sentences = { [Code in ErrorCode]: (data: ErrorData<Code>) => string }
/** A code of the contract with its data, or `connection-lost`, which only the page knows. */
export type SayableFault = { code: ErrorCode | 'connection-lost'; data: object }

const undoReasons: Record<ErrorData<'undo-refused'>['reason'], string> = {
  'touched-since': 'Somebody has worked on the lead since, so this step stays.',
  'moved-since': 'The lead has moved on since, so this step stays.',
  'already-undone': 'This step has been taken back already.',
  'not-undoable': 'This step cannot be taken back. Change the lead by hand instead.',
  'import-running': 'The import is still running. Cancel it first, then undo it.',
}

const offerReasons: Record<ErrorData<'offer-gone'>['reason'], string> = {
  taken: 'Somebody else was quicker: this lead is taken.',
  expired: 'The time to accept this lead is over. It was routed again.',
  withdrawn: 'This offer was withdrawn: the lead has moved on.',
  'not-offered': 'This lead is not offered to that rep. Open it to see who has it.',
  'at-cap':
    'That rep is at their cap and cannot accept another lead. A manager can raise the cap under Reps, or assign the lead by hand.',
}

const mergeReasons: Record<ErrorData<'merge-refused'>['reason'], string> = {
  'same-lead': 'This is one and the same lead. Choose another to merge it with.',
  'already-merged': 'One of these leads has been merged already.',
}

const postReasons: Record<ErrorData<'post-refused'>['reason'], string> = {
  'wrong-key': 'The key of the form is wrong. Copy it anew from Intake, or make a new one there.',
  'wrong-origin': 'That web site is not among those that may post to this form. Add it to the form under Intake.',
  'too-many': 'Too many posts from one address.',
  'switched-off': 'This form is switched off. Switch it on under Intake.',
}

const inputFields: Readonly<Record<string, string>> = {
  ...fieldWords,
  timeZone: 'Time zone',
  holidays: 'Public holidays',
  until: 'Until',
  from: 'From',
  to: 'To',
}

const settledAs: Record<ErrorData<'mail-settled'>['verdict'], string> = {
  lead: 'This mail has become a lead already.',
  ignored: 'This mail has been put away already.',
  review: 'This mail is in the review tray.',
}

/** Why an input was refused: the desk says it in English; another language says it by its words, or by the field. */
export const badInputText = inLanguage('badInputText', {
  reason: (_field: string, reason: string): string => reason,
  /** What a field of the contract is called on the page. */
  field: (field: string): string => inputFields[field] ?? field,
})

export const faultText = inLanguage('faultText', {
  'lead-not-found': ({ lead }) => `Lead ${lead} is not on this desk. It may have been removed with its import.`,
  'rep-not-found': ({ rep }) => `There is no rep “${rep}” on this desk. Choose one of those under Reps.`,
  'batch-not-found': ({ batch }) => `Import ${batch} is not on this desk. Intake lists those that are.`,
  'upload-not-found': () => 'The file is no longer at hand. Choose it once more.',
  'ruleset-not-found': ({ ruleset }) =>
    `There is no version ${formatNumber(ruleset)} of the rules. Choose one from the list of versions.`,
  'step-not-found': ({ seq }) => `Step ${formatNumber(seq)} is not in the history, so there is nothing to take back.`,
  'bad-input': ({ field, reason }) =>
    field === ''
      ? `That does not fit: ${reason || 'a value is not allowed'}.`
      : `“${badInputText.field(field)}” does not fit: ${reason}.`,
  'email-taken': ({ email }) => `${email} belongs to another rep. Use another address, or change that rep.`,
  'team-file-bad': ({ file, problems }) => {
    const first = problems[0]
    if (first === undefined) return `${file} could not be used. Nothing was changed.`
    const where = first.field === null ? `line ${formatNumber(first.line)}` : `line ${formatNumber(first.line)}, ${first.field}`
    const others = problems.length > 1 ? ` And ${plural(problems.length - 1, 'more problem', 'more problems')}.` : ''
    return `${file}, ${where}: ${reasonWithin(first.reason)}.${others} Nothing was changed. Mend the file and choose it again.`
  },
  'ruleset-bad': ({ findings }) => {
    const errors = findings.filter(({ level }) => level === 'error')
    const first = errors[0] ?? findings[0]
    const others = errors.length > 1 ? ` And ${plural(errors.length - 1, 'more error', 'more errors')}.` : ''
    return first === undefined ? 'These rules cannot work.' : `These rules cannot work: ${first.message}${others}`
  },
  'undo-refused': ({ reason }) => undoReasons[reason],
  'offer-gone': ({ reason }) => offerReasons[reason],
  'merge-refused': ({ reason }) => mergeReasons[reason],
  'calendar-bad': ({ file, reason }) =>
    `${file} could not be used as a calendar: ${reasonWithin(reason)}. Export it again as .ics, or check its address.`,
  'time-off-not-found': () => 'This time off is no longer there. Somebody may have removed it already.',
  'calendar-not-found': () => 'This calendar is no longer there. Somebody may have removed it already.',
  'inbox-not-found': () => 'This inbox is no longer there. Somebody may have removed it already.',
  'inbox-failed': inboxTroubleSaid,
  'mail-not-found': () => 'This mail is no longer on this desk. Go on with the next one.',
  'mail-settled': ({ verdict }) => settledAs[verdict],
  'template-not-found': () => 'This template is no longer there. Somebody may have removed it already.',
  'form-not-found': ({ form }) => `There is no form “${form}” on this desk. Intake lists those that are.`,
  'form-path-taken': ({ path }) => `Another form has the address “${path}” already. Choose another.`,
  'post-refused': ({ reason, retryAfterSeconds }) =>
    retryAfterSeconds === undefined
      ? postReasons[reason]
      : `${postReasons[reason]} Try again in ${formatDuration(retryAfterSeconds * 1_000)}.`,
  'post-differs': () => 'This was posted before with the same key and other content. Nothing was taken; send it with a new key.',
  'secrets-unreadable': ({ reason }) =>
    `The passwords kept on this machine cannot be read: ${reasonWithin(reason)}. Type them again.`,
  'lead-not-routable': ({ lead, status }) =>
    `Lead ${lead} is ${status} and cannot be routed. Assign it by hand if it should go to somebody.`,
  'file-not-found': ({ file }) => `There is no file ${file}. Choose it again where it lies now.`,
  'file-is-directory': ({ file }) => `${file} is a folder. Choose a file in it.`,
  'file-unreadable': ({ file, reason }) =>
    `${file} could not be read: ${reasonWithin(reason)}. Close it in other programs, or choose a copy of it.`,
  'file-empty': ({ file }) => `${file} is empty. Choose another file.`,
  'file-not-text': ({ file, looksLike }) =>
    `${file} looks like ${toldReasonText.said(looksLike)}. Save it as an Excel workbook (.xlsx, without a password) or as CSV, and try again.`,
  'file-no-rows': ({ file }) => `${file} has headers but no rows, so there is nothing to bring in. Choose another file.`,
  'file-no-lead-column': ({ file, headers }) =>
    `No column of ${file} says how to reach anyone (name, e-mail, phone or company). Found: ${formatList(headers.slice(0, 8))}. Choose another file, or another line with the names of the columns.`,
  'file-encoding-unknown': ({ file, encoding }) => `${file} cannot be read as “${encoding}”. Choose another encoding.`,
  'map-unknown-header': ({ file, header }) => `${file} has no column “${header}”. Match its columns anew.`,
  'map-unknown-field': ({ header, field }) =>
    `“${header}” is matched to “${field}”, which is not a field of a lead. Choose another field, or leave the column out.`,
  'upload-out-of-order': () => 'The file arrived in the wrong order. Choose it once more.',
  'import-cancelled': () => 'The import was cancelled. What came in before stays; Intake can take it back.',
  'database-newer': ({ found, known }) =>
    `This desk was last opened by a newer Lead Desk (format ${formatNumber(found)}; this one knows ${formatNumber(known)}). Update Lead Desk to open it.`,
  'database-damaged': ({ file, reason }) => `The database ${file} is damaged: ${reasonWithin(reason)}. Restore a backup.`,
  'folder-not-writable': ({ folder, reason }) =>
    `The folder ${folder} cannot be written: ${reasonWithin(reason)}. Nothing was saved. Give yourself the right to write there, or start with another folder (--data).`,
  'desk-already-open': ({ folder }) => `Another Lead Desk has ${folder} open. Close it first.`,
  'disk-full': ({ folder }) => `The disk with ${folder} is full. Nothing of this step was saved. Make some room, then try again.`,
  'backup-failed': ({ file, reason }) =>
    `The backup ${file} was not made: ${reasonWithin(reason)}. The desk itself is unharmed; choose another place for it.`,
  'view-not-found': ({ id }) => `There is no saved list ${id}. Somebody may have removed it; save it anew.`,
  'pin-wrong': ({ waitSeconds }) =>
    waitSeconds === 0
      ? 'That is not the PIN. A manager can take a forgotten one away under Settings.'
      : `That is not the PIN. Try again in ${waitSeconds} seconds.`,
  'not-allowed': ({ because }) =>
    ({
      locked: 'Say first who you are, with your PIN.',
      'needs-manager': 'Only a manager may do that. Switch the person at the top, or ask one.',
      'not-your-lead': 'That lead is not yours. Ask whoever has it, or a manager.',
      'not-yourself': 'That is for another person to do.',
    })[because],
  'backup-unreadable': ({ file, reason }) =>
    `${file} cannot be put back: ${reasonWithin(reason)}. Nothing was changed; choose another backup.`,
  unauthorised: () => 'This page is not allowed in. Open the address the desk printed when it started.',
  internal: () =>
    'Something went wrong that Lead Desk did not foresee. Try it once more; if it stays so, the log under Settings has the cause.',
} satisfies Sentences)

export const CONNECTION_LOST = inLanguage(
  'CONNECTION_LOST',
  'The desk cannot be reached just now. Nothing was changed. The page goes on trying; then do it once more.',
)

/** The sentence of a fault, for a notification or beside a form. */
export function say(fault: SayableFault): string {
  if (fault.code === 'connection-lost') return CONNECTION_LOST
  const sentence = faultText[fault.code] as (data: object) => string
  return sentence(fault.data)
}
