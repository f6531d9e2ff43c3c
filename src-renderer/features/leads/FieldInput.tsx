import { Textarea, TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { leadEditText } from '../../text/lead-edit.ts'
import { type FieldKey, isLong, labelOf } from './lead-fields.ts'
import classes from './LeadPanel.module.css'
import type { LeadEdit } from './use-lead-edit.ts'

interface FieldInputProps {
  field: FieldKey
  edit: LeadEdit
  /** The field Tab goes on to, and back to; null at the end. Absent in a form of all fields, where Tab goes its own way. */
  around?: { next: FieldKey | null; before: FieldKey | null }
}

/** Writes over one field: Enter saves (with Ctrl where a line may break), Tab saves and goes on, Escape leaves. */
export function FieldInput({ field, edit, around }: FieldInputProps) {
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const isAlone = around !== undefined
  useEffect(() => {
    if (!isAlone) return
    input.current?.focus()
    input.current?.select()
  }, [isAlone])
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') edit.leave()
    else if (event.key === 'Enter' && (!isLong(field) || event.ctrlKey || event.metaKey)) edit.save()
    else if (event.key === 'Tab' && around !== undefined) {
      const to = event.shiftKey ? around.before : around.next
      if (to === null) return edit.save()
      edit.save(to)
    } else return
    event.preventDefault()
    // Escape closes the panel too, and Enter opens what a list has under its keys.
    event.stopPropagation()
  }
  const props = {
    ref: input,
    size: 'xs',
    classNames: { input: classes.fieldInput ?? '' },
    'aria-label': labelOf(field),
    value: edit.written(field),
    error: edit.faultOf(field),
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      edit.write(field, event.currentTarget.value)
    },
    onKeyDown,
    ...(isAlone ? { title: isLong(field) ? leadEditText.keysLong : leadEditText.keys } : {}),
  } as const
  return isLong(field) ? <Textarea {...props} autosize minRows={3} maxRows={12} /> : <TextInput {...props} />
}
