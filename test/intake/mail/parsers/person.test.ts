import { describe, expect, it } from 'vitest'
import { ownText } from '../../../../src-main/intake/mail/parsers/own-text.ts'
import { readSignature } from '../../../../src-main/intake/mail/parsers/signature.ts'
import { draftOf, fieldIn, parsed, read } from '../a-mail.ts'

const LETTER = `Hello,

we are looking for a new supplier of office chairs.
Could you send us your catalogue?

Best regards
Marta Quist
Head of Purchasing
Quist & Sons GmbH
Tel.: +49 30 901820-12
Fax: +49 30 901820-99
Mobile: 0171 2345678
www.quist.example
`

describe('a letter', () => {
  it('names its writer; the signature adds telephone, firm and role', async () => {
    const found = await parsed({ From: 'Marta Quist <marta@quist.example>', Subject: 'Chairs' }, LETTER)
    expect(found).toMatchObject({ doubt: 'person', reading: { parser: 'person', language: 'en' } })
    expect(read(found)).toEqual({
      name: 'Marta Quist',
      email: 'marta@quist.example',
      phone: '+49 30 901820-12',
      phone2: '0171 2345678',
      title: 'Head of Purchasing',
      company: 'Quist & Sons GmbH',
      website: 'www.quist.example',
      'custom.Subject': 'Chairs',
      message: 'Hello,\n\nwe are looking for a new supplier of office chairs.\nCould you send us your catalogue?',
    })
    expect(fieldIn(found, 'phone')).toMatchObject({ confidence: 0.7, where: 'signature' })
    expect(draftOf(found, { country: 'DE', timeZone: 'UTC', now: Date.UTC(2026, 1, 1), sentAt: 77 })).toMatchObject({
      phone: '+493090182012',
      phone2: '+491712345678',
      receivedAt: 77,
    })
  })
  it('says no firm that its address might hint at', async () => {
    const found = await parsed({ From: 'Bo Lind <bo@lind-roofing.example>' }, 'Can you call me?\nBo')
    expect(read(found)['company']).toBeUndefined()
  })
  it('in an answer is less sure', async () => {
    const found = await parsed({ From: 'Bo Lind <bo@lind.example>', Subject: 'RE: Offer' }, 'Yes please.')
    expect(fieldIn(found, 'email')?.confidence).toBe(0.63)
  })
  it.each([
    ['an address nobody reads', { From: 'Shop <no-reply@shop.example>' }],
    ['a relay', { From: 'Lena <a1@convo.zillow.com>' }],
    ['a form with the visitor to answer to', { From: 'Site <wordpress@site.example>', 'Reply-To': 'v@example.com' }],
  ])('is not what comes from %s', async (_, headers) => {
    expect(await parsed(headers, 'Your order is on its way.')).toBeNull()
  })
  it('turns the name of a directory', async () => {
    expect(read(await parsed({ From: '"Quist, Marta" <m@quist.example>' }, 'Hello'))['name']).toBe('Marta Quist')
  })
})

