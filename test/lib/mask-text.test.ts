import { describe, expect, it } from 'vitest'
import { maskContacts, NameMask } from '../../src-main/lib/mask-text.ts'

describe('a text without contacts', () => {
  it.each([
    ['mia.berg+leads@firm.example wrote', '[e-mail] wrote'],
    ['<ada@exämple.org>,"bo@b.example"', '<[e-mail]>,"[e-mail]"'],
    ['call +49 (30) 901820-0 or 030/1234567', 'call [number] or [number]'],
    ['GET https://a.example/x?token=1#y failed', 'GET https://a.example/x?[…] failed'],
    ['imaps://mia:geheim@imap.example/', 'imaps://[…]@imap.example/'],
    ['at /home/mia/desk/a.js and C:\\Users\\Mia Berg\\x', 'at /home/[user]/desk/a.js and C:\\Users\\[user]\\x'],
    ['file:///Users/mia/Lead%20Desk', 'file:///Users/[user]/Lead%20Desk'],
    ['on 2026-11-22 in line 120:15, version 10.1.2', 'on 2026-11-22 in line 120:15, version 10.1.2'],
  ])('%s', (text, masked) => {
    expect(maskContacts(text)).toBe(masked)
  })

  it('is made in time that grows with its length, whatever it is', () => {
    const long = 200_000
    const hostile = ['a', '@', '1', '1 ', '/home/', 'https:', 'https://a?', '(1', '+1.', 'a@a', '\\Users\\'].map((piece) =>
      piece.repeat(long / piece.length),
    )
    const began = performance.now()
    for (const text of hostile) maskContacts(text)
    expect(performance.now() - began).toBeLessThan(4_000)
  })
})

describe('names', () => {
  const mask = (names: string[], text: string, withSingles = true): string => {
    const masks = new NameMask()
    for (const name of names) masks.add(name, () => true)
    return masks.mask(text, withSingles)
  }
  it('are blotted out whatever stands between their words, the longest first', () => {
    expect(mask(['Ada Novak'], 'row of ADA  Novak-Berg')).toBe('row of [name]-Berg')
    expect(mask(['Ada', 'Ada Novak'], 'Ada Novak, Ada')).toBe('[name], [name]')
    expect(mask(['Žofia Čech'], 'for žofia čech.')).toBe('for [name].')
    expect(mask(['Ada Novak'], 'Adam Novak')).toBe('Adam Novak')
  })
  it('of one word are looked for only where the program does not speak itself', () => {
    expect(mask(['Error'], 'Error in Error', false)).toBe('Error in Error')
    expect(mask(['Acme'], 'Acme', true)).toBe('[name]')
  })
  it('are kept only when all their words occur', () => {
    const masks = new NameMask()
    masks.add('Ada Novak', (word) => word === 'ada')
    expect(masks.mask('ada novak', true)).toBe('ada novak')
  })
})
