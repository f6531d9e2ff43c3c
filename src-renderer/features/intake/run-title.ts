import type { Batch } from '../../../src-main/contract/index.ts'
import { intakeRunText } from '../../text/intake-run.ts'

const text = intakeRunText.run

/** What came of an import, in one line. */
export function titleOf({ status, added, matched, review }: Pick<Batch, 'status' | 'added' | 'matched' | 'review'>): string {
  switch (status) {
    case 'undone':
    case 'undoing':
      return text.undoneTitle
    case 'failed':
      return text.failedTitle
    case 'cancelled':
    case 'interrupted':
      return text.stoppedTitle(added)
    case 'running':
    case 'finished':
      if (added > 0) return text.doneTitle(added)
      return review > 0 ? text.reviewTitle(review) : text.nothingTitle(matched)
  }
}
