import { Button, Table, VisuallyHidden } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Form, FormDoor } from '../../../src-main/contract/index.ts'
import { useCommand, useDesk } from '../../state/hooks.ts'
import type { Fresh } from '../../state/use-fresh.ts'
import { formText } from '../../text/forms.ts'
import { SideDrawer } from '../../ui/SideDrawer.tsx'
import { showNotice } from '../../ui/undo-notice.tsx'
import { ConfirmRemoval } from './ConfirmRemoval.tsx'
import { FormDoorStrip } from './FormDoorStrip.tsx'
import { FormEditor, type SavedForm } from './FormEditor.tsx'
import { FormReady } from './FormReady.tsx'
import { FormRow } from './FormRow.tsx'
import { FreshList } from './FreshList.tsx'
import classes from './intake.module.css'
import { Section } from './Section.tsx'

const { columns, removal } = formText

/** What stands open beside the list. */
type Opened = { what: 'editor'; form: Form | null } | { what: 'ready'; saved: SavedForm; keyEnd: string }

/** The forms that post to this desk, and whether it listens. */
export function FormSection({ forms, door }: { forms: Fresh<readonly Form[]>; door: Fresh<FormDoor> }) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const close = (): void => {
    setOpened(null)
    forms.again()
  }
  return (
    <Section
      title={formText.title}
      action={
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => {
            setOpened({ what: 'editor', form: null })
          }}
        >
          {formText.add}
        </Button>
      }
    >
      {door.value !== null && forms.value !== null && (forms.value.length > 0 || door.value.isOn) && (
        <FormDoorStrip door={door.value} onChanged={door.again} />
      )}
      <FreshList list={forms} empty={formText.empty}>
        {(items) => <FormTable forms={items} door={door.value} onOpen={setOpened} onChanged={forms.again} />}
      </FreshList>
      <SideDrawer isOpen={opened !== null} onClose={close} size={560} title={titleOf(opened)}>
        {opened?.what === 'editor' && (
          <FormEditor
            form={opened.form}
            onClose={close}
            onSaved={(saved) => {
              if (saved.key === null) {
                showNotice(formText.saved(saved.settings.name))
                close()
              } else {
                setOpened({ what: 'ready', saved, keyEnd: saved.key.slice(-4) })
                forms.again()
              }
            }}
          />
        )}
        {opened?.what === 'ready' && (
          <FormReady
            key={opened.saved.formId}
            formId={opened.saved.formId}
            settings={opened.saved.settings}
            door={door.value}
            onDoorChanged={door.again}
            firstKey={opened.saved.key}
            keyEnd={opened.keyEnd}
            onClose={close}
          />
        )}
      </SideDrawer>
    </Section>
  )
}

function titleOf(opened: Opened | null): string {
  if (opened === null) return ''
  if (opened.what === 'ready') return formText.ready.title(opened.saved.settings.name)
  return opened.form === null ? formText.editor.add : formText.editor.edit(opened.form.settings.name)
}

interface FormTableProps {
  forms: readonly Form[]
  door: FormDoor | null
  onOpen: (opened: Opened) => void
  onChanged: () => void
}

function FormTable({ forms, door, onOpen, onChanged }: FormTableProps) {
  const run = useCommand()
  const sources = useDesk((state) => state.sources)
  const [removing, setRemoving] = useState<Form | null>(null)
  return (
    <div className={classes.scroller}>
      <Table aria-label={formText.title} verticalSpacing={8} className={classes.sourceTable}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{columns.form}</Table.Th>
            <Table.Th w={170}>{columns.state}</Table.Th>
            <Table.Th>{columns.lastPost}</Table.Th>
            <Table.Th>{columns.refusal}</Table.Th>
            <Table.Th ta="right">{columns.today}</Table.Th>
            <Table.Th ta="right">{columns.leads}</Table.Th>
            <Table.Th ta="right">{columns.posts}</Table.Th>
            <Table.Th w={44}>
              <VisuallyHidden>{columns.actions}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {forms.map((form) => (
            <FormRow
              key={form.id}
              form={form}
              door={door}
              leadsToday={sources.find(({ id }) => id === form.sourceId)?.leadsToday ?? 0}
              onEdit={() => {
                onOpen({ what: 'editor', form })
              }}
              onShow={() => {
                onOpen({ what: 'ready', saved: { formId: form.id, settings: form.settings, key: null }, keyEnd: form.keyEnd })
              }}
              onRemove={() => {
                setRemoving(form)
              }}
              onChanged={onChanged}
            />
          ))}
        </Table.Tbody>
      </Table>
      {removing !== null && (
        <ConfirmRemoval
          words={{
            title: removal.title(removing.settings.name),
            goes: removal.goes,
            stays: removal.stays(removing.leads),
            confirm: removal.confirm,
            cancel: removal.cancel,
          }}
          onConfirm={async () => {
            const { ok } = await run((client) => client.form.remove({ formId: removing.id }))
            if (ok) showNotice(removal.done(removing.settings.name))
          }}
          onClose={() => {
            setRemoving(null)
            onChanged()
          }}
        />
      )}
    </div>
  )
}
