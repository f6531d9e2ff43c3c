import type { RepId } from '../../src-main/contract/index.ts'
import type { Narrowing } from './narrowing.ts'

/** What a person chose of a screen's lists. The page remembers it for as long as its window is open. */
export interface ListChoice {
  /** The list looked at last; null for the first. */
  listId: string | null
  /** What that list was narrowed by; null: as the list has it. */
  narrowing: Narrowing | null
}
export const NO_CHOICE: ListChoice = { listId: null, narrowing: null }

/** Under which names the choices of a screen are remembered in the session. */
export const choiceKeys = (screen: string): { choice: string; text: string } => ({
  choice: `${screen}-choice`,
  text: `${screen}-text`,
})

/** The next person at this window looks for something else. */
export function forgetChoices(): void {
  try {
    for (const screen of ['queue', 'leads']) for (const key of Object.values(choiceKeys(screen))) sessionStorage.removeItem(key)
  } catch {
    // A page without storage of its own remembers nothing.
  }
}

/** Has the queue show the open leads of a rep when it is opened next. */
export function chooseLeadsOf(repId: RepId): void {
  const choice: ListChoice = { listId: 'open', narrowing: { repIds: [repId] } }
  const keys = choiceKeys('queue')
  sessionStorage.setItem(keys.choice, JSON.stringify(choice))
  sessionStorage.setItem(keys.text, JSON.stringify(''))
}
