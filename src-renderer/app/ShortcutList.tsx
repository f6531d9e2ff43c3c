import { Group, Kbd, Stack, Text } from '@mantine/core'
import { modKey } from '../lib/keys.ts'
import { appText } from '../text/app.ts'
import { Dialog } from '../ui/Dialog.tsx'

export function ShortcutList({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={appText.shortcutsTitle} size="lg">
      <div style={{ columns: '2 260px', columnGap: 32 }}>
        {appText.shortcuts.map(({ group, keys }) => (
          <Stack key={group} gap={6} mb="lg" style={{ breakInside: 'avoid' }}>
            <Text fw={600}>{group}</Text>
            {keys.map(([pressed, meaning]) => (
              <Group key={meaning} justify="space-between" wrap="nowrap" gap="sm">
                <Text size="sm">{meaning}</Text>
                <Group gap={4} wrap="nowrap">
                  {pressed.map((key) =>
                    key === 'then' ? <span key={key} /> : <Kbd key={key}>{key === 'mod' ? modKey() : key}</Kbd>,
                  )}
                </Group>
              </Group>
            ))}
          </Stack>
        ))}
      </div>
    </Dialog>
  )
}
