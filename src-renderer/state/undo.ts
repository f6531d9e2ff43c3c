import type { Seq } from '../../src-main/contract/index.ts'

/** The steps of this page that can be taken back, the last one first. */
export interface UndoStack {
  push(seqs: readonly Seq[]): void
  /** The last step is one that can't be taken back: the one before it is not meant. */
  bar(): void
  /** The last step, taken off the stack; empty for one that can't be taken back. */
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
    bar: () => {
      if (steps.at(-1)?.length !== 0) steps.push([])
      if (steps.length > DEPTH) steps.shift()
    },
    pop: () => steps.pop() ?? null,
    drop: (seqs) => {
      const at = steps.indexOf(seqs)
      if (at >= 0) steps.splice(at, 1)
    },
  }
}
