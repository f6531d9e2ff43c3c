import { CloseButton, UnstyledButton } from '@mantine/core'
import type { Narrowing } from '../../state/narrowing.ts'
import { leadListsText } from '../../text/lead-lists.ts'
import { type FieldId, type FilterField, saidOf, valuesOf, withValues } from './filter-fields.ts'
import classes from './filters.module.css'

interface FilterChipsProps {
  fields: readonly FilterField[]
  narrowing: Narrowing
  onChange: (narrowing: Narrowing) => void
  onOpen: (id: FieldId) => void
}

/** What a list is narrowed by: each can be changed, and taken away. */
export function FilterChips({ fields, narrowing, onChange, onOpen }: FilterChipsProps) {
  const narrowed = fields.filter(({ id }) => valuesOf(narrowing, id).length > 0)
  if (narrowed.length === 0) return null
  return (
    <div role="group" aria-label={leadListsText.filters} className={classes.chips}>
      {narrowed.map((field) => {
        const said = saidOf(field, valuesOf(narrowing, field.id))
        return (
          <span key={field.id} className={classes.chip}>
            <UnstyledButton
              className={classes.chipWords}
              title={said}
              aria-label={leadListsText.chip(field.label, said)}
              onClick={() => {
                onOpen(field.id)
              }}
            >
              <span className={classes.chipField}>{field.label}</span> {said}
            </UnstyledButton>
            <CloseButton
              size="xs"
              aria-label={leadListsText.removeFilter(field.label)}
              onClick={() => {
                onChange(withValues(narrowing, field.id, []))
              }}
            />
          </span>
        )
      })}
    </div>
  )
}
