import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useStore } from 'zustand'
import { useDesk, useDeskParts } from '../state/hooks.ts'
import type { Question } from '../state/questions.ts'
import { useMe } from '../state/seat.ts'
import { repsInOrder } from '../state/selectors.ts'
import { useLeadActions } from '../state/use-lead-actions.ts'
import { actionText } from '../text/lead-actions.ts'
import { obstaclesIfGiven } from '../text/reasons.ts'
import { words } from '../text/words.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { ReasonInput } from '../ui/ReasonInput.tsx'
import { RepPicker } from '../ui/RepPicker.tsx'

/** The one place that asks for a rep, a reason or a note, for every screen. */
export function LeadDialogs() {
  const { questions } = useDeskParts()
  const question = useStore(questions, (state) => state.question)
  const close = (): void => {
    questions.setState({ question: null })
  }
  // The last question stays while its dialogue fades out.
  const [last, setLast] = useState<Question | null>(null)
  if (question !== null && question !== last) setLast(question)
  const shown = question ?? last
  if (shown === null) return null
  const props = { key: shown.kind, question: shown, isOpen: question !== null, onClose: close }
  switch (shown.kind) {
    case 'assign':
      return <AssignDialog {...props} key={props.key} />
    case 'discard':
      return <DiscardDialog {...props} key={props.key} />
    case 'note':
      return <NoteDialog {...props} key={props.key} />
    case 'decline':
      return <DeclineDialog {...props} key={props.key} />
  }
}

interface DialogProps {
  question: Question
  isOpen: boolean
  onClose: () => void
}

function AssignDialog({ question, isOpen, onClose }: DialogProps) {
  const { assign } = useLeadActions()
  const reps = useDesk((state) => state.reps)
  const { leadIds, onDone } = question
  const pickable = isOpen ? repsInOrder({ reps }).filter((rep) => rep.isActive) : []
  return (
    <RepPicker
      title={actionText.assignTitle(leadIds.length)}
      hint={pickable.length === 0 ? actionText.noReps : actionText.assignHint}
      isOpen={isOpen}
      onClose={onClose}
      reps={pickable.map((rep) => ({
        id: rep.id,
        name: rep.name,
        team: rep.team,
        availability: rep.availability,
        open: rep.openLeads,
        capacity: rep.capacity,
        obstacles: obstaclesIfGiven(rep, leadIds.length).map(({ said }) => said),
      }))}
      onPick={(repId) => {
        onClose()
        void assign(leadIds, repId).then((isDone) => {
          if (isDone) onDone?.()
        })
      }}
    />
  )
}

function DiscardDialog({ question, isOpen, onClose }: DialogProps) {
  const { discard } = useLeadActions()
  const { leadIds, onDone } = question
  const [reason, setReason] = useState('')
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={actionText.discardTitle(leadIds.length)}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (reason.trim() === '') return
          onClose()
          setReason('')
          void discard(leadIds, reason.trim()).then((isDone) => {
            if (isDone) onDone?.()
          })
        }}
      >
        <Stack gap="sm">
          <ReasonInput label={actionText.discardReason} usual={actionText.discardReasons} value={reason} onChange={setReason} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
            <Button type="submit" disabled={reason.trim() === ''}>
              {actionText.discard}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}

function NoteDialog({ question, isOpen, onClose }: DialogProps) {
  const { note } = useLeadActions()
  const [text, setText] = useState('')
  const leadId = question.leadIds[0]
  const save = (): void => {
    if (leadId === undefined || text.trim() === '') return
    onClose()
    setText('')
    void note(leadId, text.trim()).then((isDone) => {
      if (isDone) question.onDone?.()
    })
  }
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={actionText.noteTitle}>
      <Stack gap="sm">
        <Textarea
          data-autofocus
          label={actionText.noteLabel}
          autosize
          minRows={4}
          maxRows={14}
          maxLength={10_000}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
          }}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button onClick={save} disabled={text.trim() === ''}>
            {actionText.save}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

function DeclineDialog({ question, isOpen, onClose }: DialogProps) {
  const { decline } = useLeadActions()
  const [reason, setReason] = useState('')
  const { leadIds, repId, onDone } = question
  const name = useDesk((state) => (repId === undefined ? undefined : state.reps.get(repId)?.name)) ?? ''
  const isOwn = useMe().repId === repId
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={isOwn ? actionText.declineOwnTitle : actionText.declineTitle(name)}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const [leadId] = leadIds
          if (repId === undefined || leadId === undefined) return
          onClose()
          setReason('')
          void decline(leadId, repId, reason.trim() === '' ? undefined : reason.trim()).then((isDone) => {
            if (isDone) onDone?.()
          })
        }}
      >
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {isOwn ? actionText.declineOwnHint : actionText.declineHint}
          </Text>
          <ReasonInput label={actionText.declineReason} usual={actionText.declineReasons} value={reason} onChange={setReason} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
            <Button type="submit">{actionText.declineNow}</Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
