import { Group, NumberInput, Stack, Text } from '@mantine/core'
import type { ScoreModel } from '../../../src-main/contract/index.ts'
import { scoringText as text } from '../../text/rule-parts.ts'
import { GradeBadge } from '../../ui/GradeBadge.tsx'
import classes from './scoring.module.css'

/** Where the grades begin, in numbers and on a scale of 0 to 100. */
export function GradeScale({ model, onChange }: { model: ScoreModel; onChange: (model: ScoreModel, what: string) => void }) {
  const { warmFrom, hotFrom } = model
  const spans = [
    { grade: 'cold' as const, from: 0, to: warmFrom },
    { grade: 'warm' as const, from: warmFrom, to: hotFrom },
    { grade: 'hot' as const, from: hotFrom, to: 100 },
  ]
  return (
    <Stack gap="xs" component="section" aria-label={text.grades}>
      <Group gap="md">
        {(['warmFrom', 'hotFrom'] as const).map((key) => (
          <NumberInput
            key={key}
            label={text[key]}
            w={120}
            min={0}
            max={100}
            clampBehavior="strict"
            value={model[key]}
            error={key === 'hotFrom' && hotFrom < warmFrom ? text.crossed : undefined}
            onChange={(value) => {
              if (typeof value === 'number') onChange({ ...model, [key]: value }, key)
            }}
          />
        ))}
      </Group>
      {hotFrom >= warmFrom && (
        <div className={classes.scale} role="img" aria-label={text.scale(warmFrom, hotFrom)}>
          {spans
            .filter((span) => span.to > span.from)
            .map((span) => (
              <span key={span.grade} className={classes.span} data-grade={span.grade} style={{ flexGrow: span.to - span.from }}>
                <GradeBadge grade={span.grade} />
                <Text span size="xs">
                  {span.from}
                </Text>
              </span>
            ))}
        </div>
      )}
    </Stack>
  )
}
