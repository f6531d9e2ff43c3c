import { Group, Kbd, Modal, SimpleGrid, Stack, Text } from '@mantine/core'
import { appText } from '../text/app.ts'

export function ShortcutList({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={appText.shortcutsTitle} size="lg">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl">
        {appText.shortcuts.map(({ group, keys }) => (
          <Stack key={group} gap={6}>
            <Text fw={600}>{group}</Text>
            {keys.map(([pressed, meaning]) => (
              <Group key={meaning} justify="space-between" wrap="nowrap" gap="sm">
                <Text size="sm">{meaning}</Text>
                <Group gap={4} wrap="nowrap">
                  {pressed.map((key) => (key === 'then' ? <span key={key} /> : <Kbd key={key}>{key}</Kbd>))}
                </Group>
              </Group>
            ))}
          </Stack>
        ))}
      </SimpleGrid>
    </Modal>
  )
}
