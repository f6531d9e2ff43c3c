import { checkRules, publishRules, readRules, tryLead } from '../../desk/rules.ts'
import { os } from '../os.ts'

const HITS_WINDOW_MS = 30 * 24 * 3_600_000

export const ruleTopic = os.rule.router({
  read: os.rule.read.handler(({ context }) => readRules(context.served.desk)),
  check: os.rule.check.handler(async ({ input, context }) => ({
    findings: await checkRules(context.served.desk, input.document),
  })),
  publish: os.rule.publish.handler(({ input, context }) =>
    publishRules(context.served.desk, {
      document: input.document,
      note: input.note ?? null,
      actor: context.actor,
      file: null,
    }),
  ),
  versions: os.rule.versions.handler(({ context }) => context.served.desk.store.rulesetVersions()),
  readVersion: os.rule.readVersion.handler(({ input, context }) => context.served.desk.store.rulesetVersion(input.ruleset)),
  trial: os.rule.trial.handler(({ input, context }) => tryLead(context.served.desk, input)),
  hits: os.rule.hits.handler(({ context }) => {
    const { store, clock } = context.served.desk
    return store.ruleHits(clock.now() - HITS_WINDOW_MS)
  }),
})