describe('a signature', () => {
  it.each([
    ['behind its delimiter', 'Hello\n\n-- \nAna Reyes\n+1 206 555 0188', 'Hello'],
    ['behind a German closing', 'Hallo\n\nMit freundlichen Grüßen\nAna Reyes\nTel. 0206 5550188', 'Hallo'],
    ['behind a French closing', 'Bonjour\n\nCordialement,\nAna Reyes\nTél : 01 42 68 53 00', 'Bonjour'],
    ['behind closings in two languages', 'Hallo\n\nViele Grüße / Best regards\nAna Reyes\n+49 30 901820', 'Hallo'],
    ['without a closing', 'Hello there, please call.\n\nAna Reyes\nReyes Ltd\n206-555-0188', 'Hello there, please call.'],
  ])('is found %s', (_, letter, text) => {
    const signature = readSignature(letter)
    expect(signature.text).toBe(text)
    expect(signature.name).toBe('Ana Reyes')
    expect(signature.phones).toHaveLength(1)
  })
  it('may have several numbers and more on one line', () => {
    const letter =
      'Could you send a quote?\n\nBest regards,\n\nSarah Connor\nOffice Manager\nCyber Dyne Ltd.\n12 High Street, London W1A 1AA\n' +
      'T: +44 20 7946 0958 | M: +44 7700 900123\nsarah@cyberdyne.example | www.cyberdyne.example\n'
    expect(readSignature(letter)).toEqual({
      text: 'Could you send a quote?',
      name: 'Sarah Connor',
      phones: [
        { text: '+44 20 7946 0958', isFax: false },
        { text: '+44 7700 900123', isFax: false },
      ],
      company: 'Cyber Dyne Ltd.',
      title: 'Office Manager',
      website: 'www.cyberdyne.example',
    })
  })
  it('of a German firm is long, and its manager is not who writes', () => {
    const letter =
      'Bitte um ein Angebot.\n\nMit freundlichen Grüßen\n\ni. A. Sabine Maier\nEinkauf\n\nMaier Möbel GmbH & Co. KG\nIndustriestraße 4\n' +
      '70173 Stuttgart\nTel.: +49 711 123456-78\nFax: +49 711 123456-99\nMobil: 0171/1234567\nE-Mail: s.maier@maier.example\n' +
      'www.maier.example\n\nGeschäftsführer: Hans Maier\nAmtsgericht Stuttgart HRB 12345\nUSt-IdNr.: DE123456789\n'
    const { text, phones, company, title } = readSignature(letter)
    expect({ text, company, title }).toEqual({ text: 'Bitte um ein Angebot.', company: 'Maier Möbel GmbH & Co. KG', title: null })
    expect(phones.map(({ text: number, isFax }) => [number, isFax])).toEqual([
      ['+49 711 123456-78', false],
      ['+49 711 123456-99', true],
      ['0171/1234567', false],
    ])
  })
  it('is none where thanks stand before the letter', () => {
    const letter = 'Hi,\nThanks\n\nI need a new roof of forty square metres on my garage.'
    expect(readSignature(letter).text).toBe(letter)
  })
  it('ends with what a telephone adds', () => {
    expect(readSignature('Please call me.\n\nSent from my phone').text).toBe('Please call me.')
  })
  it('keeps a letter of one sentence', () => {
    expect(readSignature('Please call 206-555-0188.').text).toBe('Please call 206-555-0188.')
  })
})

describe('what the sender wrote', () => {
  it.each([
    'On Mon, 2 Nov 2026 at 10:00, Anna <anna@firm.example> wrote:\n> Hello',
    'On Mon, 2 Nov 2026 at 10:00, Anna Somebody-Longer\n<anna@firm.example> wrote:\n\n> Hello',
    'Am 02.11.2026 um 10:00 schrieb Anna <anna@firm.example>:\n> Hallo',
    'Le lun. 2 nov. 2026 à 10:00, Anna <anna@firm.example> a écrit :\n> Bonjour',
    'El lun, 2 nov 2026 a las 10:00, Anna (<anna@firm.example>) escribió:\n> Hola',
    'Il giorno lun 2 nov 2026 alle ore 10:00 Anna <anna@firm.example> ha scritto:\n> Ciao',
    'Op ma 2 nov 2026 om 10:00 schreef Anna <anna@firm.example>:\n> Hoi',
    '-----Original Message-----\nFrom: Anna <anna@firm.example>\nHello',
    '________________________________\nFrom: Anna <anna@firm.example>\nSent: Monday\nHello',
    'Von: Anna <anna@firm.example>\nGesendet: Montag, 2. November 2026\nHallo',
    '> Hello\n> there',
  ])('ends where the answered mail begins: %s', (quoted) => {
    expect(ownText(`Yes, please.\n\n${quoted}`)).toBe('Yes, please.')
  })
  it('is all of a mail that answers nothing', () => {
    const text = 'On Monday I wrote:\nnothing.\n\nAm I late?'
    expect(ownText(text)).toBe(text)
  })
  it('is found in time that grows with the text alone', () => {
    for (const text of [
      'Op x\nschreef y\n'.repeat(60_000),
      `From: ${'a '.repeat(400_000)}`,
      'On 1 '.repeat(200_000),
      '>'.repeat(900_000),
    ]) {
      const began = performance.now()
      ownText(text)
      readSignature(text)
      expect(performance.now() - began).toBeLessThan(2_000)
    }
  })
})
