import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

export const NOTICE_KINDS = ['offer', 'breach', 'hot', 'inbox'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** Which notices of the system a person wants on this machine. */
export interface NoticeChoices {
  /** null: as the program has it, on in its own window and off in a browser, which must be asked first. */
  isOn: boolean | null
  kinds: Readonly<Record<NoticeKind, boolean>>
  isSilent: boolean
  /** "18:00" to "08:00" is over night; null is never quiet. */
  quiet: { from: string; to: string } | null
  isQuietAtWeekends: boolean
  /** An offer runs out: some want to know at any hour. */
  offersBreakThrough: boolean
}

export const USUAL_CHOICES: NoticeChoices = {
  isOn: null,
  kinds: { offer: true, breach: true, hot: true, inbox: true },
  isSilent: false,
  quiet: null,
  isQuietAtWeekends: false,
  offersBreakThrough: false,
}

const KEY = 'lead-desk.notices'

/** What can't be read counts as not chosen. */
export function readChoices(text: string | null): NoticeChoices {
  let kept: unknown
  try {
    kept = JSON.parse(text ?? '')
  } catch {
    return USUAL_CHOICES
  }
  if (typeof kept !== 'object' || kept === null) return USUAL_CHOICES
  const given = kept as { [Name in keyof NoticeChoices]?: unknown }
  const flag = (value: unknown, usual: boolean): boolean => (typeof value === 'boolean' ? value : usual)
  const kinds = (given.kinds ?? {}) as Record<string, unknown>
  return {
    isOn: typeof given.isOn === 'boolean' ? given.isOn : null,
    kinds: {
      offer: flag(kinds['offer'], true),
      breach: flag(kinds['breach'], true),
      hot: flag(kinds['hot'], true),
      inbox: flag(kinds['inbox'], true),
    },
    isSilent: flag(given.isSilent, false),
    quiet: quietOf(given.quiet),
    isQuietAtWeekends: flag(given.isQuietAtWeekends, false),
    offersBreakThrough: flag(given.offersBreakThrough, false),
  }
}

function quietOf(value: unknown): NoticeChoices['quiet'] {
  if (typeof value !== 'object' || value === null) return null
  const { from, to } = value as { from?: unknown; to?: unknown }
  return isTime(from) && isTime(to) ? { from, to } : null
}

const isTime = (value: unknown): value is string => typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)

const stored = typeof localStorage === 'undefined' ? null : localStorage.getItem(KEY)
const choices = createStore<NoticeChoices>()(() => readChoices(stored))
// Of another tab on the same desk.
if (typeof window !== 'undefined')
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === KEY) choices.setState(readChoices(newValue), true)
  })

export const noticeChoices = (): NoticeChoices => choices.getState()
export const useNoticeChoices = (): NoticeChoices => useStore(choices)

export function chooseNotices(change: Partial<NoticeChoices>): void {
  choices.setState(change)
  localStorage.setItem(KEY, JSON.stringify(choices.getState()))
}
