import type {
  BatchId,
  FileCheck,
  FileKind,
  FileLook,
  FileOptions,
  ImportOptions,
  ImportReport,
  ImportRoute,
  MailImportOptions,
  MailSample,
  UploadId,
} from '../../../src-main/contract/index.ts'

const TABLE_STEPS = ['file', 'reading', 'columns', 'check', 'leads', 'import'] as const
const MAIL_STEPS = ['file', 'mails', 'import'] as const
export type Step = (typeof TABLE_STEPS)[number] | (typeof MAIL_STEPS)[number]

/** A file that is with the desk. */
export interface Uploaded {
  name: string
  uploadId: UploadId
}
/** One of several files that could not be taken, and why. It keeps none of the others. */
export interface Unread {
  name: string
  said: string
}

/** Everything the wizard knows of a file, or several of mails, on their way in. What was found out is dropped when what it rests on changes. */
export interface WizardState {
  step: Step
  /** The file on its way to the desk, then there. */
  file: { name: string; bytes: number; sent: number; uploadId: UploadId | null } | null
  /** null until it was looked at. */
  kind: FileKind | null
  /** Of mails: every file, in order. */
  mailFiles: readonly Uploaded[]
  unread: readonly Unread[]
  samples: readonly MailSample[] | null
  takes: MailImportOptions['takes']
  options: FileOptions
  look: FileLook | null
  check: FileCheck | null
  /** True when cells were mended or rows left out since the last check. */
  isCheckStale: boolean
  source: string
  route: ImportRoute
  /** With `trickle`: leads an hour. */
  perHour: number
  startOldClocks: boolean
  rehearsal: ImportReport | null
  /** One of a table, one a file of mails. */
  batchIds: readonly BatchId[]
}

export const FRESH: WizardState = {
  step: 'file',
  file: null,
  kind: null,
  mailFiles: [],
  unread: [],
  samples: null,
  takes: 'known',
  options: {},
  look: null,
  check: null,
  isCheckStale: false,
  source: '',
  route: 'now',
  perHour: 60,
  startOldClocks: false,
  rehearsal: null,
  batchIds: [],
}

export type Reading = Pick<FileOptions, 'encoding' | 'delimiter' | 'hasHeader' | 'headerLine' | 'sheet'>

export type WizardAction =
  | { type: 'file-taken'; name: string; source: string; bytes: number }
  | { type: 'file-sent'; sent: number; uploadId: UploadId }
  | { type: 'file-dropped' }
  | { type: 'mails-came'; files: readonly Uploaded[] }
  | { type: 'file-unread'; unread: Unread }
  | { type: 'sampled'; mails: readonly MailSample[] }
  | { type: 'takes-chosen'; takes: MailImportOptions['takes'] }
  | { type: 'reading-changed'; reading: Reading }
  | { type: 'looked'; look: FileLook }
  | { type: 'column-mapped'; header: string; field: string | null }
  | { type: 'cell-fixed'; line: number; header: string; text: string }
  | { type: 'row-left-out'; line: number; isOut: boolean }
  | { type: 'checked'; check: FileCheck }
  | { type: 'source-named'; source: string }
  | { type: 'route-chosen'; route: ImportRoute }
  | { type: 'trickle-chosen'; perHour: number }
  | { type: 'old-clocks-chosen'; startOldClocks: boolean }
  | { type: 'rehearsed'; report: ImportReport }
  | { type: 'started'; batchId: BatchId }
  | { type: 'went'; step: Step }

