import { describe, expect, it } from 'vitest'
import { draftOf, type FormDraft, pathFrom, settingsOfForm } from '../../../src-renderer/features/intake/form-draft.ts'
import { aForm } from '../helpers/intake-builders.ts'

const read = (parts: Partial<FormDraft>) => settingsOfForm({ ...draftOf(null), name: 'Contact', path: 'contact', ...parts })

describe('a form on its way in', () => {
  it.each([
    ['Café & Bar', 'cafe-bar'],
    ['  Web site 2026!', 'web-site-2026'],
    ['—', ''],
    ['x'.repeat(80), 'x'.repeat(64)],
  ])('%j answers at %j', (name, path) => {
    expect(pathFrom(name)).toBe(path)
  })

  it('keeps of an address what a browser says of the page that posts, and * for all', () => {
    expect(read({ origins: ['https://firm.example/contact?x=1', 'http://localhost:8080', '*'] })).toMatchObject({
      settings: { origins: ['https://firm.example', 'http://localhost:8080', '*'] },
    })
    for (const odd of ['firm.example', 'ftp://firm.example', 'javascript:alert(1)']) {
      expect(read({ origins: [odd] })).toMatchObject({ errors: { origins: expect.stringContaining(odd) } })
    }
  })

  it('names each field that is wrong', () => {
    const wrong = settingsOfForm({ ...draftOf(null), path: 'Über', perMinute: '', thanksUrl: 'thanks.html' })
    expect('errors' in wrong && Object.keys(wrong.errors).sort()).toEqual(['name', 'path', 'perMinute', 'thanksUrl'])
  })

  it('comes back as it was when nothing is changed', () => {
    const form = aForm({ settings: { thanksUrl: 'https://firm.example/thanks', origins: ['https://firm.example'], isOn: false } })
    expect(settingsOfForm(draftOf(form))).toEqual({ settings: form.settings })
  })
})
