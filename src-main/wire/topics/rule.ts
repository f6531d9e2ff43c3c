import { compareRules } from '../../desk/compare-rules.ts'
import { nextInTurn } from '../../desk/next-in-turn.ts'
import { dropDraft, readDraft, saveDraft } from '../../desk/rule-drafts.ts'
import { checkRules, publishRules, readRules, tryLead } from '../../desk/rules.ts'
import { simulateRules } from '../../desk/simulate-rules.ts'
import { carryStreamErrors } from '../carry-errors.ts'
import { os } from '../os.ts'

const HITS_WINDOW_MS = 30 * 24 * 3_600_000

export const ruleTopic = os.rule.router({
  read: os.rule.read.handler(({ input, context }) => readRules(context.served.desk, input.language)),
  check: os.rule.check.handler(async ({ input, context }) => ({
    findings: await checkRules(context.served.desk, input.document, input.language),
  })),
  publish: os.rule.publish.handler(({ input, context }) =>
    publishRules(context.served.desk, {
      document: input.document,
      note: input.note ?? null,
      actor: context.actor,
      file: null,
      language: input.language,
    }),
  ),
  versions: os.rule.versions.handler(({ context }) => context.served.desk.store.rulesetVersions()),
  readVersion: os.rule.readVersion.handler(({ input, context }) => context.served.desk.store.rulesetVersion(input.ruleset)),
  readDraft: os.rule.readDraft.handler(({ context }) => readDraft(context.served.desk)),
  saveDraft: os.rule.saveDraft.handler(({ input, context }) =>
    saveDraft(context.served.desk, { ...input, actor: context.actor }),
  ),
  dropDraft: os.rule.dropDraft.handler(({ context }) => dropDraft(context.served.desk, { actor: context.actor })),
  compare: os.rule.compare.handler(({ input, context }) => compareRules(context.served.desk, input)),
  simulate: os.rule.simulate.handler(async ({ input, context, signal }) => {
    const { desk, intake } = context.served
    const updates = await simulateRules(desk, input, intake.rehearseRows, signal)
    return carryStreamErrors(updates, 'rule.simulate', desk.log)
  }),
  trial: os.rule.trial.handler(({ input, context }) => tryLead(context.served.desk, input)),
  hits: os.rule.hits.handler(({ context }) => {
    const { store, clock } = context.served.desk
    return store.ruleHits(clock.now() - HITS_WINDOW_MS)
  }),
  nextInTurn: os.rule.nextInTurn.handler(({ context }) => nextInTurn(context.served.desk)),
})
