import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { REPORTS } from '../../../src-main/contract/index.ts'
import { usePlace } from '../../lib/route.ts'
import { useCommand, useDesk } from '../../state/hooks.ts'
import { viewListId } from '../../state/lead-query.ts'
import { useMe, useSignOut } from '../../state/seat.ts'
import { useLeadActions } from '../../state/use-lead-actions.ts'
import { formatBytes } from '../../text/formats.ts'
import { language, LANGUAGE_KEY } from '../../text/language.ts'
import { paletteText as text } from '../../text/palette.ts'
import { peopleText, rolesText } from '../../text/people.ts'
import { reportsText } from '../../text/reports.ts'
import { settingsText } from '../../text/settings.ts'
import { showNotice } from '../../ui/undo-notice.tsx'
import type { Command } from './command.ts'

interface Openers {
  onShortcuts: () => void
  onSwitch: () => void
}

/** What anybody may do wherever they are. */
export function useOwnCommands({ onShortcuts, onSwitch }: Openers): Command[] {
  const { undoLast } = useLeadActions()
  const { setColorScheme } = useMantineColorScheme()
  const scheme = useComputedColorScheme('light')
  const { repId } = useMe()
  const signOut = useSignOut()
  const spoken = language()
  const other = spoken === 'de' ? 'en' : 'de'
  return [
    { id: 'undo', label: text.undoLast, shortcut: 'undo', run: () => void undoLast() },
    { id: 'scheme', label: text.toggleScheme, run: () => setColorScheme(scheme === 'dark' ? 'light' : 'dark') },
    {
      id: 'language',
      label: text.speak(settingsText.language.names[other]),
      also: settingsText.language.title,
      run: () => {
        localStorage.setItem(LANGUAGE_KEY, other)
        window.location.reload()
      },
    },
    { id: 'shortcuts', label: text.shortcuts, shortcut: 'list', run: onShortcuts },
    { id: 'switch', label: peopleText.switch, run: onSwitch },
    ...(repId === null ? [] : [{ id: 'sign-out', label: peopleText.signOut, run: () => void signOut() }]),
  ]
}

/** What a manager does with the desk as a whole. */
export function useManagerCommands(): Command[] {
  const { goTo } = usePlace()
  const run = useCommand()
  const { isManager } = useMe()
  if (!isManager) return []
  const to = (id: string, label: string, screen: string, part: string): Command => ({ id, label, run: () => goTo(screen, part) })
  return [
    to('import', text.importFile, 'intake', 'import'),
    to('inbox', text.addInbox, 'intake', 'inbox'),
    to('add-rep', text.addRep, 'reps', 'add'),
    to('publish', text.publish, 'rules', 'publish'),
    {
      id: 'backup',
      label: settingsText.data.backup,
      run: () => {
        void run((client) => client.desk.backup({})).then((answer) => {
          if (answer.ok) showNotice(settingsText.data.done(answer.value.file, formatBytes(answer.value.bytes)))
        })
      },
    },
    ...REPORTS.map((name) => ({
      ...to(`report-${name}`, text.report(reportsText.tabs[name]), 'reports', name),
      description: reportsText.asks[name],
    })),
  ]
}

/** The lists that were kept under a name, where this person finds them. */
export function useViewCommands(): Command[] {
  const { goTo } = usePlace()
  const { isManager } = useMe()
  const views = useDesk((state) => state.views)
  return views.map(({ id, name }) => ({
    id: `view-${id}`,
    label: text.view(name),
    run: () => goTo(isManager ? 'queue' : 'leads', viewListId(id)),
  }))
}

/** Each part of the settings this person has. */
export function useSettingsCommands(): Command[] {
  const { goTo } = usePlace()
  const { isManager } = useMe()
  const parts: [id: string, title: string, isManagers?: true][] = [
    ['desk', settingsText.desk.title, true],
    ['people', rolesText.title],
    ['look', settingsText.look.title],
    ['language', settingsText.language.title],
    ['notices', settingsText.notices.title],
    ['data', settingsText.data.title, true],
    ['keys', settingsText.keys.title],
    ['about', settingsText.about.title],
  ]
  return parts
    .filter(([, , isManagers]) => isManager || isManagers !== true)
    .map(([id, title]) => ({ id: `settings-${id}`, label: text.settings(title), run: () => goTo('settings', id) }))
}
