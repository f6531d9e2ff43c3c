import {
  type Cell,
  LEAST_FOR_A_RATE,
  type LeadFilter,
  type Measure,
  REPORT_PARTS,
  type RepId,
  type Report,
  type ReportName,
  type ReportTable,
} from '../../contract/index.ts'
import type { Period } from './period.ts'

type Parts<Name extends ReportName> = (typeof REPORT_PARTS)[Name]
type Tables<Name extends ReportName> = Parts<Name>['tables']
type ColumnsOf<Table> = Table extends { columns: infer Columns } ? keyof Columns : never

export interface TableRow<Column extends PropertyKey> {
  key: string
  repId?: RepId
  cells: Readonly<Record<Column, Cell>>
}

/** What a report must have worked out: each figure and each table that `REPORT_PARTS` names, and no other. */
export interface Told<Name extends ReportName> {
  figures: Readonly<Record<keyof Parts<Name>['figures'], Cell>>
  tables: { readonly [Table in keyof Tables<Name>]: readonly TableRow<ColumnsOf<Tables<Name>[Table]>>[] }
  currency?: string | null
  timeline?: Report['timeline']
}

interface AnyParts {
  figures: Readonly<Record<string, Measure>>
  tables: Readonly<Record<string, { by: ReportTable['by']; columns: Readonly<Record<string, Measure>> }>>
}

/** In the order in which `REPORT_PARTS` names them. */
export function shaped<Name extends ReportName>(name: Name, { from, to }: Period, told: Told<Name>): Report {
  const { figures, tables }: AnyParts = REPORT_PARTS[name]
  const figureOf = told.figures as Record<string, Cell>
  const rowsOf = told.tables as Record<string, readonly TableRow<string>[]>
  return {
    name,
    from,
    to,
    currency: told.currency ?? null,
    figures: Object.entries(figures).map(([id, measure]) => ({ id, measure, ...(figureOf[id] as Cell) })),
    tables: Object.entries(tables).map(([id, { by, columns }]): ReportTable => ({
      id,
      by,
      columns: Object.entries(columns).map(([column, measure]) => ({ id: column, measure })),
      rows: (rowsOf[id] ?? []).map(({ key, repId, cells }) => ({
        key,
        repId: repId ?? null,
        cells: Object.keys(columns).map((column) => cells[column] as Cell),
      })),
    })),
    timeline: told.timeline ?? [],
  }
}

export const count = (value: number, leads: LeadFilter | null): Cell => ({ value, of: null, leads })

/** A part of a whole; the leads are those of the part. */
export const share = (part: number, whole: number, leads: LeadFilter | null): Cell => ({
  value: whole < LEAST_FOR_A_RATE ? null : part / whole,
  of: whole,
  leads,
})

/** Made of so many; null when it is of none. */
export const made = (value: number | null, of: number | null, leads: LeadFilter | null = null): Cell => ({ value, of, leads })

/** Of numbers in order, between the two nearest; null of none. */
export function percentile(sorted: Float64Array, percent: number): number | null {
  if (sorted.length === 0) return null
  const place = ((sorted.length - 1) * percent) / 100
  const below = Math.floor(place)
  const [low, high] = [sorted[below] as number, sorted[Math.min(below + 1, sorted.length - 1)] as number]
  return low + (high - low) * (place - below)
}

/** Half are as quick or quicker, and 95 of 100. */
export function spans<Name extends string>(
  name: Name,
  sorted: Float64Array,
  leads: LeadFilter | null,
): Record<`${Name}P50` | `${Name}P95`, Cell> {
  const cell = (percent: number): Cell => made(percentile(sorted, percent), sorted.length, leads)
  return { [`${name}P50`]: cell(50), [`${name}P95`]: cell(95) } as Record<`${Name}P50` | `${Name}P95`, Cell>
}

/** 1 is even, 1/n is one takes all; null with fewer than two. (Σx)² / (n Σx²), METRICS. */
export function jainIndex(shares: readonly number[]): number | null {
  const sum = shares.reduce((total, one) => total + one, 0)
  if (shares.length < 2 || sum === 0) return null
  return (sum * sum) / (shares.length * shares.reduce((total, one) => total + one * one, 0))
}
