import { CloseButton, Group, Kbd, Select, TextInput, UnstyledButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { Grade, RepId } from '../../../src-main/contract/index.ts'
import { isTyping } from '../../lib/keys.ts'
import type { LeadFilters as Filters } from '../../state/browser-choices.ts'
import { useDesk, useDeskShallow } from '../../state/hooks.ts'
import { repsInOrder } from '../../state/selectors.ts'
import { leadsText } from '../../text/leads.ts'
import { GradeBadge } from '../../ui/GradeBadge.tsx'
import classes from './leads.module.css'

export const isNarrowed = ({ text, grades, source, repId }: Filters): boolean =>
  text.trim() !== '' || grades.length > 0 || source !== null || repId !== null

const GRADES: readonly Grade[] = ['hot', 'warm', 'cold']

export function LeadFilters({ filters, onChange }: { filters: Filters; onChange: (filters: Filters) => void }) {
  // A lead may say itself where it came from; only those the page has seen can be offered beside the intake's own.
  const sources = useDeskShallow((state) => {
    const names = new Set(state.sources.map(({ name }) => name))
    for (const lead of state.leads.values()) names.add(lead.source)
    return [...names].sort()
  })
  const reps = useDesk((state) => state.reps)
  const change = (parts: Partial<Filters>): void => {
    onChange({ ...filters, ...parts })
  }
  return (
    <>
      <SearchBox
        text={filters.text}
        onChange={(text) => {
          change({ text })
        }}
      />
      <Group gap={0} role="group" aria-label={leadsText.grades}>
        {GRADES.map((grade) => (
          <UnstyledButton
            key={grade}
            className={classes.gradeButton}
            aria-pressed={filters.grades.includes(grade)}
            onClick={() => {
              change({
                grades: filters.grades.includes(grade)
                  ? filters.grades.filter((other) => other !== grade)
                  : [...filters.grades, grade],
              })
            }}
          >
            <GradeBadge grade={grade} isSmall />
          </UnstyledButton>
        ))}
      </Group>
      <Select
        size="xs"
        className={classes.narrow}
        aria-label={leadsText.source}
        placeholder={leadsText.anySource}
        data={sources}
        value={filters.source}
        searchable
        clearable
        limit={100}
        onChange={(source) => {
          change({ source })
        }}
      />
      <Select
        size="xs"
        className={classes.narrow}
        aria-label={leadsText.rep}
        placeholder={leadsText.anyRep}
        data={repsInOrder({ reps }).map((rep) => ({ value: String(rep.id), label: rep.name }))}
        value={filters.repId === null ? null : String(filters.repId)}
        searchable
        clearable
        limit={200}
        onChange={(value) => {
          change({ repId: value === null ? null : (Number(value) as RepId) })
        }}
      />
    </>
  )
}

/** `/` from anywhere on the screen. */
function SearchBox({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.defaultPrevented || event.ctrlKey || event.metaKey || isTyping(event)) return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onKey)
    }
  }, [])
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
