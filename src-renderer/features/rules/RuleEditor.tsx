import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { memo, useEffect, useMemo, useState } from 'react'
import type { Destination, Otherwise, RulesetFinding } from '../../../src-main/contract/index.ts'
import { useStable } from '../../lib/use-stable.ts'
import { ruleSentence } from '../../text/rule-sentences.ts'
import { rulesText } from '../../text/rules.ts'
import { ConditionBuilder } from './ConditionBuilder.tsx'
import { conditionOf, type GroupNode, isSameCondition, nodeOf } from './condition-tree.ts'
import { DestinationEditor } from './DestinationEditor.tsx'
import type { DraftRule } from './draft.ts'
import { FindingList } from './FindingList.tsx'
import { OtherwiseEditor } from './OtherwiseEditor.tsx'
import { SentenceParts } from './SentenceParts.tsx'
import classes from './editor.module.css'
import { useRepNames } from './use-rep-choices.ts'

const text = rulesText.editor

// Letters of a name or a value change one part of a rule; the other two need not be drawn again for each.
const Conditions = memo(ConditionBuilder)
const Then = memo(DestinationEditor)
const Else = memo(OtherwiseEditor)

interface RuleEditorProps {
  rule: DraftRule
  territories: readonly string[]
  findings: readonly RulesetFinding[]
  /** The findings are of the rule as it stands. */
  isChecked: boolean
  isNew: boolean
  /** Every change goes into the draft at once; `what` names the field it came from. */
  onChange: (rule: DraftRule, what: string) => void
  onCancel: () => void
  onRemove: () => void
  onDone: () => void
}

/** One rule in place of the list, changed in the draft as one types, so that the bench beside it shows what comes of it. */
export function RuleEditor({
  rule,
  territories,
  findings,
  isChecked,
  isNew,
  onChange,
  onCancel,
  onRemove,
  onDone,
}: RuleEditorProps) {
  const [node, setNode] = useState(() => nodeOf(rule.when))
  const [isTried, setIsTried] = useState(false)
  const [wasWhole, setWasWhole] = useState(!isNew)
  // Who has only begun need not be told what is missing.
  if (!wasWhole && isChecked && findings.every((finding) => finding.level !== 'error')) setWasWhole(true)
  // Undo changes the rule from outside; then the tree follows it.
  const shown = useMemo(() => (isSameCondition(conditionOf(node), rule.when) ? node : nodeOf(rule.when)), [node, rule.when])
  const said = ruleSentence(rule, useRepNames())
  const lacksName = rule.name.trim() === ''
  const setWhen = useStable((changed: GroupNode): void => {
    setNode(changed)
    const { when: _before, ...rest } = rule
    const when = conditionOf(changed)
    onChange(when === undefined ? rest : { ...rest, when }, 'when')
  })
  const setThen = useStable((then: Destination): void => {
    onChange({ ...rule, then }, 'then')
  })
  const setOtherwise = useStable((otherwise: Otherwise): void => {
    onChange({ ...rule, otherwise }, 'otherwise')
  })
  const done = (): void => {
    setIsTried(true)
    if (!lacksName) onDone()
  }
  useEscape(done)
  const title = isNew ? text.add : text.edit
  return (
    <form
      aria-label={title}
      className={classes.editor}
      onSubmit={(event) => {
        event.preventDefault()
        done()
      }}
    >
      <Stack gap="lg">
        <Group gap="xs">
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            leftSection={<IconArrowLeft size={15} aria-hidden="true" />}
            onClick={done}
          >
            {text.back}
          </Button>
          <Title order={2} size="h5">
            {title}
          </Title>
        </Group>
        <TextInput
          label={text.name}
          placeholder={text.namePlaceholder}
          value={rule.name}
          maxLength={200}
          autoFocus={isNew}
          error={isTried && lacksName ? text.needsName : undefined}
          onChange={(event) => {
            onChange({ ...rule, name: event.currentTarget.value }, 'name')
          }}
        />
        <div className={classes.reads} role="status" aria-label={text.reads}>
          <SentenceParts said={said} />
          {(wasWhole || isTried) && <FindingList findings={findings} />}
        </div>
        <Stack gap="xs">
          <Text fw={600} size="sm">
            {text.when}
          </Text>
          <Conditions node={shown} territories={territories} onChange={setWhen} />
        </Stack>
        <Then label={text.then} destination={rule.then} territories={territories} onChange={setThen} />
        {(rule.then.to === 'pool' || rule.then.to === 'rep') && (
          <Else otherwise={rule.otherwise} territories={territories} onChange={setOtherwise} />
        )}
        <Group justify="space-between" className={classes.editorFoot}>
          {isNew ? (
            <span />
          ) : (
            <Button variant="subtle" color="red" onClick={onRemove}>
              {text.remove}
            </Button>
          )}
          <Group>
            <Button variant="default" title={isNew ? undefined : text.cancelHint} onClick={onCancel}>
              {text.cancel}
            </Button>
            <Button type="submit">{text.done}</Button>
          </Group>
        </Group>
      </Stack>
    </form>
  )
}

/** Escape goes back to the list, unless a menu or a dialogue is what it shuts. */
function useEscape(does: () => void): void {
  const onKey = useStable((event: KeyboardEvent): void => {
    const { target } = event
    const isOfOther =
      target instanceof Element &&
      target.closest('[role="combobox"][aria-expanded="true"], [role="dialog"], [role="menu"]') !== null
    if (event.key === 'Escape' && !event.defaultPrevented && !isOfOther) does()
  })
  useEffect(() => {
    // Before the menu that the key shuts is gone from the page.
    window.addEventListener('keydown', onKey, { capture: true })
    return () => {
      window.removeEventListener('keydown', onKey, { capture: true })
    }
  }, [onKey])
}
