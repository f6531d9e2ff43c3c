import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useCommand, useDesk } from '../../state/hooks.ts'
import { useAsk } from '../../state/use-ask.ts'
import { formatMoment } from '../../text/formats.ts'
import { rulesText } from '../../text/rules.ts'
import { say } from '../../text/say.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { showNotice } from '../../ui/undo-notice.tsx'
import { Confirm } from './Confirm.tsx'
import { type Draft, draftOf } from './draft.ts'
import classes from './rules.module.css'

const text = rulesText.versions

/** Every published version; an older one can be put to work again, or opened to be changed first. */
export function VersionList({ onOpen }: { onOpen: (draft: Draft) => void }) {
  const version = useDesk((state) => state.ruleset.version)
  const { value, fault, again } = useAsk(`versions ${version}`, (client, signal) => client.rule.versions(undefined, { signal }))
  const [asked, setAsked] = useState<number | null>(null)
  const run = useCommand()
  if (value === null) return fault === null ? <Loading /> : <ErrorState sentence={say(fault)} onTryAgain={again} />
  if (value.length === 0) return <Text c="dimmed">{text.empty}</Text>

  const open = async (ruleset: number): Promise<void> => {
    const answer = await run((client) => client.rule.readVersion({ ruleset }))
    if (!answer.ok) return
    onOpen(draftOf(answer.value.document))
    showNotice(text.opened(ruleset))
  }
  const publish = async (ruleset: number): Promise<void> => {
    setAsked(null)
    const answer = await run(async (client) => {
      const { document } = await client.rule.readVersion({ ruleset })
      return client.rule.publish({ document, note: text.note(ruleset) })
    })
    if (answer.ok) showNotice(rulesText.publish.done(answer.value.ruleset))
  }
  return (
    <>
      <Stack component="ol" gap={0} className={classes.versions}>
        {value
          .toSorted((a, b) => b.ruleset - a.ruleset)
          .map((each) => (
            <li key={each.ruleset}>
              <Group justify="space-between" gap="xs">
                <Text size="sm" fw={600}>
                  {text.version(each.ruleset)}
                </Text>
                {each.ruleset === version && (
                  <Badge variant="light" size="sm" tt="none">
                    {text.current}
                  </Badge>
                )}
              </Group>
              <Text size="xs" c="dimmed">
                {formatMoment(each.publishedAt)} · {each.publishedBy} · {text.rules(each.rules)}
              </Text>
              {each.note !== null && <Text size="sm">{each.note}</Text>}
              {each.ruleset !== version && (
                <Group gap="xs" mt={4}>
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={text.againOf(each.ruleset)}
                    onClick={() => {
                      setAsked(each.ruleset)
                    }}
                  >
                    {text.again}
                  </Button>
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    color="gray"
                    aria-label={text.openOf(each.ruleset)}
                    onClick={() => void open(each.ruleset)}
                  >
                    {text.open}
                  </Button>
                </Group>
              )}
            </li>
          ))}
      </Stack>
      <Confirm
        isOpen={asked !== null}
        title={text.again}
        body={asked === null ? '' : text.confirm(asked)}
        confirm={rulesText.publish.confirm}
        cancel={rulesText.publish.cancel}
        onConfirm={() => {
          if (asked !== null) void publish(asked)
        }}
        onClose={() => {
          setAsked(null)
        }}
      />
    </>
  )
}
