/** Things due at moments, handed out in the order of the moments; those of one moment in the order they were put in. */
export class DueHeap<Item> {
  readonly #items: { at: number; turn: number; item: Item }[] = []
  #turn = 0

  /** When the next is due; infinity when there is none. */
  get nextAt(): number {
    return this.#items[0]?.at ?? Number.POSITIVE_INFINITY
  }

  push(at: number, item: Item): void {
    const items = this.#items
    const added = { at, turn: this.#turn++, item }
    let place = items.length
    items.push(added)
    while (place > 0) {
      const parent = (place - 1) >> 1
      if (!isBefore(added, items[parent]!)) break
      items[place] = items[parent]!
      place = parent
    }
    items[place] = added
  }

  /** The next one; undefined when there is none. */
  pop(): Item | undefined {
    const items = this.#items
    const first = items[0]
    const last = items.pop()
    if (first === undefined || last === undefined) return undefined
    if (items.length > 0) this.#sink(last)
    return first.item
  }

  #sink(sinking: { at: number; turn: number; item: Item }): void {
    const items = this.#items
    let place = 0
    for (;;) {
      let child = 2 * place + 1
      if (child >= items.length) break
      if (child + 1 < items.length && isBefore(items[child + 1]!, items[child]!)) child++
      if (!isBefore(items[child]!, sinking)) break
      items[place] = items[child]!
      place = child
    }
    items[place] = sinking
  }
}

const isBefore = (a: { at: number; turn: number }, b: { at: number; turn: number }): boolean =>
  a.at < b.at || (a.at === b.at && a.turn < b.turn)
