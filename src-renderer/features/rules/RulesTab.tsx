import { Button, Text } from '@mantine/core'
import { IconRoute } from '@tabler/icons-react'
import { useMemo } from 'react'
import { rulesText } from '../../text/rules.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { blankRule, findingsOfRule, findingsOfWhole, removeRule, saveRule } from './draft.ts'
import { FindingList } from './FindingList.tsx'
import { RuleEditor } from './RuleEditor.tsx'
import { RuleList } from './RuleList.tsx'
import type { EditedRule } from './use-edited-rule.ts'
import type { RuleDraft } from './use-rule-draft.ts'

interface RulesTabProps {
  rules: RuleDraft
  edited: EditedRule
  hits: Readonly<Record<string, number>> | null
}

/** The rules in order, or one of them being changed in their place. */
export function RulesTab({ rules, edited, hits }: RulesTabProps) {
  const { draft, change } = rules
  const { rule } = edited
  const territories = useMemo(() => draft.territories.map((territory) => territory.name), [draft.territories])
  if (rule !== null)
    return (
      <RuleEditor
        key={rule.id}
        rule={rule}
        territories={territories}
        findings={findingsOfRule(
          rules.findings,
          draft.rules.findIndex((each) => each.id === rule.id),
        )}
        isChecked={rules.isChecked}
        isNew={edited.isNew}
        onChange={(changed, what) => {
          change(saveRule(draft, changed), `${rule.id} ${what}`)
        }}
        onCancel={edited.cancel}
        onRemove={() => {
          change(removeRule(draft, rule.id))
          edited.close()
        }}
        onDone={edited.close}
      />
    )
  return (
    <>
      <FindingList findings={findingsOfWhole(rules.findings, draft.rules.length)} label={rulesText.findings.whole} />
      {draft.rules.length === 0 ? (
        <EmptyState icon={<IconRoute size={40} stroke={1.2} />} title={rulesText.empty.title} hint={rulesText.empty.body}>
          <Button
            variant="default"
            onClick={() => {
              const { when: _none, ...rule } = blankRule()
              change(saveRule(draft, { ...rule, name: rulesText.empty.shareAllName, otherwise: 'hold' }))
            }}
          >
            {rulesText.empty.shareAll}
          </Button>
        </EmptyState>
      ) : (
        <Text size="sm" c="dimmed" my="xs">
          {rulesText.intro}
        </Text>
      )}
      <RuleList rules={rules} hits={hits} onEdit={edited.open} />
      {draft.rules.length > 0 && (
        <Text size="xs" c="dimmed" mt="sm">
          {rulesText.keys}
        </Text>
      )}
    </>
  )
}
