import { useMemo } from 'react'
import {
  GRADES,
  type LeadFilter,
  type RepCard,
  type RepId,
  type RuleId,
  STAGES,
  WAIT_CODES,
} from '../../../src-main/contract/index.ts'
import { countries } from '../../lib/countries.ts'
import { boundsOf } from '../../lib/period.ts'
import { useDesk, useDeskShallow } from '../../state/hooks.ts'
import type { Narrowing } from '../../state/narrowing.ts'
import { repsInOrder, sourceNames } from '../../state/selectors.ts'
import { useAsk } from '../../state/use-ask.ts'
import { formatCountry, formatList, locale } from '../../text/formats.ts'
import { leadListsText } from '../../text/lead-lists.ts'
import { waitReason } from '../../text/reasons.ts'
import { gradeWords, stageWords } from '../../text/words.ts'

const text = leadListsText
const DAYS = ['7', '30', '90'] as const
/** More values than this are told by their number. */
const TOLD = 3

export const FIELDS = ['grade', 'sources', 'repIds', 'waitCode', 'ruleId', 'country', 'received', 'due', 'stage'] as const
export type FieldId = (typeof FIELDS)[number]

export interface FilterOption {
  value: string
  label: string
}
export interface FilterField {
  id: FieldId
  label: string
  options: readonly FilterOption[]
  /** One value takes the place of another. */
  isOne: boolean
}

const isOne = (id: FieldId): boolean => id === 'ruleId' || id === 'received' || id === 'due'
const COUNTRIES = countries(locale)

/** What a list can be narrowed by, with the values there are on this desk. */
export function useFilterFields(): readonly FilterField[] {
  const reps = useDesk((state) => state.reps)
  const timeZone = useDesk((state) => state.settings.timeZone)
  const version = useDesk((state) => state.ruleset.version)
  // A lead may say itself where it came from; only those the page has seen can be offered beside the intake's own.
  const sources = useDeskShallow(sourceNames)
  const rules = useAsk(`rules-${version}`, (client) => client.rule.read())
  return useMemo(() => {
    const named = rules.value?.document.rules ?? []
    const options: Record<FieldId, FilterOption[]> = {
      grade: GRADES.map((value) => ({ value, label: gradeWords[value] })),
      sources: sources.map((value) => ({ value, label: value })),
      repIds: repOptions(reps),
      waitCode: WAIT_CODES.map((value) => ({ value, label: capital(waitReason(value, null)) })),
      ruleId: named.flatMap(({ id, name }) => (id === undefined ? [] : [{ value: id, label: name }])),
      country: COUNTRIES,
      received: receivedOptions(Date.now(), timeZone),
      due: (['soon', 'overdue'] as const).map((value) => ({ value, label: text.due[value] })),
      stage: STAGES.map((value) => ({ value, label: stageWords[value] })),
    }
    return FIELDS.map((id) => ({ id, label: text.fields[id], options: options[id], isOne: isOne(id) }))
  }, [reps, timeZone, sources, rules.value])
}

const capital = (said: string): string => said.charAt(0).toUpperCase() + said.slice(1)

const repOptions = (reps: ReadonlyMap<RepId, RepCard>): FilterOption[] =>
  repsInOrder({ reps }).map((rep) => ({ value: String(rep.id), label: rep.name }))

/** Up to now and on: what comes in later belongs to the last seven days as well. */
function receivedOptions(now: number, timeZone: string): FilterOption[] {
  const since = (kind: 'today' | (typeof DAYS)[number]): string => {
    const bounds = boundsOf({ kind, from: '', to: '' }, now, timeZone)
    return receivedValue(bounds?.from, undefined)
  }
  return [
    { value: since('today'), label: text.received.today },
    ...DAYS.map((days) => ({ value: since(days), label: text.received.days(Number(days)) })),
  ]
}

/** A stretch of time as one value: "from..to", either of which may be left open. */
export const receivedValue = (from: number | undefined, to: number | undefined): string => `${from ?? ''}..${to ?? ''}`

export function valuesOf(narrowing: Narrowing, id: FieldId): readonly string[] {
  if (id === 'received') {
    const { receivedFrom, receivedTo } = narrowing
    return receivedFrom === undefined && receivedTo === undefined ? [] : [receivedValue(receivedFrom, receivedTo)]
  }
  const value = narrowing[id]
  return value === undefined ? [] : Array.isArray(value) ? value.map(String) : [value]
}

/** The narrowing with other values of one field; none takes the field away. */
export function withValues(narrowing: Narrowing, id: FieldId, values: readonly string[]): Narrowing {
  const { receivedFrom: _from, receivedTo: _to, ...others } = narrowing
  if (id === 'received') {
    const [from = '', to = ''] = (values[0] ?? '').split('..')
    return {
      ...others,
      ...(from === '' ? {} : { receivedFrom: Number(from) }),
      ...(to === '' ? {} : { receivedTo: Number(to) }),
    }
  }
  const { [id]: _, ...rest } = narrowing
  return values.length === 0 ? rest : { ...rest, ...partOf(id, values) }
}

function partOf(id: Exclude<FieldId, 'received'>, values: readonly string[]): LeadFilter {
  switch (id) {
    case 'repIds':
      return { repIds: values.map((value) => Number(value) as RepId) }
    case 'ruleId':
      return { ruleId: values[0] as RuleId }
    case 'due':
      return { due: values[0] === 'overdue' ? 'overdue' : 'soon' }
    case 'grade':
      return { grade: GRADES.filter((grade) => values.includes(grade)) }
    case 'stage':
      return { stage: STAGES.filter((stage) => values.includes(stage)) }
    case 'waitCode':
      return { waitCode: WAIT_CODES.filter((code) => values.includes(code)) }
    case 'sources':
    case 'country':
      return { [id]: [...values] }
  }
}

/** What a chip says of a field: "Hot, Warm", "since 3 Nov 2026", "7 chosen". */
export function saidOf({ id, options }: FilterField, values: readonly string[]): string {
  if (id === 'received') return saidReceived(values[0] ?? '', options)
  if (values.length > TOLD) return text.several(values.length)
  const labels = values.map(
    (value) => options.find((option) => option.value === value)?.label ?? (id === 'country' ? formatCountry(value) : value),
  )
  return formatList(labels)
}

function saidReceived(value: string, options: readonly FilterOption[]): string {
  const preset = options.find((option) => option.value === value)
  if (preset !== undefined) return preset.label
  const [from = '', to = ''] = value.split('..')
  // The end is not included: the last day is the one before it.
  const last = Number(to) - 1
  if (to === '') return text.received.since(Number(from))
  return from === '' ? text.received.until(last) : text.received.between(Number(from), last)
}
