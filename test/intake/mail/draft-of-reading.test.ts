import { describe, expect, it } from 'vitest'
import type { FieldReading } from '../../../src-main/contract/index.ts'
import { draftOfReading, leadOfReading } from '../../../src-main/intake/mail/draft-of-reading.ts'
import { HABITS } from './a-mail.ts'

const fields = (values: Record<string, string>): FieldReading[] =>
  Object.entries(values).map(([field, value]) => ({ field, value, confidence: 1, where: 'line 1' }))
const draft = (values: Record<string, string>): ReturnType<typeof draftOfReading> => draftOfReading(fields(values), HABITS)

describe('what was read of a lead', () => {
  it('is cleaned as a row of a file is', () => {
    const values = {
      email: 'Ana <ANA@Example.com>',
      phone: '(206) 555-0188',
      country: 'United States',
      region: 'Washington',
      value: '$5k',
      employees: '10-50',
    }
    expect(draft(values)).toMatchObject({
      name: 'Ana',
      email: 'ana@example.com',
      phone: '+12065550188',
      country: 'US',
      region: 'US-WA',
      value: 5_000,
      currency: 'USD',
      employees: 10,
    })
  })
  it('has its telephone dialled from its own country', () => {
    expect(draft({ phone: '030 901820', country: 'Germany' }).phone).toBe('+4930901820')
    expect(draft({ phone: '206 555 0188' }).phone).toBe('+12065550188')
  })
  it('stands as it was written where it can not be read', () => {
    expect(draft({ phone: 'call the office', email: 'ana at example', country: 'Elsewhere' })).toMatchObject({
      phone: 'call the office',
      email: 'ana at example',
      country: 'Elsewhere',
    })
    expect(leadOfReading(fields({ email: 'ana at example' }), HABITS, 'k')).toMatchObject({
      emailKey: null,
      domainKey: null,
      isFreeMail: false,
    })
  })
  it('keeps under its label what fits no field, whatever the label is called', () => {
    expect(draft({ 'custom.Room count': '3', 'custom.__proto__': 'x' }).custom).toEqual({ 'Room count': '3', '(__proto__)': 'x' })
  })
  it('is empty where a form says so', () => {
    expect(draft({ name: 'Ana', phone: 'n/a', company: '-', message: 'None' })).toMatchObject({
      name: 'Ana',
      phone: null,
      company: null,
    })
  })
  it('was received when its mail was sent, unless it says so itself', () => {
    const sentAt = Date.UTC(2026, 10, 20)
    expect(draftOfReading([], { ...HABITS, sentAt }).receivedAt).toBe(sentAt)
    expect(draftOfReading(fields({ receivedAt: '2026-11-19T10:00:00Z' }), { ...HABITS, sentAt }).receivedAt).toBe(
      Date.UTC(2026, 10, 19, 10),
    )
  })
  it('is new, whatever the mail says of its stage', () => {
    expect(draft({ stage: 'Won' })).toMatchObject({ stage: 'new', custom: { stage: 'Won' } })
  })
  it('two firms on one telephone are told apart by their names', () => {
    expect(leadOfReading(fields({ company: 'Reyes Ltd', phone: '206-555-0188' }), HABITS, 'k')).toMatchObject({
      nameKey: 'reyes ltd',
      phoneKey: '+12065550188',
      rawKind: 'mail',
      raw: null,
      key: 'k',
    })
  })
})
