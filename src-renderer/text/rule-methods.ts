import type { Destination, Method } from '../../src-main/contract/index.ts'
import { formatNumber, formatPercent } from './formats.ts'
import { inLanguage } from './language.ts'
import { minutesSaid } from './rule-terms.ts'

const percent = (share: number): string => formatPercent(share / 100)

export const methodsText = inLanguage('methodsText', {
  maxLoad: 'Pass over whoever carries more than … times the usual load',
  maxLoadHint: 'Usual: what the one in the middle of the reps carries. 1.5 unless said.',
  tier: (at: number): string => `Group ${formatNumber(at + 1)}`,
  addTier: 'Add a group',
  tierUp: (at: number): string => `Move group ${formatNumber(at + 1)} up`,
  tierDown: (at: number): string => `Move group ${formatNumber(at + 1)} down`,
  removeTier: (at: number): string => `Remove group ${formatNumber(at + 1)}`,
  shares: 'Percentage of each',
  shareOf: (name: string): string => `Percentage of ${name}`,
  notInPool: 'not among these reps',
  removeShare: (name: string): string => `Take the percentage of ${name} away`,
  shareLeft: (sum: number, left: number): string =>
    `Sum ${percent(sum)}. ${percent(left)} is left, shared by weight among those without a percentage.`,
  shareUnused: (sum: number, left: number): string =>
    `Sum ${percent(sum)}. Everyone has a percentage and ${percent(left)} is left: raise one, or leave one empty.`,
  shareOver: (sum: number): string => `Sum ${percent(sum)}: more than the whole. Lower one.`,
  shareWhole: (others: number): string => (others === 0 ? 'Sum 100%.' : 'Sum 100%. Those without a percentage get nothing.'),
  shareWindow: 'Counted over the last',
  shareWindowUnit: 'days',
  maxWait: 'Let a lead wait for whoever’s turn it is, at most',
  maxWaitHint: 'Hot leads never wait for that.',
  nobody: 'There is nobody to share among yet.',
  ownerFirst: 'Whoever owns this person or company gets it first',
  ifNotHere: 'If the owner is not here',
  ifNotHereChoices: {
    'go-on': 'Go on with the others at once',
    wait: 'Wait for the owner',
    backup: 'Give it to whoever stands in',
  },
  wait: 'Wait at most',
  backup: 'Who stands in',
})

/** How a method is named inside a sentence. */
export const METHOD_SAID = inLanguage<Readonly<Record<Method, string>>>('METHOD_SAID', {
  'round-robin': 'in turn',
  weighted: 'by weight',
  'least-loaded': 'to the least loaded',
  'longest-idle': 'to whoever has waited longest',
  'top-performer': 'to whoever wins most',
  tiers: 'in steps',
  claim: 'to whoever accepts first',
  share: 'by percentage',
})

export const ownerFirstText = inLanguage('ownerFirstText', {
  goOn: 'owner first',
  wait: (span: string): string => `owner first, waiting ${span} for them`,
  backup: (rep: string): string => `owner first, else ${rep}`,
  missing: '…',
})

type Pool = Extract<Destination, { to: 'pool' }>

/** "by percentage (Mia 60%, Tom 40%)", "in turn". */
export function methodSaid(to: Pool, nameOf: (email: string) => string): string {
  const shares = to.by === 'share' ? Object.entries(to.shares ?? {}) : []
  if (shares.length === 0) return METHOD_SAID[to.by]
  return `${METHOD_SAID.share} (${shares.map(([email, share]) => `${nameOf(email)} ${percent(share)}`).join(', ')})`
}

/** "owner first", "owner first, waiting 30 minutes for them"; null when it is off. */
export function ownerFirstSaid(ownerFirst: Pool['ownerFirst'], nameOf: (email: string) => string): string | null {
  if (ownerFirst === undefined || ownerFirst === false) return null
  if (ownerFirst === true || ownerFirst.ifNotHere === 'go-on') return ownerFirstText.goOn
  const { missing } = ownerFirstText
  if (ownerFirst.ifNotHere === 'wait')
    return ownerFirstText.wait(ownerFirst.waitMinutes === undefined ? missing : minutesSaid(ownerFirst.waitMinutes))
  return ownerFirstText.backup(ownerFirst.backup === undefined ? missing : nameOf(ownerFirst.backup))
}
