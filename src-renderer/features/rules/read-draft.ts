import { Ruleset } from '../../../src-main/contract/index.ts'
import { type Draft, draftOf } from './draft.ts'

/** One thing the schema found wrong. */
type Issue = NonNullable<ReturnType<typeof Ruleset.safeParse>['error']>['issues'][number]

/**
 * A draft as the desk kept it. Half-written rules are kept as they are: a name, a reason or a list may still be empty. null when
 * it is not of our shape at all, so that no screen has to doubt what it holds.
 */
export function readDraft(document: unknown): Draft | null {
  const parsed = Ruleset.safeParse(document)
  if (parsed.success) return draftOf(parsed.data)
  // A draft was written with every default filled in: only what a person left empty or overdid is missing.
  return parsed.error.issues.every(isUnfinished) ? draftOf(document as Ruleset) : null
}

/** Of the right type, but too short, too small or too large. */
function isUnfinished(issue: Issue): boolean {
  if (issue.code === 'too_small' || issue.code === 'too_big') return true
  return issue.code === 'invalid_union' && issue.errors.some((branch) => branch.length > 0 && branch.every(isUnfinished))
}
