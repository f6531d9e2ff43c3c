import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emailKey, isFreeMail, isSharedAddress, parseEmail, registrableDomain } from '../../src-main/lib/emails.ts'

describe('an e-mail address', () => {
  it.each([
    ['jane@example.com', 'jane@example.com', null],
    ['  Jane.Doe@Example.COM ', 'jane.doe@example.com', null],
    ['mailto:jane@example.com?subject=hi', 'jane@example.com', null],
    ['Jane Doe <jane@example.com>', 'jane@example.com', 'Jane Doe'],
    ['"Doe, Jane" <jane@example.com>;', 'jane@example.com', 'Doe, Jane'],
    ['<jane@example.com>', 'jane@example.com', null],
    ['jane@example.com.', 'jane@example.com', null],
    ['jane@example.com,', 'jane@example.com', null],
    ["o'brien+x@sub.example.co.uk", "o'brien+x@sub.example.co.uk", null],
    ['john@doe.invalid', 'john@doe.invalid', null],
    ['müller@bücher.de', 'müller@xn--bcher-kva.de', null],
  ])('%j is read', (text, address, name) => {
    expect(parseEmail(text)).toEqual({ address, name })
  })

  it.each([
    'Zsa Zsa.Lipson@mailmail.com',
    'joseph-email.com',
    'a@b',
    '@x.com',
    'a@',
    'a@@b.com',
    'a..b@c.com',
    '.a@c.com',
    'a@c..com',
    'a b@c.com',
    '',
    'none',
    'a@b.c, d@e.f',
    'a@-b.com',
    `${'x'.repeat(65)}@example.com`,
    'a@1.2.3.4',
  ])('%j is none', (text) => {
    expect(parseEmail(text)).toBeNull()
  })

  it('is always a key to itself', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (text) => {
        const read = parseEmail(text)
        fc.pre(read !== null)
        expect(emailKey(emailKey(read.address))).toBe(emailKey(read.address))
      }),
    )
  })

  it('never breaks the reader', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => void parseEmail(text)))
    for (const text of [`${'a'.repeat(100_000)}@`, '<'.repeat(50_000), `a@${'b.'.repeat(50_000)}`, `"${' '.repeat(50_000)}`]) {
      const started = performance.now()
      parseEmail(text)
      expect(performance.now() - started).toBeLessThan(2000)
    }
  })
})

describe('the key of a mailbox (R30)', () => {
  it('drops dots and tags only where the provider does', () => {
    expect(emailKey('J.Doe+shop@gmail.com')).toBe('jdoe@gmail.com')
    expect(emailKey('jdoe@googlemail.com')).toBe('jdoe@gmail.com')
    expect(emailKey('j.doe+shop@outlook.com')).toBe('j.doe@outlook.com')
    expect(emailKey('j.doe+shop@example.com')).toBe('j.doe+shop@example.com')
  })
  it('knows shared addresses', () => {
    expect(['info@x.de', 'sales@x.com', 'Kontakt@x.de', 'jane@x.com'].map(isSharedAddress)).toEqual([true, true, true, false])
  })
})

describe('a domain', () => {
  it('is free when anybody gets a mailbox there', () => {
    expect(['gmail.com', 'GMX.de', 'web.de', 'yahoo.co.uk', 'mailinator.com', 'siemens.com'].map(isFreeMail)).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
    ])
  })
  it('is registrable under a public suffix', () => {
    expect(registrableDomain('https://www.shop.example.co.uk/x')).toBe('example.co.uk')
    expect(registrableDomain('mail.siemens.com')).toBe('siemens.com')
    expect(registrableDomain('127.0.0.1')).toBeNull()
    expect(registrableDomain('word')).toBeNull()
  })
})
