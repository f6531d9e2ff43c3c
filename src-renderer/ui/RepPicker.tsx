import { ScrollArea, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { Dialog } from './Dialog.tsx'
import { LoadBar } from './LoadBar.tsx'
import { RepFace } from './RepFace.tsx'
import classes from './RepPicker.module.css'
import { type Availability, useUiWords } from './words.tsx'

export interface PickableRep<Id extends number = number> {
  id: Id
  name: string
  team: string | null
  availability: Availability
  open: number
  capacity: number | null
  /** What an assignment would break, in words; none when empty. */
  obstacles: readonly string[]
}

interface RepPickerProps<Id extends number> {
  title: string
  hint?: ReactNode
  reps: readonly PickableRep<Id>[]
  isOpen: boolean
  onPick: (id: Id) => void
  onClose: () => void
}

/** A rep by a few letters and Enter. Reps who can take it come first. */
export function RepPicker<Id extends number>({ title, hint, reps, isOpen, onPick, onClose }: RepPickerProps<Id>) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title}>
      <PickerBody hint={hint} reps={reps} onPick={onPick} />
    </Dialog>
  )
}

function PickerBody<Id extends number>({ hint, reps, onPick }: Pick<RepPickerProps<Id>, 'hint' | 'reps' | 'onPick'>) {
  const words = useUiWords()
  const listId = useId()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const found = ranked(reps, text)
  const present = Math.min(at, found.length - 1)
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Partial<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }
    const step = steps[event.key]
    if (step !== undefined) {
      event.preventDefault()
      const next = Math.max(0, Math.min(found.length - 1, present + step))
      setAt(next)
      document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' })
    }
    const picked = found[present]
    if (event.key === 'Enter' && picked !== undefined) {
      event.preventDefault()
      onPick(picked.id)
    }
  }
  return (
    <>
      <TextInput
        data-autofocus
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        placeholder={words.searchReps}
        aria-label={words.searchReps}
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
      {hint === undefined ? null : <p className={classes.hint}>{hint}</p>}
      <ScrollArea.Autosize mah={380} mt="xs" type="auto">
        <div id={listId} role="listbox" aria-label={words.searchReps}>
          {found.map((rep, index) => (
            <div
              key={rep.id}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === present}
              className={classes.option}
              onMouseMove={() => {
                setAt(index)
              }}
              onClick={() => {
                onPick(rep.id)
              }}
              onKeyDown={onKeyDown}
            >
              <RepFace name={rep.name} availability={rep.availability} />
              <span className={classes.who}>
                <span className={classes.name}>{rep.name}</span>
                <span className={classes.more} data-trouble={rep.obstacles.length > 0 || undefined}>
                  {rep.obstacles.length > 0
                    ? `⚠ ${rep.obstacles.join(', ')}`
                    : (rep.team ?? words.availability[rep.availability])}
                </span>
              </span>
              <span className={classes.load}>
                <LoadBar open={rep.open} capacity={rep.capacity} />
              </span>
            </div>
          ))}
        </div>
        {found.length === 0 ? <p className={classes.hint}>{words.noRepFound}</p> : null}
      </ScrollArea.Autosize>
    </>
  )
}

function ranked<Id extends number>(reps: readonly PickableRep<Id>[], text: string): PickableRep<Id>[] {
  const needles = text.toLowerCase().split(/\s+/).filter(Boolean)
  return reps
    .filter((rep) => {
      const hay = `${rep.name} ${rep.team ?? ''}`.toLowerCase()
      return needles.every((needle) => hay.includes(needle))
    })
    .sort((a, b) => Number(a.obstacles.length > 0) - Number(b.obstacles.length > 0) || a.name.localeCompare(b.name))
}
