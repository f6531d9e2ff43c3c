import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../../state/hooks.ts'
import { useAsk } from '../../state/use-ask.ts'
import { formatMoment } from '../../text/formats.ts'
import { versionsText as text } from '../../text/rule-parts.ts'
import { told } from '../../text/ways-out.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { showNotice } from '../../ui/undo-notice.tsx'
import { type Draft, draftOf } from './draft.ts'
import { PublishDialog } from './PublishDialog.tsx'
import classes from './rules.module.css'
import type { RuleDraft } from './use-rule-draft.ts'
import { Differences, VersionDifferences } from './VersionDifferences.tsx'

/** Every published version, what each changed, and the way back to it. */
export function VersionList({ rules }: { rules: RuleDraft }) {
  const { version } = rules
  const { value, fault, again } = useAsk(`versions ${version}`, (client, signal) => client.rule.versions(undefined, { signal }))
  const [back, setBack] = useState<{ ruleset: number; document: Draft } | null>(null)
  const [explained, setExplained] = useState<number | null>(null)
  const run = useCommand()
  if (value === null) return fault === null ? <Loading /> : <ErrorState {...told(fault)} onTryAgain={again} />
  if (value.length === 0) return <Text c="dimmed">{text.empty}</Text>

  const read = async (ruleset: number, then: (document: Draft) => void): Promise<void> => {
    const answer = await run((client) => client.rule.readVersion({ ruleset }))
    if (answer.ok) then(draftOf(answer.value.document))
  }
  const versions = value.toSorted((a, b) => b.ruleset - a.ruleset)
  return (
    <Stack gap="xl" maw={860}>
      <VersionDifferences key={rules.basedOn} rules={rules} versions={versions.map((each) => each.ruleset)} />
      <Stack component="ol" gap={0} className={classes.versions} aria-label={text.title}>
        {versions.map((each) => (
          <li key={each.ruleset} aria-label={text.version(each.ruleset)}>
            <Group justify="space-between" gap="xs">
              <Group gap="xs">
                <Text size="sm" fw={600}>
                  {text.version(each.ruleset)}
                </Text>
                {each.ruleset === version && (
                  <Badge variant="light" size="sm" tt="none">
                    {text.current}
                  </Badge>
                )}
              </Group>
              <Group gap="xs">
                <Button
                  size="compact-xs"
                  variant="subtle"
                  color="gray"
                  aria-label={text.whatOf(each.ruleset)}
                  aria-expanded={explained === each.ruleset}
                  onClick={() => {
                    setExplained(explained === each.ruleset ? null : each.ruleset)
                  }}
                >
                  {text.what}
                </Button>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  color="gray"
                  aria-label={text.openOf(each.ruleset)}
                  onClick={() =>
                    void read(each.ruleset, (document) => {
                      rules.change(document)
                      showNotice(text.opened(each.ruleset))
                    })
                  }
                >
                  {text.open}
                </Button>
                {each.ruleset !== version && (
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={text.backTo(each.ruleset)}
                    onClick={() =>
                      void read(each.ruleset, (document) => {
                        setBack({ ruleset: each.ruleset, document })
                      })
                    }
                  >
                    {text.back}
                  </Button>
                )}
              </Group>
            </Group>
            <Text size="xs" c="dimmed">
              {formatMoment(each.publishedAt)} · {each.publishedBy} · {text.rules(each.rules)}
            </Text>
            {each.note !== null && <Text size="sm">{each.note}</Text>}
            {explained === each.ruleset && (
              <Differences from={each.ruleset - 1} to={each.ruleset} label={text.whatOf(each.ruleset)} />
            )}
          </li>
        ))}
      </Stack>
      <PublishDialog
        isOpen={back !== null}
        title={back === null ? '' : text.backTo(back.ruleset)}
        document={back?.document ?? null}
        published={rules.publishedDocument}
        firstNote={back === null ? '' : text.note(back.ruleset)}
        onPublished={() => {
          setBack(null)
        }}
        onClose={() => {
          setBack(null)
        }}
      />
    </Stack>
  )
}
