import { ScrollArea, Table } from '@mantine/core'
import type { FileLook } from '../../../src-main/contract/index.ts'
import classes from './intake.module.css'

/** The first rows under their headers, one line a row. */
export function PreviewTable({ look, label, isStale }: { look: FileLook; label: string; isStale: boolean }) {
  return (
    <ScrollArea
      className={classes.preview}
      data-stale={isStale || undefined}
      type="auto"
      viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': label }}
    >
      <Table withColumnBorders className={classes.previewTable} aria-busy={isStale}>
        <Table.Thead>
          <Table.Tr>
            {look.columns.map((column, at) => (
              // Headers can repeat; their place cannot.
              <Table.Th key={at}>{column.header}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {look.sample.map((row, line) => (
            <Table.Tr key={line}>
              {look.columns.map((column, at) => (
                <Table.Td key={`${at} ${column.header}`}>{row[at] ?? ''}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  )
}
