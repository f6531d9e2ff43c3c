import { useCallback, useMemo } from 'react'
import type { LeadDraft, LeadId, RepId, Seq, Stage } from '../../src-main/contract/index.ts'
import type { DeskClient } from '../bridge/create-desk-client.ts'
import type { Destination } from './desk-state.ts'
import { inPieces, type WorkKind } from './in-pieces.ts'
import { useCommand, useDeskParts } from './hooks.ts'

/** What a person has just done to leads; the app says it, with a way back where there are `seqs`. */
export type Done =
  | { kind: 'assigned'; leadIds: readonly LeadId[]; repId: RepId; seqs: readonly Seq[] }
  | { kind: 'held' | 'discarded' | 'stage-set'; leadIds: readonly LeadId[]; seqs: readonly Seq[] }
  | { kind: 'not-undoable' }
  | { kind: 'routed'; assigned: number; waiting: number }
  | { kind: 'unpinned' | 'undone'; leadIds: readonly LeadId[] }
  | { kind: 'attempt' | 'contact' | 'noted' | 'edited'; leadId: LeadId; seqs: readonly Seq[] }
  | { kind: 'accepted' | 'declined'; leadId: LeadId; repId: RepId }
  | { kind: 'merged' | 'told-apart'; leadId: LeadId; seqs: readonly Seq[] }

export type EditedFields = Partial<Omit<LeadDraft, 'stage' | 'receivedAt'>>

