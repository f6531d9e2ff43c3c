import { ActionIcon, Anchor, Button, CopyButton, Group, Spoiler, Text, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy, IconMail, IconPhone, IconWorld } from '@tabler/icons-react'
import type { LeadCard, LeadDetail, LeadDraft, LeadField, LeadId, Why } from '../../../src-main/contract/index.ts'
import { usePlace } from '../../lib/route.ts'
import { formatMoment } from '../../text/formats.ts'
import { panelText } from '../../text/lead-panel.ts'
import { fieldWords, words } from '../../text/words.ts'
import { fieldValue } from './field-value.ts'
import { LeadMails } from './LeadMails.tsx'
import classes from './LeadPanel.module.css'

interface LeadOverviewProps {
  detail: LeadDetail
  card: LeadCard
  why: Why | null
  onWhy: () => void
  onMerge: (otherId: LeadId) => void
}

export function LeadOverview({ detail, card, why, onWhy, onMerge }: LeadOverviewProps) {
  const { openLead } = usePlace()
  const { possibleDuplicateOf } = card
  return (
    <>
      <section className={classes.why}>
        <Text size="sm">{why?.sentence ?? words.loading}</Text>
        <Button variant="subtle" size="compact-xs" onClick={onWhy}>
          {panelText.whyMore}
        </Button>
      </section>
      {possibleDuplicateOf === null ? null : (
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
      )}
      <Reach fields={detail.fields} />
      <Details detail={detail} card={card} />
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

function Reach({ fields }: { fields: LeadDraft }) {
  const ways = [
    ...[fields.phone, fields.phone2].map((value) => ({ value, kind: 'tel' as const })),
    ...[fields.email, fields.email2].map((value) => ({ value, kind: 'mailto' as const })),
  ].filter((way): way is { value: string; kind: 'tel' | 'mailto' } => way.value !== null)
  return (
    <section className={classes.section}>
      <h3 className={classes.heading}>{panelText.reach}</h3>
      {ways.length === 0 && fields.website === null ? <Text c="dimmed">{panelText.noContact}</Text> : null}
      {ways.map(({ value, kind }) => (
        <div key={`${kind}${value}`} className={classes.way}>
          {kind === 'tel' ? (
            <IconPhone size={16} aria-label={panelText.call} />
          ) : (
            <IconMail size={16} aria-label={panelText.mail} />
          )}
          <Anchor
            href={`${kind}:${kind === 'tel' ? value.replace(/[^+\d]/g, '') : encodeURIComponent(value).replace('%40', '@')}`}
            className={classes.reach}
          >
            {value}
          </Anchor>
          <Copy value={value} />
        </div>
      ))}
      {fields.website === null ? null : (
        <div className={classes.way}>
          <IconWorld size={16} aria-hidden="true" />
          <span className={classes.reach}>{fields.website}</span>
          <Copy value={fields.website} />
        </div>
      )}
    </section>
  )
}

function Copy({ value }: { value: string }) {
  return (
    <CopyButton value={value} timeout={1_500}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? words.copied : words.copy}>
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`${words.copy}: ${value}`} onClick={copy}>
            {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
          </ActionIcon>
        </Tooltip>
      )}
    </CopyButton>
  )
}

/** Shown above or elsewhere. */
const ELSEWHERE: ReadonlySet<LeadField> = new Set([
  'name',
  'firstName',
  'lastName',
  'email',
  'email2',
  'phone',
  'phone2',
  'company',
  'website',
  'stage',
  'score',
  'source',
  'receivedAt',
  'currency',
])

const FIELDS = Object.keys(fieldWords) as LeadField[]

function Details({ detail, card }: { detail: LeadDetail; card: LeadCard }) {
  const { fields } = detail
  const lines: [string, string][] = [
    [panelText.received, formatMoment(card.receivedAt)],
    [panelText.sinceThere, formatMoment(card.placedAt)],
    [panelText.source, card.source],
    ...FIELDS.filter((field) => !ELSEWHERE.has(field)).flatMap((field): [string, string][] => {
      const value = fieldValue(fields, field)
      return value === null ? [] : [[fieldWords[field], value]]
    }),
    [panelText.number, String(card.id)],
  ]
  const custom = Object.entries(fields.custom).filter(([, value]) => value !== '')
  return (
    <section className={classes.section}>
      <h3 className={classes.heading}>{panelText.details}</h3>
      <Lines lines={lines} />
      {custom.length === 0 ? null : (
        <>
          <h3 className={classes.heading}>{panelText.custom}</h3>
          <Lines lines={custom} />
        </>
      )}
    </section>
  )
}

function Lines({ lines }: { lines: readonly [string, string][] }) {
  return (
    <dl className={classes.lines}>
      {lines.map(([label, value]) => (
        <div key={label} className={classes.fieldLine}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
