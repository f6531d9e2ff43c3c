import type { Why, WhyCandidate } from '../../../src-main/contract/index.ts'
import { leadId, NOON, repId } from './builders.ts'

/** A candidate who could take it, unless told otherwise. */
export function aCandidate(parts: Partial<WhyCandidate> = {}): WhyCandidate {
  const id = parts.repId ?? repId(1)
  return {
    rep: `rep${id}@example.com`,
    repId: id,
    name: `Rep ${id}`,
    rule: 'Germany',
    eligible: true,
    reasons: [],
    said: null,
    weight: 1,
    before: 0,
    after: 0,
    openLeads: 3,
    capacity: 20,
    basis: null,
    ...parts,
  }
}

/** A decision by one rule, in turn. */
export function aWhy(parts: Partial<Why> = {}): Why {
  return {
    lead: leadId(1),
    at: NOON,
    sentence: 'Mia Berg got this by rule “Germany”: next in turn.',
    ruleset: 4,
    outcome: 'assigned',
    picked: repId(1),
    byHand: false,
    rule: 'Germany',
    rules: [{ name: 'Germany', matched: true, failed: null }],
    method: 'round-robin',
    candidates: [],
    score: null,
    tie: null,
    isStored: true,
    ...parts,
  }
}
