import { useTicking } from '../lib/use-now.ts'
import { useUiWords } from './words.tsx'

/** How long ago, ticking: "4 min". The exact time is its title. */
export function Age({ since, title }: { since: number; title?: string }) {
  const words = useUiWords()
  const text = useTicking((now) => words.age(Math.max(0, now - since)))
  return (
    <time dateTime={new Date(since).toISOString()} title={title} style={{ fontVariantNumeric: 'tabular-nums' }}>
      {text}
    </time>
  )
}
