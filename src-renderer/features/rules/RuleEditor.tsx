import { Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { Otherwise } from '../../../src-main/contract/index.ts'
import { ruleSentence } from '../../text/rule-sentences.ts'
import { rulesText } from '../../text/rules.ts'
import { SideDrawer } from '../../ui/SideDrawer.tsx'
import { ConditionBuilder } from './ConditionBuilder.tsx'
import { conditionOf, type GroupNode, nodeOf } from './condition-tree.ts'
import { DestinationEditor } from './DestinationEditor.tsx'
import { startDestination } from './destinations.ts'
import { type Draft, type DraftRule, findingsOfRule, saveRule } from './draft.ts'
import { FindingList } from './FindingList.tsx'
import classes from './rules.module.css'
import { useFindings } from './use-rule-draft.ts'
import { useRepNames } from './use-rep-choices.ts'

const text = rulesText.editor

interface RuleEditorProps {
  /** null closes it. */
  rule: DraftRule | null
  draft: Draft
  isNew: boolean
  onSave: (rule: DraftRule) => void
  onRemove: () => void
  onClose: () => void
}

/** One rule, changed beside the list and taken over into the draft. */
export function RuleEditor({ rule, onClose, ...rest }: RuleEditorProps) {
  return (
    <SideDrawer isOpen={rule !== null} onClose={onClose} size={760} title={rest.isNew ? text.add : text.edit}>
      {rule !== null && <EditorForm key={rule.id} rule={rule} onClose={onClose} {...rest} />}
    </SideDrawer>
  )
}

function EditorForm({ rule: given, draft, isNew, onSave, onRemove, onClose }: RuleEditorProps & { rule: DraftRule }) {
  const [rule, setRule] = useState(given)
  const [node, setNode] = useState(() => nodeOf(given.when))
  const [isTried, setIsTried] = useState(false)
  const territories = draft.territories.map((territory) => territory.name)
  const whole = saveRule(draft, rule)
  const [settled] = useDebouncedValue(whole, 300)
  const findings = findingsOfRule(
    useFindings(settled).findings,
    whole.rules.findIndex((each) => each.id === rule.id),
  )
  const lacksName = rule.name.trim() === ''
  const said = ruleSentence(rule, useRepNames())
  const setWhen = (changed: GroupNode): void => {
    setNode(changed)
    const { when: _before, ...rest } = rule
    const when = conditionOf(changed)
    setRule(when === undefined ? rest : { ...rest, when })
  }
  const save = (): void => {
    setIsTried(true)
    if (!lacksName) onSave({ ...rule, name: rule.name.trim() })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Stack gap="lg">
        <TextInput
          label={text.name}
          placeholder={text.namePlaceholder}
          value={rule.name}
          maxLength={200}
          data-autofocus
          error={isTried && lacksName ? text.needsName : undefined}
          onChange={(event) => {
            setRule({ ...rule, name: event.currentTarget.value })
          }}
        />
        <div className={classes.reads} role="status" aria-label={text.reads}>
          {said.when} → <strong>{said.then}</strong>
          {said.otherwise !== '' && `; ${said.otherwise}`}.
          <FindingList findings={findings} />
        </div>
        <Stack gap="xs">
          <Text fw={600} size="sm">
            {text.when}
          </Text>
          <ConditionBuilder node={node} territories={territories} onChange={setWhen} />
        </Stack>
        <DestinationEditor
          label={text.then}
          destination={rule.then}
          territories={territories}
          onChange={(then) => {
            setRule({ ...rule, then })
          }}
        />
        {(rule.then.to === 'pool' || rule.then.to === 'rep') && (
          <OtherwiseEditor
            otherwise={rule.otherwise}
            territories={territories}
            onChange={(otherwise) => {
              setRule({ ...rule, otherwise })
            }}
          />
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
            <Button variant="default" onClick={onClose}>
              {text.cancel}
            </Button>
            <Button type="submit">{text.save}</Button>
          </Group>
        </Group>
      </Stack>
    </form>
  )
}

interface OtherwiseProps {
  otherwise: Otherwise
  territories: readonly string[]
  onChange: (otherwise: Otherwise) => void
}

function OtherwiseEditor({ otherwise, territories, onChange }: OtherwiseProps) {
  const kind = typeof otherwise === 'string' ? otherwise : 'other'
  return (
    <Stack gap="sm">
      <Radio.Group
        label={text.otherwise}
        value={kind}
        onChange={(chosen) => {
          onChange(chosen === 'next' || chosen === 'hold' ? chosen : startDestination('pool'))
        }}
      >
        <Group mt={6}>
          <Radio value="next" label={rulesText.otherwise.next} />
          <Radio value="hold" label={rulesText.otherwise.hold} />
          <Radio value="other" label={rulesText.otherwise.other} />
        </Group>
      </Radio.Group>
      {typeof otherwise !== 'string' && (
        <div className={classes.group}>
          <DestinationEditor
            label={rulesText.otherwise.other}
            destination={otherwise}
            territories={territories}
            onChange={onChange}
          />
        </div>
      )}
    </Stack>
  )
}
