import { Center, Loader, VisuallyHidden } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useUiWords } from './words.tsx'

/** Shown only when something takes its time: a flash for a quick answer is worse than nothing. */
export function Loading({ afterMs = 250, height = 180 }: { afterMs?: number; height?: number | string }) {
  const words = useUiWords()
  const [isSlow, setIsSlow] = useState(afterMs === 0)
  useEffect(() => {
    const timer = setTimeout(() => {
      setIsSlow(true)
    }, afterMs)
    return () => {
      clearTimeout(timer)
    }
  }, [afterMs])
  return (
    <Center h={height} role="status">
      {isSlow ? <Loader size="sm" color="gray" /> : null}
      <VisuallyHidden>{words.loading}</VisuallyHidden>
    </Center>
  )
}
