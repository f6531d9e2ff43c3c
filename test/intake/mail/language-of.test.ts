import { describe, expect, it } from 'vitest'
import { languageOf } from '../../../src-main/intake/mail/language-of.ts'
import { draftOf, fieldIn, parsed } from './a-mail.ts'

describe('the language of a person’s words', () => {
  it.each([
    ['de', 'Bitte rufen Sie mich morgen zurück.'],
    ['en', 'Is it still on the lot? Can I bring a trade-in?'],
    ['fr', 'Je voudrais un devis pour une toiture'],
    ['es', '¿Sigue disponible la casa? Necesito un presupuesto'],
    ['it', 'Vorrei ricevere un preventivo per il tetto'],
    ['nl', 'Ik wil graag meer informatie over uw aanbod'],
    ['pl', 'Szukamy nowego oprogramowania dla naszej firmy'],
  ])('is found: %s', async (language, text) => {
    expect(await languageOf(text)).toBe(language)
  })
  it.each(['', 'OK', 'Call me', '206-555-0188', 'https://site.example/a/long/address/of/words ana@mail.example'])(
    'is not guessed from too few: "%s"',
    async (text) => {
      expect(await languageOf(text)).toBeNull()
    },
  )
  it('is the lead’s, unless the mail names another', async () => {
    const body = 'Name: Zoé Petit\nEmail: zoe@mail.example\nMessage: Je voudrais un devis pour une toiture'
    const found = await parsed({}, body)
    expect(found?.reading.language).toBe('fr')
    expect(fieldIn(found, 'language')).toEqual({
      field: 'language',
      value: 'fr',
      confidence: 0.7,
      where: 'the words of the message',
    })
    const other = await parsed({}, `Language: German\n${body}`)
    expect(other?.reading.language).toBe('fr')
    expect(draftOf(other).language).toBe('de')
  })
})
