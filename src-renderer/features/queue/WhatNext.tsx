import { Anchor, CloseButton, Group, Text } from '@mantine/core'
import { IconCircle, IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useDesk, useDeskShallow } from '../../state/hooks.ts'
import { isSample } from '../../state/selectors.ts'
import { whatNextText as text } from '../../text/what-next.ts'
import classes from './QueueScreen.module.css'

/** On this machine, for good. */
const HIDDEN_KEY = 'lead-desk.what-next'

const STEPS = [
  { id: 'rule', href: '#/rules' },
  { id: 'arrivals', href: '#/intake' },
  { id: 'hours', href: '#/settings/desk' },
  { id: 'pin', href: '#/settings/people' },
] as const

/** What a new desk still lacks, each a way there, until all is done or nobody wants to see it. On the sample: the way to one's own. */
export function WhatNext() {
  const isSampleDesk = useDesk(isSample)
  const done = useDeskShallow(({ ruleset, sources, settings, reps }) => ({
    rule: ruleset.rules > 0,
    arrivals: sources.some(({ kind }) => kind === 'mail' || kind === 'form'),
    hours: settings.hours !== null || [...reps.values()].some(({ hours }) => hours !== null),
    pin: [...reps.values()].some(({ hasPin }) => hasPin),
  }))
  const [isHidden, setIsHidden] = useState(() => localStorage.getItem(HIDDEN_KEY) !== null)
  if (isSampleDesk)
    return (
      <aside className={classes.next} aria-label={text.label}>
        <Text size="sm" c="dimmed">
          {text.sample}
        </Text>
        <Anchor size="sm" href="#/settings/data">
          {text.ownDesk}
        </Anchor>
      </aside>
    )
  if (isHidden || STEPS.every(({ id }) => done[id])) return null
  return (
    <aside className={classes.next} aria-label={text.label}>
      <Text size="sm" fw={500}>
        {text.label}
      </Text>
      {STEPS.map(({ id, href }) => (
        <Group key={id} gap={4} wrap="nowrap">
          {done[id] ? (
            <>
              <IconCircleCheck size={16} color="var(--desk-available)" aria-hidden="true" />
              <Text size="sm" c="dimmed" td="line-through" role="img" aria-label={text.done(text[id])}>
                {text[id]}
              </Text>
            </>
          ) : (
            <>
              <IconCircle size={16} color="var(--desk-neutral)" aria-hidden="true" />
              <Anchor size="sm" href={href}>
                {text[id]}
              </Anchor>
            </>
          )}
        </Group>
      ))}
      <CloseButton
        size="sm"
        ml="auto"
        aria-label={text.hide}
        title={text.hide}
        onClick={() => {
          localStorage.setItem(HIDDEN_KEY, 'hidden')
          setIsHidden(true)
        }}
      />
    </aside>
  )
}
