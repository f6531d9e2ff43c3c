import { Checkbox, Table, Text, TextInput } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import type { FileCheck, FileLook, RowProblem } from '../../../src-main/contract/index.ts'
import { formatNumber } from '../../text/formats.ts'
import { leadFieldLabel } from '../../text/intake-fields.ts'
import { capital } from '../../text/rule-fields.ts'
import { intakeText } from '../../text/intake.ts'
import { rowProblemText } from '../../text/row-problems.ts'
import classes from './intake.module.css'
import { cellsToMend, type ProblemRow } from './problem-rows.ts'
import type { WizardState } from './wizard-state.ts'

const text = intakeText.check
const saidOf = ({ code, message }: RowProblem): string => rowProblemText.said(code, message)

interface ProblemTableProps {
  state: WizardState & { look: FileLook; check: FileCheck }
  rows: readonly ProblemRow[]
  onFix: (line: number, header: string, text: string) => void
  onLeaveOut: (line: number, isOut: boolean) => void
}

/** The rows with problems, their cells to be mended where they stand. Only what is in sight is drawn. */
export function ProblemTable({ state, rows, onFix, onLeaveOut }: ProblemTableProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 84,
    overscan: 8,
    initialRect: { width: 1000, height: 600 },
  })
  const items = virtual.getVirtualItems()
  const above = items[0]?.start ?? 0
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  const leftOut = new Set(state.options.leaveOut)
  return (
    <div ref={scroller} className={classes.problems} role="region" aria-label={text.table} tabIndex={0}>
      <Table stickyHeader verticalSpacing={6} aria-rowcount={rows.length + 1}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={70}>{text.line}</Table.Th>
            <Table.Th w="32%">{text.problem}</Table.Th>
            <Table.Th>{text.row}</Table.Th>
            <Table.Th w={110}>{text.leaveOut}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {above > 0 && <tr style={{ height: above }} aria-hidden="true" />}
          {items.map(({ index }) => {
            const row = rows[index]
            if (row === undefined) return null
            return (
              <Table.Tr
                key={row.line}
                ref={virtual.measureElement}
                data-index={index}
                aria-rowindex={index + 2}
                className={classes.problemRow}
              >
                <Table.Td className={classes.lineNumber}>{formatNumber(row.line)}</Table.Td>
                <Table.Td>
                  {row.problems.map((problem, at) => (
                    <Text key={at} size="sm">
                      {problem.field === null ? '' : `${leadFieldLabel(problem.field)}: `}
                      {problem.field === null ? capital(saidOf(problem)) : saidOf(problem)}
                      <Text span size="xs" c="dimmed">
                        {' '}
                        · {problem.leftOut ? text.isLeftOut : text.comesIn}
                      </Text>
                    </Text>
                  ))}
                </Table.Td>
                <Table.Td>
                  <div className={classes.cells}>
                    {cellsToMend(state, row).map((cell) => (
                      <TextInput
                        key={cell.header}
                        size="xs"
                        label={cell.header}
                        aria-label={text.cell(cell.header, row.line)}
                        defaultValue={cell.text}
                        data-wrong={cell.isWrong || undefined}
                        classNames={{ label: classes.cellLabel }}
                        styles={cell.isWrong ? { input: { borderColor: 'var(--desk-trouble)' } } : undefined}
                        disabled={leftOut.has(row.line)}
                        onBlur={(event) => {
                          if (event.currentTarget.value !== cell.text) onFix(row.line, cell.header, event.currentTarget.value)
                        }}
                      />
                    ))}
                  </div>
                </Table.Td>
                <Table.Td>
                  <Checkbox
                    aria-label={text.leaveOutOf(row.line)}
                    checked={leftOut.has(row.line)}
                    onChange={(event) => {
                      onLeaveOut(row.line, event.currentTarget.checked)
                    }}
                  />
                </Table.Td>
              </Table.Tr>
            )
          })}
          {below > 0 && <tr style={{ height: below }} aria-hidden="true" />}
        </Table.Tbody>
      </Table>
    </div>
  )
}
