import type {
  BatchId,
  EpochMs,
  LeadCard,
  LeadDraft,
  LeadFacts,
  LeadId,
  RepId,
  RuleId,
  Seq,
  SourceId,
} from '../../contract/index.ts'
import {
  BACKLOG,
  DUE_ACCEPT,
  FREE_MAIL,
  OWN_DATE,
  OWN_SOURCE,
  WAITING,
  customerCode,
  gradeOf,
  stageCode,
  statusCode,
  waitCodes,
} from '../codes.ts'
import type { Names } from './names.ts'

/** A row of `leads`, column by column. */
export interface LeadRow {
  id: LeadId
  status: number
  stage: number
  grade_rank: number
  score: number | null
  is_held: number
  is_pinned: number
  /** 1 when its place was chosen by a person and not by a rule. */
  is_by_hand: number
  rep_id: RepId | null
  /** Rule that placed it, in `names`. */
  rule_no: number | null
  wait_code: number | null
  wait_detail: string | null
  source_id: SourceId
  /** Its source as lists show it, in `names`. */
  source_no: number
  batch_id: BatchId | null
  line: number | null
  received_at: EpochMs
  placed_at: EpochMs
  /** When it, or the same person again, last came in. */
  seen_at: EpochMs
  touched_at: EpochMs | null
  /** From received to first owned, and to first attempted. */
  assign_ms: number | null
  attempt_ms: number | null
  received_seq: Seq
  /** The event that holds the last stored decision of a rule. */
  decision_seq: Seq | null
  email_hash: number | null
  phone_hash: number | null
  name_hash: number | null
  /** Only when it is not the e-mail itself; likewise the telephone number. */
  email_key: string | null
  phone_key: string | null
  /** Empty when it is what follows the @. */
  domain_key: string | null
  zone_no: number | null
  flags: number
  customer_status: number
  /** Who owned the same person before. */
  person_rep_id: RepId | null
  possible_duplicate_of: LeadId | null
  given_score: number | null
  name: string | null
  company: string | null
  email: string | null
  phone: string | null
  country: string | null
  region: string | null
  city: string | null
  value: number | null
  currency: string | null
  first_name: string | null
  last_name: string | null
  email2: string | null
  phone2: string | null
  title: string | null
  website: string | null
  industry: string | null
  address: string | null
  postal_code: string | null
  language: string | null
  product: string | null
  owner: string | null
  external_id: string | null
  employees: number | null
  revenue: number | null
  tags: string | null
  message: string | null
  custom: string | null
  /** The clocks it was given under, as `encodeTerms` writes them. */
  terms: string | null
  /** Reps it is offered to; a JSON list, and null unless it is offered. */
  offered_to: string | null
  /** Reps who were asked in vain; a JSON list. */
  asked: string | null
  due_kind: number | null
  due_at: EpochMs | null
  breached_at: EpochMs | null
  /** The lead this one was found to be the same as. */
  merged_into: LeadId | null
  /** From received to the first talk, to qualified, and to won or lost. */
  contact_ms: number | null
  /** From given to first tried, in its rep's working time. */
  response_ms: number | null
  qualified_ms: number | null
  closed_ms: number | null
  /** Who first let a contact clock of it run out. */
  breached_rep_id: RepId | null
}

/** What a card is made of. */
export const CARD_COLUMNS = `id, status, stage, grade_rank, score, is_held, is_pinned, rep_id, rule_no, wait_code, wait_detail, source_no,
  batch_id, received_at, placed_at, touched_at, possible_duplicate_of, name, company, email, phone, country, region, city, value,
  currency, offered_to, due_kind, due_at, breached_at`

export type CardRow = Pick<
  LeadRow,
  | 'id'
  | 'status'
  | 'stage'
  | 'grade_rank'
  | 'score'
  | 'is_held'
  | 'is_pinned'
  | 'rep_id'
  | 'rule_no'
  | 'wait_code'
  | 'wait_detail'
  | 'source_no'
  | 'batch_id'
  | 'received_at'
  | 'placed_at'
  | 'touched_at'
  | 'possible_duplicate_of'
  | 'name'
  | 'company'
  | 'email'
  | 'phone'
  | 'country'
  | 'region'
  | 'city'
  | 'value'
  | 'currency'
  | 'offered_to'
  | 'due_kind'
  | 'due_at'
  | 'breached_at'
