import { IconBolt } from '@tabler/icons-react'
import type { RepCard } from '../../../src-main/contract/index.ts'
import { usePlace } from '../../lib/route.ts'
import { useCommand, useDesk } from '../../state/hooks.ts'
import { useMe } from '../../state/seat.ts'
import { paletteText as text } from '../../text/palette.ts'
import { availabilityWords } from '../../text/words.ts'
import { RepFace } from '../../ui/RepFace.tsx'
import { homeOf } from '../use-screens.ts'
import type { Command } from './command.ts'

const AVAILABILITIES = ['available', 'busy', 'away'] as const
/** Each of hundreds of reps has three: more than these say nothing. */
const MOST = 8

/** Reps by name, and where they may be set to be; a rep has only themselves. `find` keeps what answers what was typed. */
export function useRepCommands(find: (commands: readonly Command[]) => Command[]): Command[] {
  const { goTo } = usePlace()
  const reps = useDesk((state) => state.reps)
  const run = useCommand()
  const { isManager, repId } = useMe()
  const itself = (rep: RepCard): Command => ({
    id: `rep-${rep.id}`,
    label: rep.name,
    description: [rep.team, availabilityWords[rep.availability]].filter((part) => part !== null).join(' · '),
    also: rep.email,
    icon: <RepFace name={rep.name} availability={rep.availability} />,
    run: () => {
      if (isManager) goTo('reps', String(rep.id))
      else goTo(homeOf('rep'))
    },
  })
  const switches = (rep: RepCard): Command[] =>
    AVAILABILITIES.filter((one) => one !== rep.availability).map((availability) => ({
      id: `rep-${rep.id}-${availability}`,
      label: text.setRep(rep.name, availabilityWords[availability]),
      icon: <IconBolt size={18} aria-hidden="true" />,
      run: () => {
        void run((client) => client.rep.setAvailability({ repId: rep.id, availability }))
      },
    }))
  const shown = [...reps.values()].filter((rep) => isManager || rep.id === repId)
  // People before what can be done to them.
  return [...find(shown.map(itself)), ...find(shown.flatMap(switches))].slice(0, MOST)
}
