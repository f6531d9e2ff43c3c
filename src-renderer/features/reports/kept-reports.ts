import type { Report } from '../../../src-main/contract/index.ts'
import type { DeskStore } from '../../state/desk-store.ts'

/** Who goes between reports and lists meets some of these again. */
const MOST_REPORTS = 16

/** Reports as they were last read, by their question: who comes back sees them at once, while they are read again. */
export interface KeptReports {
  get: (question: string) => Report | null
  /** Takes a new answer; answers the old one where it says the same, so that nothing is drawn again for it. */
  renew: (question: string, read: Report) => Report
}

const keptBy = new WeakMap<DeskStore, KeptReports>()

/** One for as long as the store is. */
export function keptReportsOf(store: DeskStore): KeptReports {
  const known = keptBy.get(store) ?? makeKeptReports(store)
  keptBy.set(store, known)
  return known
}

function makeKeptReports(store: DeskStore): KeptReports {
  const reports = new Map<string, Report>()
  // Somebody else may sit here, or it is another desk.
  store.onLeads(({ isReset }) => {
    if (isReset) reports.clear()
  })
  return {
    get: (question) => reports.get(question) ?? null,
    renew: (question, read) => {
      const before = reports.get(question)
      const report = before !== undefined && JSON.stringify(before) === JSON.stringify(read) ? before : read
      reports.delete(question)
      reports.set(question, report)
      for (const oldest of reports.keys()) if (reports.size > MOST_REPORTS) reports.delete(oldest)
      return report
    },
  }
}
