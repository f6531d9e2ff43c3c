import { formatNumber, formatPercent, plural } from './formats.ts'
import { inLanguage } from './language.ts'

export const simulationText = inLanguage('simulationText', {
  title: 'Try on past leads',
  intro: 'The draft and the published rules give out the same leads, side by side. Nothing is written.',
  source: 'Which leads',
  sources: { past: 'Leads of the desk', file: 'A file (CSV, Excel)' },
  period: 'Period',
  periods: { '7': 'Last 7 days', '30': 'Last 30 days', '90': 'Last 90 days', custom: 'From – to' },
  from: 'From',
  to: 'To',
  backwards: 'The period ends before it begins.',
  file: {
    choose: 'Choose a file',
    other: 'Choose another file',
    drop: 'Try the leads of this file',
    hint: 'Or drag it here. Its leads are tried as if they came in now; none is taken in.',
    sending: (name: string): string => `Reading ${name}…`,
    ready: (name: string): string => `${name} is read.`,
    columns: (columns: string): string => `Taken from it: ${columns}.`,
    unmatched: (headers: string): string => `Kept as it is: ${headers}.`,
    empty: (name: string): string => `${name} is empty.`,
    refused: 'One file at a time, and no folder.',
  },
  run: 'Try them',
  again: 'Try again',
  cancel: 'Stop',
  progress: 'Trying leads',
  done: (done: number, total: number): string => `${formatNumber(done)} of ${plural(total, 'lead', 'leads')}`,
  starting: 'Gathering the leads…',
  cannot: 'The rules have errors, so nothing can be tried. Mend them first.',
  stale: 'The draft has changed since.',
  noLeads: {
    title: 'No leads in this period',
    body: 'There is nothing to try the rules on. Choose a longer period, or the leads of a file.',
  },
  noLeadsInFile: {
    title: 'No leads in this file',
    body: 'No row of it says how to reach anyone. Look at it under Intake, where its columns can be matched by hand.',
  },
  side: { published: 'Published', draft: 'Draft', change: 'Change' },
  measures: {
    title: 'Side by side',
    measure: 'Measure',
    assigned: 'Given to a rep',
    waiting: 'Still waiting at the end',
    discarded: 'Discarded',
    p50: 'Typical wait of those that had to',
    p95: 'Wait of all but 1 in 20',
    breaches: 'First contact too late',
    jain: 'Evenness (1 is even)',
    gap: 'Furthest from a fair share',
    noClock: 'no clock',
    noWait: 'none waited',
    unknown: '–',
    same: 'the same',
  },
  reps: {
    title: 'Who gets how many',
    rep: 'Rep',
    weight: 'Weight',
    fair: 'Fair share',
    value: 'Value by the draft',
    asTable: 'As a table',
    asChart: 'As a chart',
    legend: { published: 'Published', draft: 'Draft', fair: 'Fair share of the draft' },
    from: (published: number, draft: number): string => `${formatNumber(published)} → ${formatNumber(draft)}`,
    none: 'Nobody gets any.',
  },
  moves: {
    title: 'What moves',
    from: 'From',
    to: 'To',
    leads: 'Leads',
    value: 'Value',
    nobody: 'Nobody',
    none: 'Every lead goes where it went before.',
    examples: 'For example',
    example: (name: string, from: string, to: string): string => `${name}: ${from} → ${to}`,
  },
  gaps: {
    title: 'Rules and gaps',
    neverHit: (count: number): string => `${plural(count, 'rule', 'rules')} never decided a lead:`,
    allHit: 'Every rule that is on decided at least one lead.',
    uncovered: (count: number): string =>
      count === 1
        ? '1 lead fits no rule and would wait for you:'
        : `${formatNumber(count)} leads fit no rule and would wait for you:`,
    covered: 'Every lead fits a rule.',
  },
  toll: {
    title: 'What each condition turns away',
    hint: 'Counted where it was the first condition of its rule that did not hold.',
    rule: 'Rule',
    condition: 'Condition',
    turnedAway: 'Turned away',
    none: 'No condition turned a lead away.',
    reps: 'Why reps were passed over',
    reason: 'Reason',
    times: 'Times',
  },
  assumptions: 'Taken for granted',
  unnamed: 'No name',
})

/** Sentences over the comparison. A difference is draft less published, and never nought in `fewer`, `more`, `lower` and `higher`. */
export const simulationSentence = inLanguage('simulationSentence', {
  headline: (moved: number, leads: number, waiting: number): string => {
    const first = `${moved === 0 ? 'None' : formatNumber(moved)} of ${plural(leads, 'lead', 'leads')} would go elsewhere`
    if (waiting === 0) return `${first}; as many would wait as now.`
    return `${first}; ${formatNumber(Math.abs(waiting))} ${waiting < 0 ? 'fewer' : 'more'} would wait.`
  },
  fewer: (count: string): string => `${count} fewer`,
  more: (count: string): string => `${count} more`,
  lower: (value: string): string => `${value} lower`,
  higher: (value: string): string => `${value} higher`,
})

/** "312 of 4,120 leads would go elsewhere; 14 fewer would wait." `waiting` is draft less published. */
export const headline = simulationSentence.headline

/** "14 fewer", "2 more", "the same". */
export function moreOrFewer(difference: number): string {
  if (difference === 0) return simulationText.measures.same
  const count = formatNumber(Math.abs(difference))
  return difference < 0 ? simulationSentence.fewer(count) : simulationSentence.more(count)
}

/** "0.15 higher", "4 min lower", "the same". */
export function higherOrLower(difference: number, said: (value: number) => string): string {
  if (difference === 0) return simulationText.measures.same
  const value = said(Math.abs(difference))
  return difference < 0 ? simulationSentence.lower(value) : simulationSentence.higher(value)
}

export const shareSaid = (share: number): string => formatPercent(share)
