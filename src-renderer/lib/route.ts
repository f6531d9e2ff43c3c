import { useCallback } from 'react'
import { navigate, useHashLocation } from 'wouter/use-hash-location'

/** Where the page is: `#/queue`, `#/queue/lead/12` (a lead beside the screen), `#/intake/import` (a part of a screen). */
export interface Place {
  screen: string
  leadId: number | null
  /** What follows the screen's name, without `lead/…`. */
  part: string | null
}

const FIRST_SCREEN = 'queue'

export function readPlace(path: string): Place {
  const [screen = '', ...rest] = path.split('/').filter((piece) => piece !== '')
  const leadAt = rest.indexOf('lead')
  const leadId = leadAt < 0 ? NaN : Number(rest[leadAt + 1])
  const part = (leadAt < 0 ? rest : rest.slice(0, leadAt)).join('/')
  return {
    screen: screen === '' ? FIRST_SCREEN : screen,
    leadId: Number.isSafeInteger(leadId) && leadId > 0 ? leadId : null,
    part: part === '' ? null : decoded(part),
  }
}

/** An address somebody cut in two stands as it is. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

function pathOf({ screen, part, leadId }: Place): string {
  return `/${screen}${part === null ? '' : `/${part}`}${leadId === null ? '' : `/lead/${leadId}`}`
}

/** The place, and the ways to another. */
export function usePlace(): Place & {
  goTo: (screen: string, part?: string) => void
  openLead: (leadId: number) => void
  closeLead: () => void
  /** To the screen as it is by itself, with the lead that is open: there is no way back to a part that is no more. */
  leavePart: () => void
} {
  const [path] = useHashLocation()
  const place = readPlace(path)
  const goTo = useCallback((screen: string, part?: string) => {
    navigate(pathOf({ screen, part: part ?? null, leadId: null }))
  }, [])
  const openLead = useCallback((leadId: number) => {
    navigate(pathOf({ ...present(), leadId }), { replace: present().leadId !== null })
  }, [])
  const closeLead = useCallback(() => {
    navigate(pathOf({ ...present(), leadId: null }), { replace: true })
  }, [])
  const leavePart = useCallback(() => {
    navigate(pathOf({ ...present(), part: null }), { replace: true })
  }, [])
  return { ...place, goTo, openLead, closeLead, leavePart }
}

function present(): Place {
  return readPlace(window.location.hash.replace(/^#/, ''))
}
