import { ActionIcon } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { leadEditText } from '../../text/lead-edit.ts'
import { FieldInput } from './FieldInput.tsx'
import { labelOf } from './lead-fields.ts'
import classes from './LeadPanel.module.css'
import type { LeadEdit } from './use-lead-edit.ts'

interface HeadFieldProps {
  field: 'name' | 'company'
  edit: LeadEdit
  children: ReactNode
}

/** Who it is, to be written over where it stands. */
export function HeadField({ field, edit, children }: HeadFieldProps) {
  if (edit.open === field) {
    return (
      <div className={classes.headField}>
        <FieldInput
          field={field}
          edit={edit}
          around={field === 'name' ? { next: 'company', before: null } : { next: null, before: 'name' }}
        />
      </div>
    )
  }
  return (
    <div
      className={classes.headField}
      onDoubleClick={() => {
        edit.begin(field)
      }}
    >
      {children}
      {edit.mayEdit ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          className={classes.pencil}
          aria-label={leadEditText.edit(labelOf(field))}
          onClick={() => {
            edit.begin(field)
          }}
        >
          <IconPencil size={14} />
        </ActionIcon>
      ) : null}
    </div>
  )
}
