import { Paper, SegmentedControl, SimpleGrid, Stack, Text, Title, useMantineColorScheme } from '@mantine/core'
import type { ReactNode } from 'react'
import { useAsk } from '../../state/use-ask.ts'
import { say } from '../../text/say.ts'
import { settingsText } from '../../text/settings.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { ScreenHead } from '../../ui/ScreenHead.tsx'
import { AboutDesk } from './AboutDesk.tsx'
import { BackUp } from './BackUp.tsx'
import { DeskForm } from './DeskForm.tsx'
import { KeyList } from './KeyList.tsx'
import classes from './settings.module.css'

/** The desk's name and place, how it looks, its data, its keys. */
export function SettingsScreen() {
  const info = useAsk('info', (client, signal) => client.desk.info(undefined, { signal }))
  return (
    <div className={classes.screen}>
      <ScreenHead title={settingsText.title} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md" px="md" pb="md" className={classes.grid}>
        <Stack gap="md">
          <Section title={settingsText.desk.title}>
            <DeskForm />
          </Section>
          <Section title={settingsText.look.title}>
            <Appearance />
          </Section>
          <Section title={settingsText.data.title}>
            {info.value === null ? (
              info.fault === null ? (
                <Loading height={80} />
              ) : (
                <ErrorState sentence={say(info.fault)} onTryAgain={info.again} />
              )
            ) : (
              <Stack gap="sm">
                <div>
                  <Text size="sm" fw={500}>
                    {settingsText.data.folder}
                  </Text>
                  <Text size="sm" className={classes.path}>
                    {info.value.dataFolder}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {info.value.isDemo ? settingsText.data.demo : settingsText.data.folderHint}
                  </Text>
                </div>
                <BackUp />
              </Stack>
            )}
          </Section>
        </Stack>
        <Stack gap="md">
          <Section title={settingsText.keys.title}>
            <KeyList />
          </Section>
          <Section title={settingsText.about.title}>
            <AboutDesk info={info.value} />
          </Section>
        </Stack>
      </SimpleGrid>
    </div>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Title order={2} size="h5" mb="sm">
        {title}
      </Title>
      {children}
    </Paper>
  )
}

function Appearance() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const text = settingsText.look
  return (
    <SegmentedControl
      aria-label={text.label}
      value={colorScheme}
      onChange={setColorScheme}
      data={[
        { value: 'light', label: text.light },
        { value: 'dark', label: text.dark },
        { value: 'auto', label: text.auto },
      ]}
    />
  )
}
