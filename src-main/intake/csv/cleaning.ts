import type { LeadDraft, RepId } from '../../contract/index.ts'
import type { IncomingLead, StoredProblem } from '../incoming.ts'
import { flag } from './file-problem.ts'
import type { Join, PlannedColumn, Target } from './column.ts'
import type { DateOrder } from './read-date.ts'
import type { DecimalMark } from './read-number.ts'

/** Everything a row is read by. */
export interface Cleaning {
  columns: readonly PlannedColumn[]
  /** Alpha-2; whose telephone numbers are meant when a row names no country. */
  country: string
  /** IANA zone of dates that name none. */
  timeZone: string
  now: number
  /** By column. */
  decimalMarks: ReadonlyMap<number, DecimalMark>
  dateOrders: ReadonlyMap<number, DateOrder>
  /** Whether the id column names a lead for good, or only counts rows. */
  isIdStable: boolean
  isLeftOutFile: boolean
  /** For `owner-column`: finds the rep of an owner cell. Null when owners don't matter. */
  ownerOf: ((text: string) => RepId | 'unknown') | null
  /** By line, then by header. */
  fixes: Readonly<Record<string, Readonly<Record<string, string>>>>
  leftOutByHand: ReadonlySet<number>
}

export interface CleanedRow {
  /** Null when the row is left out. */
  lead: IncomingLead | null
  problems: StoredProblem[]
}

/** A row on its way to a lead. */
export interface Work {
  by: Cleaning
  line: number
  cells: readonly string[]
  draft: LeadDraft
  problems: StoredProblem[]
  /** What stands in the columns of each field, and the first of these columns. */
  texts: Map<Target, { text: string; index: number }>
  /** What stands in columns that hold a part of another, and in which. */
  joined: Partial<Record<Join, { text: string; index: number }>>
}

/** Keeps under its own header what fits no field. */
export function keepAsCustom(work: Work, index: number, text: string): void {
  work.draft.custom[work.by.columns[index]?.header ?? `Column ${index + 1}`] = text
}

/** Says that something of the row could not be read; the row comes in all the same. */
export function tell(work: Work, field: string | null, code: StoredProblem['code'], message: string): void {
  work.problems.push(flag(work.line, field, code, message))
}

/** "Not chosen" in the forms and exports of others. Compared lower-cased. */
const EMPTY = new Set(
  `-|--|---|—|–|.|n/a|#n/a|n.a.|n. a.|na|null|(null)|nil|none|undefined|nan|\\n|?|""|[]|{}|(blank)|(empty)|(none)|(not set)|
  select|-select-|--select--|- select -|select one|-none-|--none--|- none -|please select|choose|choose one|not provided|[not provided]|not available|
  not applicable|not specified|not set|unspecified|unknown|[unknown]|[[unknown]]|no data|
  bitte wählen|bitte auswählen|keine angabe|keine angaben|k.a.|k. a.|k.a|o.a.|ohne angabe|nicht angegeben|unbekannt|(leer)|
  sélectionner|choisir|non renseigné|non renseignée|non spécifié|non communiqué|n.c.|inconnu|aucun|aucune|(vide)|
  seleccionar|seleccione|elegir|no especificado|sin especificar|no aplica|n/d|s/d|desconocido|ninguno|ninguna|(vacío)`
    .split('|')
    .map((word) => word.trim()),
).add('')
/** No word of them is longer. */
export const LONGEST_EMPTY = 20
/** Surnames and countries are also called that: Mr Null, Ms None, Namibia. */
const MAY_BE_MEANT = new Set(['na', 'null', 'none', 'nan', 'nil'])
const KEEPS_SUCH = new Set<Target>(['name', 'firstName', 'lastName', 'company', 'country', 'region', 'city'])
export function isEmpty(text: string, target: Target): boolean {
  const lower = text.toLowerCase()
  if (!EMPTY.has(lower)) return false
  return !(MAY_BE_MEANT.has(lower) && KEEPS_SUCH.has(target) && text !== lower)
}

/** What spreadsheets show where a formula failed, in English, German, French and Spanish. */
const FORMULA_ERROR =
  /^#(?:N\/A|NV|N\/D|(?:¡|¿)?(?:NULL|NUL|DIV\/0|VALUE|WERT|VALEUR|VALOR|REF|BEZUG|NAME|NOM|NOMBRE|NUM|ZAHL|GETTING_DATA|SPILL|CALC|FIELD|BLOCKED|UNKNOWN|CONNECT|BUSY)[!?]?)$/i

export function isFormulaError(text: string): boolean {
  return text.charCodeAt(0) === 35 && FORMULA_ERROR.test(text)
}
