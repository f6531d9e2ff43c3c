import { Button, Tabs, Text } from '@mantine/core'
import { IconPlus, IconRoute } from '@tabler/icons-react'
import { useState } from 'react'
import { useDesk } from '../../state/hooks.ts'
import { useAsk } from '../../state/use-ask.ts'
import { rulesText } from '../../text/rules.ts'
import { say } from '../../text/say.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { ScreenHead } from '../../ui/ScreenHead.tsx'
import { blankRule, type DraftRule, findingsOfWhole, removeRule, saveRule } from './draft.ts'
import { DraftBar } from './DraftBar.tsx'
import { FileMenu } from './FileMenu.tsx'
import { FindingList } from './FindingList.tsx'
import { RuleEditor } from './RuleEditor.tsx'
import { RuleList } from './RuleList.tsx'
import classes from './rules.module.css'
import { TerritoryList } from './TerritoryList.tsx'
import { TestBench } from './TestBench.tsx'
import { type RuleDraft, useRuleDraft } from './use-rule-draft.ts'
import { VersionList } from './VersionList.tsx'

/** The rules as a draft over what is at work, with a bench to try them beside it. */
export function RulesScreen() {
  const { rules, fault, again } = useRuleDraft()
  if (rules === null) {
    return (
      <>
        <ScreenHead title={rulesText.title} />
        {fault === null ? <Loading /> : <ErrorState sentence={say(fault)} onTryAgain={again} />}
      </>
    )
  }
  return <Rules rules={rules} />
}

function Rules({ rules }: { rules: RuleDraft }) {
  const { draft, change } = rules
  const [edited, setEdited] = useState<DraftRule | null>(null)
  const version = useDesk((state) => state.ruleset.version)
  const hits = useAsk(`hits ${version}`, (client, signal) => client.rule.hits(undefined, { signal }))
  const isNew = edited !== null && !draft.rules.some((rule) => rule.id === edited.id)
  const hasErrors = rules.findings.some((finding) => finding.level === 'error')
  const add = (
    <Button
      leftSection={<IconPlus size={16} aria-hidden="true" />}
      onClick={() => {
        setEdited(blankRule())
      }}
    >
      {rulesText.add}
    </Button>
  )
  return (
    <div className={classes.screen}>
      <ScreenHead title={rulesText.title}>
        <FileMenu draft={draft} onOpen={change} />
        {add}
      </ScreenHead>
      <DraftBar rules={rules} />
      <div className={classes.columns}>
        <section className={classes.main} aria-label={rulesText.listLabel}>
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
            <Text size="sm" c="dimmed" mb="xs">
              {rulesText.intro}
            </Text>
          )}
          <RuleList rules={rules} hits={hits.value} onEdit={setEdited} />
          <FindingList findings={findingsOfWhole(rules.findings, draft.rules.length)} label={rulesText.findings.whole} />
        </section>
        <aside className={classes.side} aria-label={rulesText.side.bench}>
          <Tabs defaultValue="bench" keepMounted>
            <Tabs.List mb="sm">
              <Tabs.Tab value="bench">{rulesText.side.bench}</Tabs.Tab>
              <Tabs.Tab value="versions">{rulesText.side.versions}</Tabs.Tab>
              <Tabs.Tab value="territories">{rulesText.side.territories}</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="bench">
              <TestBench draft={draft} hasErrors={hasErrors} />
            </Tabs.Panel>
            <Tabs.Panel value="versions">
              <VersionList onOpen={change} />
            </Tabs.Panel>
            <Tabs.Panel value="territories">
              <TerritoryList
                territories={draft.territories}
                findings={rules.findings}
                onChange={(territories) => {
                  change({ ...draft, territories })
                }}
              />
            </Tabs.Panel>
          </Tabs>
        </aside>
      </div>
      <RuleEditor
        rule={edited}
        draft={draft}
        isNew={isNew}
        onSave={(rule) => {
          change(saveRule(draft, rule))
          setEdited(null)
        }}
        onRemove={() => {
          if (edited !== null) change(removeRule(draft, edited.id))
          setEdited(null)
        }}
        onClose={() => {
          setEdited(null)
        }}
      />
    </div>
  )
}
