import { ActionIcon, FileButton, Menu } from '@mantine/core'
import { IconDots, IconDownload, IconUpload } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { Ruleset, type RulesetFinding } from '../../../src-main/contract/index.ts'
import { saveFile } from '../../lib/save-file.ts'
import { useCommand } from '../../state/hooks.ts'
import { rulesText } from '../../text/rules.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { showNotice, showTrouble } from '../../ui/undo-notice.tsx'
import { type Draft, draftOf } from './draft.ts'
import { FindingList } from './FindingList.tsx'

const text = rulesText.file

/** The rules as a file, both ways. An opened one becomes the draft; nothing is at work until it is published. */
export function FileMenu({ draft, onOpen }: { draft: Draft; onOpen: (draft: Draft) => void }) {
  const run = useCommand()
  const reset = useRef<() => void>(null)
  const [bad, setBad] = useState<{ file: string; findings: readonly RulesetFinding[] } | null>(null)

  const open = async (file: File): Promise<void> => {
    reset.current?.()
    const read = await file.text().catch(() => null)
    if (read === null) return showTrouble(text.unreadable(file.name))
    let document: unknown
    try {
      document = JSON.parse(read)
    } catch {
      return showTrouble(text.notJson(file.name))
    }
    const parsed = Ruleset.safeParse(document)
    if (parsed.success) {
      onOpen(draftOf(parsed.data))
      return showNotice(text.opened(file.name))
    }
    // The desk names what is wrong better than the schema does.
    const answer = await run((client) => client.rule.check({ document }))
    if (answer.ok) setBad({ file: file.name, findings: answer.value.findings })
  }
  return (
    <>
      <FileButton accept=".json,application/json" resetRef={reset} onChange={(file) => void (file && open(file))}>
        {(button) => (
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <ActionIcon variant="default" size="lg" aria-label={text.menu}>
                <IconDots size={16} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconUpload size={14} />} onClick={button.onClick}>
                {text.import}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconDownload size={14} />}
                onClick={() => {
                  saveFile(text.name, `${JSON.stringify(draft, null, 2)}\n`, 'application/json')
                }}
              >
                {text.export}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </FileButton>
      <Dialog
        isOpen={bad !== null}
        onClose={() => {
          setBad(null)
        }}
        title={bad === null ? '' : text.badTitle(bad.file)}
        size="lg"
      >
        {bad !== null && <FindingList findings={bad.findings} label={text.badTitle(bad.file)} />}
      </Dialog>
    </>
  )
}
