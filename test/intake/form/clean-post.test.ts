import { describe, expect, test } from 'vitest'
import { DeskError, type LeadDraft } from '../../../src-main/contract/index.ts'
import { cleanPost, hashOfFields } from '../../../src-main/intake/form/clean-post.ts'

const NOW = Date.parse('2026-11-21T13:00:00Z')
const HABITS = { country: 'DE', timeZone: 'Europe/Berlin', now: NOW }
const fieldsOf = (entries: readonly [string, string][]) => entries.map(([name, text]) => ({ name, text }))

/** What is not empty of the draft. */
function draftOf(...entries: [string, string][]): Partial<LeadDraft> {
  const { draft } = cleanPost(fieldsOf(entries), HABITS)
  const isFilled = ([key, value]: [string, unknown]): boolean =>
    value !== null && !(key === 'stage' && value === 'new') && !(typeof value === 'object' && Object.keys(value).length === 0)
  return Object.fromEntries(Object.entries(draft).filter(isFilled))
}

function refusal(...entries: [string, string][]): unknown {
  try {
    cleanPost(fieldsOf(entries), HABITS)
  } catch (error) {
    return error instanceof DeskError ? (error as DeskError).data : error
  }
  throw new Error('it was not refused')
}

describe('the fields of a post', () => {
  test.each<[string, [string, string][]]>([
    [
      'of a plain form',
      [
        ['name', 'Ada Lovelace'],
        ['email', 'Ada@Example.org'],
        ['phone', '030 1234567'],
      ],
    ],
    [
      'in other words and languages',
      [
        ['vollständiger Name', 'Ada Lovelace'],
        ['E-Mail-Adresse', 'Ada@Example.org'],
        ['Telefonnummer', '030 1234567'],
      ],
    ],
    [
      'of a page builder',
      [
        ['form_fields[name]', 'Ada Lovelace'],
        ['form_fields[email]', 'Ada@Example.org'],
        ['form_fields[phone]', '030 1234567'],
      ],
    ],
    [
      'wrapped by a service',
      [
        ['payload.name', 'Ada Lovelace'],
        ['payload.data.Email', 'Ada@Example.org'],
        ['payload.data.Phone', '030 1234567'],
      ],
    ],
    [
      'in halves',
      [
        ['contact.firstName', 'Ada'],
        ['contact.lastName', 'Lovelace'],
        ['contact.email', 'Ada@Example.org'],
        ['contact.phone', '030 1234567'],
      ],
    ],
    [
      'of a list of one',
      [
        ['contacts.1.email', 'Ada@Example.org'],
        ['lead.name', 'Ada Lovelace'],
        ['your-phone', '030 1234567'],
      ],
    ],
  ])('are a lead: %s', (_, entries) => {
    expect(draftOf(...entries)).toMatchObject({ name: 'Ada Lovelace', email: 'ada@example.org', phone: '+49301234567' })
  })

  test('that fit nothing stay under their own names', () => {
    const entries: [string, string][] = [
      ['email', 'ada@example.org'],
      ['consent', 'yes'],
      ['utm_source', 'newsletter'],
      ['utm_campaign', 'autumn'],
      ['Which roof?', 'flat'],
      ['shipping.city', 'Bonn'],
      ['billing.city', 'Köln'],
      ['form.meta.name', 'Contact form 3'],
      ['toString', 'x'],
    ]
    expect(draftOf(...entries)).toEqual({
      email: 'ada@example.org',
      source: 'newsletter',
      city: 'Bonn',
      custom: {
        consent: 'yes',
        utm_campaign: 'autumn',
        'Which roof?': 'flat',
        'billing.city': 'Köln',
        'form.meta.name': 'Contact form 3',
        toString: 'x',
      },
    })
  })

  test('whose name no object can bear are kept under one that it can', () => {
    const { custom } = draftOf(['email', 'ada@example.org'], ['__proto__', 'x'], ['', 'nameless'])
    expect(Object.entries(custom ?? {})).toEqual([
      ['(__proto__)', 'x'],
      ['field', 'nameless'],
    ])
  })

  test('of one name are one field', () => {
    const draft = draftOf(
      ['email', 'ada@example.org'],
      ['roof[]', 'flat'],
      ['roof[]', 'green'],
      ['roof[]', 'flat'],
      ['roof[]', ''],
    )
    expect(draft.custom).toEqual({ roof: 'flat, green' })
  })

  test('are cleaned, and kept as written where they can not be read', () => {
    const draft = draftOf(
      ['company.name', 'Acme GmbH'],
      ['website', 'https://acme.example'],
      ['country', 'Germany'],
      ['state', 'Bavaria'],
      ['employees', '1.200'],
      ['budget', 'a lot'],
      ['phone', 'ask for Ada'],
      ['tags', 'roof, loft'],
      ['language', 'Deutsch'],
    )
    expect(draft).toEqual({
      company: 'Acme GmbH',
      website: 'https://acme.example',
      country: 'DE',
      region: 'DE-BY',
      employees: 1200,
      phone: 'ask for Ada',
      tags: ['roof', 'loft'],
      language: 'de',
      custom: { budget: 'a lot' },
    })
  })

  test('may say when the lead arrived first, and a wished day is not that', () => {
    expect(draftOf(['email', 'a@example.org'], ['created_at', '2026-11-20T08:00:00Z']).receivedAt).toBe(
      Date.parse('2026-11-20T08:00:00Z'),
    )
    const wished = draftOf(['email', 'a@example.org'], ['date', '2026-11-22'], ['booking.Datum', '01.02.2020'])
    expect(wished).toMatchObject({ custom: { date: '2026-11-22', 'booking.Datum': '01.02.2020' } })
    expect(wished.receivedAt).toBeUndefined()
  })

  test('can not win a lead: its stage is kept as written', () => {
    expect(draftOf(['email', 'a@example.org'], ['status', 'Closed Won'])).toEqual({
      email: 'a@example.org',
      custom: { status: 'Closed Won' },
    })
    expect(
      cleanPost(
        fieldsOf([
          ['email', 'a@example.org'],
          ['stage', 'won'],
        ]),
        HABITS,
      ).draft.stage,
    ).toBe('new')
  })

  test('are kept as they came, without the form around them', () => {
    const lead = cleanPost(
      fieldsOf([
        ['email', 'ada@example.org'],
        ['_gotcha', ''],
      ]),
      HABITS,
    )
    expect(lead).toMatchObject({
      raw: '{"email":"ada@example.org"}',
      rawKind: 'form',
      line: null,
      owner: null,
      emailKey: 'ada@example.org',
    })
  })
})

