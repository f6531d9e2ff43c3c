import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Fresh } from '../../state/use-fresh.ts'
import { say } from '../../text/say.ts'
import { told } from '../../text/ways-out.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Loading } from '../../ui/Loading.tsx'

interface FreshListProps<Item> {
  list: Fresh<readonly Item[]>
  empty: { title: string; hint: string }
  children: (items: readonly Item[]) => ReactNode
}

/** A list that is asked for again and again: its loading, empty and error face. A failure after an answer is said above what is known. */
export function FreshList<Item>({ list, empty, children }: FreshListProps<Item>) {
  const { value, fault, again } = list
  if (value === null) {
    return fault === null ? <Loading height={72} /> : <ErrorState {...told(fault)} onTryAgain={again} />
  }
  return (
    <>
      {fault !== null && (
        <Text size="sm" c="var(--desk-trouble)" role="status" mb="xs">
          {say(fault)}
        </Text>
      )}
      {value.length === 0 ? (
        <Text size="sm" c="dimmed" maw={720}>
          <Text span inherit fw={600} c="var(--mantine-color-text)">
            {empty.title}.
          </Text>{' '}
          {empty.hint}
        </Text>
      ) : (
        children(value)
      )}
    </>
  )
}
