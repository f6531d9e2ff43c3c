import { useState } from 'react'
import type { LeadDraft, LeadId } from '../../../src-main/contract/index.ts'
import { useLeadActions } from '../../state/use-lead-actions.ts'
import { leadEditText } from '../../text/lead-edit.ts'
import { allFields, type FieldKey, readFields, writtenOf } from './lead-fields.ts'

const text = leadEditText.faults

/** A lead being written over: one field, or all of them. */
export interface LeadEdit {
  /** Else there is nothing to begin. */
  mayEdit: boolean
  open: FieldKey | null
  isAll: boolean
  /** What stands in a field now. */
  written: (key: FieldKey) => string
  /** What is wrong with a field, as the desk or the page says. */
  faultOf: (key: FieldKey) => string | null
  begin: (key: FieldKey) => void
  beginAll: () => void
  write: (key: FieldKey, written: string) => void
  /** Tells the desk what is otherwise; then goes on to `next`, or leaves. */
  save: (next?: FieldKey) => void
  leave: () => void
}

interface Editing {
  open: FieldKey | null
  isAll: boolean
  typed: ReadonlyMap<FieldKey, string>
  fault: { field: string; said: string } | null
}

const NOTHING: Editing = { open: null, isAll: false, typed: new Map(), fault: null }

/** `fields` is null until the lead is read: then there is nothing to write over. */
export function useLeadEdit(leadId: LeadId, fields: LeadDraft | null, mayEdit: boolean): LeadEdit {
  const { edit } = useLeadActions()
  const [editing, setEditing] = useState(NOTHING)
  const { open, isAll, typed, fault } = editing
  const presentOf = (key: FieldKey): string => (fields === null ? '' : writtenOf(fields, key))
  const save = async (next?: FieldKey): Promise<void> => {
    const changed = new Map([...typed].filter(([key, written]) => written.trim() !== presentOf(key)))
    const read = readFields(changed)
    if ('noNumber' in read) {
      setEditing({ ...editing, fault: { field: read.noNumber, said: leadEditText.noNumber } })
      return
    }
    const refused = changed.size === 0 ? null : await edit(leadId, read.fields)
    setEditing((now) => {
      // Whoever left meanwhile has left.
      if (now.open !== open || now.isAll !== isAll) return now
      if (refused === null) return next === undefined ? NOTHING : { ...NOTHING, open: next }
      return { ...now, fault: { field: refused.field, said: saidOf(refused, changed.get(refused.field as FieldKey) ?? '') } }
    })
  }
  return {
    mayEdit,
    open,
    isAll,
    written: (key) => typed.get(key) ?? presentOf(key),
    faultOf: (key) => {
      if (fault === null) return null
      // A fault of a field that is not shown stands by the one that is.
      const isShown = isAll ? fields !== null && allFields(fields).some((one) => one === fault.field) : open === fault.field
      return fault.field === key || (!isShown && (key === open || (isAll && key === 'name'))) ? fault.said : null
    },
    begin: (key) => {
      if (mayEdit) setEditing({ ...NOTHING, open: key })
    },
    beginAll: () => {
      if (mayEdit && fields !== null) setEditing({ ...NOTHING, isAll: true })
    },
    write: (key, written) => {
      setEditing((now) => ({ ...now, typed: new Map([...now.typed, [key, written]]), fault: null }))
    },
    save: (next) => void save(next),
    leave: () => {
      setEditing(NOTHING)
    },
  }
}

const NUMBERS: ReadonlySet<string> = new Set<keyof LeadDraft>(['score', 'employees'])

/** The desk's reasons are English. A number is refused for its size, an emptied contact for being the last, any other text for its length. */
function saidOf({ field, reason }: { field: string; reason: string }, written: string): string {
  if (field === '') return reason
  if (NUMBERS.has(field)) return text.number
  return written.trim() === '' ? text.needsContact : text.tooLong
}
