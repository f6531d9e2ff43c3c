import { ActionIcon, Kbd, Tooltip, UnstyledButton, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { spotlight } from '@mantine/spotlight'
import { IconMoon, IconSearch, IconSun } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { modKey } from '../lib/keys.ts'
import { usePlace } from '../lib/route.ts'
import { useDesk } from '../state/hooks.ts'
import { appText } from '../text/app.ts'
import { formatMoment, formatNumber } from '../text/formats.ts'
import { keyName } from '../text/shortcuts.ts'
import { Age } from '../ui/Age.tsx'
import { SeatButton } from './SwitchPerson.tsx'
import classes from './TopBar.module.css'

export function TopBar({ onSwitch }: { onSwitch: () => void }) {
  const { screen } = usePlace()
  const deskName = useDesk((state) => state.settings.deskName)
  return (
    <header className={classes.bar}>
      <span className={classes.name}>{deskName}</span>
      {/* The queue has the same numbers, larger. */}
      {screen === 'queue' ? <span className={classes.counts} /> : <Counts />}
      <UnstyledButton className={classes.find} onClick={spotlight.open}>
        <IconSearch size={15} aria-hidden="true" />
        <span>{appText.find}</span>
        <Kbd size="xs">{keyName(modKey())} K</Kbd>
      </UnstyledButton>
      <SchemeSwitch />
      <SeatButton onClick={onSwitch} />
    </header>
  )
}

function Counts() {
  const counts = useDesk((state) => state.counts)
  return (
    <div className={classes.counts}>
      <Count label={appText.waiting}>{formatNumber(counts.waiting)}</Count>
      {counts.oldestWaitingAt === null ? null : (
        <Count label={appText.oldest}>
          <Age since={counts.oldestWaitingAt} title={formatMoment(counts.oldestWaitingAt)} />
        </Count>
      )}
      <Count label={appText.today}>{formatNumber(counts.receivedToday)}</Count>
      <Count label={appText.assignedToday}>{formatNumber(counts.assignedToday)}</Count>
    </div>
  )
}

function Count({ label, children }: { label: string; children: ReactNode }) {
  return (
    <span className={classes.count}>
      {label} <b>{children}</b>
    </span>
  )
}

function SchemeSwitch() {
  const { setColorScheme } = useMantineColorScheme()
  const scheme = useComputedColorScheme('light')
  const Icon = scheme === 'dark' ? IconSun : IconMoon
  return (
    <Tooltip label={appText.lightOrDark}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={appText.lightOrDark}
        onClick={() => {
          setColorScheme(scheme === 'dark' ? 'light' : 'dark')
        }}
      >
        <Icon size={17} />
      </ActionIcon>
    </Tooltip>
  )
}
