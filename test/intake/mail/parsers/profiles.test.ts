import { describe, expect, it } from 'vitest'
import { draftOf, fieldIn, parsed, read } from '../a-mail.ts'

describe('Realtor.com', () => {
  const from = { From: 'leads@email.realtor.com' }
  const body = `First Name: Rebecca
Last Name: Marsh
Email Address: rebecca.marsh@example.com
Phone Number: 206-555-0188

Comment:
I would like to see 4 Alder Ct, Kent, WA 98030.

This consumer inquired about:

Property Address:
4 Alder Ct
Kent, WA 98030
MLSID # 2200417
`
  it('in lines: the comment ends where the house begins, and the house is what they want', async () => {
    const found = await parsed({ ...from, Subject: 'New realtor.com lead - Rebecca Marsh' }, body)
    expect(found).toMatchObject({ doubt: null, reading: { parser: 'realtor', version: 1, language: 'en' } })
    expect(draftOf(found)).toMatchObject({
      name: 'Rebecca Marsh',
      firstName: 'Rebecca',
      email: 'rebecca.marsh@example.com',
      phone: '+12065550188',
      message: 'I would like to see 4 Alder Ct, Kent, WA 98030.',
      address: null,
    })
    expect(read(found)['product']).toContain('4 Alder Ct\nKent, WA 98030')
  })
  it('in the subject: the full stop is not the address’s, and the person is no property', async () => {
    const found = await parsed(
      { From: 'no-reply@realtorpro.io', Subject: 'New inquiry: Owen Marsh 206-555-0188 owen.marsh@example.com.' },
      'Open the app.',
    )
    expect(found?.doubt).toBeNull()
    expect(read(found)).toEqual({ name: 'Owen Marsh', phone: '206-555-0188', email: 'owen.marsh@example.com' })
  })
  it('in the subject without a number', async () => {
    const found = await parsed(
      { From: 'no-reply@realtorpro.io', Subject: 'New inquiry: Owen Marsh owen.marsh@example.com.' },
      'x',
    )
    expect(read(found)).toEqual({ name: 'Owen Marsh', email: 'owen.marsh@example.com' })
  })
  it('a text reply is no lead', async () => {
    const found = await parsed({ ...from, Subject: 'New text reply from Owen Marsh' }, 'Yes, at noon.')
    expect(found).toMatchObject({ doubt: 'reply', reading: { leads: [] } })
  })
  it('is not who writes its name into a body', async () => {
    const found = await parsed(
      { From: 'form@site.example', Subject: 'New realtor.com lead - Rebecca Marsh' },
      `realtor.com\n${body}`,
    )
    expect(found?.reading.parser).toBe('labels')
  })
  it('is not a domain that ends alike', async () => {
    const found = await parsed({ From: 'x@notrealtor.com', Subject: 'New realtor.com lead - Rebecca Marsh' }, body)
    expect(found?.reading.parser).toBe('labels')
  })
})

describe('Zillow', () => {
  const headers = {
    From: '"Lena Ortiz" <a1b2c3@convo.zillow.com>',
    Subject: 'Lena Ortiz is requesting information about 19 Birch St #2, Dayton, OH, 45402',
  }
  const body = `Lena Ortiz says: I would like to schedule a tour.
On a weekday if that is possible.

Move in: Jul 01, 2026
Credit score: 660 to 719
Income: $61000
Pets: 1 cat
`
  it('the relay is nobody’s address; it is kept to answer to, and a person looks', async () => {
    const found = await parsed(headers, body)
    expect(found).toMatchObject({ doubt: 'no-contact', reading: { parser: 'zillow', language: 'en' } })
    expect(read(found)).toEqual({
      name: 'Lena Ortiz',
      product: '19 Birch St #2, Dayton, OH, 45402',
      message: 'I would like to schedule a tour.\nOn a weekday if that is possible.',
      'custom.reply to': 'a1b2c3@convo.zillow.com',
      'custom.Move in': 'Jul 01, 2026',
      'custom.Credit score': '660 to 719',
      'custom.Income': '$61000',
      'custom.Pets': '1 cat',
    })
  })
  it('with an address or a number of their own it is a lead', async () => {
    const found = await parsed(headers, `${body}Phone: 937-555-0123\nEmail: lena@example.org\n`)
    expect(found?.doubt).toBeNull()
    expect(read(found)).toMatchObject({ phone: '937-555-0123', email: 'lena@example.org' })
  })
  it('an answer in the same conversation is looked at', async () => {
    const found = await parsed({ ...headers, Subject: `Re: ${headers.Subject}` }, body)
    expect(found?.doubt).toBe('no-contact')
    expect(fieldIn(found, 'product')?.confidence).toBeLessThan(0.7)
  })
})

describe('an aggregator that passes leads on', () => {
  const from = { From: 'Follow Up Boss <notifications@followupboss.com>' }
  it('names person, portal, house and price in the subject', async () => {
    const subject = 'Lead alert for Theo Banks from Sample Portal interested in 88 Merry Ln ($450,000)'
    const found = await parsed({ ...from, Subject: subject }, 'Theo Banks\nEmail: theo@example.com\nPhone: 619-555-0160\n')
    expect(found?.doubt).toBeNull()
    expect(draftOf(found)).toMatchObject({
      name: 'Theo Banks',
      source: 'Sample Portal',
      product: '88 Merry Ln',
      value: 450_000,
      currency: 'USD',
      email: 'theo@example.com',
      phone: '+16195550160',
    })
  })
  it.each(['Your Hot Sheet for Monday', 'Weekly production report'])('"%s" is a digest', async (subject) => {
    const found = await parsed({ ...from, Subject: subject }, 'Name: Theo Banks\nEmail: theo@example.com')
    expect(found).toMatchObject({ doubt: 'digest', reading: { leads: [] } })
  })
})
