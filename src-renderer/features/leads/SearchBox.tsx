import { CloseButton, Kbd, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useRef } from 'react'
import { useLetter } from '../../lib/use-letter.ts'
import { leadsText } from '../../text/leads.ts'
import classes from './leads.module.css'

/** `/` from anywhere on the screen. */
export function SearchBox({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const input = useRef<HTMLInputElement>(null)
  useLetter('/', () => {
    input.current?.focus()
    input.current?.select()
  })
  return (
    <TextInput
      ref={input}
      size="xs"
      type="search"
      className={classes.search}
      aria-label={leadsText.search}
      placeholder={leadsText.search}
      leftSection={<IconSearch size={14} aria-hidden="true" />}
      rightSection={
        text === '' ? (
          <Kbd size="xs" aria-hidden="true">
            /
          </Kbd>
        ) : (
          <CloseButton
            size="xs"
            aria-label={leadsText.clearFilters}
            onClick={() => {
              onChange('')
            }}
          />
        )
      }
      value={text}
      maxLength={200}
      onChange={(event) => {
        onChange(event.currentTarget.value)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && text !== '') {
          event.stopPropagation()
          onChange('')
        } else if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur()
      }}
    />
  )
}
