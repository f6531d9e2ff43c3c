import { Button, Group, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import type { RepCard } from '../../../src-main/contract/index.ts'
import { useCommand, useDesk } from '../../state/hooks.ts'
import { repsText } from '../../text/reps.ts'
import { say } from '../../text/say.ts'
import { showNotice } from '../../ui/undo-notice.tsx'
import { HowMuch } from './HowMuch.tsx'
import { blankRepForm, profileOf, type RepForm, repFormOf } from './rep-form.ts'
import { PartFields, WhatFields, WhenFields, WhoFields } from './RepFields.tsx'
import classes from './reps.module.css'

/** What a manager writes down about a rep. */
export function RepFormView({ rep, onClose }: { rep: RepCard | null; onClose: () => void }) {
  const run = useCommand()
  const [isSaving, setIsSaving] = useState(false)
  const deskHours = useDesk((state) => state.settings.hours)
  const form = useForm<RepForm>({ initialValues: rep === null ? blankRepForm(deskHours) : repFormOf(rep) })

  const save = async (values: RepForm): Promise<void> => {
    const read = profileOf(values)
    if ('errors' in read) {
      form.setErrors(read.errors)
      return
    }
    setIsSaving(true)
    const { profile } = read
    const answer = await run<unknown>(
      (client) => (rep === null ? client.rep.add(profile) : client.rep.save({ ...profile, repId: rep.id })),
      { isQuiet: true },
    )
    setIsSaving(false)
    if (!answer.ok) {
      form.setFieldError(answer.fault.code === 'email-taken' ? 'email' : 'name', say(answer.fault))
      return
    }
    showNotice(rep === null ? repsText.added(profile.name) : repsText.saved(profile.name))
    onClose()
  }

  return (
    <form onSubmit={form.onSubmit((values) => void save(values))} noValidate>
      <Stack gap="lg">
        <WhoFields form={form} />
        <WhatFields form={form} />
        <HowMuch form={form} />
        <WhenFields form={form} />
        <PartFields form={form} />
        <Group justify="flex-end" className={classes.foot}>
          <Button variant="default" onClick={onClose}>
            {repsText.cancel}
          </Button>
          <Button type="submit" loading={isSaving}>
            {repsText.save}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
