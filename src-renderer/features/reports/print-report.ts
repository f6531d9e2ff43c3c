import { useEffect } from 'react'

const SCHEME = 'data-mantine-color-scheme'

/** A print is light, whatever the screen is: ink on paper. The scheme comes back with the screen. */
export function useLightPrint(): void {
  useEffect(() => {
    const root = document.documentElement
    let before: string | null = null
    const toLight = (): void => {
      before ??= root.getAttribute(SCHEME)
      root.setAttribute(SCHEME, 'light')
    }
    const back = (): void => {
      if (before !== null) root.setAttribute(SCHEME, before)
      before = null
    }
    window.addEventListener('beforeprint', toLight)
    window.addEventListener('afterprint', back)
    return () => {
      window.removeEventListener('beforeprint', toLight)
      window.removeEventListener('afterprint', back)
      back()
    }
  }, [])
}
