import { Button, Group, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { LeadId } from '../../../src-main/contract/index.ts'
import { type Desk, useDeskParts } from '../../state/hooks.ts'
import { useLeadActions } from '../../state/use-lead-actions.ts'
import { leadEditText } from '../../text/lead-edit.ts'
import classes from './LeadPanel.module.css'

const text = leadEditText.note
const LONGEST = 10_000
/** What was begun of a note stays while other leads are read, for as long as the same person sits at the window. */
const begun = new WeakMap<Desk, Map<LeadId, string>>()

function useBegun(): Map<LeadId, string> {
  const desk = useDeskParts()
  const notes = begun.get(desk) ?? new Map<LeadId, string>()
  begun.set(desk, notes)
  return notes
}

interface NoteBoxProps {
  leadId: LeadId
  box: React.RefObject<HTMLTextAreaElement | null>
}

/** Where a note is written: one line until somebody does. */
export function NoteBox({ leadId, box }: NoteBoxProps) {
  const { note } = useLeadActions()
  const notes = useBegun()
  const [written, setWritten] = useState(notes.get(leadId) ?? '')
  const [isSaving, setIsSaving] = useState(false)
  const write = (value: string): void => {
    notes.set(leadId, value)
    setWritten(value)
  }
  const save = async (): Promise<void> => {
    if (written.trim() === '' || isSaving) return
    setIsSaving(true)
    const isDone = await note(leadId, written.trim())
    setIsSaving(false)
    if (!isDone) return
    write('')
    box.current?.blur()
  }
  return (
    <div className={classes.noteBox} data-begun={written !== '' || undefined}>
      <Textarea
        ref={box}
        size="sm"
        aria-label={text.label}
        placeholder={text.placeholder}
        autosize
        minRows={1}
        maxRows={10}
        maxLength={LONGEST}
        value={written}
        onChange={(event) => {
          write(event.currentTarget.value)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
          else if (event.key === 'Escape') event.currentTarget.blur()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      <Group className={classes.noteSave} justify="flex-end" gap="xs">
        <Text size="xs" c="dimmed">
          {text.hint}
        </Text>
        <Button size="compact-sm" loading={isSaving} disabled={written.trim() === ''} onClick={() => void save()}>
          {text.save}
        </Button>
      </Group>
    </div>
  )
}
