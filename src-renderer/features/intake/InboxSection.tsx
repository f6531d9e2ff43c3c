import { Button, Table, Text, VisuallyHidden } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Inbox } from '../../../src-main/contract/index.ts'
import { usePlace } from '../../lib/route.ts'
import { useDesk } from '../../state/hooks.ts'
import type { Fresh } from '../../state/use-fresh.ts'
import { inboxText } from '../../text/inboxes.ts'
import { FreshList } from './FreshList.tsx'
import { healthOf, worstFirst } from './inbox-health.ts'
import { InboxRow } from './InboxRow.tsx'
import classes from './intake.module.css'
import { RemoveInbox } from './RemoveInbox.tsx'
import { Section } from './Section.tsx'

const { columns } = inboxText

/** The inboxes that are read, the ill ones first. */
export function InboxSection({ inboxes }: { inboxes: Fresh<readonly Inbox[]> }) {
  const { goTo } = usePlace()
  const ill = (inboxes.value ?? []).filter((inbox) => healthOf(inbox).needsSomebody).length
  return (
    <Section
      title={inboxText.title}
      trouble={ill === 0 ? null : inboxText.needSomebody(ill, inboxes.value?.length ?? 0)}
      action={
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => {
            goTo('intake', 'inbox')
          }}
        >
          {inboxText.add}
        </Button>
      }
    >
      <FreshList list={inboxes} empty={inboxText.empty}>
        {(items) => <InboxTable inboxes={items} onChanged={inboxes.again} />}
      </FreshList>
    </Section>
  )
}

function InboxTable({ inboxes, onChanged }: { inboxes: readonly Inbox[]; onChanged: () => void }) {
  const { goTo } = usePlace()
  const sources = useDesk((state) => state.sources)
  const [removing, setRemoving] = useState<Inbox | null>(null)
  return (
    <div className={classes.scroller}>
      <Table aria-label={inboxText.title} verticalSpacing={8} className={classes.sourceTable}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{columns.inbox}</Table.Th>
            <Table.Th w={300}>{columns.state}</Table.Th>
            <Table.Th>{columns.lastMail}</Table.Th>
            <Table.Th>{columns.lastCheck}</Table.Th>
            <Table.Th ta="right">{columns.today}</Table.Th>
            <Table.Th ta="right">{columns.leads}</Table.Th>
            <Table.Th ta="right">{columns.review}</Table.Th>
            <Table.Th ta="right">
              <Text inherit span title={inboxText.ignoredHint}>
                {columns.ignored}
              </Text>
            </Table.Th>
            <Table.Th w={44}>
              <VisuallyHidden>{columns.actions}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {worstFirst(inboxes).map((inbox) => (
            <InboxRow
              key={inbox.id}
              inbox={inbox}
              leadsToday={sources.find(({ id }) => id === inbox.sourceId)?.leadsToday ?? 0}
              onEdit={() => {
                goTo('intake', `inbox/${inbox.id}`)
              }}
              onRemove={() => {
                setRemoving(inbox)
              }}
              onChanged={onChanged}
            />
          ))}
        </Table.Tbody>
      </Table>
      <RemoveInbox
        inbox={removing}
        onClose={() => {
          setRemoving(null)
          onChanged()
        }}
      />
    </div>
  )
}
