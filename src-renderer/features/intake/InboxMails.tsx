import { Button, Group, Radio, Select, SimpleGrid, Stack, TagsInput, Text, TextInput } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import type { InboxSettings } from '../../../src-main/contract/index.ts'
import { inboxWizardText } from '../../text/inboxes.ts'
import type { Since } from './inbox-form.ts'
import type { InboxWizardState } from './use-inbox-wizard.ts'

const text = inboxWizardText.mails
const AFTER: readonly InboxSettings['afterReading'][] = ['leave', 'mark-seen', 'move']
const TAKES: readonly InboxSettings['takes'][] = ['known', 'people', 'review']
const ROUTES: readonly InboxSettings['route'][] = ['now', 'hold']

/** Which mails are read, what counts, and what happens to them. */
export function InboxMails({ wizard }: { wizard: InboxWizardState }) {
  const { told } = wizard
  return (
    <Stack gap="md" maw={980}>
      {told !== null && (
        <Group gap="xs" role="status">
          <IconCircleCheck size={18} color="var(--desk-available)" aria-hidden="true" />
          <Text size="sm">{inboxWizardText.connected(told.folders.length, told.hasIdle)}</Text>
        </Group>
      )}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
        <Where wizard={wizard} />
        <What wizard={wizard} />
      </SimpleGrid>
    </Stack>
  )
}

function Where({ wizard }: { wizard: InboxWizardState }) {
  const { form, told, inbox } = wizard
  const { values } = form
  const folders = folderChoices(wizard)
  const sinces: readonly Since[] = inbox === null ? ['now', 'week', 'date'] : ['kept', 'now', 'week', 'date']
  return (
    <Stack gap="md">
      <TextInput
        label={text.name}
        description={text.nameHint}
        placeholder={values.user}
        maxLength={200}
        {...form.getInputProps('name')}
      />
      <div>
        <Select label={text.folder} data={folders} searchable allowDeselect={false} {...form.getInputProps('folder')} />
        {told === null && (
          <Button size="compact-xs" variant="subtle" mt={4} onClick={wizard.test} loading={wizard.busy === 'test'}>
            {text.folders}
          </Button>
        )}
      </div>
      <Radio.Group label={text.since} description={text.sinceHint} {...form.getInputProps('since')}>
        <Stack gap={6} mt="xs">
          {sinces.map((since) => (
            <Radio
              key={since}
              value={since}
              label={since === 'kept' ? text.sinces.kept(inbox?.settings.since ?? 0) : text.sinces[since]}
            />
          ))}
        </Stack>
      </Radio.Group>
      {values.since === 'date' && <TextInput type="date" label={text.sinceDay} w={180} {...form.getInputProps('sinceDay')} />}
      <Radio.Group label={text.after} {...form.getInputProps('afterReading')}>
        <Stack gap={6} mt="xs">
          {AFTER.map((after) => (
            <Radio
              key={after}
              value={after}
              label={text.afters[after].label}
              description={text.afters[after].hint || undefined}
            />
          ))}
        </Stack>
      </Radio.Group>
      {values.afterReading === 'move' && (
        <Select label={text.moveTo} data={folders} searchable {...form.getInputProps('moveTo')} />
      )}
    </Stack>
  )
}

function What({ wizard }: { wizard: InboxWizardState }) {
  const { form } = wizard
  return (
    <Stack gap="md">
      <Radio.Group label={text.takes} {...form.getInputProps('takes')}>
        <Stack gap={6} mt="xs">
          {TAKES.map((takes) => (
            <Radio key={takes} value={takes} label={text.takesOptions[takes].label} description={text.takesOptions[takes].hint} />
          ))}
        </Stack>
      </Radio.Group>
      <TagsInput
        label={text.own}
        description={text.ownHint}
        placeholder={form.values.ownAddresses.length === 0 ? text.ownPlaceholder : ''}
        acceptValueOnBlur
        splitChars={[',', ' ', ';']}
        maxTags={200}
        {...form.getInputProps('ownAddresses')}
      />
      <Radio.Group label={text.route} {...form.getInputProps('route')}>
        <Stack gap={6} mt="xs">
          {ROUTES.map((route) => (
            <Radio key={route} value={route} label={text.routes[route].label} description={text.routes[route].hint} />
          ))}
        </Stack>
      </Radio.Group>
    </Stack>
  )
}

/** What the server told, and what is chosen already if it is not among them. */
function folderChoices({ told, form }: InboxWizardState): { value: string; label: string }[] {
  const known = (told?.folders ?? []).map(({ path, mails }) => ({
    value: path,
    label: mails === null ? path : `${path} · ${text.mailsIn(mails)}`,
  }))
  const chosen = [form.values.folder, ...(form.values.moveTo === null ? [] : [form.values.moveTo])]
  const missing = [...new Set(chosen)].filter((path) => !known.some(({ value }) => value === path))
  return [...missing.map((path) => ({ value: path, label: path })), ...known]
}
