import { expect, it } from 'vitest'
import { fieldIn, parsed, read } from '../a-mail.ts'

const mail = (tags: string): string =>
  `<html><head>${tags}</head><body><p>Name: somebody the page talks of</p><p>Email: page@example.org</p></body></html>`

const TAGS = `<meta name="lead_information_version" content="1.0" />
  <meta name="lead_source" content="Sample Homes"/><meta name='lead_type' content="Buyer">
  <meta name="lead_name" content="Tom &amp; Priya Nolan" /><META NAME="lead_email" CONTENT="priya.nolan@example.org">
  <meta name="lead_phone" content="415-555-0117"><meta name="lead_property_address" content="4 Alder Ct">
  <meta name="lead_property_city" content="Kent"><meta name="lead_message" content="May I see it on Sunday afternoon?">`

it('meta tags are read before everything a person sees', async () => {
  const found = await parsed({}, mail(TAGS), { type: 'text/html' })
  expect(found).toMatchObject({ doubt: null, reading: { parser: 'meta-tags', language: 'en' } })
  expect(read(found)).toEqual({
    source: 'Sample Homes',
    'custom.type': 'Buyer',
    name: 'Tom & Priya Nolan',
    email: 'priya.nolan@example.org',
    phone: '415-555-0117',
    product: '4 Alder Ct',
    'custom.property city': 'Kent',
    message: 'May I see it on Sunday afternoon?',
  })
  expect(fieldIn(found, 'email')).toMatchObject({ confidence: 1, where: 'meta tag lead_email' })
})

it('a lead of meta tags that cannot be reached waits for a person; "N/A" is no number and a relay no address', async () => {
  const tags = `<meta name="lead_name" content="Priya"><meta name="lead_phone" content="N/A"><meta name="lead_email" content="a1@convo.zillow.com">`
  const found = await parsed({}, mail(tags), { type: 'text/html' })
  expect(found?.doubt).toBe('no-contact')
  expect(read(found)).toEqual({ name: 'Priya' })
})

it('other meta tags are those of any page', async () => {
  const found = await parsed({}, mail('<meta name="viewport" content="lead_name">'), { type: 'text/html' })
  expect(found?.reading.parser).toBe('labels')
})