export function wizardStep(state: WizardState, action: WizardAction): WizardState {
  switch (action.type) {
    case 'file-taken':
      return {
        ...FRESH,
        file: { name: action.name, bytes: action.bytes, sent: 0, uploadId: null },
        source: action.source,
      }
    case 'file-sent':
      return state.file === null ? state : { ...state, file: { ...state.file, sent: action.sent, uploadId: action.uploadId } }
    case 'file-dropped':
      return FRESH
    case 'mails-came':
      return { ...state, kind: 'mails', mailFiles: action.files, step: 'mails' }
    case 'file-unread':
      return { ...state, unread: [...state.unread, action.unread] }
    case 'sampled':
      return { ...state, samples: action.mails }
    case 'takes-chosen':
      return { ...state, takes: action.takes, samples: null }
    case 'reading-changed':
      // Another way of reading makes other headers, so what was said about the old ones is gone.
      return { ...state, options: { ...state.options, ...action.reading, map: {}, fixes: {}, leaveOut: [] }, ...NOT_CHECKED }
    case 'looked':
      return { ...state, kind: 'table', look: action.look, step: state.step === 'file' ? 'reading' : state.step }
    case 'column-mapped':
      return {
        ...state,
        options: { ...state.options, map: { ...freed(state, action.header, action.field), [action.header]: action.field } },
        ...NOT_CHECKED,
      }
    case 'cell-fixed': {
      const row = { ...state.options.fixes?.[action.line], [action.header]: action.text }
      return { ...state, options: { ...state.options, fixes: { ...state.options.fixes, [action.line]: row } }, ...STALE }
    }
    case 'row-left-out': {
      const others = (state.options.leaveOut ?? []).filter((line) => line !== action.line)
      return { ...state, options: { ...state.options, leaveOut: action.isOut ? [...others, action.line] : others }, ...STALE }
    }
    case 'checked':
      return { ...state, check: action.check, isCheckStale: false }
    case 'source-named':
      return { ...state, source: action.source, rehearsal: null }
    case 'route-chosen':
      return { ...state, route: action.route, rehearsal: null }
    case 'trickle-chosen':
      return { ...state, perHour: action.perHour }
    case 'old-clocks-chosen':
      return { ...state, startOldClocks: action.startOldClocks, rehearsal: null }
    case 'rehearsed':
      return { ...state, rehearsal: action.report }
    case 'started':
      return { ...state, batchIds: [...state.batchIds, action.batchId], step: 'import' }
    case 'went':
      return { ...state, step: action.step }
  }
}

const NOT_CHECKED = { check: null, isCheckStale: false, rehearsal: null } as const
const STALE = { isCheckStale: true, rehearsal: null } as const

/** A field is filled by one column: the one that had it before becomes an extra field. */
function freed(state: WizardState, header: string, field: string | null): Record<string, string | null> {
  const map = { ...state.options.map }
  if (field === null || field === 'custom') return map
  for (const column of state.look?.columns ?? []) {
    if (column.header !== header && fieldOf(state, column.header) === field) map[column.header] = 'custom'
  }
  return map
}

/** What a column fills as things stand: a lead field, `custom`, or null. */
export function fieldOf(state: Pick<WizardState, 'options' | 'look'>, header: string): string | null {
  const chosen = state.options.map?.[header]
  if (chosen !== undefined) return chosen
  const found = state.look?.columns.find((column) => column.header === header)?.field ?? null
  return found?.startsWith('custom.') ? 'custom' : found
}

const REACH: readonly string[] = ['email', 'email2', 'phone', 'phone2', 'website']

/** True when some column says how to reach a person. */
export function canReach(state: Pick<WizardState, 'options' | 'look'>): boolean {
  return (state.look?.columns ?? []).some((column) => REACH.includes(fieldOf(state, column.header) ?? ''))
}

export function importOptions(state: WizardState): ImportOptions {
  const source = state.source.trim()
  return {
    ...state.options,
    route: state.route,
    ...(state.route === 'trickle' ? { perHour: state.perHour } : {}),
    ...(state.startOldClocks ? { startOldClocks: true } : {}),
    ...(source === '' ? {} : { source }),
  }
}

export function mailOptions(state: WizardState): MailImportOptions {
  const source = state.source.trim()
  return {
    route: state.route === 'hold' ? 'hold' : 'now',
    takes: state.takes,
    ...(state.startOldClocks ? { startOldClocks: true } : {}),
    ...(source === '' ? {} : { source }),
  }
}

export function hasOwnerColumn(state: Pick<WizardState, 'options' | 'look'>): boolean {
  return (state.look?.columns ?? []).some((column) => fieldOf(state, column.header) === 'owner')
}

/** The pages of this kind of file. */
export function stepsOf({ kind }: Pick<WizardState, 'kind'>): readonly Step[] {
  return kind === 'mails' ? MAIL_STEPS : TABLE_STEPS
}

/** How far a person may jump: each step needs what the one before found. */
export function reachableStep(state: WizardState): Step {
  if (state.batchIds.length > 0) return 'import'
  if (state.kind === 'mails') return 'mails'
  if (state.look === null) return 'file'
  if (!canReach(state)) return 'columns'
  if (state.check === null) return 'check'
  return 'leads'
}

export function canGoTo(state: WizardState, step: Step): boolean {
  if (state.batchIds.length > 0) return step === 'import'
  const steps = stepsOf(state)
  return steps.includes(step) && steps.indexOf(step) <= steps.indexOf(reachableStep(state))
}

export function nextStep(state: WizardState, by: 1 | -1): Step {
  const steps = stepsOf(state)
  return steps[steps.indexOf(state.step) + by] ?? state.step
}

/** "Leads_2024-05.csv" is a source called "Leads_2024-05". */
export function sourceName(file: string): string {
  return (
    file
      .replace(/\.(csv|tsv|txt|xlsx|mbox)$/i, '')
      .trim()
      .slice(0, 200) || file
  )
}
