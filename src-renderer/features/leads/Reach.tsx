import { ActionIcon, Anchor, CopyButton, Text, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy, IconMail, IconPhone } from '@tabler/icons-react'
import type { LeadDraft } from '../../../src-main/contract/index.ts'
import { leadEditText } from '../../text/lead-edit.ts'
import { panelText } from '../../text/lead-panel.ts'
import { words } from '../../text/words.ts'
import { FieldLine } from './FieldLine.tsx'
import { type FieldKey, WAYS } from './lead-fields.ts'
import classes from './LeadPanel.module.css'
import { addressOf, isMasked } from './reach-address.ts'
import type { LeadEdit } from './use-lead-edit.ts'

interface ReachProps {
  fields: LeadDraft
  edit: LeadEdit
  aroundOf: (field: FieldKey) => { next: FieldKey | null; before: FieldKey | null }
}

/** How to reach them: one click calls, writes or copies. */
export function Reach({ fields, edit, aroundOf }: ReachProps) {
  const ways = WAYS.filter((way) => fields[way] !== null)
  return (
    <section className={classes.section}>
      <h3 className={classes.heading}>{panelText.reach}</h3>
      {ways.length === 0 ? <Text c="dimmed">{panelText.noContact}</Text> : null}
      <dl className={classes.lines}>
        {ways.map((way) => (
          <FieldLine key={way} field={way} edit={edit} around={aroundOf(way)}>
            <Way way={way} value={fields[way] ?? ''} />
          </FieldLine>
        ))}
      </dl>
      {ways.some((way) => isMasked(fields[way])) ? (
        <Text size="sm" c="dimmed" mt={4}>
          {leadEditText.masked}
        </Text>
      ) : null}
    </section>
  )
}

function Way({ way, value }: { way: (typeof WAYS)[number]; value: string }) {
  const address = addressOf(way, value)
  if (isMasked(value)) return <span className={classes.reach}>{value}</span>
  return (
    <>
      {address === null ? (
        <span className={classes.reach} title={way === 'website' ? undefined : leadEditText.asWritten}>
          {value}
        </span>
      ) : (
        <Anchor href={address} className={classes.reach}>
          {value}
        </Anchor>
      )}
      {address === null ? null : (
        <Tooltip label={way.startsWith('phone') ? panelText.call : panelText.mail}>
          <ActionIcon
            component="a"
            href={address}
            variant="light"
            size="sm"
            aria-label={way.startsWith('phone') ? leadEditText.call(value) : leadEditText.write(value)}
          >
            {way.startsWith('phone') ? <IconPhone size={14} /> : <IconMail size={14} />}
          </ActionIcon>
        </Tooltip>
      )}
      <Copy value={value} />
    </>
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
