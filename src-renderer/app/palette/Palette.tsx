import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight'
import { IconChevronRight, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { usePlace } from '../../lib/route.ts'
import { appText } from '../../text/app.ts'
import { paletteText as text } from '../../text/palette.ts'
import { keyName, keysOf, type ShortcutId, shortcutsText } from '../../text/shortcuts.ts'
import { Keys } from '../../ui/KeyTable.tsx'
import { useScreens } from '../use-screens.ts'
import type { Command } from './command.ts'
import { ranked } from './rank.ts'
import { readRecent, rememberRecent } from './recent.ts'
import { useManagerCommands, useOwnCommands, useSettingsCommands, useViewCommands } from './use-desk-commands.ts'
import { useFoundLeads } from './use-found-leads.ts'
import { useLeadCommands } from './use-lead-commands.ts'
import { useRepCommands } from './use-rep-commands.tsx'

interface PaletteProps {
  onShortcuts: () => void
  onSwitch: () => void
}

/** Ctrl or Cmd+K: any lead, rep, screen or action by a few letters. */
export function Palette(openers: PaletteProps) {
  const [query, setQuery] = useState('')
  const { groups, isLoading } = useGroups(query, openers)
  return (
    <Spotlight
      // Longer than its box, it must be reached by keys as well.
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
      query={query}
      onQueryChange={setQuery}
      actions={groups}
      filter={(_, actions) => actions}
      nothingFound={isLoading ? text.searching : text.nothing}
      searchProps={{ placeholder: text.placeholder, 'aria-label': appText.find, leftSection: <IconSearch size={18} /> }}
      attributes={{ content: { 'aria-label': appText.find } }}
      shortcut={['mod + K']}
      scrollable
      overlayProps={{ blur: 0, backgroundOpacity: 0.3 }}
      maxHeight={460}
      clearQueryOnClose
    />
  )
}

function useGroups(query: string, openers: PaletteProps): { groups: SpotlightActionGroupData[]; isLoading: boolean } {
  const recent = readRecent()
  const isAsked = query.trim() !== ''
  const find = (commands: readonly Command[]): Command[] => ranked(commands, query, recent)
  const leads = useFoundLeads(query)
  const ofLead = useLeadCommands()
  const screens = [...useScreenCommands(), ...useViewCommands()]
  const actions = [...useManagerCommands(), ...useOwnCommands(openers)]
  const settings = useSettingsCommands()
  const reps = useRepCommands(isAsked ? find : () => [])
  const again = [...screens, ...actions, ...settings]
  const used = recent.flatMap((id) => again.find((command) => command.id === id) ?? [])
  const groups: [string, Command[]][] = isAsked
    ? [
        [text.groups.open, find(ofLead)],
        [text.groups.leads, leads.commands],
        [text.groups.reps, reps],
        [text.groups.screens, find(screens)],
        [text.groups.actions, find(actions)],
        [text.groups.settings, find(settings)],
      ]
    : [
        [text.groups.open, ofLead],
        [text.groups.recent, used],
        [text.groups.screens, screens.filter((command) => !used.includes(command))],
        [text.groups.actions, actions.filter((command) => !used.includes(command))],
      ]
  return {
    isLoading: leads.isLoading,
    groups: groups
      .filter(([, commands]) => commands.length > 0)
      .map(([group, commands]) => ({ group, actions: commands.map(actionOf) })),
  }
}

function useScreenCommands(): Command[] {
  const { goTo } = usePlace()
  return useScreens().map((screen) => ({
    id: `screen-${screen.id}`,
    label: text.goTo(screen.label),
    icon: <screen.icon size={18} aria-hidden="true" />,
    // Each screen has its key in the table of them all: a test sees to it.
    shortcut: screen.id as ShortcutId,
    run: () => {
      goTo(screen.id)
    },
  }))
}

function actionOf({ id, label, description, icon, shortcut, run }: Command): SpotlightActionData {
  return {
    id,
    label,
    ...(description === undefined ? {} : { description }),
    leftSection: icon ?? <IconChevronRight size={18} aria-hidden="true" />,
    rightSection: shortcut === undefined ? null : <Keys keys={keysOf(shortcut)} then={shortcutsText.then} nameOf={keyName} />,
    onClick: () => {
      if (!/^(lead|rep)-/.test(id)) rememberRecent(id)
      run()
    },
  }
}
