import { Button, Group, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { LeadDraft } from '../../../src-main/contract/index.ts'
import { leadEditText } from '../../text/lead-edit.ts'
import { words } from '../../text/words.ts'
import { FieldInput } from './FieldInput.tsx'
import { allFields, labelOf } from './lead-fields.ts'
import classes from './LeadPanel.module.css'
import type { LeadEdit } from './use-lead-edit.ts'

/** All fields at once, filled or not. */
export function LeadForm({ fields, edit }: { fields: LeadDraft; edit: LeadEdit }) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    form.current?.querySelector('input')?.focus()
  }, [])
  return (
    <form
      ref={form}
      aria-label={leadEditText.editAll}
      onSubmit={(event) => {
        event.preventDefault()
        edit.save()
      }}
    >
      <dl className={classes.lines}>
        {allFields(fields).map((field) => (
          <div key={field} className={classes.fieldLine} data-open>
            <dt>{labelOf(field)}</dt>
            <dd>
              <FieldInput field={field} edit={edit} />
            </dd>
          </div>
        ))}
      </dl>
      <Group className={classes.formEnd} justify="flex-end" gap="xs">
        <Text size="xs" c="dimmed" mr="auto">
          {leadEditText.keys}
        </Text>
        <Button size="xs" variant="default" onClick={edit.leave}>
          {words.cancel}
        </Button>
        <Button size="xs" type="submit">
          {leadEditText.save}
        </Button>
      </Group>
    </form>
  )
}
