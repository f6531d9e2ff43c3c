import { z } from './zod.ts'
import { RepId } from './ids.ts'
import { LANGUAGES } from './lists.ts'
import { Role } from './rep.ts'

/** A person of the desk is a rep card: managers are those with that role, whether leads are given to them or not. */
export const Pin = z.string().regex(/^\d{4,12}$/, 'four to twelve digits')

/**
 * Who sits at a window. While no manager has a PIN, a window where nobody has said who they are is a manager's; afterwards it is locked,
 * and may only ask who there is and sign in.
 */
export const Seat = z.object({
  /** null: nobody has said who they are. */
  repId: RepId.nullable(),
  role: Role,
  isLocked: z.boolean(),
})
export type Seat = z.infer<typeof Seat>

/** For the list to choose from; told to a locked window as well. */
export const Person = z.object({
  repId: RepId,
  name: z.string(),
  team: z.string().nullable(),
  role: Role,
  hasPin: z.boolean(),
})
export type Person = z.infer<typeof Person>

/** What a rep's window may do beside looking: everything of its own leads. The rest is a manager's. */
export const RefusedBecause = z.enum(['locked', 'needs-manager', 'not-your-lead', 'not-yourself'])
export type RefusedBecause = z.infer<typeof RefusedBecause>

export const Language = z.enum(LANGUAGES)
export type Language = z.infer<typeof Language>
