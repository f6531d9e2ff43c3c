import { ActionIcon, Group, Menu, Switch, Text, UnstyledButton } from '@mantine/core'
import { useSortable } from '@dnd-kit/react/sortable'
import { IconArrowDown, IconArrowUp, IconCopy, IconDots, IconGripVertical, IconTrash } from '@tabler/icons-react'
import { type KeyboardEvent, memo } from 'react'
import type { RuleId, RulesetFinding } from '../../../src-main/contract/index.ts'
import { formatNumber } from '../../text/formats.ts'
import { ruleSentence } from '../../text/rule-sentences.ts'
import { rulesText } from '../../text/rules.ts'
import type { DraftRule } from './draft.ts'
import { FindingList } from './FindingList.tsx'
import classes from './rules.module.css'
import { SentenceParts } from './SentenceParts.tsx'

const text = rulesText.row

/** What a row asks for; the same functions at every drawing, so that only rows that changed are drawn again. */
export interface RuleActions {
  edit: (rule: DraftRule) => void
  switchTo: (rule: DraftRule, enabled: boolean) => void
  move: (from: number, to: number) => void
  duplicate: (id: RuleId) => void
  remove: (id: RuleId) => void
}

interface RuleRowProps {
  rule: DraftRule
  index: number
  isLast: boolean
  hits: number | null
  findings: readonly RulesetFinding[]
  nameOfRep: (email: string) => string
  actions: RuleActions
}

/** A rule as a sentence, with its place in the order. */
export const RuleRow = memo(function RuleRow({ rule, index, isLast, hits, findings, nameOfRep, actions }: RuleRowProps) {
  const { ref, handleRef, isDragSource } = useSortable({ id: rule.id, index })
  const name = rule.name.trim() === '' ? text.unnamed : rule.name
  const said = ruleSentence(rule, nameOfRep)
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (!event.altKey || step === 0) return
    event.preventDefault()
    actions.move(index, index + step)
  }
  return (
    // The keys are those of the buttons inside, for as long as one of them has the focus.
    <li
      ref={ref}
      className={classes.rule}
      data-off={!rule.enabled || undefined}
      data-dragging={isDragSource || undefined}
      onKeyDown={onKeyDown}
    >
      <div className={classes.place}>
        <button type="button" ref={handleRef} className={classes.handle} aria-label={text.drag(name)}>
          <IconGripVertical size={16} aria-hidden="true" />
        </button>
        <span className={classes.number}>{formatNumber(index + 1)}</span>
      </div>
      <div className={classes.said}>
        <Group gap="xs" justify="space-between" wrap="nowrap" align="start">
          <Group gap="xs">
            <UnstyledButton
              className={classes.name}
              aria-label={text.edit(name)}
              data-rule-name
              onClick={() => actions.edit(rule)}
            >
              {name}
            </UnstyledButton>
            {!rule.enabled && (
              <Text size="xs" c="dimmed">
                {text.off}
              </Text>
            )}
          </Group>
          <Group gap={6} wrap="nowrap" className={classes.tools}>
            {hits !== null && (
              <Text size="xs" c="dimmed" title={text.hitsHint} className={classes.hits}>
                {text.hits(hits)}
              </Text>
            )}
            <Switch
              size="sm"
              checked={rule.enabled}
              aria-label={text.on(name)}
              onChange={(event) => {
                actions.switchTo(rule, event.currentTarget.checked)
              }}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={text.up(name)}
              disabled={index === 0}
              onClick={() => {
                actions.move(index, index - 1)
              }}
            >
              <IconArrowUp size={16} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={text.down(name)}
              disabled={isLast}
              onClick={() => {
                actions.move(index, index + 1)
              }}
            >
              <IconArrowDown size={16} />
            </ActionIcon>
            <Menu position="bottom-end" withinPortal>
              <Menu.Target>
                <ActionIcon variant="subtle" color="gray" aria-label={text.more(name)}>
                  <IconDots size={16} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<IconCopy size={14} />} onClick={() => actions.duplicate(rule.id)}>
                  {text.duplicate}
                </Menu.Item>
                <Menu.Item leftSection={<IconTrash size={14} />} onClick={() => actions.remove(rule.id)}>
                  {text.remove}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </Group>
        </Group>
        <p className={classes.sentence}>
          <SentenceParts said={said} />
        </p>
        <FindingList findings={findings} />
      </div>
    </li>
  )
})