describe('a post that reaches nobody is refused with field and reason', () => {
  test.each<[[string, string][], string, string]>([
    [[], 'email', 'is needed'],
    [[['email', '  ']], 'email', 'is needed'],
    [
      [
        ['name', 'Ada'],
        ['company', 'Acme'],
      ],
      'email',
      'is needed',
    ],
    [[['email', 'not an address']], 'email', '"not an address" is no e-mail address'],
    [[['phone', 'none of yours']], 'phone', '"none of yours" is no telephone number'],
    [
      [
        ['email', 'ada@example.org'],
        ['_gotcha', 'http://spam.example'],
      ],
      '_gotcha',
      'robots',
    ],
  ])('%j', (entries, field, reason) => {
    expect(refusal(...entries)).toEqual({ field, reason: expect.stringContaining(reason) })
  })
})

test('two bodies are the same when their fields are, in whatever order', () => {
  const hash = (...entries: [string, string][]): string => hashOfFields(fieldsOf(entries))
  expect(hash(['a', '1'], ['b', '2'])).toBe(hash(['b', '2'], ['a', '1']))
  expect(hash(['a', '1'], ['b', '2'])).not.toBe(hash(['a', '12'], ['b', '']))
  expect(hash(['a', '1'])).not.toBe(hash(['a', '1'], ['a', '1']))
})
