import { Button, Checkbox, Group, Loader, Radio, Stack, Text, TextInput } from '@mantine/core'
import type { MailImportOptions } from '../../../src-main/contract/index.ts'
import { intakeText } from '../../text/intake.ts'
import classes from './intake.module.css'
import { MailSamples } from './MailSamples.tsx'
import { UnreadFiles } from './UnreadFiles.tsx'
import type { Wizard } from './use-wizard.ts'

const text = intakeText.mails
const { leads } = intakeText
const TAKES: readonly MailImportOptions['takes'][] = ['known', 'people', 'review']
const ROUTES = ['now', 'hold'] as const

/** What is done with files of mails, and how the first of them are read. */
export function MailsStep({ wizard }: { wizard: Wizard }) {
  const { state } = wizard
  return (
    <Stack gap="md">
      <UnreadFiles unread={state.unread} />
      <div className={classes.mailsStep}>
        <Options wizard={wizard} />
        <div>
          <Text size="sm" c="dimmed" mb="xs">
            {text.hint(state.mailFiles.length)}
          </Text>
          <Samples wizard={wizard} />
        </div>
      </div>
    </Stack>
  )
}

function Options({ wizard }: { wizard: Wizard }) {
  const { state } = wizard
  return (
    <Stack gap="md">
      <TextInput
        label={leads.source}
        description={leads.sourceHint}
        value={state.source}
        maxLength={200}
        onChange={(event) => {
          wizard.nameSource(event.currentTarget.value)
        }}
      />
      <Radio.Group label={text.takes} value={state.takes} onChange={wizard.chooseTakes}>
        <Stack gap={6} mt="xs">
          {TAKES.map((takes) => (
            <Radio
              key={takes}
              value={takes}
              label={text.takesOptions[takes].label}
              description={text.takesOptions[takes].hint || undefined}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Radio.Group label={leads.route} value={state.route} onChange={wizard.chooseRoute}>
        <Stack gap={6} mt="xs">
          {ROUTES.map((route) => (
            <Radio key={route} value={route} label={leads.routes[route].label} description={leads.routes[route].hint} />
          ))}
        </Stack>
      </Radio.Group>
      {state.route !== 'hold' && (
        <Checkbox
          label={leads.startOldClocks}
          description={leads.startOldClocksHint}
          checked={state.startOldClocks}
          onChange={(event) => {
            wizard.chooseOldClocks(event.currentTarget.checked)
          }}
        />
      )}
    </Stack>
  )
}

function Samples({ wizard }: { wizard: Wizard }) {
  const { samples } = wizard.state
  if (wizard.busy === 'sample') {
    return (
      <Group gap="sm" role="status" py="lg">
        <Loader size="sm" />
        <Text size="sm">{text.reading}</Text>
        <Button size="xs" variant="default" onClick={wizard.dropFile}>
          {intakeText.file.cancel}
        </Button>
      </Group>
    )
  }
  if (samples === null) return null
  return samples.length === 0 ? <Text size="sm">{text.none}</Text> : <MailSamples mails={samples} />
}
