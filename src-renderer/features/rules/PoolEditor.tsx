import { NumberInput, Select, Stack } from '@mantine/core'
import { type Destination, Method, METHODS } from '../../../src-main/contract/index.ts'
import { formatNumber } from '../../text/formats.ts'
import { methodsText } from '../../text/rule-methods.ts'
import { rulesText } from '../../text/rules.ts'
import { withMethod } from './destinations.ts'
import { OwnerFields } from './OwnerFields.tsx'
import { PoolFields } from './PoolFields.tsx'
import { ShareFields } from './ShareFields.tsx'
import { withParts } from './terms.ts'
import { TermsFields } from './TermsFields.tsx'
import { TierFields } from './TierFields.tsx'

const text = rulesText.destination
type Pool = Extract<Destination, { to: 'pool' }>

interface PoolEditorProps {
  to: Pool
  territories: readonly string[]
  onChange: (to: Pool) => void
}

/** Reps who share leads: who they are, how they share, and under which terms. */
export function PoolEditor({ to, territories, onChange }: PoolEditorProps) {
  return (
    <Stack gap="sm">
      <PoolFields
        pool={to.pool}
        territories={territories}
        onChange={(pool) => {
          onChange({ ...to, pool })
        }}
      />
      <Select
        label={text.method}
        description={text.methodHints[to.by]}
        data={METHODS.map((method) => ({ value: method, label: text.methods[method] }))}
        value={to.by}
        allowDeselect={false}
        maxDropdownHeight={320}
        onChange={(by) => {
          onChange(withMethod(to, Method.parse(by)))
        }}
      />
      <MethodParts to={to} territories={territories} onChange={onChange} />
      <OwnerFields
        ownerFirst={to.ownerFirst}
        onChange={(ownerFirst) => {
          onChange(withParts(to, { ownerFirst }))
        }}
      />
      <TermsFields
        to={to}
        onChange={(next) => {
          if (next.to === 'pool') onChange(next)
        }}
      />
    </Stack>
  )
}

/** What only one of the methods asks. */
function MethodParts({ to, territories, onChange }: PoolEditorProps) {
  switch (to.by) {
    case 'share':
      return <ShareFields to={to} onChange={onChange} />
    case 'tiers':
      return (
        <TierFields
          tiers={to.tiers ?? []}
          territories={territories}
          onChange={(tiers) => {
            onChange(withParts(to, { tiers }))
          }}
        />
      )
    case 'top-performer':
      return (
        <NumberInput
          label={methodsText.maxLoad}
          description={methodsText.maxLoadHint}
          w={320}
          min={1}
          max={100}
          step={0.1}
          decimalScale={1}
          placeholder={formatNumber(1.5)}
          value={to.maxLoadMultiple ?? ''}
          onChange={(value) => {
            onChange(withParts(to, { maxLoadMultiple: typeof value === 'number' ? value : undefined }))
          }}
        />
      )
    default:
      return null
  }
}
