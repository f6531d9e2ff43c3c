import { Button, Tabs, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { memo, useDeferredValue, useEffect, useEffectEvent, useState } from 'react'
import { usePlace } from '../../lib/route.ts'
import { useAsk } from '../../state/use-ask.ts'
import { rulesText } from '../../text/rules.ts'
import { told } from '../../text/ways-out.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { ScreenHead } from '../../ui/ScreenHead.tsx'
import { showNotice } from '../../ui/undo-notice.tsx'
import { findingsOfPart } from './draft.ts'
import { DraftBar } from './DraftBar.tsx'
import { FileMenu } from './FileMenu.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import { RulesTab } from './RulesTab.tsx'
import classes from './rules.module.css'
import { ScoreEditor } from './ScoreEditor.tsx'
import { SettingsForm } from './SettingsForm.tsx'
import { SimulationTab } from './SimulationTab.tsx'
import { TabMark } from './TabMark.tsx'
import { TerritoryList } from './TerritoryList.tsx'
import { TestBench } from './TestBench.tsx'
import { useDraftKeys } from './use-draft-keys.ts'
import { useEditedRule } from './use-edited-rule.ts'
import { type RuleDraft, useRuleDraft } from './use-rule-draft.ts'
import { useSimulation } from './use-simulation.ts'
import { VersionList } from './VersionList.tsx'

const TABS = ['rules', 'scoring', 'territories', 'settings', 'past', 'versions'] as const
type Tab = (typeof TABS)[number]
/** Parts that need the whole width, or have nothing a lead could be tried on. */
const WIDE: readonly Tab[] = ['past', 'versions']
// It follows the draft, but no letter waits for it.
const Bench = memo(TestBench)

/** The rules as a draft over what is at work, with a bench to try them beside it. */
export function RulesScreen() {
  const { rules, fault, again } = useRuleDraft()
  if (rules === null) {
    return (
      <>
        <ScreenHead title={rulesText.title} />
        {fault === null ? <Loading /> : <ErrorState {...told(fault)} onTryAgain={again} />}
      </>
    )
  }
  return <Rules rules={rules} />
}

function Rules({ rules }: { rules: RuleDraft }) {
  const { part, goTo } = usePlace()
  const tab = TABS.find((each) => each === part) ?? 'rules'
  const edited = useEditedRule(rules)
  const simulation = useSimulation()
  const [isPublishing, setIsPublishing] = useState(false)
  useAskedToPublish(rules.isChanged, () => {
    setIsPublishing(true)
  })
  useDraftKeys(rules)
  const draft = useDeferredValue(rules.draft)
  const show = (next: Tab): void => {
    goTo('rules', next === 'rules' ? undefined : next)
  }
  return (
    <div className={classes.screen}>
      <ScreenHead title={rulesText.title}>
        <FileMenu draft={rules.draft} onOpen={rules.change} />
        <Button
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          onClick={() => {
            edited.add()
            show('rules')
          }}
        >
          {rulesText.add}
        </Button>
      </ScreenHead>
      <DraftBar
        rules={rules}
        onPublish={() => {
          setIsPublishing(true)
        }}
        onShowVersions={() => {
          show('versions')
        }}
      />
      {rules.isUnreadable && (
        <Text size="sm" px="md" py={6} role="alert">
          {rulesText.unreadable}
        </Text>
      )}
      <div className={classes.columns}>
        <Tabs
          value={tab}
          onChange={(value) => {
            const next = TABS.find((each) => each === value)
            if (next !== undefined) show(next)
          }}
          keepMounted={false}
          className={classes.parts}
        >
          <Tabs.List className={classes.tabs} aria-label={rulesText.tabsLabel}>
            {TABS.map((each) => (
              <Tabs.Tab key={each} value={each} rightSection={<TabMark findings={findingsOfTab(rules, each)} />}>
                {rulesText.tabs[each]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value={tab} className={classes.main}>
            <Part tab={tab} rules={rules} edited={edited} simulation={simulation} />
          </Tabs.Panel>
        </Tabs>
        <aside className={classes.side} aria-label={rulesText.bench.title} hidden={WIDE.includes(tab)}>
          <Bench draft={draft} hasErrors={rules.hasErrors} />
        </aside>
      </div>
      <PublishDialog
        isOpen={isPublishing}
        title={rulesText.publish.title}
        document={isPublishing ? rules.draft : null}
        published={rules.publishedDocument}
        onPublished={rules.published}
        onClose={() => {
          setIsPublishing(false)
        }}
      />
    </div>
  )
}

/** `#/rules/publish`, as the palette has it: asks what publishing asks, if there is anything to publish. */
function useAskedToPublish(isChanged: boolean, ask: () => void): void {
  const { part, leavePart } = usePlace()
  const onAsked = useEffectEvent(() => {
    leavePart()
    if (isChanged) ask()
    else showNotice(rulesText.publish.nothing)
  })
  useEffect(() => {
    if (part === 'publish') onAsked()
  }, [part])
}

interface PartProps {
  tab: Tab
  rules: RuleDraft
  edited: ReturnType<typeof useEditedRule>
  simulation: ReturnType<typeof useSimulation>
}

function Part({ tab, rules, edited, simulation }: PartProps) {
  const { draft, findings, change } = rules
  const hits = useAsk(`hits ${rules.version}`, (client, signal) => client.rule.hits(undefined, { signal }))
  const names = draft.territories.map((territory) => territory.name)
  switch (tab) {
    case 'rules':
      return <RulesTab rules={rules} edited={edited} hits={hits.value} />
    case 'scoring':
      return (
        <ScoreEditor
          model={draft.score}
          territories={names}
          findings={findingsOfPart(findings, 'score')}
          onChange={(score, what) => {
            const { score: _before, ...rest } = draft
            change(score === undefined ? rest : { ...rest, score }, `score ${what}`)
          }}
        />
      )
    case 'territories':
      return (
        <TerritoryList
          territories={draft.territories}
          rules={draft.rules}
          findings={findings}
          onChange={(territories, what) => {
            change({ ...draft, territories }, `territories ${what}`)
          }}
        />
      )
    case 'settings':
      return (
        <SettingsForm
          settings={draft.settings}
          findings={findingsOfPart(findings, 'settings')}
          onChange={(settings, what) => {
            change({ ...draft, settings }, `settings ${what}`)
          }}
        />
      )
    case 'past':
      return <SimulationTab rules={rules} simulation={simulation} />
    case 'versions':
      return <VersionList rules={rules} />
  }
}

function findingsOfTab({ findings }: RuleDraft, tab: Tab): RuleDraft['findings'] {
  switch (tab) {
    case 'rules':
      return findings.filter((finding) => /^rules\b/.test(finding.where))
    case 'scoring':
      return findingsOfPart(findings, 'score')
    case 'territories':
    case 'settings':
      return findingsOfPart(findings, tab)
    case 'past':
    case 'versions':
      return []
  }
}
