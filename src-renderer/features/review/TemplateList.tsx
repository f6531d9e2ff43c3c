import { ActionIcon, Table, Tooltip, VisuallyHidden } from '@mantine/core'
import { IconTemplate, IconTrash } from '@tabler/icons-react'
import { useCommand } from '../../state/hooks.ts'
import { useFresh } from '../../state/use-fresh.ts'
import { formatMoment, formatNumber } from '../../text/formats.ts'
import { leadFieldLabel } from '../../text/intake-fields.ts'
import { reviewText } from '../../text/review.ts'
import { told } from '../../text/ways-out.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { showNotice } from '../../ui/undo-notice.tsx'
import { concernsMails } from './use-mails.ts'

const text = reviewText.templates

/** How mails of certain senders are read, as people corrected them once. */
export function TemplateList() {
  const run = useCommand()
  const { value, fault, again } = useFresh((client, signal) => client.mail.templates(undefined, { signal }), concernsMails)
  if (value === null) return fault === null ? <Loading /> : <ErrorState {...told(fault)} onTryAgain={again} />
  if (value.length === 0) return <EmptyState icon={<IconTemplate size={34} stroke={1.4} />} {...reviewText.empty.templates} />
  return (
    <Table.ScrollContainer minWidth={720} px="md">
      <Table verticalSpacing={8} aria-label={reviewText.segments.templates}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{text.sender}</Table.Th>
            <Table.Th>{text.subject}</Table.Th>
            <Table.Th>{text.fields}</Table.Th>
            <Table.Th ta="right">{text.uses}</Table.Th>
            <Table.Th>{text.made}</Table.Th>
            <Table.Th>
              <VisuallyHidden>{text.remove}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {value.map((template) => (
            <Table.Tr key={template.id}>
              <Table.Td>{template.sender}</Table.Td>
              <Table.Td c={template.subject === null ? 'dimmed' : undefined}>{template.subject ?? text.any}</Table.Td>
              <Table.Td>{template.fields.map(({ field }) => leadFieldLabel(field)).join(', ')}</Table.Td>
              <Table.Td ta="right">{formatNumber(template.uses)}</Table.Td>
              <Table.Td>{formatMoment(template.madeAt)}</Table.Td>
              <Table.Td>
                <Tooltip label={text.remove}>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={`${text.remove}: ${template.sender}`}
                    onClick={() => {
                      void run((client) => client.mail.removeTemplate({ templateId: template.id })).then((answer) => {
                        if (answer.ok) showNotice(text.removed(template.sender))
                        again()
                      })
                    }}
                  >
                    <IconTrash size={16} />
                  </ActionIcon>
                </Tooltip>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
