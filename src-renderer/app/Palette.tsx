import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight'
import { IconBolt, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { usePlace } from '../lib/route.ts'
import { useCommand, useDesk } from '../state/hooks.ts'
import { useMe, useSignOut } from '../state/seat.ts'
import { useAsk } from '../state/use-ask.ts'
import { useLeadActions } from '../state/use-lead-actions.ts'
import { appText } from '../text/app.ts'
import { peopleText } from '../text/people.ts'
import { whereIs, whoHas } from '../text/reasons.ts'
import { availabilityWords, words } from '../text/words.ts'
import { RepFace } from '../ui/RepFace.tsx'
import { homeOf, useScreens } from './use-screens.ts'

const text = appText.palette
const AVAILABILITIES = ['available', 'busy', 'away'] as const

/** Ctrl or Cmd+K: any lead, rep, screen or action by a few letters. */
export function Palette({ onShortcuts, onSwitch }: { onShortcuts: () => void; onSwitch: () => void }) {
  const [query, setQuery] = useState('')
  const leads = useFoundLeads(query)
  const people = useRepActions(query)
  const rest = useScreenActions(query, onShortcuts)
  const seating = useSeatActions(query, onSwitch)
  const groups: SpotlightActionGroupData[] = [
    { group: text.leads, actions: leads.actions },
    { group: text.reps, actions: people },
    { group: text.screens, actions: rest.screens },
    { group: text.actions, actions: [...rest.actions, ...seating] },
  ].filter(({ actions }) => actions.length > 0)
  return (
    <Spotlight
      // Longer than its box, it must be reached by keys as well.
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
      query={query}
      onQueryChange={setQuery}
      actions={groups}
      filter={(_, actions) => actions}
      nothingFound={leads.isLoading ? text.searching : text.nothing}
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

function useFoundLeads(query: string): { actions: SpotlightActionData[]; isLoading: boolean } {
  const { openLead } = usePlace()
  const reps = useDesk((state) => state.reps)
  const [wanted] = useDebouncedValue(query.trim(), 120)
  const { value, isLoading } = useAsk(wanted === '' ? null : wanted, (client, signal) =>
    client.lead.page({ filter: { text: wanted.slice(0, 200) }, order: 'newest', limit: 8 }, { signal }),
  )
  const found = query.trim() === '' ? [] : (value?.leads ?? [])
  return {
    isLoading,
    actions: found.map((lead) => ({
      id: `lead-${lead.id}`,
      label: lead.name ?? lead.company ?? lead.email ?? lead.phone ?? words.unnamed,
      description: [
        lead.company,
        whereIs(
          lead,
          whoHas(lead, (id) => reps.get(id)?.name ?? null),
        ),
      ]
        .filter((part) => part !== null)
        .join(' · '),
      onClick: () => {
        openLead(lead.id)
      },
    })),
  }
}

function useRepActions(query: string): SpotlightActionData[] {
  const { goTo } = usePlace()
  const reps = useDesk((state) => state.reps)
  const run = useCommand()
  const { isManager, repId } = useMe()
  if (query.trim() === '') return []
  const needles = wordsOf(query)
  const shown = [...reps.values()].filter((rep) => isManager || rep.id === repId)
  return shown
    .flatMap((rep) => [
      {
        id: `rep-${rep.id}`,
        label: rep.name,
        description: [rep.team, availabilityWords[rep.availability]].filter((part) => part !== null).join(' · '),
        leftSection: <RepFace name={rep.name} availability={rep.availability} />,
        onClick: () => {
          if (isManager) goTo('reps', String(rep.id))
          else goTo(homeOf('rep'))
        },
      },
      ...AVAILABILITIES.filter((availability) => availability !== rep.availability).map((availability) => ({
        id: `rep-${rep.id}-${availability}`,
        label: text.setRep(rep.name, availabilityWords[availability]),
        leftSection: <IconBolt size={18} aria-hidden="true" />,
        onClick: () => {
          void run((client) => client.rep.setAvailability({ repId: rep.id, availability }))
        },
      })),
    ])
    .filter(({ label }) => matches(label, needles))
    .slice(0, 8)
}

function useScreenActions(query: string, onShortcuts: () => void) {
  const { goTo } = usePlace()
  const screens = useScreens()
  const { isManager } = useMe()
  const { undoLast } = useLeadActions()
  const { setColorScheme } = useMantineColorScheme()
  const scheme = useComputedColorScheme('light')
  const needles = wordsOf(query)
  const keep = (actions: SpotlightActionData[]) => actions.filter(({ label }) => matches(label ?? '', needles))
  return {
    screens: keep(
      screens.map((screen) => ({
        id: `screen-${screen.id}`,
        label: text.goTo(screen.label),
        leftSection: <screen.icon size={18} aria-hidden="true" />,
        onClick: () => {
          goTo(screen.id)
        },
      })),
    ),
    actions: keep([
      {
        id: 'undo',
        label: text.undoLast,
        onClick: () => {
          void undoLast()
        },
      },
      ...(isManager
        ? [
            {
              id: 'import',
              label: text.importFile,
              onClick: () => {
                goTo('intake', 'import')
              },
            },
            {
              id: 'inbox',
              label: text.addInbox,
              onClick: () => {
                goTo('intake', 'inbox')
              },
            },
          ]
        : []),
      {
        id: 'scheme',
        label: text.toggleScheme,
        onClick: () => {
          setColorScheme(scheme === 'dark' ? 'light' : 'dark')
        },
      },
      { id: 'shortcuts', label: text.shortcuts, onClick: onShortcuts },
    ]),
  }
}

function useSeatActions(query: string, onSwitch: () => void): SpotlightActionData[] {
  const { repId } = useMe()
  const signOut = useSignOut()
  const needles = wordsOf(query)
  return [
    { id: 'switch', label: peopleText.switch, onClick: onSwitch },
    ...(repId === null ? [] : [{ id: 'sign-out', label: peopleText.signOut, onClick: () => void signOut() }]),
  ].filter(({ label }) => matches(label, needles))
}

const wordsOf = (query: string): string[] => query.toLowerCase().split(/\s+/).filter(Boolean)
const matches = (label: string, needles: readonly string[]): boolean =>
  needles.every((needle) => label.toLowerCase().includes(needle))
