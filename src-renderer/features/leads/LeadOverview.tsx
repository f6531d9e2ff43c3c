import { Button, Group, Spoiler, Text } from '@mantine/core'
import { IconForms } from '@tabler/icons-react'
import type { LeadCard, LeadDetail, LeadId, Why } from '../../../src-main/contract/index.ts'
import { usePlace } from '../../lib/route.ts'
import { useMe } from '../../state/seat.ts'
import { formatMoment } from '../../text/formats.ts'
import { leadEditText } from '../../text/lead-edit.ts'
import { panelText } from '../../text/lead-panel.ts'
import { words } from '../../text/words.ts'
import { FieldLine } from './FieldLine.tsx'
import { customOf, type FieldKey, knownFields, shownOf, WAYS } from './lead-fields.ts'
import { LeadForm } from './LeadForm.tsx'
import { LeadMails } from './LeadMails.tsx'
import { LeadNotes } from './LeadNotes.tsx'
import classes from './LeadPanel.module.css'
import { Reach } from './Reach.tsx'
import type { LeadEdit } from './use-lead-edit.ts'

interface LeadOverviewProps {
  detail: LeadDetail
  card: LeadCard
  why: Why | null
  edit: LeadEdit
  onWhy: () => void
  onHistory: () => void
  onMerge: (otherId: LeadId) => void
}

export function LeadOverview({ detail, card, why, edit, onWhy, onHistory, onMerge }: LeadOverviewProps) {
  const { fields } = detail
  if (edit.isAll) return <LeadForm fields={fields} edit={edit} />
  const order: FieldKey[] = [...WAYS.filter((way) => fields[way] !== null), ...knownFields(fields), ...customOf(fields)]
  const aroundOf = (field: FieldKey): { next: FieldKey | null; before: FieldKey | null } => {
    const at = order.indexOf(field)
    return { next: order[at + 1] ?? null, before: order[at - 1] ?? null }
  }
  return (
    <>
      <section className={classes.why}>
        <Text size="sm">{why?.sentence ?? words.loading}</Text>
        <Button variant="subtle" size="compact-xs" onClick={onWhy}>
          {panelText.whyMore}
        </Button>
      </section>
      <PossibleDouble card={card} onMerge={onMerge} />
      <Reach fields={fields} edit={edit} aroundOf={aroundOf} />
      <LeadNotes detail={detail} onHistory={onHistory} />
      <Details detail={detail} card={card} edit={edit} aroundOf={aroundOf} />
      <LeadMails mails={detail.mails} />
      {detail.raw === null || detail.rawKind === null ? null : (
        <section className={classes.section}>
          <h3 className={classes.heading}>{panelText.raw[detail.rawKind]}</h3>
          <Text size="xs" c="dimmed" mb={4}>
            {panelText.cameFrom(detail.batchFile, detail.line)}
          </Text>
          <Spoiler maxHeight={160} showLabel={words.more(detail.raw.length)} hideLabel={words.close}>
            <pre className={classes.raw}>{detail.raw}</pre>
          </Spoiler>
        </section>
      )}
    </>
  )
}

function PossibleDouble({ card, onMerge }: { card: LeadCard; onMerge: (otherId: LeadId) => void }) {
  const { openLead } = usePlace()
  const { isManager } = useMe()
  const { possibleDuplicateOf } = card
  // The other may be another rep's, and to merge is a manager's.
  if (possibleDuplicateOf === null || !isManager) return null
  return (
    <Group gap="xs" mb="sm">
      <Button
        variant="light"
        size="xs"
        onClick={() => {
          openLead(possibleDuplicateOf)
        }}
      >
        {panelText.duplicateOf(possibleDuplicateOf)}
      </Button>
      {card.status === 'duplicate' ? null : (
        <Button
          variant="default"
          size="xs"
          onClick={() => {
            onMerge(possibleDuplicateOf)
          }}
        >
          {panelText.compare}
        </Button>
      )}
    </Group>
  )
}

interface DetailsProps extends Pick<LeadOverviewProps, 'detail' | 'card' | 'edit'> {
  aroundOf: (field: FieldKey) => { next: FieldKey | null; before: FieldKey | null }
}

function Details({ detail, card, edit, aroundOf }: DetailsProps) {
  const { fields } = detail
  const custom = customOf(fields)
  const lineOf = (field: FieldKey) => (
    <FieldLine key={field} field={field} edit={edit} around={aroundOf(field)}>
      {shownOf(fields, field)}
    </FieldLine>
  )
  const facts: [string, string][] = [
    [panelText.received, formatMoment(card.receivedAt)],
    [panelText.sinceThere, formatMoment(card.placedAt)],
    [panelText.source, card.source],
    [panelText.number, String(card.id)],
  ]
  return (
    <section className={classes.section}>
      <div className={classes.headingLine}>
        <h3 className={classes.heading}>{panelText.details}</h3>
        {edit.mayEdit ? (
          <Button size="compact-xs" variant="subtle" leftSection={<IconForms size={14} />} onClick={edit.beginAll}>
            {leadEditText.editAll}
          </Button>
        ) : null}
      </div>
      <dl className={classes.lines}>
        {knownFields(fields).map(lineOf)}
        {facts.map(([label, value]) => (
          <div key={label} className={classes.fieldLine}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {custom.length === 0 ? null : (
        <>
          <h3 className={classes.heading}>{panelText.custom}</h3>
          <dl className={classes.lines}>{custom.map(lineOf)}</dl>
        </>
      )}
    </section>
  )
}
