import { app, Menu, nativeTheme, type MenuItemConstructorOptions } from 'electron'
import type { WindowState } from './window-state.ts'

export interface MenuActions {
  goTo(screen: string): void
  backUp(): void
  openLogs(): void
  keepTheme(theme: WindowState['theme']): void
}

const SCREENS = [
  ['Queue', 'queue'],
  ['Board', 'board'],
  ['Leads', 'leads'],
  ['Reps', 'reps'],
  ['Rules', 'rules'],
  ['Intake', 'intake'],
  ['Review', 'review'],
  ['Duplicates', 'duplicates'],
  ['Reports', 'reports'],
  ['Settings', 'settings'],
] as const

export function setMenu(actions: MenuActions): void {
  const isMac = process.platform === 'darwin'
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        { label: '&Import leads…', accelerator: 'CmdOrCtrl+I', click: () => actions.goTo('intake') },
        { label: '&Back up…', click: () => actions.backUp() },
        { type: 'separator' },
        isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        ...SCREENS.map(([label, screen], at): MenuItemConstructorOptions => ({
          label,
          // There are nine digits, and the settings come last.
          ...(at < 9 ? { accelerator: `CmdOrCtrl+${at + 1}` } : {}),
          click: () => actions.goTo(screen),
        })),
        { type: 'separator' },
        {
          label: 'Colours',
          submenu: (['system', 'light', 'dark'] as const).map((theme) => ({
            label: { system: 'As the system', light: 'Light', dark: 'Dark' }[theme],
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
      submenu: [
        { label: 'Open the log folder', click: () => actions.openLogs() },
        ...(isMac ? [] : [{ label: '&About Lead Desk', click: () => app.showAboutPanel() }]),
      ],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
