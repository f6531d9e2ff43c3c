import { walkMarkup } from './markup.ts'

/** An element of an ADF document. Names are lower-cased: programs write them either way. */
export interface Element {
  name: string
  attributes: Readonly<Record<string, string>>
  text: string
  children: Element[]
  /** True when the document ended inside it. */
  isTorn: boolean
}

/** A lead takes some dozens of elements; nobody sends a thousand leads in one mail. */
const MOST_ELEMENTS = 50_000

/**
 * Reads the `adf` element of a text, wherever it begins: behind blank lines, declarations in any order and processing instructions that
 * are none. Null when there is none.
 */
export function readAdf(text: string): Element | null {
  const start = /<adf[\s>]/i.exec(text)?.index
  if (start === undefined) return null
  let root: Element | null = null
  let isOver = false
  let count = 0
  const open: Element[] = []
  walkMarkup(text.slice(start), 'xml', {
    open(name, attributes) {
      if (isOver || ++count > MOST_ELEMENTS) return
      const element: Element = { name, attributes, text: '', children: [], isTorn: false }
      open.at(-1)?.children.push(element)
      root ??= element
      open.push(element)
    },
    close(name, isImplied) {
      const element = open.at(-1)
      if (isOver || element?.name !== name) return
      element.isTorn = isImplied
      open.pop()
      isOver = open.length === 0
    },
    text(text) {
      const element = open.at(-1)
      if (element && !isOver) element.text += text
    },
  })
  return root
}

export function childrenOf(element: Element | undefined, ...names: readonly string[]): Element[] {
  return element?.children.filter((child) => names.includes(child.name)) ?? []
}

export function childOf(element: Element | undefined, ...names: readonly string[]): Element | undefined {
  return childrenOf(element, ...names)[0]
}

/** The text of an element and all below it, on one line unless it is a longer one. */
export function textOf(element: Element | undefined): string {
  return element?.text.trim() ?? ''
}
