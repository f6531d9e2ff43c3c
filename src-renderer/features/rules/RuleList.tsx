import { VisuallyHidden } from '@mantine/core'
import { DragDropProvider } from '@dnd-kit/react'
import { isSortable } from '@dnd-kit/react/sortable'
import { IconInbox } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import type { RuleId } from '../../../src-main/contract/index.ts'
import { useListKeys } from '../../lib/use-list-keys.ts'
import { useStable } from '../../lib/use-stable.ts'
import { rulesText } from '../../text/rules.ts'
import { type DraftRule, duplicateRule, findingsByRule, moveRule, removeRule, saveRule } from './draft.ts'
import { RuleRow } from './RuleRow.tsx'
import classes from './rules.module.css'
import { useRepNames } from './use-rep-choices.ts'
import type { RuleDraft } from './use-rule-draft.ts'

interface RuleListProps {
  rules: RuleDraft
  hits: Readonly<Record<string, number>> | null
  onEdit: (rule: DraftRule) => void
}

const NAME = '[data-rule-name]'
/** As many as a screen shows. A desk may have hundreds: those below are drawn in the moments after. */
const DRAWN_AT_FIRST = 16

/** The rules in order, moved by mouse, keyboard or arrow; the built-in one stays last. */
export function RuleList({ rules: { draft, findings, change }, hits, onEdit }: RuleListProps) {
  const nameOfRep = useRepNames()
  const [said, setSaid] = useState('')
  const list = useRef<HTMLOListElement>(null)
  const isWhole = useDeferredValue(true, draft.rules.length <= DRAWN_AT_FIRST)
  const findingsOf = useMemo(() => findingsByRule(findings), [findings])
  const move = useStable((from: number, to: number): void => {
    if (from === to || to < 0 || to >= draft.rules.length) return
    change(moveRule(draft, from, to))
    setSaid(rulesText.moved(draft.rules[from]?.name ?? '', to + 1))
  })
  const switchTo = useStable((rule: DraftRule, enabled: boolean): void => {
    change(saveRule(draft, { ...rule, enabled }))
  })
  const edit = useStable(onEdit)
  const duplicate = useStable((id: RuleId): void => {
    change(duplicateRule(draft, id))
  })
  const remove = useStable((id: RuleId): void => {
    change(removeRule(draft, id))
  })
  const actions = useMemo(() => ({ edit, switchTo, move, duplicate, remove }), [edit, switchTo, move, duplicate, remove])
  const focused = (): number =>
    [...(list.current?.querySelectorAll(NAME) ?? [])].findIndex((name) => name.closest('li')?.contains(document.activeElement))
  useListKeys({
    onMove: (step) => {
      const names = [...(list.current?.querySelectorAll<HTMLElement>(NAME) ?? [])]
      names[Math.max(0, Math.min(names.length - 1, focused() + step))]?.focus()
    },
    onOpen: () => undefined,
    onToggle: () => {
      const rule = draft.rules[focused()]
      if (rule !== undefined) switchTo(rule, !rule.enabled)
    },
    onEscape: () => undefined,
    letters: {},
  })
  return (
    <DragDropProvider
      onDragEnd={({ canceled, operation }) => {
        const { source } = operation
        if (!canceled && isSortable(source)) move(source.initialIndex, source.index)
      }}
    >
      <ol className={classes.list} aria-label={rulesText.listLabel} ref={list}>
        {(isWhole ? draft.rules : draft.rules.slice(0, DRAWN_AT_FIRST)).map((rule, index) => (
          <RuleRow
            key={rule.id}
            rule={rule}
            index={index}
            isLast={index === draft.rules.length - 1}
            hits={hits === null ? null : (hits[rule.id] ?? 0)}
            findings={findingsOf(index)}
            nameOfRep={nameOfRep}
            actions={actions}
          />
        ))}
        <li className={classes.rule} data-tail>
          <div className={classes.place}>
            <IconInbox size={16} aria-hidden="true" />
          </div>
          <div className={classes.said}>
            <span className={classes.name}>{rulesText.tail.name}</span>
            <p className={classes.sentence}>
              <strong>{rulesText.tail.does}</strong>
              <span className={classes.otherwise}>. {rulesText.tail.hint}</span>
            </p>
          </div>
        </li>
      </ol>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </DragDropProvider>
  )
}
