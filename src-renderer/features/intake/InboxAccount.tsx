import { Group, Input, NumberInput, PasswordInput, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core'
import { INBOX_PRESETS } from '../../../src-main/contract/index.ts'
import { inboxWizardText } from '../../text/inboxes.ts'
import classes from './intake.module.css'
import type { InboxWizardState } from './use-inbox-wizard.ts'

const text = inboxWizardText.account

/** Who and where: the address names the provider, and the provider the server. */
export function InboxAccount({ wizard }: { wizard: InboxWizardState }) {
  const { form } = wizard
  const { provider, user, auth } = form.values
  const domain = user.includes('@') ? user.slice(user.lastIndexOf('@') + 1) : ''
  return (
    <Stack gap="md" maw={620}>
      <TextInput
        label={text.user}
        description={text.userHint}
        data-autofocus
        autoComplete="off"
        spellCheck={false}
        {...form.getInputProps('user')}
        onChange={(event) => {
          wizard.typeUser(event.currentTarget.value)
        }}
      />
      <div>
        <Input.Label labelElement="div" mb={4} id="inbox-provider">
          {text.provider}
        </Input.Label>
        <SegmentedControl
          aria-labelledby="inbox-provider"
          fullWidth
          value={provider}
          onChange={(chosen) => {
            wizard.chooseProvider(chosen)
          }}
          data={INBOX_PRESETS.map(({ id }) => ({ value: id, label: text.providers[id] }))}
        />
        <Text size="sm" mt="xs" className={classes.help}>
          {text.help[provider]}
        </Text>
      </div>
      {provider === 'generic' && <Server wizard={wizard} placeholder={domain === '' ? '' : `imap.${domain}`} />}
      <Group align="start" grow>
        <Select
          label={text.auth}
          data={Object.entries(text.auths).map(([value, label]) => ({ value, label }))}
          allowDeselect={false}
          {...form.getInputProps('auth')}
        />
        <PasswordInput
          label={auth === 'oauth2' ? text.token : provider === 'gmail' ? text.appPassword : text.password}
          autoComplete="new-password"
          {...form.getInputProps('secret')}
        />
      </Group>
      <Text size="xs" c="dimmed">
        {auth === 'oauth2' ? `${text.tokenHint} ` : ''}
        {wizard.inbox === null ? '' : `${text.secretKept} `}
        {text.secretHint}
      </Text>
    </Stack>
  )
}

function Server({ wizard, placeholder }: { wizard: InboxWizardState; placeholder: string }) {
  const { form } = wizard
  return (
    <>
      <Group align="start" wrap="nowrap">
        <TextInput
          label={text.host}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          flex={1}
          {...form.getInputProps('host')}
        />
        <NumberInput
          label={text.port}
          w={96}
          min={1}
          max={65_535}
          allowDecimal={false}
          hideControls
          {...form.getInputProps('port')}
        />
        <Select
          label={text.security}
          w={150}
          data={Object.entries(text.securities).map(([value, label]) => ({ value, label }))}
          allowDeselect={false}
          {...form.getInputProps('security')}
        />
      </Group>
      {form.values.security === 'none' && (
        <Text size="sm" c="var(--desk-trouble)">
          {text.clear}
        </Text>
      )}
    </>
  )
}
