import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LeadDraft, TemplateField, type MailTemplate, type TemplateId } from '../../../src-main/contract/index.ts'
import { emptyDraft } from '../../../src-main/desk/empty-draft.ts'
import { templatesFor } from '../../../src-main/intake/mail/apply-template.ts'
import { learnTemplate } from '../../../src-main/intake/mail/learn-template.ts'
import { aReadMail, draftOf, HABITS, parsed, read } from './a-mail.ts'

const asTemplate = (learned: ReturnType<typeof learnTemplate>, id = 1): MailTemplate => {
  if (learned === null) throw new Error('nothing was learned')
  expect(learned.fields.map((one) => TemplateField.parse(one))).toEqual(learned.fields)
  return { ...learned, id: id as TemplateId, madeAt: id, madeBy: 'anna', uses: 0 }
}
const lead = (given: Partial<LeadDraft>): LeadDraft => ({ ...emptyDraft(), ...given })

const HEADERS = { From: 'Leads <leads@odd-portal.example>', Subject: 'Lead no 4711: Ana Reyes wants a roof' }
const BODY = `Somebody called Ana Reyes filled in our form at 10:14.
They can be reached under 206-555-0188 or by mail (ana@example.com) every day.
Who: Ana Reyes
Wish: a new roof

Their words were
I need forty square metres by May.
This is the end of their words.`

describe('a template', () => {
  const corrected = lead({
    name: 'Ana Reyes',
    email: 'ana@example.com',
    phone: '+12065550188',
    product: 'a new roof',
    message: 'I need forty square metres by May.',
    source: 'Odd Portal',
  })

  it('is learned from one mail that a person corrected: labels, pieces of text, and what is always so', async () => {
    const learned = learnTemplate(await aReadMail(HEADERS, BODY), corrected, HABITS)
    expect(learned).toMatchObject({ sender: 'leads@odd-portal.example', subject: 'Lead no' })
    expect(learned?.fields.map(({ field, from }) => [field, from])).toEqual([
      ['name', 'label'],
      ['email', 'text'],
      ['phone', 'text'],
      ['product', 'label'],
      ['message', 'text'],
      ['source', 'always'],
    ])
  })

  it.each(['They write from ana@example.com.', 'They write from ana@example.com.\n', 'They write from ana@example.com.\nBye'])(
    'takes the full stop behind an address for no end of it: %j',
    async (body) => {
      const template = asTemplate(learnTemplate(await aReadMail(HEADERS, body), lead({ email: 'ana@example.com' }), HABITS))
      const next = await parsed(HEADERS, body.replace('ana@example.com', 'bo.lind@mail.example.org'), { templates: [template] })
      expect(draftOf(next).email).toBe('bo.lind@mail.example.org')
    },
  )

  it('reads the next mail of the sender, before anything else that is known of it', async () => {
    const template = asTemplate(learnTemplate(await aReadMail(HEADERS, BODY), corrected, HABITS))
    const next = BODY.replaceAll('Ana Reyes', 'Bo Lind')
      .replace('206-555-0188', '(312) 555-0177')
      .replace('ana@example.com', 'bo@example.org')
      .replace('a new roof', 'two windows')
      .replace('I need forty square metres by May.', 'Please come on Monday.')
    const found = await parsed({ ...HEADERS, Subject: 'Lead no 4712: Bo Lind wants two windows' }, next, {
      templates: [template],
    })
    expect(found).toMatchObject({ doubt: null, templateId: 1, reading: { parser: 'template' } })
    expect(draftOf(found)).toMatchObject({
      name: 'Bo Lind',
      email: 'bo@example.org',
      phone: '+13125550177',
      product: 'two windows',
      message: 'Please come on Monday.',
      source: 'Odd Portal',
    })
  })

  it('reads nothing of other senders and other subjects', async () => {
    const template = asTemplate(learnTemplate(await aReadMail(HEADERS, BODY), corrected, HABITS))
    const other = await parsed({ ...HEADERS, From: 'x@other.example' }, BODY, { templates: [template] })
    expect(other?.templateId ?? null).toBeNull()
    const subject = await parsed({ ...HEADERS, Subject: 'Your invoice' }, BODY, { templates: [template] })
    expect(subject?.templateId ?? null).toBeNull()
  })

  it('gives way when the sender writes differently: others may know the mail', async () => {
    const template = asTemplate(learnTemplate(await aReadMail(HEADERS, BODY), corrected, HABITS))
    const found = await parsed(HEADERS, 'Name: Bo Lind\nEmail: bo@example.org', { templates: [template] })
    expect(found).toMatchObject({ templateId: null, reading: { parser: 'labels' } })
  })

  it('knows a number by its meaning, and a name by the header it stands in', async () => {
    const headers = { From: 'Bo Lind <post@odd.example>', 'Reply-To': 'bo@example.org' }
    const learned = learnTemplate(
      await aReadMail(headers, 'Ring (0)30 / 90 18 20 today.'),
      lead({ name: 'Bo Lind', email: 'bo@example.org', phone: '+4930901820' }),
      { ...HABITS, country: 'DE' },
    )
    expect(learned?.fields).toMatchObject([
      { field: 'name', from: 'header', header: 'from', part: 'name' },
      { field: 'email', from: 'header', header: 'reply-to', part: 'address' },
      { field: 'phone', from: 'text', before: 'Ring ', after: ' today.' },
    ])
  })

  it('is not learned from what stands nowhere in the mail: a person’s name is not that of the next', async () => {
    const mail = await aReadMail(HEADERS, 'Ring ana@example.com today.')
    const learned = learnTemplate(mail, lead({ name: 'Somebody Else', company: 'Typed Ltd', email: 'ana@example.com' }), HABITS)
    expect(learned?.fields.map(({ field }) => field)).toEqual(['email'])
    expect(learnTemplate(mail, lead({ name: 'Ana', phone: '+12065550188' }), HABITS)).toBeNull()
  })

  it('leaves a masked number and a relay missing', async () => {
    const template = asTemplate(learnTemplate(await aReadMail(HEADERS, BODY), corrected, HABITS))
    const next = BODY.replace('206-555-0188', '206-555-XXXX')
    expect(read(await parsed(HEADERS, next, { templates: [template] }))['phone']).toBeUndefined()
  })

  it('for a subject goes before one for all, and a newer before an older', async () => {
    const mail = await aReadMail(HEADERS, BODY)
    const one = (id: number, subject: string | null): MailTemplate => ({
      id: id as TemplateId,
      sender: 'leads@odd-portal.example',
      subject,
      fields: [],
      madeAt: id,
      madeBy: 'x',
      uses: 0,
    })
    expect(
      templatesFor(mail, [one(1, null), one(2, 'lead'), one(3, 'Lead no'), one(4, null), one(5, 'Other')]).map(({ id }) => id),
    ).toEqual([3, 2, 4, 1])
  })
})

