import { z } from './zod.ts'
import { BatchId, EpochMs, LeadId, SourceId, UploadId } from './ids.ts'
import { MailReason } from './mail.ts'

/** What happens to the leads of an import (R27). `trickle`: they join the queue bit by bit, and are routed under caps from there. */
export const ImportRoute = z.enum(['now', 'trickle', 'hold', 'owner-column'])
export type ImportRoute = z.infer<typeof ImportRoute>

export const PROBLEM_CODES = [
  'no-contact',
  'bad-email',
  'bad-phone',
  'bad-number',
  'bad-date',
  'unknown-country',
  'unknown-region',
  'unknown-owner',
  'unknown-stage',
  'too-many-cells',
  'too-few-cells',
  'torn-quote',
  'bad-encoding',
  'nul-byte',
  'cell-too-long',
  'repeated-header',
  'formula-error',
  'left-out-by-hand',
] as const
export const ProblemCode = z.enum(PROBLEM_CODES)
export type ProblemCode = z.infer<typeof ProblemCode>

/** Something wrong in one row. `line` is the line of the file, counted from 1, on which the row begins. */
export const RowProblem = z.object({
  line: z.int().positive(),
  field: z.string().nullable(),
  code: ProblemCode,
  message: z.string(),
  /** True when the row was left out because of it; false when it came in, with this said. */
  leftOut: z.boolean(),
})
export type RowProblem = z.infer<typeof RowProblem>

/**
 * A column and what it fills: a lead field, `custom` (kept under its own header), or null (ignored). `field` in an answer is
 * the name, `custom.<header>`, or null.
 */
export const Column = z.object({ header: z.string(), field: z.string().nullable() })
export type Column = z.infer<typeof Column>

/** How to read a file. What is absent is found out. */
export const FileOptions = z.object({
  encoding: z.string().max(40).optional(),
  delimiter: z.string().length(1).optional(),
  hasHeader: z.boolean().optional(),
  /** Line of the file, from 1, that holds the headers. */
  headerLine: z.int().positive().optional(),
  /** Of an Excel file: the sheet by its name; the first with rows unless said. */
  sheet: z.string().min(1).max(200).optional(),
  /** By header (or `Column 1` … without one): a lead field, `custom`, or null. */
  map: z.record(z.string(), z.string().nullable()).optional(),
  /** Cells mended by hand on the check page: by line, by header. */
  fixes: z.record(z.string(), z.record(z.string(), z.string())).optional(),
  /** Lines the person chose to leave out. */
  leaveOut: z.array(z.int().positive()).optional(),
})
export type FileOptions = z.infer<typeof FileOptions>

export const ImportOptions = FileOptions.extend({
  /** Name of the intake source; by default the file's name. */
  source: z.string().trim().min(1).max(200).optional(),
  route: ImportRoute.default('now'),
  /** With `trickle`: leads an hour, 60 unless said. */
  perHour: z.number().positive().max(1_000_000).optional(),
  /** Leads whose own date lies long back start no clocks unless asked. */
  startOldClocks: z.boolean().optional(),
})
export type ImportOptions = z.infer<typeof ImportOptions>

/** The first look at a file. */
export const FileLook = z.object({
  name: z.string(),
  bytes: z.int(),
  /** `xlsx` for an Excel file, which has no delimiter (''). */
  encoding: z.string(),
  delimiter: z.string(),
  /** Of an Excel file, in its order, and the one being read; empty and null else. */
  sheets: z.array(z.string()),
  sheet: z.string().nullable(),
  hasHeader: z.boolean(),
  headerLine: z.int().nullable(),
  columns: z.array(
    z.object({
      header: z.string(),
      field: z.string().nullable(),
      /** Where the match comes from. */
      matchedBy: z.enum(['memory', 'alias', 'content', 'none']),
      samples: z.array(z.string()),
    }),
  ),
  /** The first rows as read, header excluded. */
  sample: z.array(z.array(z.string())),
})
export type FileLook = z.infer<typeof FileLook>

