import { Alert, Select, Stack, Table, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { IGNORE, KEEP_AS_EXTRA, leadFieldChoices } from '../../text/intake-fields.ts'
import { intakeText } from '../../text/intake.ts'
import classes from './intake.module.css'
import type { Wizard } from './use-wizard.ts'
import { canReach, fieldOf } from './wizard-state.ts'

const text = intakeText.columns
const CHOICES = leadFieldChoices()

/** Which field each column fills. */
export function ColumnsStep({ wizard }: { wizard: Wizard }) {
  const { state } = wizard
  const columns = state.look?.columns ?? []
  const fields = columns.map((column) => fieldOf(state, column.header))
  const extra = fields.filter((field) => field === 'custom').length
  const ignored = fields.filter((field) => field === null).length
  return (
    <Stack gap="md">
      {!canReach(state) && (
        <Alert color="orange" icon={<IconAlertTriangle size={18} />} role="alert">
          {text.noReach}
        </Alert>
      )}
      <Text size="sm" c="dimmed">
        {text.counts(columns.length - extra - ignored, extra, ignored)}. {text.remembered}
      </Text>
      <Table stickyHeader verticalSpacing={6} className={classes.columns}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="26%">{text.column}</Table.Th>
            <Table.Th>{text.samples}</Table.Th>
            <Table.Th w={260}>{text.field}</Table.Th>
            <Table.Th w={120}>{text.how}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {columns.map((column, at) => {
            const field = fields[at] ?? null
            const isChosen = state.options.map?.[column.header] !== undefined
            const by = isChosen ? text.by.chosen : column.matchedBy === 'none' ? '' : text.by[column.matchedBy]
            return (
              <Table.Tr key={at}>
                <Table.Td fw={600} className={classes.header}>
                  {column.header}
                </Table.Td>
                <Table.Td>
                  <Text size="sm" c="dimmed" className={classes.samples}>
                    {column.samples
                      .filter((sample) => sample !== '')
                      .slice(0, 3)
                      .join(' · ') || text.noSamples}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <Select
                    aria-label={text.fieldOf(column.header)}
                    data={CHOICES}
                    value={field ?? IGNORE}
                    onChange={(chosen) => {
                      if (chosen !== null) wizard.mapColumn(column.header, chosen === IGNORE ? null : chosen)
                    }}
                    searchable
                    allowDeselect={false}
                    maxDropdownHeight={320}
                    size="xs"
                    data-quiet={field === null || field === KEEP_AS_EXTRA || undefined}
                    className={classes.fieldSelect}
                  />
                </Table.Td>
                <Table.Td>
                  <Text size="sm" c="dimmed">
                    {by}
                  </Text>
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </Stack>
  )
}