export interface LeadActions {
  assign: (leadIds: readonly LeadId[], repId: RepId) => Promise<boolean>
  hold: (leadIds: readonly LeadId[], reason?: string) => Promise<boolean>
  discard: (leadIds: readonly LeadId[], reason: string) => Promise<boolean>
  route: (leadIds: readonly LeadId[]) => Promise<boolean>
  unpin: (leadIds: readonly LeadId[]) => Promise<boolean>
  setStage: (leadIds: readonly LeadId[], stage: Stage) => Promise<boolean>
  note: (leadId: LeadId, text: string) => Promise<boolean>
  log: (leadId: LeadId, kind: 'attempt' | 'contact') => Promise<boolean>
  /** These fields and no others. Answers what is wrong with which, for it to be said there; null when it was done. */
  edit: (leadId: LeadId, fields: EditedFields) => Promise<{ field: string; reason: string } | null>
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

/** What was done, with the numbers of its steps; `isAll` unless it was stopped or refused on the way. null when nothing was. */
type Stepping = Promise<{ seqs: Seq[]; leadIds: LeadId[]; isAll: boolean } | null>

let moves = 0

/** Everything a person does to leads, from whichever screen. Each answers whether all of it was done; what failed is told. */
export function useLeadActions(): LeadActions {
  const { store, undoStack, announce, tell } = useDeskParts()
  const run = useCommand()

  const undo = useCallback(
    async (seqs: readonly Seq[]): Promise<boolean> => {
      const answer = await run((client) => client.lead.undo({ seqs: [...seqs] }))
      undoStack.drop(seqs)
      // Nothing was taken back: the next try is for this step again.
      if (!answer.ok && answer.fault.code === 'connection-lost') undoStack.push(seqs)
      if (answer.ok) announce({ kind: 'undone', leadIds: [] }, () => undefined)
      return answer.ok
    },
    [run, announce, undoStack],
  )

  return useMemo<LeadActions>(() => {
    const say = (done: Done): void => {
      if (!('seqs' in done) || done.seqs.length === 0) undoStack.bar()
      announce(done, (seqs) => {
        void undo(seqs)
      })
    }
    const stepping = async (
      kind: WorkKind,
      leadIds: readonly LeadId[],
      command: (client: DeskClient, leadIds: LeadId[]) => Promise<{ seqs: Seq[] }>,
    ): Stepping => {
      const answer = await inPieces(kind, leadIds, (piece) => run((client) => command(client, piece)))
      if (answer === null) return null
      const { done, values } = answer
      return { leadIds: done, seqs: values.flatMap(({ seqs }) => seqs), isAll: done.length === leadIds.length }
    }
    const steppingOne = async (leadId: LeadId, command: (client: DeskClient) => Promise<{ seqs: Seq[] }>): Stepping => {
      const answer = await run(command)
      return answer.ok ? { leadIds: [leadId], seqs: answer.value.seqs, isAll: true } : null
    }
    /** A step that can be taken back. */
    const step = async (command: Stepping, done: (seqs: Seq[], leadIds: LeadId[]) => Done) => {
      const answer = await command
      if (answer === null) return false
      undoStack.push(answer.seqs)
      say(done(answer.seqs, answer.leadIds))
      return answer.isAll
    }
    /** A step that is seen on the board before the desk has said so. */
    const move = async (
      leadIds: readonly LeadId[],
      to: Destination,
      command: Stepping,
      done: (seqs: Seq[], leadIds: LeadId[]) => Done,
    ) => {
      moves += 1
      const key = `move-${moves}`
      store.showMoved(key, leadIds, to)
      const ok = await step(command, done)
      const answer = await command
      store.settleMoved(key, answer === null ? null : (Math.max(0, ...answer.seqs) as Seq))
      return ok
    }
    return {
      undo,
      assign: (leadIds, repId) =>
        move(
          leadIds,
          { repId },
          stepping('assign', leadIds, (client, some) => client.lead.assign({ leadIds: some, repId })),
          (seqs, done) => ({ kind: 'assigned', leadIds: done, repId, seqs }),
        ),
      hold: (leadIds, reason) =>
        step(
          stepping('hold', leadIds, (client, some) =>
            client.lead.hold({ leadIds: some, ...(reason === undefined ? {} : { reason }) }),
          ),
          (seqs, done) => ({ kind: 'held', leadIds: done, seqs }),
        ),
      discard: (leadIds, reason) =>
        step(
          stepping('discard', leadIds, (client, some) => client.lead.discard({ leadIds: some, reason })),
          (seqs, done) => ({ kind: 'discarded', leadIds: done, seqs }),
        ),
      route: async (leadIds) => {
        const answer = await inPieces('route', leadIds, (piece) => run((client) => client.lead.route({ leadIds: piece })))
        if (answer === null) return false
        const sum = (part: 'assigned' | 'waiting'): number => answer.values.reduce((all, value) => all + value[part], 0)
        say({ kind: 'routed', assigned: sum('assigned'), waiting: sum('waiting') })
        return answer.done.length === leadIds.length
      },
      unpin: async (leadIds) => {
        const answer = await run((client) => client.lead.unpin({ leadIds: [...leadIds] }))
        if (answer.ok) say({ kind: 'unpinned', leadIds })
        return answer.ok
      },
      setStage: (leadIds, stage) =>
        move(
          leadIds,
          { stage },
          stepping('stage', leadIds, (client, some) => client.lead.setStage({ leadIds: some, stage })),
          (seqs, done) => ({ kind: 'stage-set', leadIds: done, seqs }),
        ),
      note: (leadId, text) =>
        step(
          steppingOne(leadId, (client) => client.lead.note({ leadId, text })),
          (seqs) => ({ kind: 'noted', leadId, seqs }),
        ),
      log: (leadId, kind) =>
        step(
          steppingOne(leadId, (client) => client.lead.log({ leadId, kind })),
          (seqs) => ({ kind, leadId, seqs }),
        ),
      edit: async (leadId, fields) => {
        const answer = await run((client) => client.lead.edit({ leadId, fields }), { isQuiet: true })
        if (!answer.ok) {
          if (answer.fault.code === 'bad-input') return answer.fault.data
          tell(answer.fault)
          return { field: '', reason: '' }
        }
        const { seqs } = answer.value
        undoStack.push(seqs)
        if (seqs.length > 0) say({ kind: 'edited', leadId, seqs })
        return null
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
          steppingOne(leadId, (client) => client.lead.merge({ leadId, otherId })),
          (seqs) => ({ kind: 'merged', leadId, seqs }),
        ),
      tellApart: (leadId) =>
        step(
          steppingOne(leadId, (client) => client.lead.tellApart({ leadId })),
          (seqs) => ({ kind: 'told-apart', leadId, seqs }),
        ),
      undoLast: async () => {
        const seqs = undoStack.pop()
        if (seqs === null) return false
        if (seqs.length > 0) return undo(seqs)
        announce({ kind: 'not-undoable' }, () => undefined)
        return false
      },
    }
  }, [run, store, undoStack, announce, tell, undo])
}