const word = fc.stringMatching(/^[A-Z][a-z]{2,8}$/)
const person = fc.record({
  name: fc.tuple(word, word).map((words) => words.join(' ')),
  email: fc.stringMatching(/^[a-z]{3,10}$/).map((local) => `${local}@mail.example`),
  phone: fc.stringMatching(/^2[0-9]{6}$/).map((digits) => `+1206${digits}`),
  message: fc.array(word, { minLength: 4, maxLength: 9 }).map((words) => `I ${words.join(' ').toLowerCase()}.`),
})
type Person = typeof person extends fc.Arbitrary<infer P> ? P : never
const written = (phone: string): string => `(${phone.slice(2, 5)}) ${phone.slice(5, 8)}-${phone.slice(8)}`

/** How portals lay out a mail: a line for each thing, in an order and manner of their own. */
const layout = fc
  .record({
    lines: fc.shuffledSubarray(['name', 'email', 'phone', 'message'] as const, { minLength: 4 }),
    style: fc.constantFrom('label', 'below', 'sentence'),
    label: fc
      .array(fc.stringMatching(/^[b-df-hj-np-tv-z]{4,9}$/), { minLength: 4, maxLength: 4 })
      .filter((all) => new Set(all).size === 4),
    isInSubject: fc.boolean(),
    hasTime: fc.boolean(),
  })
  .map(({ lines, style, label, isInSubject, hasTime }) => (who: Person) => {
    const value = { ...who, phone: written(who.phone) }
    const body = lines.map((line, index) => {
      const mark = label[index] ?? ''
      if (style === 'label') return `${mark}: ${value[line]}`
      if (style === 'sentence' && hasTime)
        return `At ${10 + (who.name.length % 10)}:15 the ${mark} we were told was <${value[line]}> of ${who.name.length}.`
      return style === 'below' ? `${mark}:\n${value[line]}\n` : `The ${mark} we were told is <${value[line]}> and no other.`
    })
    return {
      headers: { From: 'x@portal.example', Subject: isInSubject ? `Fresh lead ${who.name} for you` : 'Fresh lead' },
      body: ['Good morning, a lead for you.', '', ...body, '', 'Yours, the portal'].join('\n'),
    }
  })

it('learned from one mail, a template reads every mail of the same layout', async () => {
  await fc.assert(
    fc.asyncProperty(layout, person, fc.array(person, { minLength: 1, maxLength: 3 }), async (mailOf, first, others) => {
      const one = mailOf(first)
      const learned = learnTemplate(await aReadMail(one.headers, one.body), lead(first), HABITS)
      const template = asTemplate(learned)
      for (const who of [first, ...others]) {
        const mail = mailOf(who)
        const found = await parsed(mail.headers, mail.body, { templates: [template] })
        expect(found?.templateId).toBe(1)
        expect(draftOf(found)).toMatchObject(who)
      }
    }),
    { numRuns: Number(process.env['LEAD_DESK_SEQUENCES'] ?? 60) },
  )
})
