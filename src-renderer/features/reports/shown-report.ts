import { createContext, useContext } from 'react'
import type { ReportName } from '../../../src-main/contract/index.ts'

/** What every number of a report must know to be written. */
export interface ShownReport {
  name: ReportName
  currency: string | null
  /** Each number with its place among the footnotes of a print. */
  notes: ReadonlyMap<string, number>
}

const ShownContext = createContext<ShownReport>({ name: 'overview', currency: null, notes: new Map() })
export const ShownReportProvider = ShownContext.Provider
export const useShownReport = (): ShownReport => useContext(ShownContext)
