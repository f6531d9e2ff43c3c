import { Table } from '@mantine/core'
import type { RepCard, RepId } from '../../../src-main/contract/index.ts'
import { repsText } from '../../text/reps.ts'
import { RepRow } from './RepRow.tsx'
import classes from './reps.module.css'

const { columns } = repsText

/** Everyone in one table. The name opens the drawer. */
export function RepTable({ reps, onEdit }: { reps: readonly RepCard[]; onEdit: (id: RepId) => void }) {
  return (
    <div className={classes.scroller} role="region" aria-label={repsText.title} tabIndex={0}>
      <Table stickyHeader highlightOnHover verticalSpacing={6} className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{columns.name}</Table.Th>
            <Table.Th>{columns.status}</Table.Th>
            <Table.Th>{columns.hours}</Table.Th>
            <Table.Th w={130}>{columns.load}</Table.Th>
            <Table.Th ta="right">{columns.today}</Table.Th>
            <Table.Th ta="right">{columns.weight}</Table.Th>
            <Table.Th>{columns.skills}</Table.Th>
            <Table.Th>{columns.languages}</Table.Th>
            <Table.Th>{columns.territories}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {reps.map((rep) => (
            <RepRow key={rep.id} rep={rep} onEdit={onEdit} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}
