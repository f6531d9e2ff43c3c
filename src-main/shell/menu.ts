import { app, Menu, nativeTheme, type MenuItemConstructorOptions } from 'electron'
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

/** In the language spoken now. */
export function setMenu(actions: MenuActions): void {
  const text = words()
  const isMac = process.platform === 'darwin'
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: text.file,
      submenu: [
        { label: text.importLeads, accelerator: 'CmdOrCtrl+I', click: () => actions.goTo('intake') },
        { label: text.backUp, click: () => actions.backUp() },
        { type: 'separator' },
        isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: text.view,
      submenu: [
        ...SCREENS.map((screen, at): MenuItemConstructorOptions => ({
          label: text.screens[screen],
          // There are nine digits, and the last two go without.
          ...(at < 9 ? { accelerator: `CmdOrCtrl+${at + 1}` } : {}),
          click: () => actions.goTo(screen),
        })),
        { type: 'separator' },
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
