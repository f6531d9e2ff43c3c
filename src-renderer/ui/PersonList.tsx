import { ScrollArea, TextInput } from '@mantine/core'
import { IconLock, IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useState } from 'react'
import classes from './PersonList.module.css'
import { RepFace } from './RepFace.tsx'

export interface ListedPerson<Id extends number = number> {
  id: Id
  name: string
  /** Under the name: the role, or what stands in the way. */
  more: string
  /** Said beside a lock; null for who has no PIN. */
  locked: string | null
  isBlocked: boolean
}

interface PersonListProps<Id extends number> {
  people: readonly ListedPerson<Id>[]
  label: string
  noneFound: string
  onPick: (id: Id) => void
}

/** A person by a few letters and Enter. */
export function PersonList<Id extends number>({ people, label, noneFound, onPick }: PersonListProps<Id>) {
  const listId = useId()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const found = named(people, text)
  const present = Math.min(at, found.length - 1)
  const pick = (person: ListedPerson<Id> | undefined): void => {
    if (person !== undefined && !person.isBlocked) onPick(person.id)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Partial<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }
    const step = steps[event.key]
    if (step !== undefined) {
      event.preventDefault()
      const next = Math.max(0, Math.min(found.length - 1, present + step))
      setAt(next)
      document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' })
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      pick(found[present])
    }
  }
  return (
    <>
      <TextInput
        data-autofocus
        autoFocus
        autoComplete="off"
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        placeholder={label}
        aria-label={label}
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={found.length === 0 ? undefined : `${listId}-${present}`}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <ScrollArea.Autosize mah={340} mt="xs" type="auto">
        <div id={listId} role="listbox" aria-label={label}>
          {found.map((person, index) => (
            <div
              key={person.id}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === present}
              aria-disabled={person.isBlocked || undefined}
              className={classes.option}
              onMouseMove={() => {
                setAt(index)
              }}
              onClick={() => {
                pick(person)
              }}
              onKeyDown={onKeyDown}
            >
              <RepFace name={person.name} />
              <span className={classes.who}>
                <span className={classes.name}>{person.name}</span>
                <span className={classes.more}>{person.more}</span>
              </span>
              {person.locked === null ? null : <IconLock size={16} role="img" aria-label={person.locked} />}
            </div>
          ))}
        </div>
      </ScrollArea.Autosize>
      {found.length === 0 ? <p className={classes.hint}>{noneFound}</p> : null}
    </>
  )
}

function named<Id extends number>(people: readonly ListedPerson<Id>[], text: string): ListedPerson<Id>[] {
  const needles = text.toLowerCase().split(/\s+/).filter(Boolean)
  return people
    .filter(({ name, more }) => needles.every((needle) => `${name} ${more}`.toLowerCase().includes(needle)))
    .sort((a, b) => a.name.localeCompare(b.name))
}
