import { Button, Checkbox, Group, Loader, NumberInput, Paper, Radio, Stack, Text, TextInput } from '@mantine/core'
import type { ImportRoute } from '../../../src-main/contract/index.ts'
import { intakeRunText } from '../../text/intake-run.ts'
import { intakeText } from '../../text/intake.ts'
import { Outcome } from './Outcome.tsx'
import type { Wizard } from './use-wizard.ts'
import { hasOwnerColumn } from './wizard-state.ts'

const text = intakeText.leads
const ROUTES: readonly ImportRoute[] = ['now', 'trickle', 'hold', 'owner-column']

/** What happens with the leads, and a dry run of it. */
export function LeadsStep({ wizard }: { wizard: Wizard }) {
  const { state } = wizard
  const { rehearsal } = state
  const isRehearsing = wizard.busy === 'rehearse'
  return (
    <Group align="start" gap="xl" wrap="wrap">
      <Stack gap="md" w={380}>
        <TextInput
          label={text.source}
          description={text.sourceHint}
          value={state.source}
          maxLength={200}
          onChange={(event) => {
            wizard.nameSource(event.currentTarget.value)
          }}
        />
        <Radio.Group
          label={text.route}
          value={state.route}
          onChange={(route) => {
            wizard.chooseRoute(route)
          }}
        >
          <Stack gap="xs" mt="xs">
            {ROUTES.map((route) => {
              const isOff = route === 'owner-column' && !hasOwnerColumn(state)
              return (
                <Radio
                  key={route}
                  value={route}
                  label={text.routes[route].label}
                  description={isOff ? text.noOwnerColumn : text.routes[route].hint}
                  disabled={isOff}
                />
              )
            })}
          </Stack>
        </Radio.Group>
        {state.route === 'trickle' && (
          <NumberInput
            label={text.perHour}
            value={state.perHour}
            min={1}
            max={100_000}
            allowDecimal={false}
            onChange={(value) => {
              wizard.choosePerHour(Number(value) || 1)
            }}
          />
        )}
        {state.route !== 'hold' && (
          <Checkbox
            label={text.startOldClocks}
            description={text.startOldClocksHint}
            checked={state.startOldClocks}
            onChange={(event) => {
              wizard.chooseOldClocks(event.currentTarget.checked)
            }}
          />
        )}
      </Stack>
      <Paper withBorder p="md" flex={1} miw={380}>
        {rehearsal !== null && !isRehearsing ? (
          <Stack gap="sm">
            <Text size="sm" c="dimmed">
              {text.dryRun}
            </Text>
            <Outcome counts={rehearsal} byRep={rehearsal.byRep} title={intakeRunText.outcome.byRep} />
            {rehearsal.assigned === 0 && state.route === 'now' && <Text size="sm">{text.nobody}</Text>}
          </Stack>
        ) : (
          <Group gap="sm" role="status">
            {isRehearsing ? (
              <>
                <Loader size="sm" />
                <Text size="sm">{text.rehearsing}</Text>
                <Button size="xs" variant="default" onClick={wizard.stopWork}>
                  {text.cancel}
                </Button>
              </>
            ) : (
              <Button variant="default" onClick={wizard.rehearse} disabled={wizard.busy !== null}>
                {text.rehearse}
              </Button>
            )}
          </Group>
        )}
      </Paper>
    </Group>
  )
}
