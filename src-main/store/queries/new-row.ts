import type { Decision, LeadFacts, LeadId } from '../../contract/index.ts'
import { BACKLOG, FREE_MAIL, OWN_DATE, OWN_SOURCE, ROUTED, customerCode, rankOf, stageCode, waitCodes } from '../codes.ts'
import { encodeTerms } from '../decision-code.ts'
import type { Ground } from '../ground.ts'
import type { IncomingLead, TakeIn } from '../port-arrivals.ts'
import type { LeadRow } from './lead-rows.ts'
import { isQualified } from './journey.ts'
import { type Hashes, type Known, isCustomer } from './match.ts'
import { STATUS_OF } from './status-of.ts'

/** The row of a newcomer, placed; ids, hold and event numbers are its caller's to set. */
export function rowOf(
  ground: Ground,
  batch: TakeIn,
  lead: IncomingLead,
  hashes: Hashes,
  found: { possibleDuplicateOf: LeadId | null; person: Known | null },
  facts: LeadFacts,
  decision: Decision,
): LeadRow {
  const { draft } = lead
  const { names } = ground
  const isOwned = decision.outcome === 'assigned'
  const hasRule = decision.ruleId !== null || decision.ruleName !== null
  return {
    id: 0 as LeadId,
    status: STATUS_OF[decision.outcome],
    stage: stageCode.number(draft.stage),
    grade_rank: rankOf(facts.grade),
    score: facts.score,
    is_held: 0,
    is_pinned: 0,
    is_by_hand: 0,
    rep_id: decision.repId,
    rule_no: hasRule ? names.number('rule', decision.ruleName ?? '', decision.ruleId ?? '') : null,
    wait_code: waitCodes.numberOrNull(decision.waitCode),
    wait_detail: decision.detail,
    source_id: batch.sourceId,
    source_no: names.number('source', facts.source),
    batch_id: batch.batchId,
    line: lead.line,
    received_at: facts.receivedAt,
    placed_at: batch.at,
    seen_at: batch.at,
    touched_at: null,
    assign_ms: isOwned ? Math.max(0, batch.at - facts.receivedAt) : null,
    attempt_ms: null,
    received_seq: 0 as LeadRow['received_seq'],
    decision_seq: null,
    ...broughtBy(lead, hashes),
    ...addedBy(names, lead),
    flags:
      (lead.isFreeMail ? FREE_MAIL : 0) |
      (draft.source === null ? 0 : OWN_SOURCE) |
      (draft.receivedAt === null ? 0 : OWN_DATE) |
      (facts.isBacklog ? BACKLOG : 0) |
      (decision.outcome === 'assigned' || decision.outcome === 'offered' ? ROUTED : 0),
    customer_status: customerCode.number(found.person !== null && isCustomer(found.person) ? 'existing' : 'new'),
    person_rep_id: found.person?.repId ?? null,
    possible_duplicate_of: found.possibleDuplicateOf,
    terms: decision.terms === null ? null : JSON.stringify(encodeTerms(decision.terms)),
    offered_to: decision.offeredTo.length === 0 ? null : JSON.stringify(decision.offeredTo),
    asked: null,
    due_kind: null,
    due_at: null,
    breached_at: null,
    merged_into: null,
    contact_ms: null,
    response_ms: null,
    // Since when is not known, only that it is.
    qualified_ms: isQualified(stageCode.number(draft.stage)) ? Math.max(0, batch.at - facts.receivedAt) : null,
    closed_ms: null,
    breached_rep_id: null,
  }
}

/** What a lead says of a person, with the keys that person is known by. */
export function broughtBy({ draft, ...lead }: IncomingLead, hashes: Hashes) {
  return {
    email_hash: hashes.email,
    phone_hash: hashes.phone,
    name_hash: hashes.name,
    email_key: lead.emailKey === draft.email ? null : lead.emailKey,
    phone_key: lead.phoneKey === draft.phone ? null : lead.phoneKey,
    domain_key: lead.domainKey !== null && draft.email?.endsWith(`@${lead.domainKey}`) === true ? '' : lead.domainKey,
    name: draft.name,
    company: draft.company,
    email: draft.email,
    phone: draft.phone,
    country: draft.country,
    region: draft.region,
    city: draft.city,
    value: draft.value,
    currency: draft.currency,
    first_name: draft.firstName,
    last_name: draft.lastName,
    email2: draft.email2,
    phone2: draft.phone2,
    title: draft.title,
    website: draft.website,
    industry: draft.industry,
    address: draft.address,
    postal_code: draft.postalCode,
    language: draft.language,
    product: draft.product,
    employees: draft.employees,
    revenue: draft.revenue,
    message: draft.message,
  } satisfies Partial<LeadRow>
}

/** What else a lead brings, of itself and not of a person. */
export function addedBy(names: Ground['names'], { draft, timeZone }: IncomingLead) {
  return {
    zone_no: timeZone === null ? null : names.number('zone', timeZone),
    given_score: draft.score,
    owner: draft.owner,
    external_id: draft.externalId,
    tags: draft.tags.length === 0 ? null : JSON.stringify(draft.tags),
    custom: isEmpty(draft.custom) ? null : JSON.stringify(draft.custom),
  } satisfies Partial<LeadRow>
}

const isEmpty = (object: object): boolean => Object.keys(object).length === 0
