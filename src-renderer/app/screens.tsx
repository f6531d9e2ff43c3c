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
import { type ComponentType, lazy, type LazyExoticComponent } from 'react'
import type { DeskState } from '../state/desk-state.ts'
import { appText } from '../text/app.ts'

export interface Screen {
  id: string
  label: string
  icon: Icon
  /** Pressed after G. */
  key: string
  view: LazyExoticComponent<ComponentType>
  count?: (state: DeskState) => number
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
    view: lazy(async () => ({ default: (await import('./QueueView.tsx')).QueueView })),
    count: (state) => state.counts.waiting,
  },
  {
    id: 'board',
    label: label.board,
    icon: IconLayoutKanban,
    key: 'b',
    view: lazy(async () => ({ default: (await import('../features/board/BoardScreen.tsx')).BoardScreen })),
  },
  {
    id: 'my-desk',
    label: label.myDesk,
    icon: IconHeadset,
    key: 'h',
    view: lazy(async () => ({ default: (await import('./MyDeskView.tsx')).MyDeskView })),
  },
  {
    id: 'leads',
    label: label.leads,
    icon: IconAddressBook,
    key: 'l',
    view: lazy(async () => ({ default: (await import('../features/leads/LeadsScreen.tsx')).LeadsScreen })),
  },
  {
    id: 'reps',
    label: label.reps,
    icon: IconUsers,
    key: 'p',
    view: lazy(async () => ({ default: (await import('../features/reps/RepsScreen.tsx')).RepsScreen })),
    count: (state) => state.reps.size,
  },
  {
    id: 'rules',
    label: label.rules,
    icon: IconRoute,
    key: 'r',
    view: lazy(async () => ({ default: (await import('../features/rules/RulesScreen.tsx')).RulesScreen })),
    count: (state) => state.ruleset.rules,
    ownsUndo: true,
  },
  {
    id: 'intake',
    label: label.intake,
    icon: IconFileImport,
    key: 'i',
    view: lazy(async () => ({ default: (await import('../features/intake/IntakeScreen.tsx')).IntakeScreen })),
  },
  {
    id: 'review',
    label: label.review,
    icon: IconMailQuestion,
    key: 'm',
    view: lazy(async () => ({ default: (await import('../features/review/ReviewScreen.tsx')).ReviewScreen })),
    count: (state) => state.counts.review,
  },
  {
    id: 'duplicates',
    label: label.duplicates,
    icon: IconUsersGroup,
    key: 'd',
    view: lazy(async () => ({ default: (await import('../features/leads/DuplicatesScreen.tsx')).DuplicatesScreen })),
  },
  {
    id: 'reports',
    label: label.reports,
    icon: IconChartBar,
    key: 'o',
    view: lazy(async () => ({ default: (await import('../features/reports/ReportsScreen.tsx')).ReportsScreen })),
  },
  {
    id: 'settings',
    label: label.settings,
    icon: IconSettings,
    key: 's',
    view: lazy(async () => ({ default: (await import('../features/settings/SettingsScreen.tsx')).SettingsScreen })),
  },
]

export const FirstRunView = lazy(async () => ({ default: (await import('../features/first-run/FirstRun.tsx')).FirstRun }))
export const LeadPanelView = lazy(async () => ({ default: (await import('../features/leads/LeadPanel.tsx')).LeadPanel }))
