import { ActionIcon, Button, Group, Select, Stack, Text, TextInput, Tooltip } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { fieldType, operatorsOf } from '../../../src-main/contract/index.ts'
import { fieldChoices, fieldGroupWords, operatorLabel } from '../../text/rule-fields.ts'
import { rulesText } from '../../text/rules.ts'
import { blankGroup, blankLeaf, type GroupNode, type LeafNode, type Node, withField, withOperator } from './condition-tree.ts'
import classes from './editor.module.css'
import { ValueInput } from './ValueInput.tsx'

const text = rulesText.condition
const CUSTOM = 'custom.'
const FIELDS = [...fieldChoices(), { group: fieldGroupWords.own, items: [{ value: CUSTOM, label: text.customField }] }]
/** A person nests two or three deep; deeper ones from a file are still shown and edited. */
const DEEPEST_OFFERED = 3

interface GroupProps {
  node: GroupNode
  territories: readonly string[]
  depth?: number
  onChange: (node: GroupNode) => void
  onRemove?: () => void
}

/** Conditions of which all or any must hold, each a line or a group of its own. */
export function ConditionBuilder({ node, territories, depth = 0, onChange, onRemove }: GroupProps) {
  const setPart = (at: number, part: Node): void => {
    onChange({ ...node, parts: node.parts.with(at, part) })
  }
  const removePart = (at: number): void => {
    const parts = node.parts.toSpliced(at, 1)
    // An empty group inside another asks nothing, and the desk would refuse it.
    if (parts.length === 0 && onRemove !== undefined) onRemove()
    else onChange({ ...node, parts })
  }
  return (
    <div className={depth === 0 ? undefined : classes.group} role="group" aria-label={node.join === 'all' ? text.all : text.any}>
      <Stack gap={6}>
        {(node.parts.length > 1 || depth > 0) && (
          <Group gap={6}>
            {(depth > 0 || node.not) && (
              <NotButton isOn={node.not} label={text.notGroup} onChange={(not) => onChange({ ...node, not })} />
            )}
            <Select
              size="xs"
              aria-label={text.join}
              data={[
                { value: 'all', label: text.all },
                { value: 'any', label: text.any },
              ]}
              value={node.join}
              allowDeselect={false}
              onChange={(join) => {
                onChange({ ...node, join: join === 'any' ? 'any' : 'all' })
              }}
              w={180}
            />
            {onRemove !== undefined && (
              <ActionIcon variant="subtle" color="gray" aria-label={text.removeGroup} onClick={onRemove}>
                <IconX size={14} />
              </ActionIcon>
            )}
          </Group>
        )}
        {node.parts.length === 0 && (
          <Text size="sm" c="dimmed">
            {text.every}
          </Text>
        )}
        {node.parts.map((part, at) =>
          part.kind === 'leaf' ? (
            <LeafLine
              key={at}
              node={part}
              territories={territories}
              onChange={(changed) => {
                setPart(at, changed)
              }}
              onRemove={() => {
                removePart(at)
              }}
            />
          ) : (
            <ConditionBuilder
              key={at}
              node={part}
              territories={territories}
              depth={depth + 1}
              onChange={(changed) => {
                setPart(at, changed)
              }}
              onRemove={() => {
                removePart(at)
              }}
            />
          ),
        )}
        <Group gap={6}>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size={14} aria-hidden="true" />}
            onClick={() => {
              onChange({ ...node, parts: [...node.parts, blankLeaf()] })
            }}
          >
            {text.add}
          </Button>
          {depth < DEEPEST_OFFERED && node.parts.length > 0 && (
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              onClick={() => {
                onChange({ ...node, parts: [...node.parts, blankGroup()] })
              }}
            >
              {text.addGroup}
            </Button>
          )}
        </Group>
      </Stack>
    </div>
  )
}

interface LeafProps {
  node: LeafNode
  territories: readonly string[]
  onChange: (node: LeafNode) => void
  onRemove: () => void
}

function LeafLine({ node, territories, onChange, onRemove }: LeafProps) {
  const { leaf } = node
  const type = fieldType(leaf.field) ?? 'text'
  const isCustom = leaf.field.startsWith(CUSTOM)
  const set = (changed: LeafNode['leaf']): void => {
    onChange({ ...node, leaf: changed })
  }
  return (
    <Group gap={6} align="start" className={classes.leaf}>
      <NotButton isOn={node.not} label={text.notLeaf} onChange={(not) => onChange({ ...node, not })} />
      <Select
        aria-label={text.field}
        data={FIELDS}
        value={isCustom ? CUSTOM : leaf.field}
        searchable
        allowDeselect={false}
        maxDropdownHeight={320}
        onChange={(field) => {
          if (field !== null) set(withField(leaf, field))
        }}
        rightSectionWidth={26}
        w={144}
      />
      {isCustom && (
        <TextInput
          aria-label={text.customName}
          placeholder={text.customName}
          value={leaf.field.slice(CUSTOM.length)}
          onChange={(event) => {
            set({ ...leaf, field: `${CUSTOM}${event.currentTarget.value}` })
          }}
          w={150}
        />
      )}
      {type !== 'yes-no' && (
        <Select
          aria-label={text.op}
          data={operatorsOf(type).map((op) => ({ value: op, label: operatorLabel(op, type) }))}
          value={leaf.op}
          allowDeselect={false}
          onChange={(op) => {
            if (op !== null) set(withOperator(leaf, op))
          }}
          rightSectionWidth={26}
          w={136}
        />
      )}
      <ValueInput leaf={leaf} territories={territories} onChange={set} />
      <ActionIcon variant="subtle" color="gray" mt={4} aria-label={text.remove} onClick={onRemove}>
        <IconX size={14} />
      </ActionIcon>
    </Group>
  )
}

function NotButton({ isOn, label, onChange }: { isOn: boolean; label: string; onChange: (isOn: boolean) => void }) {
  return (
    <Tooltip label={label}>
      <button
        type="button"
        className={classes.not}
        aria-pressed={isOn}
        aria-label={label}
        onClick={() => {
          onChange(!isOn)
        }}
      >
        {text.not}
      </button>
    </Tooltip>
  )
}
