import { type Form, FormSettings } from '../../../src-main/contract/index.ts'
import { formText } from '../../text/forms.ts'

const said = formText.editor.errors

/** What the editor of a form edits. */
export interface FormDraft {
  name: string
  path: string
  origins: string[]
  perMinute: number | string
  /** '' is none. */
  thanksUrl: string
  route: FormSettings['route']
  isOn: boolean
}
export type FormErrors = Partial<Record<keyof FormDraft, string>>

export function draftOf(form: Pick<Form, 'settings'> | null): FormDraft {
  if (form === null) return { name: '', path: '', origins: [], perMinute: 60, thanksUrl: '', route: 'now', isOn: true }
  const { settings } = form
  return { ...settings, origins: [...settings.origins], thanksUrl: settings.thanksUrl ?? '' }
}

/** An address made of a name: "Café & Bar" is `cafe-bar`. */
export function pathFrom(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, 64)
    .replace(/-$/, '')
}

/** What is saved, or a sentence for each field that is wrong. */
export function settingsOfForm(draft: FormDraft): { settings: FormSettings } | { errors: FormErrors } {
  const errors: FormErrors = {}
  const shape = FormSettings.shape
  if (draft.name.trim() === '') errors.name = said.name
  if (!shape.path.safeParse(draft.path).success) errors.path = said.path
  const origins = draft.origins.map((entry) => ({ entry, origin: originOf(entry) }))
  const odd = origins.find(({ origin }) => origin === null)
  if (odd !== undefined) errors.origins = said.origin(odd.entry)
  const perMinute = typeof draft.perMinute === 'number' ? draft.perMinute : Number(draft.perMinute.trim() || NaN)
  if (!shape.perMinute.safeParse(perMinute).success) errors.perMinute = said.perMinute
  const thanksUrl = draft.thanksUrl.trim() === '' ? null : draft.thanksUrl.trim()
  if (thanksUrl !== null && webAddress(thanksUrl) === null) errors.thanksUrl = said.thanksUrl
  if (Object.keys(errors).length > 0) return { errors }
  return {
    settings: FormSettings.parse({
      ...draft,
      origins: [...new Set(origins.map(({ origin }) => origin))],
      perMinute,
      thanksUrl,
    }),
  }
}

/** `https://firm.example` of any address there: that is what a browser says of the page that posts. `*` is all of them. */
function originOf(entry: string): string | null {
  if (entry.trim() === '*') return '*'
  return webAddress(entry.trim())?.origin ?? null
}

function webAddress(text: string): URL | null {
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) ? url : null
}
