import type { Inbox } from '../../../src-main/contract/index.ts'
import { PASSING_TROUBLES } from '../../state/passing-troubles.ts'
import type { HealthTone } from '../../ui/Health.tsx'

export interface InboxHealth {
  tone: HealthTone
  /** What is wrong now; a trouble that is over is not. */
  trouble: Inbox['trouble']
  /** It will not mend itself. */
  needsSomebody: boolean
}

const NOT_READ: ReadonlySet<Inbox['state']> = new Set(['off', 'connecting', 'retrying'])

/** How an inbox does, as far as a person cares. */
export function healthOf({ settings, state, trouble }: Pick<Inbox, 'settings' | 'state' | 'trouble'>): InboxHealth {
  if (!settings.isOn) return { tone: 'off', trouble: null, needsSomebody: false }
  // Mails are read all the same while the folder they should be moved to is missing.
  const standing = trouble !== null && (NOT_READ.has(state) || trouble.code === 'no-target-folder') ? trouble : null
  if (standing !== null) {
    const passes = PASSING_TROUBLES.has(standing.code)
    return { tone: passes ? 'retrying' : 'trouble', trouble: standing, needsSomebody: !passes }
  }
  switch (state) {
    case 'off':
      return { tone: 'off', trouble: null, needsSomebody: false }
    case 'connecting':
    case 'reading':
      return { tone: 'working', trouble: null, needsSomebody: false }
    case 'retrying':
      return { tone: 'retrying', trouble: null, needsSomebody: false }
    case 'idle':
    case 'polling':
      return { tone: 'good', trouble: null, needsSomebody: false }
  }
}

/** Those that need somebody first, then those that try again; else by name. */
export function worstFirst(inboxes: readonly Inbox[]): Inbox[] {
  const rank = (inbox: Inbox): number => {
    const { needsSomebody, trouble } = healthOf(inbox)
    return needsSomebody ? 0 : trouble !== null ? 1 : 2
  }
  return [...inboxes].sort((a, b) => rank(a) - rank(b) || a.settings.name.localeCompare(b.settings.name) || a.id - b.id)
}
