import { z } from './zod.ts'
import { EpochMs, FormId, LeadId, SourceId } from './ids.ts'

/** A way in for forms and other programs: `POST /intake/<path>` with this form's key. */
export const FormSettings = z.object({
  name: z.string().trim().min(1).max(200),
  /** The last part of its address. */
  path: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'small letters, digits and hyphens only'),
  /** Web sites whose pages may post here (`https://firm.example`, or `*` for all); empty for programs only. */
  origins: z
    .array(z.union([z.literal('*'), z.url({ protocol: /^https?$/ }).max(300)]))
    .max(50)
    .default([]),
  /** Posts a minute that are taken from one address; more are asked to wait. */
  perMinute: z.int().min(1).max(10_000).default(60),
  /** Where a plain HTML form goes when it was taken; null shows a short thank-you. */
  thanksUrl: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .nullable()
    .default(null),
  route: z.enum(['now', 'hold']).default('now'),
  isOn: z.boolean().default(true),
})
export type FormSettings = z.infer<typeof FormSettings>

export const Form = z.object({
  id: FormId,
  sourceId: SourceId,
  settings: FormSettings,
  /** The last four letters of its key; the key itself is shown once. */
  keyEnd: z.string(),
  madeAt: EpochMs,
  lastPostAt: EpochMs.nullable(),
  posts: z.int(),
  leads: z.int(),
  /** The last post that was refused since the desk opened. */
  lastRefusal: z.object({ at: EpochMs, reason: z.string() }).nullable(),
})
export type Form = z.infer<typeof Form>

/** Whether and where forms are listened to. Off by default; `isOpen` lets other machines of the network in. */
export const FormListening = z.object({
  isOn: z.boolean(),
  port: z.int().min(1).max(65_535),
  isOpen: z.boolean(),
})
export type FormListening = z.infer<typeof FormListening>

export const FormDoor = FormListening.extend({
  /** Addresses it answers at now, without the form's path; empty when it does not listen. */
  addresses: z.array(z.string()),
  /** Why it does not listen though it should; null else. */
  problem: z.string().nullable(),
})
export type FormDoor = z.infer<typeof FormDoor>

/** What a post is answered. */
export const PostAnswer = z.object({ leadId: LeadId, outcome: z.enum(['added', 'matched']) })
export type PostAnswer = z.infer<typeof PostAnswer>
