import { ActionIcon } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { leadEditText } from '../../text/lead-edit.ts'
import { FieldInput } from './FieldInput.tsx'
import { type FieldKey, labelOf } from './lead-fields.ts'
import classes from './LeadPanel.module.css'
import type { LeadEdit } from './use-lead-edit.ts'

interface FieldLineProps {
  field: FieldKey
  edit: LeadEdit
  around: { next: FieldKey | null; before: FieldKey | null }
  /** What a person reads; may hold links and buttons of its own. */
  children: ReactNode
}

/** A line of the lead that can be written over where it stands. */
export function FieldLine({ field, edit, around, children }: FieldLineProps) {
  const label = labelOf(field)
  return (
    <div className={classes.fieldLine} data-open={edit.open === field || undefined}>
      <dt>{label}</dt>
      <dd className={classes.editable}>
        {edit.open === field ? (
          <FieldInput field={field} edit={edit} around={around} />
        ) : (
          <>
            <span
              className={classes.fieldValue}
              onDoubleClick={() => {
                edit.begin(field)
              }}
            >
              {children}
            </span>
            {edit.mayEdit ? (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                className={classes.pencil}
                aria-label={leadEditText.edit(label)}
                onClick={() => {
                  edit.begin(field)
                }}
              >
                <IconPencil size={14} />
              </ActionIcon>
            ) : null}
          </>
        )}
      </dd>
    </div>
  )
}
