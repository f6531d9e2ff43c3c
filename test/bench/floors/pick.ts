import type { LeadFacts, RepFacts } from '../../../src-main/contract/index.ts'
import type { Match } from './match.ts'

/** The least a whole decision must do: match, see who may have the lead, take one, and count it; all in place, nothing told. */
export function deciding(match: Match, by: 'weighted' | 'least-loaded', reps: readonly RepFacts[]): (lead: LeadFacts) => number {
  const numbers = reps.map(() => 0)
  const eligible: number[] = []
  const isGiven = reps.map(() => false)
  /** Above 0 when `i` is to be preferred. */
  const preference = (i: number, best: number, lead: LeadFacts): number => {
    if (by === 'least-loaded') {
      const load = reps[best]!.openLeads * reps[i]!.capacity! - reps[i]!.openLeads * reps[best]!.capacity!
      if (load !== 0) return load
    }
    const turn = numbers[i]! - numbers[best]!
    if (turn !== 0) return turn
    if (isGiven[i] !== isGiven[best]) return isGiven[i] ? -1 : 1
    return tieHash(lead, reps[best]!.id) - tieHash(lead, reps[i]!.id)
  }
  return (lead) => {
    if (match(lead) < 0) return 0
    eligible.length = 0
    for (let i = 0; i < reps.length; i++) if (isEligible(reps[i]!, lead)) eligible.push(i)
    let sum = 0
    if (by === 'weighted') {
      for (const i of eligible) {
        numbers[i]! += reps[i]!.weight
        sum += reps[i]!.weight
      }
    }
    let best = eligible[0]!
    for (const i of eligible) if (i !== best && preference(i, best, lead) > 0) best = i
    // By load, all count one, and nobody falls further than one round behind.
    if (by === 'least-loaded' && numbers[best]! >= -1) {
      for (const i of eligible) numbers[i]! += 1
      sum = eligible.length
    }
    numbers[best]! -= sum
    isGiven[best] = true
    reps[best]!.openLeads++
    return reps[best]!.id
  }
}

function isEligible(rep: RepFacts, lead: LeadFacts): boolean {
  return (
    rep.isActive &&
    !rep.isDraining &&
    !rep.isPaused &&
    rep.availability === 'available' &&
    !rep.isOnTimeOff &&
    rep.isInHours &&
    rep.openLeads < rep.capacity! &&
    rep.weight > 0 &&
    !lead.alreadyOfferedTo.includes(rep.id)
  )
}

/** The rule's last resort, R15: a stable hash of lead and rep. */
function tieHash(lead: LeadFacts, repId: number): number {
  const text = `${lead.id}|${lead.email ?? ''}|${lead.phone ?? ''}|${lead.name ?? ''}|${repId}`
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  value = Math.imul(value ^ (value >>> 15), 0x85ebca6b)
  return (value ^ (value >>> 13)) >>> 0
}
