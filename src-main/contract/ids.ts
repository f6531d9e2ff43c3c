import { z } from './zod.ts'

/** Ids are the store's own row numbers: small, ordered by arrival, and easy to say on the telephone. */
export const LeadId = z.int().positive().brand<'LeadId'>()
export type LeadId = z.infer<typeof LeadId>

export const RepId = z.int().positive().brand<'RepId'>()
export type RepId = z.infer<typeof RepId>

export const BatchId = z.int().positive().brand<'BatchId'>()
export type BatchId = z.infer<typeof BatchId>

export const SourceId = z.int().positive().brand<'SourceId'>()
export type SourceId = z.infer<typeof SourceId>

export const TimeOffId = z.int().positive().brand<'TimeOffId'>()
export type TimeOffId = z.infer<typeof TimeOffId>

export const CalendarId = z.int().positive().brand<'CalendarId'>()
export type CalendarId = z.infer<typeof CalendarId>

export const InboxId = z.int().positive().brand<'InboxId'>()
export type InboxId = z.infer<typeof InboxId>

export const MailId = z.int().positive().brand<'MailId'>()
export type MailId = z.infer<typeof MailId>

export const TemplateId = z.int().positive().brand<'TemplateId'>()
export type TemplateId = z.infer<typeof TemplateId>

export const FormId = z.int().positive().brand<'FormId'>()
export type FormId = z.infer<typeof FormId>

export const ViewId = z.int().positive().brand<'ViewId'>()
export type ViewId = z.infer<typeof ViewId>

/** The number of an event. Events are numbered without gaps in the order they were saved. */
export const Seq = z.int().nonnegative().brand<'Seq'>()
export type Seq = z.infer<typeof Seq>

/** Stays with a rule through renaming and reordering, so that its turns do too (R19). */
export const RuleId = z.string().min(1).max(64).brand<'RuleId'>()
export type RuleId = z.infer<typeof RuleId>

/** Handed out by `intake.beginUpload`; good until the file is imported or the desk closes. */
export const UploadId = z
  .string()
  .regex(/^[a-z0-9-]{1,64}$/)
  .brand<'UploadId'>()
export type UploadId = z.infer<typeof UploadId>

/** Epoch milliseconds, UTC. */
export const EpochMs = z.int().nonnegative()
export type EpochMs = number
