import { type RefObject, useEffect, useState } from 'react'

/** Which part of the page is at its top, for the index beside it. Null before the first look. */
export function usePartInView(page: RefObject<HTMLElement | null>): string | null {
  const [inView, setInView] = useState<string | null>(null)
  useEffect(() => {
    const root = page.current
    if (root === null) return undefined
    const look = (): void => {
      const top = root.getBoundingClientRect().top + 80
      const sections = [...root.querySelectorAll<HTMLElement>('[data-part]')]
      // The last ones never reach the top.
      const isAtEnd = root.scrollTop > 0 && root.scrollTop + root.clientHeight >= root.scrollHeight - 4
      const here = isAtEnd ? sections.at(-1) : sections.findLast((section) => section.getBoundingClientRect().top <= top)
      setInView(here?.dataset['part'] ?? null)
    }
    look()
    root.addEventListener('scroll', look, { passive: true })
    return () => root.removeEventListener('scroll', look)
  }, [page])
  return inView
}
