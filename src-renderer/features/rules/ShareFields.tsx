import { ActionIcon, Group, NumberInput, SimpleGrid, Stack, Table, Text } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { Destination } from '../../../src-main/contract/index.ts'
import { useDeskShallow } from '../../state/hooks.ts'
import { repsInOrder } from '../../state/selectors.ts'
import { methodsText as text } from '../../text/rule-methods.ts'
import { MinutesInput } from './MinutesInput.tsx'
import classes from './editor.module.css'
import { type ShareRow, shareRows, type ShareSum, shareSum, withShare } from './shares.ts'
import { withParts } from './terms.ts'

type Pool = Extract<Destination, { to: 'pool' }>

/** A percentage for each rep, with what they come to. */
export function ShareFields({ to, onChange }: { to: Pool; onChange: (to: Pool) => void }) {
  const reps = useDeskShallow(repsInOrder)
  const shares = to.shares ?? {}
  const rows = shareRows(shares, to.pool, reps)
  const sum = shareSum(rows)
  const set = (email: string, share: number | undefined): void => {
    onChange(withParts(to, { shares: withShare(shares, email, share) }))
  }
  if (rows.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {text.nobody}
      </Text>
    )
  return (
    <Stack gap="xs">
      <Table aria-label={text.shares} maw={420} verticalSpacing={3} withRowBorders={false}>
        <Table.Tbody>
          {rows.map((row) => (
            <Share key={row.email} row={row} onChange={set} />
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm" role="status" className={classes.sum} data-over={sum.left < 0 || undefined}>
        {sumSaid(sum)}
      </Text>
      <SimpleGrid cols={2} spacing="md" className={classes.pairs}>
        <NumberInput
          label={text.shareWindow}
          suffix={` ${text.shareWindowUnit}`}
          placeholder={`30 ${text.shareWindowUnit}`}
          min={1}
          max={366}
          allowDecimal={false}
          value={to.shareWindowDays ?? ''}
          onChange={(value) => {
            onChange(withParts(to, { shareWindowDays: typeof value === 'number' ? value : undefined }))
          }}
        />
        <MinutesInput
          label={text.maxWait}
          description={text.maxWaitHint}
          minutes={to.maxWaitMinutes}
          onChange={(maxWaitMinutes) => {
            onChange(withParts(to, { maxWaitMinutes }))
          }}
        />
      </SimpleGrid>
    </Stack>
  )
}

function sumSaid({ sum, left, open }: ShareSum): string {
  if (left < 0) return text.shareOver(sum)
  if (left === 0) return text.shareWhole(open)
  return open > 0 ? text.shareLeft(sum, left) : text.shareUnused(sum, left)
}

function Share({ row, onChange }: { row: ShareRow; onChange: (email: string, share: number | undefined) => void }) {
  return (
    <Table.Tr>
      <Table.Td>{row.name}</Table.Td>
      <Table.Td>
        <Group gap={4} wrap="nowrap">
          <NumberInput
            size="xs"
            w={90}
            min={0}
            max={100}
            decimalScale={2}
            suffix="%"
            aria-label={text.shareOf(row.name)}
            value={row.share ?? ''}
            onChange={(value) => {
              onChange(row.email, typeof value === 'number' ? value : undefined)
            }}
          />
          {row.isOutside && (
            <>
              <Text size="xs" c="dimmed">
                {text.notInPool}
              </Text>
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                aria-label={text.removeShare(row.name)}
                onClick={() => {
                  onChange(row.email, undefined)
                }}
              >
                <IconX size={14} />
              </ActionIcon>
            </>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}
