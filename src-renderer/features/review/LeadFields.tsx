import { Menu, Button, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { MailReading, TextField } from '../../../src-main/contract/index.ts'
import { certaintyOf, certaintyWords, mailPlaceText } from '../../text/mail-words.ts'
import { reviewText as text } from '../../text/review.ts'
import { badInputText } from '../../text/say.ts'
import { fieldWords } from '../../text/words.ts'
import { type DraftForm, fieldsToAdd, LONG_FIELDS, readingOf, shownFields } from './draft-fields.ts'
import classes from './review.module.css'

interface LeadFieldsProps {
  form: DraftForm
  reading: MailReading | null
  /** The field the desk refused, and why. */
  refused: { field: string; reason: string } | null
  onChange: (form: DraftForm) => void
}

/** The lead as read, to be corrected. Each value says how certain it is and where it stood. */
export function LeadFields({ form, reading, refused, onChange }: LeadFieldsProps) {
  const write = (field: TextField, value: string): void => {
    onChange({ ...form, fields: { ...form.fields, [field]: value } })
  }
  const addable = fieldsToAdd(form)
  return (
    <Stack gap={10}>
      {shownFields(form).map((field) => {
        const Input = LONG_FIELDS.has(field) ? Textarea : TextInput
        const rows = LONG_FIELDS.has(field) ? { autosize: true, minRows: 2, maxRows: 10 } : {}
        return (
          <Input
            key={field}
            {...rows}
            label={fieldWords[field]}
            description={<Certainty reading={reading} field={field} isEmpty={(form.fields[field] ?? '') === ''} />}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            error={refused?.field === field ? badInputText.reason(field, refused.reason) : null}
            value={form.fields[field] ?? ''}
            onChange={(event: { currentTarget: { value: string } }) => {
              write(field, event.currentTarget.value)
            }}
          />
        )
      })}
      {Object.entries(form.custom).map(([label, value]) => (
        <TextInput
          key={label}
          label={label}
          value={value}
          onChange={(event) => {
            onChange({ ...form, custom: { ...form.custom, [label]: event.currentTarget.value } })
          }}
        />
      ))}
      {addable.length === 0 ? null : (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} />} style={{ alignSelf: 'flex-start' }}>
              {text.addField}
            </Button>
          </Menu.Target>
          <Menu.Dropdown mah={300} style={{ overflowY: 'auto' }}>
            {addable.map((field) => (
              <Menu.Item
                key={field}
                onClick={() => {
                  write(field, '')
                }}
              >
                {fieldWords[field]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Stack>
  )
}

function Certainty({ reading, field, isEmpty }: { reading: MailReading | null; field: TextField; isEmpty: boolean }) {
  const found = readingOf(reading, field)
  if (found === null) return isEmpty ? <span>{text.notRead}</span> : null
  const certainty = certaintyOf(found.confidence)
  return (
    <Text component="span" className={classes.certainty} data-certainty={certainty}>
      {text.readAt(certaintyWords[certainty], mailPlaceText.said(found.where))}
    </Text>
  )
}
