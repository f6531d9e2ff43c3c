import { app, Menu, nativeTheme, type MenuItemConstructorOptions } from 'electron'
import type { Seat } from '../contract/index.ts'
import type { WindowState } from './window-state.ts'
import { words } from './words.ts'

export interface MenuActions {
  goTo(screen: string): void
  backUp(): void
  openLogs(): void
  keepTheme(theme: WindowState['theme']): void
}

const SCREENS = [
  'queue',
  'board',
  'my-desk',
  'leads',
  'reps',
  'rules',
  'intake',
  'review',
  'duplicates',
  'reports',
  'settings',
] as const

/** As the page's own navigation has it for a rep. */
const REPS_SCREENS: readonly (typeof SCREENS)[number][] = ['my-desk', 'leads', 'settings']

/** In the language spoken now, with what is for the one who sits at the window. */
export function setMenu({ role, isLocked }: Pick<Seat, 'role' | 'isLocked'>, actions: MenuActions): void {
  const text = words()
  const isMac = process.platform === 'darwin'
  const isManager = role === 'manager'
  const screens = isLocked ? [] : isManager ? SCREENS : REPS_SCREENS
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: text.file,
      submenu: [
        ...(isManager
          ? ([
              { label: text.importLeads, accelerator: 'CmdOrCtrl+I', click: () => actions.goTo('intake') },
              { label: text.backUp, click: () => actions.backUp() },
              { type: 'separator' },
            ] satisfies MenuItemConstructorOptions[])
          : []),
        isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: text.view,
      submenu: [
        ...screens.map((screen, at): MenuItemConstructorOptions => ({
          label: text.screens[screen],
          // There are nine digits, and the last two go without.
          ...(at < 9 ? { accelerator: `CmdOrCtrl+${at + 1}` } : {}),
          click: () => actions.goTo(screen),
        })),
        ...(isLocked ? [] : [{ type: 'separator' } as const]),
        {
          label: text.colours,
          submenu: (['system', 'light', 'dark'] as const).map((theme) => ({
            label: text.themes[theme],
            type: 'radio' as const,
            checked: nativeTheme.themeSource === theme,
            click: () => {
              nativeTheme.themeSource = theme
              actions.keepTheme(theme)
            },
          })),
        },
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : ([{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }] as const)),
      ],
    },
    ...(isMac ? [{ role: 'windowMenu' } as const] : []),
    {
      role: 'help',
      label: text.help,
      submenu: [
        { label: text.openLogs, click: () => actions.openLogs() },
        ...(isMac ? [] : [{ label: text.about, click: () => app.showAboutPanel() }]),
      ],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
