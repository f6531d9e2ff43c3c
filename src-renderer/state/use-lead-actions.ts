import { useCallback, useMemo } from 'react'
import type { LeadId, RepId, Seq, Stage } from '../../src-main/contract/index.ts'
import { useCommand, useDeskParts } from './hooks.ts'

/** What a person has just done to leads; the app says it, with a way back where there are `seqs`. */
export type Done =
  | { kind: 'assigned'; leadIds: readonly LeadId[]; repId: RepId; seqs: readonly Seq[] }
  | { kind: 'held' | 'discarded'; leadIds: readonly LeadId[]; seqs: readonly Seq[] }
  | { kind: 'routed'; assigned: number; waiting: number }
  | { kind: 'unpinned' | 'undone' | 'stage-set'; leadIds: readonly LeadId[] }
  | { kind: 'attempt' | 'contact' | 'noted'; leadId: LeadId }
  | { kind: 'accepted' | 'declined'; leadId: LeadId; repId: RepId }
  | { kind: 'merged' | 'told-apart'; leadId: LeadId; seqs: readonly Seq[] }

export interface LeadActions {
  assign: (leadIds: readonly LeadId[], repId: RepId) => Promise<boolean>
  hold: (leadIds: readonly LeadId[], reason?: string) => Promise<boolean>
  discard: (leadIds: readonly LeadId[], reason: string) => Promise<boolean>
  route: (leadIds: readonly LeadId[]) => Promise<boolean>
  unpin: (leadIds: readonly LeadId[]) => Promise<boolean>
  setStage: (leadIds: readonly LeadId[], stage: Stage) => Promise<boolean>
  note: (leadId: LeadId, text: string) => Promise<boolean>
  log: (leadId: LeadId, kind: 'attempt' | 'contact') => Promise<boolean>
  /** In the rep's name: they take the lead they were offered. */
  accept: (leadId: LeadId, repId: RepId) => Promise<boolean>
  decline: (leadId: LeadId, repId: RepId, reason?: string) => Promise<boolean>
  /** `otherId` becomes a duplicate of `leadId`. */
  merge: (leadId: LeadId, otherId: LeadId) => Promise<boolean>
  /** It is no duplicate of the one it was taken for. */
  tellApart: (leadId: LeadId) => Promise<boolean>
  undo: (seqs: readonly Seq[]) => Promise<boolean>
  undoLast: () => Promise<boolean>
}

let moves = 0

/** Everything a person does to leads, from whichever screen. Each answers whether it was done; what failed is told. */
export function useLeadActions(): LeadActions {
  const { store, undoStack, announce } = useDeskParts()
  const run = useCommand()

  const undo = useCallback(
    async (seqs: readonly Seq[]): Promise<boolean> => {
      const answer = await run((client) => client.lead.undo({ seqs: [...seqs] }))
      undoStack.drop(seqs)
      if (answer.ok) announce({ kind: 'undone', leadIds: [] }, () => undefined)
      return answer.ok
    },
    [run, announce, undoStack],
  )

  return useMemo<LeadActions>(() => {
    const say = (done: Done): void => {
      announce(done, (seqs) => {
        void undo(seqs)
      })
    }
    /** A step that can be taken back. */
    const step = async (command: Promise<{ ok: true; value: { seqs: Seq[] } } | { ok: false }>, done: (seqs: Seq[]) => Done) => {
      const answer = await command
      if (!answer.ok) return false
      undoStack.push(answer.value.seqs)
      say(done(answer.value.seqs))
      return true
    }
    return {
      undo,
      assign: async (leadIds, repId) => {
        moves += 1
        const key = `assign-${moves}`
        store.showMoved(key, leadIds, repId)
        const command = run((client) => client.lead.assign({ leadIds: [...leadIds], repId }))
        const ok = await step(command, (seqs) => ({ kind: 'assigned', leadIds, repId, seqs }))
        const answer = await command
        store.settleMoved(key, answer.ok ? (Math.max(0, ...answer.value.seqs) as Seq) : null)
        return ok
      },
      hold: (leadIds, reason) =>
        step(
          run((client) => client.lead.hold({ leadIds: [...leadIds], ...(reason === undefined ? {} : { reason }) })),
          (seqs) => ({ kind: 'held', leadIds, seqs }),
        ),
      discard: (leadIds, reason) =>
        step(
          run((client) => client.lead.discard({ leadIds: [...leadIds], reason })),
          (seqs) => ({ kind: 'discarded', leadIds, seqs }),
        ),
      route: async (leadIds) => {
        const answer = await run((client) => client.lead.route({ leadIds: [...leadIds] }))
        if (answer.ok) say({ kind: 'routed', ...answer.value })
        return answer.ok
      },
      unpin: async (leadIds) => {
        const answer = await run((client) => client.lead.unpin({ leadIds: [...leadIds] }))
        if (answer.ok) say({ kind: 'unpinned', leadIds })
        return answer.ok
      },
      setStage: async (leadIds, stage) => {
        const answer = await run((client) => client.lead.setStage({ leadIds: [...leadIds], stage }))
        if (answer.ok) say({ kind: 'stage-set', leadIds })
        return answer.ok
      },
      note: async (leadId, text) => {
        const answer = await run((client) => client.lead.note({ leadId, text }))
        if (answer.ok) say({ kind: 'noted', leadId })
        return answer.ok
      },
      log: async (leadId, kind) => {
        const answer = await run((client) => client.lead.log({ leadId, kind }))
        if (answer.ok) say({ kind, leadId })
        return answer.ok
      },
      accept: async (leadId, repId) => {
        const answer = await run((client) => client.lead.accept({ leadId, repId }))
        if (answer.ok) say({ kind: 'accepted', leadId, repId })
        return answer.ok
      },
      decline: async (leadId, repId, reason) => {
        const answer = await run((client) => client.lead.decline({ leadId, repId, ...(reason === undefined ? {} : { reason }) }))
        if (answer.ok) say({ kind: 'declined', leadId, repId })
        return answer.ok
      },
      merge: (leadId, otherId) =>
        step(
          run((client) => client.lead.merge({ leadId, otherId })),
          (seqs) => ({ kind: 'merged', leadId, seqs }),
        ),
      tellApart: (leadId) =>
        step(
          run((client) => client.lead.tellApart({ leadId })),
          (seqs) => ({ kind: 'told-apart', leadId, seqs }),
        ),
      undoLast: async () => {
        const seqs = undoStack.pop()
        return seqs === null ? false : undo(seqs)
      },
    }
  }, [run, store, undoStack, announce, undo])
}
