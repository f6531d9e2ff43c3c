import { z } from './zod.ts'
import { OPERATORS } from './fields.ts'
import { EpochMs, RuleId } from './ids.ts'
import { METHODS } from './lists.ts'

/**
 * Conditions, rules and rulesets as people and files write them: the format of `rules.json`. Everything here is data; the
 * routing core compiles it.
 */

const Scalar = z.union([z.string(), z.number(), z.boolean()])
export const ConditionLeaf = z.strictObject({
  field: z.string().min(1).max(200),
  op: z.enum(OPERATORS),
  value: z.union([Scalar, z.array(Scalar)]).optional(),
})
export type ConditionLeaf = z.infer<typeof ConditionLeaf>

export type Condition = ConditionLeaf | { all: Condition[] } | { any: Condition[] } | { not: Condition }
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    ConditionLeaf,
    z.strictObject({ all: z.array(Condition) }),
    z.strictObject({ any: z.array(Condition) }),
    z.strictObject({ not: Condition }),
  ]),
)

/** A list of values, or one of them; `"lead"` in a list of a pool stands for the lead's own ("speaks the lead's language"). */
const OneOrMore = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)])

/** Which reps a rule draws from (R9). Every part given narrows; within a part one match is enough, except skills: all. */
export const PoolSelection = z.strictObject({
  team: OneOrMore.optional(),
  /** E-mail addresses. */
  reps: z.array(z.string().min(1)).min(1).optional(),
  skills: z.array(z.string().min(1)).min(1).optional(),
  languages: OneOrMore.optional(),
  products: OneOrMore.optional(),
  tier: OneOrMore.optional(),
  territory: OneOrMore.optional(),
})
export type PoolSelection = z.infer<typeof PoolSelection>

export const Method = z.enum(METHODS)
export type Method = z.infer<typeof Method>

const MOST_MINUTES = 60 * 24 * 365
const Minutes = z.number().positive().max(MOST_MINUTES)

/** What a lead given by a rule is given under (R20, R21, R23). Leads of long ago get none of it (R27). */
const TERMS = {
  /** The rep must accept within so many minutes; left out, the lead is theirs at once. */
  acceptWithinMinutes: Minutes.optional(),
  /** After so many reps declined or let it run out, `otherwise` decides. */
  maxOffers: z.int().min(1).max(1_000).optional(),
  contactWithinMinutes: Minutes.optional(),
  /** Whether the contact clock runs on the owning rep's working time, or always. */
  contactClock: z.enum(['working-time', 'always']).optional(),
  /** A reminder so many minutes of the same clock before it runs out. */
  remindMinutesBefore: Minutes.optional(),
  /** Left out: `mark`, which only marks the breach. */
  ifNotContacted: z.enum(['mark', 'take-back']).optional(),
  /** An untouched lead is routed again so many minutes after its rep went away, off shift or inactive. */
  releaseAfterMinutes: z.number().min(0).max(MOST_MINUTES).optional(),
}

/** What to do when the owner of the same person or company is merely not here (R17). */
export const OwnerFirst = z.union([
  z.boolean(),
  z.strictObject({
    ifNotHere: z.enum(['go-on', 'wait', 'backup']),
    /** With `wait`: so long, then the method decides. */
    waitMinutes: Minutes.optional(),
    /** With `backup`: e-mail address of who stands in; when they can't either, the method decides. */
    backup: z.string().min(1).optional(),
  }),
])
export type OwnerFirst = z.infer<typeof OwnerFirst>

