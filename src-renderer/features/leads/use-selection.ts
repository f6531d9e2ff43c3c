import { useEffect, useRef, useState } from 'react'
import type { LeadId } from '../../../src-main/contract/index.ts'

export interface Selection {
  focusedId: LeadId | null
  selected: ReadonlySet<LeadId>
  /** The selection, or else the focused lead. */
  targets: LeadId[]
  focus: (id: LeadId | null) => void
  move: (step: number, extend: boolean) => LeadId | null
  toggle: (id: LeadId, isRange?: boolean) => void
  selectAll: () => void
  /** The first so many of the list as it is then, whatever it was when the selection was made. */
  selectFirst: (most: number) => void
  clear: () => void
}

/** Which row has the keys and which are marked. When the focused lead leaves the list, the one that takes its place has the keys. */
export function useSelection(ids: readonly LeadId[]): Selection {
  const [focusedId, setFocusedId] = useState<LeadId | null>(null)
  const [selected, setSelected] = useState<ReadonlySet<LeadId>>(new Set())
  const [from, setFrom] = useState<LeadId | null>(null)
  const [seen, setSeen] = useState(ids)
  const present = useRef(ids)
  useEffect(() => {
    present.current = ids
  })
  if (seen !== ids) {
    setSeen(ids)
    if (focusedId !== null || selected.size > 0) {
      const listed = new Set(ids)
      if (focusedId !== null && !listed.has(focusedId)) {
        const at = seen.indexOf(focusedId)
        setFocusedId(at < 0 ? null : (ids[Math.min(at, ids.length - 1)] ?? null))
      }
      if ([...selected].some((id) => !listed.has(id))) setSelected(new Set([...selected].filter((id) => listed.has(id))))
    }
  }
  const targets = selected.size > 0 ? ids.filter((id) => selected.has(id)) : focusedId === null ? [] : [focusedId]
  const range = (a: LeadId, b: LeadId): LeadId[] => {
    const [first = 0, last = 0] = [ids.indexOf(a), ids.indexOf(b)].sort((one, other) => one - other)
    return first < 0 ? [b] : ids.slice(first, last + 1)
  }
  return {
    focusedId,
    selected,
    targets,
    focus: setFocusedId,
    move: (step, extend) => {
      const at = focusedId === null ? (step > 0 ? -1 : 0) : ids.indexOf(focusedId)
      const next = ids[Math.max(0, Math.min(ids.length - 1, at + step))]
      if (next === undefined) return null
      if (extend) setSelected(new Set([...selected, ...(focusedId === null ? [next] : range(focusedId, next))]))
      setFocusedId(next)
      return next
    },
    toggle: (id, isRange = false) => {
      const next = new Set(selected)
      if (isRange && from !== null) for (const one of range(from, id)) next.add(one)
      else if (!next.delete(id)) next.add(id)
      setFrom(id)
      setSelected(next)
      setFocusedId(id)
    },
    selectAll: () => {
      setSelected(new Set(ids))
    },
    selectFirst: (most) => {
      setSelected(new Set(present.current.slice(0, most)))
    },
    clear: () => {
      setSelected(new Set())
    },
  }
}
