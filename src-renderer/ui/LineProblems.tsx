import { Button, Group, Stack, Table, Text } from '@mantine/core'
import { Dialog } from './Dialog.tsx'

export interface LineProblem {
  line: number
  field: string | null
  reason: string
}

interface LineProblemsProps {
  /** null keeps it closed. */
  problems: readonly LineProblem[] | null
  words: { title: string; body: string; line: string; field: string; reason: string; whole: string; close: string }
  onClose: () => void
}

/** What has to be mended in a file, line by line. */
export function LineProblems({ problems, words, onClose }: LineProblemsProps) {
  return (
    <Dialog isOpen={problems !== null} onClose={onClose} title={words.title} size="lg">
      {problems !== null && (
        <Stack>
          <Text size="sm">{words.body}</Text>
          <Table.ScrollContainer minWidth={400} maxHeight={360}>
            <Table stickyHeader>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th w={70}>{words.line}</Table.Th>
                  <Table.Th w={130}>{words.field}</Table.Th>
                  <Table.Th>{words.reason}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {problems.map((problem, at) => (
                  <Table.Tr key={at}>
                    <Table.Td>{problem.line}</Table.Td>
                    <Table.Td>{problem.field ?? words.whole}</Table.Td>
                    <Table.Td>{problem.reason}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          <Group justify="flex-end">
            <Button onClick={onClose}>{words.close}</Button>
          </Group>
        </Stack>
      )}
    </Dialog>
  )
}
