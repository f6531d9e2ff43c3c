import type { Seq } from '../../src-main/contract/index.ts'

/** The steps of this page that can be taken back, the last one first. */
export interface UndoStack {
  push(seqs: readonly Seq[]): void
  /** The last step, taken off the stack. */
  pop(): readonly Seq[] | null
  /** Takes one off that was undone some other way. */
  drop(seqs: readonly Seq[]): void
}

const DEPTH = 50

export function createUndoStack(): UndoStack {
  const steps: (readonly Seq[])[] = []
  return {
    push: (seqs) => {
      if (seqs.length === 0) return
      steps.push(seqs)
      if (steps.length > DEPTH) steps.shift()
    },
    pop: () => steps.pop() ?? null,
    drop: (seqs) => {
      const at = steps.indexOf(seqs)
      if (at >= 0) steps.splice(at, 1)
    },
  }
}
