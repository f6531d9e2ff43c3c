import { Checkbox, Radio, Stack, TagsInput, Text } from '@mantine/core'
import { useState } from 'react'
import { useCommand, useDesk } from '../../state/hooks.ts'
import { firstRunText } from '../../text/first-run.ts'
import { say } from '../../text/say.ts'
import { FIRST_METHODS, type FirstMethod, firstRuleset } from './first-rule.ts'
import { PartFrame } from './PartFrame.tsx'

const text = firstRunText.rule

/** One rule to begin with, published at once. */
export function RulePart({ onBack, onNext }: { onBack: () => void; onNext: () => void }) {
  const run = useCommand()
  const reps = useDesk((state) => state.reps.size)
  const hasRules = useDesk((state) => state.ruleset.rules > 0)
  const [by, setBy] = useState<FirstMethod>('round-robin')
  const [isNarrow, setIsNarrow] = useState(false)
  const [places, setPlaces] = useState<string[]>([])
  const [isWorking, setIsWorking] = useState(false)
  const [said, setSaid] = useState<string | null>(null)

  const next = async (): Promise<void> => {
    // Whoever comes back to this step has a rule already, and changes it under Rules.
    if (hasRules) return onNext()
    if (reps === 0) return setSaid(text.needsReps)
    if (isNarrow && places.length === 0) return setSaid(text.needsPlace)
    setIsWorking(true)
    const document = firstRuleset(by, isNarrow ? places : [])
    const answer = await run((client) => client.rule.publish({ document, note: text.note }), { isQuiet: true })
    setIsWorking(false)
    if (answer.ok) onNext()
    else setSaid(say(answer.fault))
  }
  return (
    <PartFrame
      title={text.title}
      body={text.body}
      isWorking={isWorking}
      onBack={onBack}
      onNext={() => void next()}
      onSkip={onNext}
    >
      <Stack gap="md">
        <Radio.Group aria-label={text.title} value={by} onChange={setBy}>
          <Stack gap="sm">
            {FIRST_METHODS.map((method) => (
              <Radio key={method} value={method} label={text.by[method].label} description={text.by[method].hint} />
            ))}
          </Stack>
        </Radio.Group>
        <Checkbox
          label={text.only}
          checked={isNarrow}
          onChange={(event) => {
            setIsNarrow(event.currentTarget.checked)
            setSaid(null)
          }}
        />
        {isNarrow && (
          <TagsInput
            label={text.places}
            description={text.placesHint}
            value={places}
            acceptValueOnBlur
            onChange={(values) => {
              setPlaces(values)
              setSaid(null)
            }}
          />
        )}
        <Text size="sm" role="alert">
          {said}
        </Text>
      </Stack>
    </PartFrame>
  )
}