/** Rows as they would come in, found by reading the whole file. */
export const FileCheck = z.object({
  rows: z.int(),
  good: z.int(),
  flagged: z.int(),
  leftOut: z.int(),
  problems: z.array(RowProblem),
  /** True when there are more problems than are listed. */
  hasMore: z.boolean(),
  /** The cells of the rows the listed problems are about, by line. */
  cells: z.record(z.string(), z.array(z.string())),
})
export type FileCheck = z.infer<typeof FileCheck>

/**
 * added + matched + leftOut + review + ignored = rows, always. Mails can be sent to the review tray or be none of ours; of a table
 * `review` and `ignored` are 0.
 */
export const ImportCounts = z.object({
  rows: z.int(),
  added: z.int(),
  matched: z.int(),
  leftOut: z.int(),
  review: z.int(),
  ignored: z.int(),
  assigned: z.int(),
  waiting: z.int(),
})
export type ImportCounts = z.infer<typeof ImportCounts>

export const ImportReport = ImportCounts.extend({
  problems: z.array(RowProblem),
  /** Mails that are no leads: its file, or its number in the mailbox, and why. */
  ignoredMails: z.array(z.object({ message: z.string(), reason: MailReason })),
  columns: z.array(Column),
  encoding: z.string(),
  delimiter: z.string(),
  /** null on a dry run. */
  batch: BatchId.nullable(),
  /** Who got, or would get, how many, by e-mail. */
  byRep: z.record(z.string(), z.int()),
})
export type ImportReport = z.infer<typeof ImportReport>

export const BatchStatus = z.enum(['running', 'finished', 'cancelled', 'interrupted', 'failed', 'undoing', 'undone'])
export type BatchStatus = z.infer<typeof BatchStatus>

/** An import, as the history lists it; while it runs, its progress. */
export const Batch = ImportCounts.extend({
  id: BatchId,
  sourceId: SourceId,
  source: z.string(),
  file: z.string(),
  status: BatchStatus,
  startedAt: EpochMs,
  finishedAt: EpochMs.nullable(),
  /** Bytes read so far and in all. */
  bytesRead: z.int(),
  bytes: z.int(),
  /** Why it failed, as an error code; null else. */
  error: z.string().nullable(),
})
export type Batch = z.infer<typeof Batch>

export const Source = z.object({
  id: SourceId,
  name: z.string(),
  kind: z.enum(['file', 'mail', 'form', 'hand', 'sample']),
  leads: z.int(),
  leadsToday: z.int(),
  lastLeadAt: EpochMs.nullable(),
})
export type Source = z.infer<typeof Source>

/** What a file is, before it is looked at as one. */
export const FileKind = z.enum(['table', 'mails'])
export type FileKind = z.infer<typeof FileKind>

export const MailImportOptions = z.object({
  /** Name of the intake source; by default the file's name. */
  source: z.string().trim().min(1).max(200).optional(),
  route: z.enum(['now', 'hold']).default('now'),
  takes: z.enum(['known', 'people', 'review']).default('known'),
  startOldClocks: z.boolean().optional(),
})
export type MailImportOptions = z.infer<typeof MailImportOptions>

/** Signs that leads of a source are made up: one key under many names, or far more in a few minutes than the source ever brings. */
export const Suspicion = z.object({
  sourceId: SourceId,
  source: z.string(),
  kind: z.enum(['same-phone', 'same-email', 'same-device', 'burst']),
  /** The number or address; null for a device or a burst. */
  key: z.string().nullable(),
  /** Up to ten of the names. */
  names: z.array(z.string()),
  leads: z.int(),
  /** Up to 20 of them, newest first. */
  leadIds: z.array(LeadId),
  from: EpochMs,
  to: EpochMs,
})
export type Suspicion = z.infer<typeof Suspicion>

export const Upload = z.object({ uploadId: UploadId, bytes: z.int() })
