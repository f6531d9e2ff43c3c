import { Button, Kbd, Popover, ScrollArea, TextInput } from '@mantine/core'
import { IconCheck, IconChevronRight, IconFilter } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useState } from 'react'
import type { Narrowing } from '../../state/narrowing.ts'
import { leadListsText } from '../../text/lead-lists.ts'
import { type FieldId, type FilterField, type FilterOption, valuesOf, withValues } from './filter-fields.ts'
import classes from './filters.module.css'
import { ReceivedDays } from './ReceivedDays.tsx'

const text = leadListsText
const MOST_SHOWN = 60
/** Before the next key: what is typed after F must not be taken for commands. */
const focusNow = (input: HTMLInputElement | null): void => input?.focus({ preventScroll: true })

interface FilterMenuProps {
  fields: readonly FilterField[]
  narrowing: Narrowing
  onChange: (narrowing: Narrowing) => void
  /** Which values are being chosen: of a field, of none yet, or null while the menu is closed. */
  at: FieldId | 'fields' | null
  onAt: (at: FieldId | 'fields' | null) => void
}

/** F, a few letters and Enter: a field first, or a value of any of them at once. */
export function FilterMenu(props: FilterMenuProps) {
  const { at, onAt } = props
  return (
    <Popover
      opened={at !== null}
      onChange={(isOpen) => {
        onAt(isOpen ? 'fields' : null)
      }}
      position="bottom-start"
      width={300}
      trapFocus
      returnFocus
      withinPortal
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFilter size={14} aria-hidden="true" />}
          rightSection={
            <Kbd size="xs" aria-hidden="true">
              F
            </Kbd>
          }
          onClick={() => {
            onAt(at === null ? 'fields' : null)
          }}
        >
          {text.filter}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={8} aria-label={text.filterBy}>
        {at === null ? null : <Choices key={at} {...props} at={at} />}
      </Popover.Dropdown>
    </Popover>
  )
}

/** One line of the menu: a field to go into, or a value to take or leave. */
interface Line {
  key: string
  label: string
  field: FilterField
  option: FilterOption | null
  isOn: boolean
}

function Choices({ fields, narrowing, onChange, at, onAt }: FilterMenuProps & { at: FieldId | 'fields' }) {
  const [typed, setTyped] = useState('')
  const [marked, setMarked] = useState(0)
  const listId = useId()
  const field = fields.find(({ id }) => id === at) ?? null
  const lines = linesOf(fields, field, narrowing, typed)
  const present = Math.min(marked, lines.length - 1)
  const take = ({ field: of, option, isOn }: Line): void => {
    if (option === null) return onAt(of.id)
    const values = valuesOf(narrowing, of.id)
    const others = of.isOne ? [] : values.filter((value) => value !== option.value)
    onChange(withValues(narrowing, of.id, isOn ? others : [...others, option.value]))
    if (of.isOne || field === null) onAt(null)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const line = lines[present]
    if (step !== undefined) {
      const next = Math.max(0, Math.min(lines.length - 1, present + step))
      setMarked(next)
      document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter' && line !== undefined) take(line)
    else if (event.key === 'Backspace' && typed === '' && field !== null) onAt('fields')
    else return
    event.preventDefault()
  }
  return (
    <>
      <TextInput
        ref={focusNow}
        data-autofocus
        size="xs"
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={lines.length === 0 ? undefined : `${listId}-${present}`}
        aria-label={field?.label ?? text.filterBy}
        placeholder={field?.label ?? text.filterBy}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setMarked(0)
        }}
        onKeyDown={onKeyDown}
      />
      <ScrollArea.Autosize mah={320} mt={6} type="auto">
        <div id={listId} role="listbox" aria-label={field?.label ?? text.filterBy} aria-multiselectable={field?.isOne === false}>
          {lines.map((line, index) => (
            <div
              key={line.key}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={line.isOn}
              data-marked={index === present || undefined}
              className={classes.option}
              onMouseMove={() => {
                setMarked(index)
              }}
              onClick={() => {
                take(line)
              }}
              onKeyDown={onKeyDown}
            >
              <span className={classes.optionLabel}>{line.label}</span>
              {line.option === null ? <IconChevronRight size={14} aria-hidden="true" /> : null}
              {line.isOn ? <IconCheck size={15} aria-hidden="true" /> : null}
            </div>
          ))}
        </div>
        {lines.length === 0 ? <p className={classes.nothing}>{text.noFilter}</p> : null}
      </ScrollArea.Autosize>
      {field?.id === 'received' ? (
        <ReceivedDays
          onPick={(value) => {
            onChange(withValues(narrowing, 'received', [value]))
            onAt(null)
          }}
        />
      ) : null}
    </>
  )
}

function linesOf(fields: readonly FilterField[], field: FilterField | null, narrowing: Narrowing, typed: string): Line[] {
  const needle = typed.trim().toLowerCase()
  const isFound = (label: string): boolean => label.toLowerCase().includes(needle)
  const lineOf = (of: FilterField, option: FilterOption, label: string): Line => ({
    key: `${of.id} ${option.value}`,
    label,
    field: of,
    option,
    isOn: valuesOf(narrowing, of.id).includes(option.value),
  })
  if (field !== null) {
    return field.options
      .filter(({ label }) => isFound(label))
      .slice(0, MOST_SHOWN)
      .map((option) => lineOf(field, option, option.label))
  }
  const ofFields = fields
    .filter(({ label, options }) => options.length > 0 && isFound(label))
    .map((of): Line => ({ key: of.id, label: of.label, field: of, option: null, isOn: false }))
  if (needle === '') return ofFields
  const values = fields.flatMap((of) =>
    of.options.filter(({ label }) => isFound(label)).map((option) => lineOf(of, option, text.chip(of.label, option.label))),
  )
  return [...ofFields, ...values].slice(0, MOST_SHOWN)
}
