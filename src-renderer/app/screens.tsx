import {
  IconAddressBook,
  IconChartBar,
  IconFileImport,
  IconHeadset,
  IconInbox,
  IconLayoutKanban,
  IconMailQuestion,
  IconRoute,
  IconSettings,
  IconUsers,
  IconUsersGroup,
  type Icon,
} from '@tabler/icons-react'
import type { ComponentProps } from 'react'
import type { LeadPanel } from '../features/leads/LeadPanel.tsx'
import type { DeskState } from '../state/desk-state.ts'
import { appText } from '../text/app.ts'
import { type ScreenScript, screenScript } from './screen-script.ts'

export interface Screen {
  id: string
  label: string
  icon: Icon
  /** Pressed after G. */
  key: string
  script: ScreenScript<object>
  count?: (state: DeskState) => number
  /** Left out, it is a manager's. */
  for?: 'everyone'
  /** Ctrl+Z is the screen's own: it has something of its own to take back. */
  ownsUndo?: true
}

const { screens: label } = appText

export const screens: readonly Screen[] = [
  {
    id: 'queue',
    label: label.queue,
    icon: IconInbox,
    key: 'q',
    script: screenScript(async () => (await import('./QueueView.tsx')).QueueView),
    count: (state) => state.counts.waiting,
  },
  {
    id: 'board',
    label: label.board,
    icon: IconLayoutKanban,
    key: 'b',
    script: screenScript(async () => (await import('../features/board/BoardScreen.tsx')).BoardScreen),
  },
  {
    id: 'my-desk',
    for: 'everyone',
    label: label.myDesk,
    icon: IconHeadset,
    key: 'h',
    script: screenScript(async () => (await import('./MyDeskView.tsx')).MyDeskView),
  },
  {
    id: 'leads',
    for: 'everyone',
    label: label.leads,
    icon: IconAddressBook,
    key: 'l',
    script: screenScript(async () => (await import('../features/leads/LeadsScreen.tsx')).LeadsScreen),
  },
  {
    id: 'reps',
    label: label.reps,
    icon: IconUsers,
    key: 'p',
    script: screenScript(async () => (await import('../features/reps/RepsScreen.tsx')).RepsScreen),
    count: (state) => state.reps.size,
  },
  {
    id: 'rules',
    label: label.rules,
    icon: IconRoute,
    key: 'r',
    script: screenScript(async () => (await import('../features/rules/RulesScreen.tsx')).RulesScreen),
    count: (state) => state.ruleset.rules,
    ownsUndo: true,
  },
  {
    id: 'intake',
    label: label.intake,
    icon: IconFileImport,
    key: 'i',
    script: screenScript(async () => (await import('../features/intake/IntakeScreen.tsx')).IntakeScreen),
  },
  {
    id: 'review',
    label: label.review,
    icon: IconMailQuestion,
    key: 'm',
    script: screenScript(async () => (await import('../features/review/ReviewScreen.tsx')).ReviewScreen),
    count: (state) => state.counts.review,
  },
  {
    id: 'duplicates',
    label: label.duplicates,
    icon: IconUsersGroup,
    key: 'd',
    script: screenScript(async () => (await import('../features/leads/DuplicatesScreen.tsx')).DuplicatesScreen),
  },
  {
    id: 'reports',
    label: label.reports,
    icon: IconChartBar,
    key: 'o',
    script: screenScript(async () => (await import('../features/reports/ReportsScreen.tsx')).ReportsScreen),
  },
  {
    id: 'settings',
    for: 'everyone',
    label: label.settings,
    icon: IconSettings,
    key: 's',
    script: screenScript(async () => (await import('../features/settings/SettingsScreen.tsx')).SettingsScreen),
  },
]

export const firstRun = screenScript(async () => (await import('../features/first-run/FirstRun.tsx')).FirstRun)
export const leadPanel = screenScript<ComponentProps<typeof LeadPanel>>(
  async () => (await import('../features/leads/LeadPanel.tsx')).LeadPanel,
)
