import { Button, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { IconPlayerPlay, IconUserPlus } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { usePlace } from '../../lib/route.ts'
import { useCommand, useDesk } from '../../state/hooks.ts'
import { firstRunText } from '../../text/first-run.ts'
import classes from './first-run.module.css'
import { LeadsPart } from './LeadsPart.tsx'
import { RepsPart } from './RepsPart.tsx'
import { RulePart } from './RulePart.tsx'

const text = firstRunText
const STEPS = ['reps', 'rule', 'leads'] as const
type Part = 'choice' | (typeof STEPS)[number]

/** A desk that is new: a sample to play with, or three steps to one's own. */
export function FirstRun() {
  const { goTo } = usePlace()
  const [part, setPart] = useState<Part>('choice')
  const at = STEPS.findIndex((step) => step === part)
  const go = (to: Part): void => {
    setPart(to)
    // The address keeps this page here when the first rep makes the desk no longer new.
    goTo('queue', to === 'choice' ? undefined : 'first-run')
  }
  return (
    <div className={classes.page}>
      <div className={classes.card}>
        {part === 'choice' ? (
          <Choice
            onOwn={() => {
              go('reps')
            }}
          />
        ) : (
          <Stack gap="lg">
            <nav className={classes.steps} aria-label={text.steps.label}>
              <ol>
                {STEPS.map((step, index) => (
                  <li key={step} aria-current={step === part ? 'step' : undefined} data-done={index < at || undefined}>
                    {text.steps[step]}
                  </li>
                ))}
              </ol>
              <Text size="sm" c="dimmed">
                {text.of(at + 1)}
              </Text>
            </nav>
            {part === 'reps' && <RepsPart onBack={() => go('choice')} onNext={() => go('rule')} />}
            {part === 'rule' && <RulePart onBack={() => go('reps')} onNext={() => go('leads')} />}
            {part === 'leads' && (
              <LeadsPart onBack={() => go('rule')} onImport={() => goTo('intake', 'import')} onQueue={() => goTo('queue')} />
            )}
          </Stack>
        )}
      </div>
    </div>
  )
}

function Choice({ onOwn }: { onOwn: () => void }) {
  const run = useCommand()
  const { goTo } = usePlace()
  const isNew = useDesk((state) => state.isNew)
  const [isLoading, setIsLoading] = useState(false)
  const load = async (): Promise<void> => {
    setIsLoading(true)
    // The first of the sample make the desk no longer new: until all are there, this page stays.
    goTo('queue', 'first-run')
    const answer = await run((client) => client.desk.loadSample(undefined))
    setIsLoading(false)
    if (answer.ok) goTo('queue')
  }
  useEffect(() => {
    // Loaded again meanwhile, or begun in another window.
    if (!isNew && !isLoading) goTo('queue')
  }, [isNew, isLoading, goTo])
  return (
    <Stack gap="xl">
      <div>
        <Title order={1} className={classes.title}>
          {text.title}
        </Title>
        <Text size="lg" c="dimmed" mt={6}>
          {text.intro}
        </Text>
      </div>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
        <section className={classes.way} aria-label={text.sample.title}>
          <IconPlayerPlay size={26} stroke={1.4} aria-hidden="true" />
          <Title order={2} size="h4">
            {text.sample.title}
          </Title>
          <Text c="dimmed" className={classes.says}>
            {text.sample.body}
          </Text>
          <Button loading={isLoading} onClick={() => void load()}>
            {text.sample.go}
          </Button>
        </section>
        <section className={classes.way} aria-label={text.own.title}>
          <IconUserPlus size={26} stroke={1.4} aria-hidden="true" />
          <Title order={2} size="h4">
            {text.own.title}
          </Title>
          <Text c="dimmed" className={classes.says}>
            {text.own.body}
          </Text>
          <Button variant="default" disabled={isLoading} onClick={onOwn}>
            {text.own.go}
          </Button>
        </section>
      </SimpleGrid>
      <Text c="dimmed" role="status" className={classes.status}>
        {isLoading ? text.sample.loading : ''}
      </Text>
    </Stack>
  )
}
