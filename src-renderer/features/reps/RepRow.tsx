import { Badge, Checkbox, Group, Table, Text, UnstyledButton } from '@mantine/core'
import { memo } from 'react'
import type { RepCard, RepId } from '../../../src-main/contract/index.ts'
import { formatLanguage, formatNumber } from '../../text/formats.ts'
import { repListText } from '../../text/rep-list.ts'
import { repsText } from '../../text/reps.ts'
import { LoadBar } from '../../ui/LoadBar.tsx'
import { RepFace } from '../../ui/RepFace.tsx'
import { HoursToday } from './HoursToday.tsx'
import { partOf } from './rep-form.ts'
import classes from './reps.module.css'
import { StatusNow } from './StatusNow.tsx'

interface RepRowProps {
  rep: RepCard
  isSelected: boolean
  onSelect: (id: RepId) => void
  onEdit: (id: RepId) => void
}

export const RepRow = memo(function RepRow({ rep, isSelected, onSelect, onEdit }: RepRowProps) {
  const part = partOf(rep)
  const reach = rep.team === null ? rep.email : `${rep.team} · ${rep.email}`
  return (
    <Table.Tr
      data-rep={rep.id}
      data-off={part === 'inactive' || undefined}
      data-selected={isSelected || undefined}
      className={classes.row}
    >
      <Table.Td>
        <Checkbox
          size="xs"
          aria-label={repListText.select(rep.name)}
          checked={isSelected}
          onChange={() => {
            onSelect(rep.id)
          }}
        />
      </Table.Td>
      <Table.Td>
        <Group gap="xs" wrap="nowrap">
          <RepFace name={rep.name} />
          <div>
            <UnstyledButton
              className={classes.name}
              data-name
              aria-label={repsText.edit(rep.name)}
              onClick={() => {
                onEdit(rep.id)
              }}
            >
              {rep.name}
              {part !== 'active' && (
                <Badge component="span" variant="default" size="sm" tt="none" fw={500} ml={8}>
                  {repsText.part[part].label}
                </Badge>
              )}
            </UnstyledButton>
            <Text size="xs" c="dimmed" className={classes.reach} title={reach}>
              {reach}
            </Text>
          </div>
        </Group>
      </Table.Td>
      <Table.Td>
        <StatusNow rep={rep} />
      </Table.Td>
      <Table.Td>
        <HoursToday rep={rep} />
      </Table.Td>
      <Table.Td>
        <LoadBar open={rep.openLeads} capacity={rep.capacity} offers={rep.offersPending} />
      </Table.Td>
      <Table.Td ta="right">
        {formatNumber(rep.givenToday)}
        {rep.dailyCap !== null && (
          <Text span size="xs" c="dimmed">
            /{formatNumber(rep.dailyCap)}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right">
        <Weight rep={rep} />
      </Table.Td>
      <Table.Td>
        <Labels values={rep.skills} />
      </Table.Td>
      <Table.Td>
        <Text fz={13}>{rep.languages.map(formatLanguage).join(', ')}</Text>
      </Table.Td>
      <Table.Td>
        <Text fz={13}>{rep.territories.join(', ')}</Text>
      </Table.Td>
    </Table.Tr>
  )
})

/** What rotation counts, and why it is not what was written down. */
function Weight({ rep: { weight, effectiveWeight, rampPercent, rampUntil } }: { rep: RepCard }) {
  const isRamping = rampPercent !== null && effectiveWeight !== weight
  return (
    <>
      {formatNumber(effectiveWeight)}
      {isRamping && (
        <Text size="xs" c="dimmed" className={classes.whole}>
          {repsText.ramp(rampPercent, weight, rampUntil)}
        </Text>
      )}
      {effectiveWeight === 0 && (
        <Text size="xs" c="dimmed" className={classes.whole}>
          {repsText.notInRotation}
        </Text>
      )}
    </>
  )
}

function Labels({ values }: { values: readonly string[] }) {
  return (
    <Group gap={4}>
      {values.map((value) => (
        <Badge key={value} variant="default" size="sm" tt="none" fw={500} miw="max-content">
          {value}
        </Badge>
      ))}
    </Group>
  )
}
