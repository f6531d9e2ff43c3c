/** Something that may be rung while nobody waits: whoever waits next goes on at once. */
export interface Bell {
  ring(): void
  /** Until it is rung, or the time is over. */
  wait(ms: number): Promise<void>
}

export function makeBell(): Bell {
  let isRung = false
  let wake: (() => void) | null = null
  return {
    ring() {
      isRung = true
      wake?.()
    },
    async wait(ms) {
      let timer: NodeJS.Timeout | undefined
      if (!isRung)
        await new Promise<void>((resolve) => {
          wake = resolve
          timer = setTimeout(resolve, ms)
        })
      clearTimeout(timer)
      wake = null
      isRung = false
    },
  }
}
