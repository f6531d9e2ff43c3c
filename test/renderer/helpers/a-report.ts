import {
  type Cell,
  type Measure,
  REPORT_PARTS,
  type Report,
  type ReportName,
  type ReportTable,
} from '../../../src-main/contract/index.ts'
import { NOON } from './builders.ts'

export const aCell = (value: number | null, of: number | null = null, leads: Cell['leads'] = null): Cell => ({ value, of, leads })

type Rows = { key: string; repId?: number; cells: Readonly<Record<string, Cell>> }[]

interface ReportParts {
  from?: number
  to?: number
  currency?: string
  figures?: Readonly<Record<string, Cell>>
  tables?: Readonly<Record<string, Rows>>
  timeline?: Report['timeline']
}

/** A report with every figure and column the desk promises; what a test does not say is 0 of nothing. */
export function aReport(name: ReportName, parts: ReportParts = {}): Report {
  const { figures, tables }: { figures: Readonly<Record<string, Measure>>; tables: Readonly<Record<string, TableParts>> } =
    REPORT_PARTS[name]
  return {
    name,
    from: parts.from ?? NOON - 86_400_000,
    to: parts.to ?? NOON,
    currency: parts.currency ?? null,
    figures: Object.entries(figures).map(([id, measure]) => ({ id, measure, ...(parts.figures?.[id] ?? aCell(0)) })),
    tables: Object.entries(tables).map(([id, table]) => aTable(id, table, parts.tables?.[id] ?? [])),
    timeline: parts.timeline ?? [],
  }
}

type TableParts = Pick<ReportTable, 'by'> & { columns: Readonly<Record<string, Measure>> }

function aTable(id: string, { by, columns }: TableParts, rows: Rows): ReportTable {
  return {
    id,
    by,
    columns: Object.entries(columns).map(([column, measure]) => ({ id: column, measure })),
    rows: rows.map(({ key, repId, cells }) => ({
      key,
      repId: (repId ?? null) as ReportTable['rows'][number]['repId'],
      cells: Object.keys(columns).map((column) => cells[column] ?? aCell(0)),
    })),
  }
}
