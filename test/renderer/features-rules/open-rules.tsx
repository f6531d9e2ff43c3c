import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event'
import { fireEvent, screen } from '@testing-library/react'
import {
  type Rule,
  type RuleId,
  type Ruleset,
  type RulesetFinding,
  RulesetSettings,
  type SimulationUpdate,
} from '../../../src-main/contract/index.ts'
import { RulesScreen } from '../../../src-renderer/features/rules/RulesScreen.tsx'
import { aRep, NOON, repId } from '../helpers/builders.ts'
import { type FakeDesk, fakeDesk, type Handlers } from '../helpers/fake-desk.ts'
import { renderDesk } from '../helpers/render-desk.tsx'
import { aReport } from './reports.ts'

export const aRule = (id: string, name: string, parts: Partial<Rule> = {}): Rule => ({
  id: id as RuleId,
  name,
  enabled: true,
  when: { field: 'country', op: 'within', value: ['DACH'] },
  then: { to: 'pool', pool: { team: 'Sales' }, by: 'weighted' },
  otherwise: 'next',
  ...parts,
})

export const documentOf = (...rules: Rule[]): Ruleset => ({
  version: 1,
  territories: [],
  rules,
  settings: RulesetSettings.parse({}),
})

interface OpenOptions {
  handlers?: Handlers
  findings?: RulesetFinding[]
  /** What `rule.simulate` tells; a run without a report never ends by itself. */
  updates?: SimulationUpdate[]
}

/** The rules screen over a fake desk with one published version, a draft it remembers, and no past leads. */
export function openRules(document: Ruleset, { handlers = {}, findings = [], updates }: OpenOptions = {}) {
  let saved: { document: unknown; savedAt: number; savedBy: string; basedOn: number } | null = null
  let published = { ruleset: 1, document }
  const desk = fakeDesk({
    reps: [aRep({ id: repId(1), name: 'Mia' }), aRep({ id: repId(2), name: 'Tom' })],
    handlers: {
      'rule.read': () => ({ ...published, publishedAt: NOON, publishedBy: 'manager', findings }),
      'rule.readDraft': () => saved,
      'rule.saveDraft': (draft: { document: unknown; basedOn: number }) => {
        saved = { ...draft, savedAt: NOON, savedBy: 'manager' }
      },
      'rule.dropDraft': () => {
        saved = null
      },
      'rule.check': () => ({ findings }),
      'rule.compare': () => [],
      'rule.hits': () => ({ a: 12 }),
      'rule.versions': () => [
        { ruleset: 1, publishedAt: NOON, publishedBy: 'manager', rules: 2, note: null },
        { ruleset: 0, publishedAt: NOON, publishedBy: 'manager', rules: 1, note: 'Before the fair' },
      ],
      'rule.publish': (next: { document: Ruleset }) => {
        published = { ruleset: published.ruleset + 1, document: next.document }
        return { ruleset: published.ruleset, findings: [] }
      },
      ...handlers,
    },
  })
  simulates(desk, updates ?? [{ kind: 'report', report: aReport({ leads: 0 }) }])
  renderDesk(<RulesScreen />, desk)
  // Whether the pointer may reach an element is a matter of styles, which are not here; asking takes long.
  return { desk, user: userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never }) }
}

/** The fake's own calls answer once; this one tells several things, and is over when it is cancelled. */
function simulates(desk: FakeDesk, updates: readonly SimulationUpdate[]): void {
  const simulate = (input: unknown, { signal }: { signal: AbortSignal }): Promise<AsyncGenerator<SimulationUpdate>> => {
    desk.calls.push({ name: 'rule.simulate', input })
    return Promise.resolve(tell(updates, signal))
  }
  Object.assign(desk.client.rule, { simulate })
}

async function* tell(updates: readonly SimulationUpdate[], signal: AbortSignal): AsyncGenerator<SimulationUpdate> {
  yield* updates
  if (updates.at(-1)?.kind === 'report') return
  await new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(new DOMException('cancelled', 'AbortError'))
    })
  })
}

export const list = () => screen.findByRole('list', { name: 'Rules in order' })

export const callsOf = (desk: FakeDesk, name: string): unknown[] =>
  desk.calls.filter((call) => call.name === name).map((call) => call.input)

export const published = (desk: FakeDesk) => callsOf(desk, 'rule.publish')[0] as { document: Ruleset; note?: string } | undefined

/** Writes a whole text at once; letter by letter the screen is drawn for each. */
export function fill(input: HTMLElement, text: string): void {
  fireEvent.change(input, { target: { value: text } })
}