>

export function cardOf(row: CardRow, names: Names): LeadCard {
  const rule = row.rule_no === null ? null : names.read(row.rule_no)
  return {
    id: row.id,
    name: row.name,
    company: row.company,
    email: row.email,
    phone: row.phone,
    country: row.country,
    region: row.region,
    city: row.city,
    source: names.read(row.source_no).name,
    score: row.score,
    grade: gradeOf(row.grade_rank),
    value: row.value,
    currency: row.currency,
    status: statusCode.word(row.status),
    stage: stageCode.word(row.stage),
    repId: row.rep_id,
    ruleId: rule === null ? null : (rule.key as RuleId),
    rule: rule?.name ?? null,
    waitCode: waitCodes.wordOrNull(row.wait_code),
    waitDetail: row.wait_detail,
    isHeld: row.is_held === 1,
    isPinned: row.is_pinned === 1,
    possibleDuplicateOf: row.possible_duplicate_of,
    receivedAt: row.received_at,
    placedAt: row.placed_at,
    touchedAt: row.touched_at,
    offeredTo: repsIn(row.offered_to),
    dueKind: row.due_kind === null ? null : row.due_kind === DUE_ACCEPT ? 'accept' : 'contact',
    dueAt: row.due_at,
    breachedAt: row.breached_at,
    batchId: row.batch_id,
  }
}

/** A JSON list of reps as the columns have it. */
export const repsIn = (text: string | null): RepId[] => (text === null ? [] : (JSON.parse(text) as RepId[]))

/** The lead as it came in, but for its stage, which is the present one. */
export function draftOf(row: LeadRow, names: Names): LeadDraft {
  return {
    name: row.name,
    firstName: row.first_name,
    lastName: row.last_name,
    email: row.email,
    email2: row.email2,
    phone: row.phone,
    phone2: row.phone2,
    company: row.company,
    title: row.title,
    website: row.website,
    industry: row.industry,
    address: row.address,
    city: row.city,
    region: row.region,
    postalCode: row.postal_code,
    country: row.country,
    language: row.language,
    product: row.product,
    message: row.message,
    source: row.flags & OWN_SOURCE ? names.read(row.source_no).name : null,
    owner: row.owner,
    externalId: row.external_id,
    currency: row.currency,
    employees: row.employees,
    revenue: row.revenue,
    value: row.value,
    score: row.given_score,
    tags: row.tags === null ? [] : (JSON.parse(row.tags) as string[]),
    stage: stageCode.word(row.stage),
    receivedAt: row.flags & OWN_DATE ? row.received_at : null,
    custom: row.custom === null ? {} : (JSON.parse(row.custom) as Record<string, string>),
  }
}

/** Says who owns the account of a domain or a company. */
export interface AccountBook {
  of(
    domain: string | null,
    company: string | null,
  ): { ownerRepId: RepId | null; customerStatus: 'new' | 'existing' | 'former' } | null
}

export function domainOf(row: Pick<LeadRow, 'domain_key' | 'email'>): string | null {
  return row.domain_key === '' ? (row.email?.split('@').at(-1) ?? null) : row.domain_key
}

/** A saved lead as a decision sees it. `score` is what the lead brought, for the model to be asked anew. */
export function factsOf(row: LeadRow, names: Names, accounts: AccountBook): LeadFacts {
  const account = accounts.of(domainOf(row), row.company)
  return {
    ...draftOf(row, names),
    id: row.id,
    source: names.read(row.source_no).name,
    receivedAt: row.received_at,
    grade: gradeOf(row.grade_rank),
    isFreeMail: (row.flags & FREE_MAIL) !== 0,
    isDuplicate: row.possible_duplicate_of !== null,
    customerStatus: account?.customerStatus ?? customerCode.word(row.customer_status),
    direction: 'inbound',
    timeZone: row.zone_no === null ? null : names.read(row.zone_no).name,
    ownerRepId: account?.ownerRepId ?? row.person_rep_id,
    alreadyOfferedTo: repsIn(row.asked),
    waitingSince: row.status === WAITING ? row.placed_at : null,
    isBacklog: (row.flags & BACKLOG) !== 0,
  }
}
