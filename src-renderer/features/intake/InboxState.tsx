import { Button, Text } from '@mantine/core'
import type { Inbox } from '../../../src-main/contract/index.ts'
import { useTicking } from '../../lib/use-now.ts'
import { formatWhen } from '../../text/formats.ts'
import { inboxText } from '../../text/inboxes.ts'
import { inboxTroubles } from '../../text/inbox-troubles.ts'
import { Health } from '../../ui/Health.tsx'
import { healthOf } from './inbox-health.ts'
import classes from './intake.module.css'

const WANTS_PASSWORD: ReadonlySet<string> = new Set(['wrong-password', 'no-password'])

/** What an inbox does now, and the way out when it is ill. */
export function InboxState({ inbox, onEdit }: { inbox: Inbox; onEdit: () => void }) {
  const health = healthOf(inbox)
  const { trouble } = health
  if (trouble === null) {
    return (
      <>
        <StateWord inbox={inbox} />
        {inbox.trouble !== null && inbox.settings.isOn && (
          <Text size="xs" c="dimmed" mt={2}>
            {inboxText.lastTrouble(inbox.trouble.code, formatWhen(inbox.trouble.at))}
          </Text>
        )}
      </>
    )
  }
  const { short, todo } = inboxTroubles[trouble.code]
  // What was read before needs no advice on its settings while a server is down.
  const advice = !health.needsSomebody && inbox.lastCheckedAt !== null ? inboxText.byItself : todo
  return (
    <>
      <Health tone={health.tone} word={short} title={trouble.detail} />
      <Text size="xs" mt={2} className={classes.wayOut}>
        {advice} {trouble.detail !== '' && trouble.code === 'other' && <q>{trouble.detail}</q>}
      </Text>
      <Text size="xs" c="dimmed" mt={2}>
        {inboxText.since(formatWhen(trouble.at))}
        {inbox.retryAt !== null && (
          <>
            {' · '}
            <Retry at={inbox.retryAt} />
          </>
        )}
      </Text>
      {health.needsSomebody && (
        <Button size="compact-sm" mt={6} onClick={onEdit} aria-label={`${wayOf(trouble.code)}: ${inbox.settings.name}`}>
          {wayOf(trouble.code)}
        </Button>
      )}
    </>
  )
}

const wayOf = (code: string): string => (WANTS_PASSWORD.has(code) ? inboxText.enterPassword : inboxText.mend)

function StateWord({ inbox }: { inbox: Inbox }) {
  const { tone } = healthOf(inbox)
  const { state, retryAt } = inbox
  if (!inbox.settings.isOn) return <Health tone={tone} word={inboxText.paused} title={inboxText.stateHints.off} />
  const word =
    state === 'reading' ? (
      inboxText.reading(inbox.behind)
    ) : state === 'retrying' && retryAt !== null ? (
      <Retry at={retryAt} />
    ) : (
      inboxText.states[state]
    )
  return <Health tone={tone} word={word} title={inboxText.stateHints[state]} />
}

function Retry({ at }: { at: number }) {
  return <>{useTicking((now) => inboxText.again(Math.max(0, at - now)))}</>
}
