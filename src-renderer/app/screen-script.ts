import { type ComponentType, createElement, lazy, useState } from 'react'

/** A part of the program with a script of its own. */
export interface ScreenScript<Props extends object> {
  /** Fetches the script; once is enough. */
  load: () => Promise<void>
  /** Draws the part, and waits for its script where it is not there yet. */
  Part: ComponentType<Props>
}

/**
 * React draws nothing new for 300 ms behind whatever it had to wait for once, so what is there already must not go through `lazy`: the
 * idle page fetches all of them (`loadWhenIdle`), and only who is quicker than that waits.
 */
export function screenScript<Props extends object = object>(fetched: () => Promise<ComponentType<Props>>): ScreenScript<Props> {
  let there: ComponentType<Props> | null = null
  const load = async (): Promise<void> => {
    there ??= await fetched()
  }
  const Waited = lazy(async () => {
    await load()
    return { default: there as ComponentType<Props> }
  }) as unknown as ComponentType<Props>
  function Part(props: Props) {
    // Chosen once for as long as it is shown: another component in its place would begin anew, and lose what was typed.
    const [View] = useState(() => there ?? Waited)
    return createElement(View, props)
  }
  return { load, Part }
}

/** One after another, each when the page has nothing better to do. */
export function loadWhenIdle(scripts: readonly Pick<ScreenScript<object>, 'load'>[]): void {
  const [next, ...rest] = scripts
  if (next === undefined) return
  requestIdleCallback(() => {
    void next.load().then(
      () => loadWhenIdle(rest),
      // A desk that was closed: the next click says so.
      () => undefined,
    )
  })
}
