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
import { os } from '../os.ts'
import { countFor, detailFor, ownFilter, pageFor, whyFor } from '../rep-sight.ts'
import { eyesOf } from '../seat.ts'

const MOST_COUNTED = 10_000

export const leadTopic = os.lead.router({
  page: os.lead.page.handler(({ input, context: { served, sitting }, signal }) => {
    const { store } = served.desk
    const { filter, order, after = null, limit } = input
    const eyes = eyesOf(sitting)
    return eyes === null
      ? store.leadPage(filter, order, after, limit, signal)
      : pageFor(store, eyes, { filter, order, after, limit }, signal)
  }),
  count: os.lead.count.handler(async ({ input: { filter }, context: { served, sitting }, signal }) => {
    const { store } = served.desk
    const most = MOST_COUNTED + 1
    const eyes = eyesOf(sitting)
    const count = await (eyes === null ? store.leadCount(filter, most, signal) : countFor(store, eyes, filter, most))
    return { count: Math.min(count, MOST_COUNTED), isMore: count > MOST_COUNTED }
  }),
  stageTotals: os.lead.stageTotals.handler(({ input: { filter }, context: { served, sitting } }) => {
    const eyes = eyesOf(sitting)
    return served.desk.store.stageTotals(eyes === null ? filter : ownFilter(filter, eyes))
  }),
  edit: os.lead.edit.handler(async ({ input, context }) => ({
    seqs: await context.served.intake.editFields({ ...input, actor: context.actor }),
  })),
  read: os.lead.read.handler(async ({ input, context: { served, sitting } }) => {
    const detail = await served.desk.store.leadDetail(input.leadId)
    const eyes = eyesOf(sitting)
    return eyes === null ? detail : detailFor(detail, eyes)
  }),
  why: os.lead.why.handler(async ({ input, context: { served, sitting } }) => {
    const why = await explainLead(served.desk, input.leadId, input.language)
    const eyes = eyesOf(sitting)
    return eyes === null ? why : whyFor(why, await served.desk.store.leadDetail(input.leadId), eyes)
  }),
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
