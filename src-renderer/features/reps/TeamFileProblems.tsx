import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core'
import { formatNumber } from '../../text/formats.ts'
import { repsText } from '../../text/reps.ts'
import type { TeamFileFault } from './use-team-file.ts'

const text = repsText.importBad

/** What has to be mended in a reps.csv, line by line. */
export function TeamFileProblems({ fault, onClose }: { fault: TeamFileFault | null; onClose: () => void }) {
  return (
    <Modal opened={fault !== null} onClose={onClose} title={fault === null ? '' : text.title(fault.file)} size="lg" centered>
      {fault !== null && (
        <Stack>
          <Text size="sm">{text.body}</Text>
          <Table.ScrollContainer minWidth={400} maxHeight={360}>
            <Table stickyHeader>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th w={70}>{text.line}</Table.Th>
                  <Table.Th w={130}>{text.field}</Table.Th>
                  <Table.Th>{text.reason}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {fault.problems.map((problem, at) => (
                  <Table.Tr key={at}>
                    <Table.Td>{formatNumber(problem.line)}</Table.Td>
                    <Table.Td>{problem.field ?? text.whole}</Table.Td>
                    <Table.Td>{problem.reason}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          <Group justify="flex-end">
            <Button onClick={onClose}>{text.close}</Button>
          </Group>
        </Stack>
      )}
    </Modal>
  )
}
