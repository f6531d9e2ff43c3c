import { Button, MultiSelect, SimpleGrid, TagsInput, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { PoolSelection } from '../../../src-main/contract/index.ts'
import { useDeskShallow } from '../../state/hooks.ts'
import { known } from '../../state/known-labels.ts'
import { formatLanguage } from '../../text/formats.ts'
import { rulesText } from '../../text/rules.ts'
import { partOfPool, type PoolPart, withPart } from './destinations.ts'
import { useRepChoices } from './use-rep-choices.ts'

const text = rulesText.destination
/** In a pool, this word stands for what the lead has. */
const LEADS = 'lead'
/** What most rules do without. */
const NARROWER: readonly PoolPart[] = ['skills', 'languages', 'products', 'tier', 'territory']

interface PoolFieldsProps {
  pool: PoolSelection
  territories: readonly string[]
  onChange: (pool: PoolSelection) => void
}

/** Which reps take part: each thing said narrows. Team and people are in sight, the rest once it is wanted. */
export function PoolFields({ pool, territories, onChange }: PoolFieldsProps) {
  const reps = useRepChoices()
  const [wantsMore, setWantsMore] = useState(false)
  const showsMore = wantsMore || NARROWER.some((part) => pool[part] !== undefined)
  const teams = useDeskShallow((state) => known(state.reps.values(), (rep) => [rep.team]))
  const skills = useDeskShallow((state) => known(state.reps.values(), (rep) => rep.skills))
  const languages = useDeskShallow((state) => known(state.reps.values(), (rep) => rep.languages))
  const products = useDeskShallow((state) => known(state.reps.values(), (rep) => rep.products))
  const tiers = useDeskShallow((state) => known(state.reps.values(), (rep) => [rep.tier]))
  const served = useDeskShallow((state) => known(state.reps.values(), (rep) => rep.territories))
  const props = (part: PoolPart): { value: string[]; placeholder?: string; onChange: (values: string[]) => void } => ({
    value: partOfPool(pool, part),
    ...(partOfPool(pool, part).length === 0 ? { placeholder: text.any } : {}),
    onChange: (values) => {
      onChange(withPart(pool, part, values))
    },
  })
  const leads = (part: keyof typeof text.leadWords) => ({ value: LEADS, label: text.leads(text.leadWords[part]) })
  const choice = (part: keyof typeof text.leadWords, values: readonly string[]) => {
    const chosen = partOfPool(pool, part).filter((value) => value !== LEADS)
    return [
      leads(part),
      ...[...new Set([...values, ...chosen])].map((value) => ({
        value,
        label: part === 'languages' ? formatLanguage(value) : value,
      })),
    ]
  }
  return (
    <>
      {Object.keys(pool).length === 0 && (
        <Text size="sm" c="dimmed">
          {text.everyone}
        </Text>
      )}
      <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
        <TagsInput label={text.team} data={teams} acceptValueOnBlur {...props('team')} />
        <MultiSelect label={text.reps} data={withUnknown(reps, partOfPool(pool, 'reps'))} searchable {...props('reps')} />
        {showsMore && (
          <>
            <TagsInput label={text.skills} data={skills} acceptValueOnBlur {...props('skills')} />
            <MultiSelect label={text.languages} data={choice('languages', languages)} searchable {...props('languages')} />
            <MultiSelect label={text.products} data={choice('products', products)} searchable {...props('products')} />
            <MultiSelect label={text.tier} data={choice('tier', tiers)} searchable {...props('tier')} />
            <MultiSelect
              label={text.territory}
              data={choice('territory', [...new Set([...territories, ...served])])}
              searchable
              {...props('territory')}
            />
          </>
        )}
      </SimpleGrid>
      {!showsMore && (
        <div>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size={14} aria-hidden="true" />}
            onClick={() => {
              setWantsMore(true)
            }}
          >
            {text.more}
          </Button>
        </div>
      )}
    </>
  )
}

/** Someone a rule names who is not on the desk stays to be seen. */
function withUnknown(
  choices: readonly { value: string; label: string }[],
  chosen: readonly string[],
): { value: string; label: string }[] {
  const unknown = chosen.filter((email) => !choices.some((choice) => choice.value === email))
  return [...choices, ...unknown.map((email) => ({ value: email, label: email }))]
}
