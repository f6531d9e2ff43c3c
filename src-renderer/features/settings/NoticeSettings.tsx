import { Alert, Button, Checkbox, Fieldset, Group, Stack, Switch, TextInput } from '@mantine/core'
import { chooseNotices, NOTICE_KINDS, type NoticeKind, useNoticeChoices } from '../../state/notice-choices.ts'
import { useMe } from '../../state/seat.ts'
import { settingsText } from '../../text/settings.ts'
import { Loading } from '../../ui/Loading.tsx'
import { useNoticeRoad } from './use-notice-road.ts'

const text = settingsText.notices
const REPS_TOO: ReadonlySet<NoticeKind> = new Set(['offer', 'breach'])
const NIGHT = { from: '18:00', to: '08:00' }

/** Of what this person is told when the desk is not in front, and when not. */
export function NoticeSettings() {
  const choices = useNoticeChoices()
  const road = useNoticeRoad()
  const { isManager } = useMe()
  if (road === null) return <Loading height={80} />
  const { isOn, refusal, switchTo, showOne } = road
  return (
    <Stack gap="md">
      <Switch
        label={text.on}
        description={text.onHint}
        checked={isOn}
        disabled={refusal === 'none'}
        onChange={(event) => void switchTo(event.currentTarget.checked)}
      />
      {refusal !== null && (
        <Alert color="orange" p="xs" role="status">
          {text[refusal]}
        </Alert>
      )}
      <Fieldset legend={text.which} variant="unstyled" disabled={!isOn}>
        <Stack gap="xs" mt={6}>
          {NOTICE_KINDS.filter((kind) => isManager || REPS_TOO.has(kind)).map((kind) => (
            <Checkbox
              key={kind}
              label={text.kinds[kind]}
              description={text.kindHints[kind]}
              checked={choices.kinds[kind]}
              onChange={(event) => chooseNotices({ kinds: { ...choices.kinds, [kind]: event.currentTarget.checked } })}
            />
          ))}
        </Stack>
      </Fieldset>
      <Fieldset legend={text.quiet} variant="unstyled" disabled={!isOn}>
        <Stack gap="xs" mt={6}>
          <QuietHours />
          <Checkbox
            label={text.weekends}
            checked={choices.isQuietAtWeekends}
            onChange={(event) => chooseNotices({ isQuietAtWeekends: event.currentTarget.checked })}
          />
          <Checkbox
            label={text.breakThrough}
            description={text.breakThroughHint}
            checked={choices.offersBreakThrough}
            onChange={(event) => chooseNotices({ offersBreakThrough: event.currentTarget.checked })}
          />
        </Stack>
      </Fieldset>
      <Group>
        <Checkbox
          label={text.silent}
          disabled={!isOn}
          checked={choices.isSilent}
          onChange={(event) => chooseNotices({ isSilent: event.currentTarget.checked })}
        />
        <Button variant="default" size="xs" disabled={!isOn || refusal !== null} onClick={showOne}>
          {text.tryIt}
        </Button>
      </Group>
    </Stack>
  )
}

function QuietHours() {
  const { quiet } = useNoticeChoices()
  const { from, to } = quiet ?? NIGHT
  const change = (next: { from: string; to: string }): void => {
    // A time field that is being emptied says nothing yet.
    if (next.from !== '' && next.to !== '') chooseNotices({ quiet: next })
  }
  return (
    <Group gap="xs">
      <Checkbox
        label={text.daily}
        description={text.quietHint}
        checked={quiet !== null}
        onChange={(event) => chooseNotices({ quiet: event.currentTarget.checked ? NIGHT : null })}
      />
      {quiet !== null && (
        <Group gap={6} wrap="nowrap">
          <TextInput
            type="time"
            size="xs"
            w={112}
            aria-label={text.from}
            value={from}
            onChange={(event) => change({ from: event.currentTarget.value, to })}
          />
          <span aria-hidden="true">–</span>
          <TextInput
            type="time"
            size="xs"
            w={112}
            aria-label={text.to}
            value={to}
            onChange={(event) => change({ from, to: event.currentTarget.value })}
          />
        </Group>
      )}
    </Group>
  )
}
