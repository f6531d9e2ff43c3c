import { Button, Group, NumberInput, Radio, Stack, TagsInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import type { Form, FormId, FormSettings } from '../../../src-main/contract/index.ts'
import { useCommand } from '../../state/hooks.ts'
import { formText } from '../../text/forms.ts'
import { say } from '../../text/say.ts'
import { draftOf, type FormDraft, pathFrom, settingsOfForm } from './form-draft.ts'
import classes from './intake.module.css'

const text = formText.editor
const ROUTES: readonly FormSettings['route'][] = ['now', 'hold']

export interface SavedForm {
  formId: FormId
  settings: FormSettings
  /** Told once, for a form that is new. */
  key: string | null
}

interface FormEditorProps {
  /** null adds one. */
  form: Form | null
  onSaved: (saved: SavedForm) => void
  onClose: () => void
}

/** What a form is called, where it answers, and who may post to it. */
export function FormEditor({ form, onSaved, onClose }: FormEditorProps) {
  const run = useCommand()
  const [isSaving, setIsSaving] = useState(false)
  const [isPathTyped, setIsPathTyped] = useState(form !== null)
  const fields = useForm<FormDraft>({ initialValues: draftOf(form) })

  const save = async (draft: FormDraft): Promise<void> => {
    const read = settingsOfForm(draft)
    if ('errors' in read) return fields.setErrors(read.errors)
    setIsSaving(true)
    const { settings } = read
    const answer = await run((client) => client.form.save({ settings, ...(form === null ? {} : { formId: form.id }) }), {
      isQuiet: true,
    })
    setIsSaving(false)
    if (answer.ok) onSaved({ formId: answer.value.formId, settings, key: answer.value.key })
    else fields.setFieldError(answer.fault.code === 'form-path-taken' ? 'path' : 'name', say(answer.fault))
  }

  return (
    <form onSubmit={fields.onSubmit((draft) => void save(draft))} noValidate>
      <Stack gap="md">
        <TextInput
          label={text.name}
          description={text.nameHint}
          maxLength={200}
          data-autofocus
          withAsterisk
          {...fields.getInputProps('name')}
          onChange={(event) => {
            const name = event.currentTarget.value
            fields.setValues(isPathTyped ? { name } : { name, path: pathFrom(name) })
          }}
        />
        <TextInput
          label={text.path}
          description={text.pathHint}
          maxLength={64}
          leftSection={<span className={classes.pathStart}>/intake/</span>}
          leftSectionWidth={66}
          leftSectionPointerEvents="none"
          withAsterisk
          {...fields.getInputProps('path')}
          onChange={(event) => {
            setIsPathTyped(true)
            fields.setFieldValue('path', event.currentTarget.value)
          }}
        />
        <TagsInput
          label={text.origins}
          description={text.originsHint}
          placeholder={fields.values.origins.length === 0 ? 'https://firm.example' : ''}
          acceptValueOnBlur
          splitChars={[',', ' ', ';']}
          maxTags={50}
          {...fields.getInputProps('origins')}
        />
        <TextInput label={text.thanksUrl} description={text.thanksHint} {...fields.getInputProps('thanksUrl')} />
        <NumberInput
          label={text.perMinute}
          description={text.perMinuteHint}
          w={320}
          min={1}
          max={10_000}
          allowDecimal={false}
          {...fields.getInputProps('perMinute')}
        />
        <Radio.Group label={text.route} {...fields.getInputProps('route')}>
          <Stack gap={6} mt="xs">
            {ROUTES.map((route) => (
              <Radio key={route} value={route} label={text.routes[route].label} description={text.routes[route].hint} />
            ))}
          </Stack>
        </Radio.Group>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
          <Button type="submit" loading={isSaving}>
            {text.save}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
