import { acceptOffer } from '../../desk/accept-offer.ts'
import { addLead } from '../../desk/add-lead.ts'
import { assignLeads } from '../../desk/assign-leads.ts'
import { declineOffer } from '../../desk/decline-offer.ts'
import { discardLeads } from '../../desk/discard-leads.ts'
import { explainLead } from '../../desk/explain-lead.ts'
import { holdLeads } from '../../desk/hold-leads.ts'
import { logTouch } from '../../desk/log-touch.ts'
import { mergeLeads } from '../../desk/merge-leads.ts'
import { noteLead } from '../../desk/note-lead.ts'
import { routeLeads } from '../../desk/route-leads.ts'
import { setStage } from '../../desk/set-stage.ts'
import { tellApart } from '../../desk/tell-apart.ts'
import { undoSteps } from '../../desk/undo-steps.ts'
import { unpinLeads } from '../../desk/unpin-leads.ts'
import { whatIf } from '../../desk/what-if.ts'
import { notBuilt, os } from '../os.ts'

const MOST_COUNTED = 10_000

export const leadTopic = os.lead.router({
  page: os.lead.page.handler(({ input, context }) =>
    context.served.desk.store.leadPage(input.filter, input.order, input.after ?? null, input.limit),
  ),
  count: os.lead.count.handler(async ({ input, context }) => {
    const count = await context.served.desk.store.leadCount(input.filter, MOST_COUNTED + 1)
    return { count: Math.min(count, MOST_COUNTED), isMore: count > MOST_COUNTED }
  }),
  stageTotals: os.lead.stageTotals.handler(({ input, context }) => context.served.desk.store.stageTotals(input.filter)),
  edit: os.lead.edit.handler(() => notBuilt()),
  read: os.lead.read.handler(({ input, context }) => context.served.desk.store.leadDetail(input.leadId)),
  why: os.lead.why.handler(({ input, context }) => explainLead(context.served.desk, input.leadId)),
  whatIf: os.lead.whatIf.handler(({ input, context }) => whatIf(context.served.desk, input)),
  add: os.lead.add.handler(({ input: { route, ...draft }, context }) =>
    addLead(context.served.desk, { draft, route, actor: context.actor }),
  ),
  assign: os.lead.assign.handler(async ({ input, context }) => ({
    seqs: await assignLeads(context.served.desk, { ...input, actor: context.actor }),
  })),
  undo: os.lead.undo.handler(async ({ input, context }) => {
    await undoSteps(context.served.desk, { ...input, actor: context.actor })
  }),
  hold: os.lead.hold.handler(async ({ input, context }) => ({
    seqs: await holdLeads(context.served.desk, { ...input, reason: input.reason ?? null, actor: context.actor }),
  })),
  discard: os.lead.discard.handler(async ({ input, context }) => ({
    seqs: await discardLeads(context.served.desk, { ...input, actor: context.actor }),
  })),
  route: os.lead.route.handler(({ input, context }) => routeLeads(context.served.desk, { ...input, actor: context.actor })),
  unpin: os.lead.unpin.handler(async ({ input, context }) => {
    await unpinLeads(context.served.desk, { ...input, actor: context.actor })
  }),
  accept: os.lead.accept.handler(async ({ input, context }) => {
    await acceptOffer(context.served.desk, { ...input, actor: context.actor })
  }),
  decline: os.lead.decline.handler(async ({ input, context }) => {
    await declineOffer(context.served.desk, { ...input, reason: input.reason ?? null, actor: context.actor })
  }),
  merge: os.lead.merge.handler(async ({ input, context }) => ({
    seqs: await mergeLeads(context.served.desk, { ...input, actor: context.actor }),
  })),
  possibleDuplicates: os.lead.possibleDuplicates.handler(({ input, context }) =>
    context.served.desk.store.possibleDuplicates(input.after ?? null, input.limit),
  ),
  tellApart: os.lead.tellApart.handler(async ({ input, context }) => ({
    seqs: await tellApart(context.served.desk, { ...input, actor: context.actor }),
  })),
  note: os.lead.note.handler(async ({ input, context }) => ({
    seqs: await noteLead(context.served.desk, { ...input, actor: context.actor }),
  })),
  log: os.lead.log.handler(async ({ input, context }) => ({
    seqs: await logTouch(context.served.desk, { ...input, actor: context.actor }),
  })),
  setStage: os.lead.setStage.handler(async ({ input, context }) => ({
    seqs: await setStage(context.served.desk, { ...input, actor: context.actor }),
  })),
})
