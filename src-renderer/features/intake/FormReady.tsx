import { Alert, Button, Code, CopyButton, Group, Stack, Text, Title } from '@mantine/core'
import { IconCheck, IconCopy, IconKey } from '@tabler/icons-react'
import { useState } from 'react'
import { exampleCurl, exampleForm, type FormDoor, type FormId, type FormSettings } from '../../../src-main/contract/index.ts'
import { useCommand } from '../../state/hooks.ts'
import { formText } from '../../text/forms.ts'
import { FormDoorStrip } from './FormDoorStrip.tsx'
import classes from './intake.module.css'

const text = formText.ready

interface FormReadyProps {
  formId: FormId
  settings: FormSettings
  door: FormDoor | null
  onDoorChanged: () => void
  /** While it can still be shown; null later. */
  firstKey: string | null
  keyEnd: string
  onClose: () => void
}

/** What to put where: the address, the key while it can be shown, and snippets to copy. */
export function FormReady({ formId, settings, door, onDoorChanged, firstKey, keyEnd, onClose }: FormReadyProps) {
  const run = useCommand()
  const [key, setKey] = useState(firstKey)
  const [asksNew, setAsksNew] = useState(false)
  const makeKey = async (): Promise<void> => {
    const answer = await run((client) => client.form.newKey({ formId }))
    if (!answer.ok) return
    setKey(answer.value.key)
    setAsksNew(false)
  }
  const address = door === null ? null : addressOf(door, settings.path)
  return (
    <Stack gap="lg">
      <section aria-label={text.key}>
        <Head title={text.key} copy={key} />
        {key === null ? (
          <Text size="sm">{text.keyEnds(keyEnd)}</Text>
        ) : (
          <>
            <Code block className={classes.key}>
              {key}
            </Code>
            <Alert color="orange" icon={<IconKey size={18} />} mt="xs" py="xs" className={classes.once}>
              {text.once}
            </Alert>
          </>
        )}
        {key === null &&
          (asksNew ? (
            <Stack gap="xs" mt="xs">
              <Text size="sm">{text.newKeyAsk}</Text>
              <Group gap="xs">
                <Button size="xs" onClick={() => void makeKey()}>
                  {text.newKeyConfirm}
                </Button>
                <Button
                  size="xs"
                  variant="default"
                  onClick={() => {
                    setAsksNew(false)
                  }}
                >
                  {formText.editor.cancel}
                </Button>
              </Group>
            </Stack>
          ) : (
            <Button
              size="xs"
              variant="default"
              mt="xs"
              onClick={() => {
                setAsksNew(true)
              }}
            >
              {text.newKey}…
            </Button>
          ))}
      </section>
      {address !== null && door !== null && (
        <>
          <FormDoorStrip door={door} onChanged={onDoorChanged} />
          <Snippet title={text.address} code={address} note={door.addresses.length === 0 ? text.notListening : null} />
          <Snippet
            title={text.html}
            code={exampleForm(address, key ?? undefined)}
            note={settings.origins.length === 0 ? text.noOrigin : text.inSight}
          />
          <Snippet title={text.curl} code={exampleCurl(address, key ?? undefined)} note={text.idempotency} />
        </>
      )}
      <Group justify="flex-end">
        <Button onClick={onClose}>{text.done}</Button>
      </Group>
    </Stack>
  )
}

/** Where a form answers, or would once the desk listens. */
function addressOf({ addresses, port }: FormDoor, path: string): string {
  return `${(addresses[0] ?? `http://127.0.0.1:${port}`).replace(/\/$/, '')}/intake/${path}`
}

function Snippet({ title, code, note }: { title: string; code: string; note: string | null }) {
  return (
    <section>
      <Head title={title} copy={code} />
      <Code block className={classes.snippet} tabIndex={0} aria-label={title} role="region">
        {code}
      </Code>
      {note !== null && (
        <Text size="xs" c="dimmed" mt={4}>
          {note}
        </Text>
      )}
    </section>
  )
}

function Head({ title, copy }: { title: string; copy: string | null }) {
  return (
    <Group justify="space-between" mb={4} mih={26}>
      <Title order={3} size="h6">
        {title}
      </Title>
      {copy !== null && (
        <CopyButton value={copy}>
          {({ copied, copy: put }) => (
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              leftSection={copied ? <IconCheck size={14} aria-hidden="true" /> : <IconCopy size={14} aria-hidden="true" />}
              aria-label={copied ? text.copied : text.copyOf(title)}
              onClick={put}
            >
              {copied ? text.copied : text.copy}
            </Button>
          )}
        </CopyButton>
      )}
    </Group>
  )
}