export const Destination = z.discriminatedUnion('to', [
  z.strictObject({
    to: z.literal('pool'),
    pool: PoolSelection,
    by: Method.default('round-robin'),
    ownerFirst: OwnerFirst.optional(),
    /** With `by: tiers`: parts of the pool in order; the first with an eligible rep gives one, by weight. */
    tiers: z.array(PoolSelection).min(1).max(20).optional(),
    /** With `by: share`: percentage by e-mail address; whoever is not named shares what is left by weight. */
    shares: z.record(z.string().min(1), z.number().min(0).max(100)).optional(),
    /** With `by: share`: over how many days; 30 unless said. */
    shareWindowDays: z.int().min(1).max(366).optional(),
    /** With `by: top-performer`: passes over whoever carries more than so many times the median load; 1.5 unless said. */
    maxLoadMultiple: z.number().min(1).max(100).optional(),
    /** No rep gets more than so many leads a day by this rule. */
    dailyCapPerRep: z.int().min(0).optional(),
    /** How long shares may let a lead wait for the rep whose turn it is (R26). Hot leads never wait for that. */
    maxWaitMinutes: Minutes.optional(),
    ...TERMS,
  }),
  z.strictObject({
    to: z.literal('rep'),
    /** E-mail address. */
    rep: z.string().min(1),
    /** Tried in order when the rep cannot take it. */
    backups: z.array(z.string().min(1)).optional(),
    ...TERMS,
  }),
  z.strictObject({ to: z.literal('hold'), reason: z.string().max(500).optional() }),
  z.strictObject({ to: z.literal('discard'), reason: z.string().min(1).max(500) }),
  z.strictObject({ to: z.literal('nurture') }),
  z.strictObject({ to: z.literal('partners') }),
])
export type Destination = z.infer<typeof Destination>

export const Otherwise = z.union([z.literal('next'), z.literal('hold'), Destination])
export type Otherwise = z.infer<typeof Otherwise>

export const Rule = z.strictObject({
  id: RuleId.optional(),
  name: z.string().trim().min(1).max(200),
  enabled: z.boolean().default(true),
  /** Left out: every lead. */
  when: Condition.optional(),
  then: Destination,
  otherwise: Otherwise.default('hold'),
})
export type Rule = z.infer<typeof Rule>

/**
 * A named set of places (continents, countries, regions, cities, postal-code prefixes) less its exclusions. Places may be
 * written as names or codes; postal prefixes as `DE:80`.
 */
export const Territory = z.strictObject({
  name: z.string().trim().min(1).max(200),
  places: z.array(z.string().min(1)).min(1),
  except: z.array(z.string().min(1)).default([]),
})
export type Territory = z.infer<typeof Territory>

export const ScoreModel = z.strictObject({
  attributes: z.array(
    z.strictObject({
      name: z.string().trim().min(1),
      weight: z.number().min(0).default(1),
      /** The points of every line whose condition holds are added up. */
      points: z.array(z.strictObject({ when: Condition, points: z.number() })).min(1),
    }),
  ),
  hotFrom: z.number().min(0).max(100).default(80),
  warmFrom: z.number().min(0).max(100).default(50),
})
export type ScoreModel = z.infer<typeof ScoreModel>

export const RulesetSettings = z.strictObject({
  /** How long after its last sign of life a lead with the same key is the same lead (R30). */
  duplicateWindowDays: z.number().positive().max(36_500).default(90),
  /** By setting, the receiver of a dragged lead is charged a turn and the giver refunded if untouched (R28). */
  chargeOverrides: z.boolean().default(true),
  /** A rep who lets so many offers in a row run out is paused (R22); 0 pauses nobody. */
  pauseAfterMissedOffers: z.int().min(0).max(1_000).default(3),
  /** A lead whose own date lies further back than this when it arrives starts no clocks (R27). */
  oldAfterDays: z.number().positive().max(36_500).default(7),
  /** Over how many days the win rates of `top-performer` are counted (R16). */
  performanceWindowDays: z.int().min(1).max(3_660).default(90),
})
export type RulesetSettings = z.infer<typeof RulesetSettings>

export const Ruleset = z.strictObject({
  version: z.literal(1),
  territories: z.array(Territory).default([]),
  score: ScoreModel.optional(),
  rules: z.array(Rule).max(10_000),
  settings: RulesetSettings.prefault({}),
})
export type Ruleset = z.infer<typeof Ruleset>

/** What is wrong or doubtful in a ruleset. `where` is a path into the file: `rules[3].when.all[1].value`. */
export const RulesetFinding = z.object({
  level: z.enum(['error', 'warning']),
  code: z.string(),
  rule: z.string().nullable(),
  where: z.string(),
  message: z.string(),
})
export type RulesetFinding = z.infer<typeof RulesetFinding>

export const PublishedRuleset = z.object({
  /** Counts up with every publishing; 0 is the built-in "hold, and tell the manager" (R4). */
  ruleset: z.int().nonnegative(),
  publishedAt: EpochMs.nullable(),
  publishedBy: z.string().nullable(),
  document: Ruleset,
})
export type PublishedRuleset = z.infer<typeof PublishedRuleset>
