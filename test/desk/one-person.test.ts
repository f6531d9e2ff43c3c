import fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'
import { FormSettings, type LeadId, MailImportOptions, type RepId } from '../../src-main/contract/index.ts'
import { setStage } from '../../src-main/desk/set-stage.ts'
import type { Intake } from '../../src-main/intake/open-intake.ts'
import { addReps, aProfile, DAY, HOUR, openTestDesk, openTestIntake, publish, type TestDesk } from '../helpers/open-test-desk.ts'
import { aFile, importText } from '../intake/import-desk.ts'

/** How many sequences; a nightly run sets more. */
const RUNS = Math.ceil(Number(process.env.LEAD_DESK_SEQUENCES ?? 500) / 20)
const WINDOW = 90 * DAY

const nth = fc.nat({ max: 9 })
const arrival = fc.record({
  do: fc.constant('arrive' as const),
  person: fc.nat({ max: 3 }),
  by: fc.constantFrom('file', 'form', 'mail' as const),
  email: fc.constantFrom('own', 'own', 'shared', 'none' as const),
  phone: fc.constantFrom('own', 'household', 'none' as const),
  isNamed: fc.boolean(),
  spelling: nth,
})
const step = fc.oneof(
  { weight: 8, arbitrary: arrival },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 100 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), lead: nth }) },
)
type Arrival = typeof arrival extends fc.Arbitrary<infer A> ? A : never

/** A lead as R30 read word for word would have it. Its keys are those of its first arrival. */
interface Modelled {
  id: LeadId
  email: string | null
  phone: string | null
  name: string | null
  seenAt: number
  isOpen: boolean
  touches: number
  mayDouble: LeadId | null
}

it('R30: the same person by file, form and mail is one open lead, whatever the spelling, and a shared address is nobody', async () => {
  const test = await openTestDesk()
  const [owner] = await addReps(test, aProfile('Ann'))
  await publish(test)
  const intake = await openTestIntake(test)
  onTestFinished(() => intake.close())
  const settings = FormSettings.parse({ name: 'Website', path: 'website', perMinute: 10_000 })
  const { key } = await intake.forms.save({ settings, actor: 'test' })
  let run = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 14 }), async (steps) => {
      // Everybody is new in every run: one desk serves them all.
      run++
      const leads: Modelled[] = []
      const before = (await test.desk.store.snapshot(test.clock.now())).sources.reduce((sum, source) => sum + source.leads, 0)
      for (const [index, one] of steps.entries()) {
        test.clock.moveBy(one.do === 'wait' ? one.days * DAY : HOUR)
        if (one.do === 'close') await close(test, leads[one.lead % Math.max(1, leads.length)])
        if (one.do !== 'arrive') continue
        const now = test.clock.now()
        const who = keysOf(run, one)
        if (who.email === null && who.phone === null) continue
        const met = meet(leads, who, now)
        const outcome = await send({ test, intake, key: key ?? '' }, one, spelt(run, one), `${run}-${index}`)
        expect([index, outcome]).toEqual([index, met.same === null ? 'added' : 'matched'])
        if (met.same !== null) {
          met.same.touches++
          met.same.seenAt = now
          // It is known by what it had not had, from now on.
          met.same.email ??= who.email
          met.same.phone ??= who.phone
          met.same.name ??= who.name
          continue
        }
        const { email, phone, name } = who
        const id = (before + leads.length + 1) as LeadId
        leads.push({ id, email, phone, name, mayDouble: met.mayDouble, seenAt: now, isOpen: true, touches: 0 })
      }
      await check(test, leads, owner)
    }),
    { numRuns: RUNS },
  )
}, 600_000)

interface Keys {
  email: string | null
  isShared: boolean
  phone: string | null
  name: string | null
}

const NAMES = ['Ann Ödegård', 'Bob Stone', 'Cem Yılmaz', 'Dora Lang']

function keysOf(run: number, { person, email, phone, isNamed }: Arrival): Keys {
  return {
    email: email === 'none' ? null : email === 'shared' ? `info@firm${run}.example` : `person${person}of${run}@gmail.com`,
    isShared: email === 'shared',
    phone: phone === 'none' ? null : phoneOf(run, phone === 'own' ? person : 4),
    name: isNamed ? NAMES[person]! : null,
  }
}
const phoneOf = (run: number, whose: number): string => `+4930${2_000_000 + run * 5 + whose}`

/** The same keys as people write them. */
function spelt(run: number, one: Arrival): { name: string; email: string; phone: string } {
  const { email, phone, name } = keysOf(run, one)
  const own = `person${one.person}of${run}`
  const emails = [
    `${own}@gmail.com`,
    `${own.toUpperCase()}@Gmail.com`,
    `per.son${one.person}.of${run}@googlemail.com`,
    `${own}+ad@gmail.com`,
  ]
  const tail = phone?.slice(5) ?? ''
  const phones = [
    `+4930${tail}`,
    `030 ${tail.slice(0, 3)} ${tail.slice(3)}`,
    `0049 30/${tail}`,
    `(030) ${tail}`,
    `+49 (0)30 ${tail}`,
  ]
  const pick = (list: readonly string[]): string => list[one.spelling % list.length]!
  return {
    name: name === null ? '' : pick([name, name.toUpperCase(), ` ${name} `]),
    email: email === null ? '' : one.email === 'own' ? pick(emails) : pick([email, email.toUpperCase()]),
    phone: phone === null ? '' : pick(phones),
  }
}

/** R30, slowly: whom a newcomer is, and else whom it may be. */
function meet(leads: readonly Modelled[], who: Keys, now: number): { same: Modelled | null; mayDouble: LeadId | null } {
  const alive = leads.filter(({ isOpen, seenAt }) => isOpen && seenAt >= now - WINDOW).toReversed()
  const byEmail = alive.filter(({ email }) => email !== null && email === who.email)
  if (!who.isShared && byEmail[0] !== undefined) return { same: byEmail[0], mayDouble: null }
  const byPhone = alive.filter(({ phone }) => phone !== null && phone === who.phone)
  const isOneName = (lead: Modelled): boolean => lead.name === null || who.name === null || lead.name === who.name
  const same = byPhone.find(isOneName) ?? null
  return { same, mayDouble: (byEmail[0] ?? byPhone[0])?.id ?? null }
}

async function close(test: TestDesk, lead: Modelled | undefined): Promise<void> {
  if (lead === undefined) return
  await setStage(test.desk, { leadIds: [lead.id], stage: 'lost', actor: 'manager' })
  lead.isOpen = false
}

interface Ways {
  test: TestDesk
  intake: Intake
  key: string
}

async function send(
  { test, intake, key }: Ways,
  { by }: Arrival,
  { name, email, phone }: ReturnType<typeof spelt>,
  mark: string,
) {
  if (by === 'form') {
    const head = { path: 'website', origin: null, address: '127.0.0.1', userAgent: null, key, idempotencyKey: null }
    const body = Buffer.from(JSON.stringify({ name, email, phone }))
    return (await intake.forms.post({ ...head, contentType: 'application/json' }, async () => body)).outcome
  }
  if (by === 'file') {
    const row = `${name},${email},"${phone}"\n`
    // The row stands in the file twice: the same thing is no second touch (R31).
    const report = await importText(test, `Name,E-Mail,Phone\n${row}${row}`, { name: `${mark}.csv` })
    expect(report).toMatchObject({ rows: 2, leftOut: 0, review: 0, ignored: 0 })
    expect(report.added + report.matched).toBe(2)
    return report.added === 1 ? 'added' : 'matched'
  }
  const lines = [`Name: ${name}`, `Email: ${email}`, `Phone: ${phone}`, `Message: I would like an offer, ${mark}.`]
  const head = ['From: "Website" <form@shop.example>', 'To: sales@desk.example', `Subject: Contact request ${mark}`]
  const more = [`Message-ID: <${mark}@shop.example>`, 'Content-Type: text/plain; charset=utf-8', '']
  const file = aFile([...head, ...more, ...lines.filter((line) => !line.endsWith(': ')), ''].join('\r\n'), `${mark}.eml`)
  const report = await intake.importMails({ file, options: MailImportOptions.parse({ takes: 'people' }), actor: 'test' })
  expect(report).toMatchObject({ rows: 1, leftOut: 0, review: 0, ignored: 0 })
  return report.added === 1 ? 'added' : 'matched'
}

/** Every touch is told to the owner, on the lead it is of. */
async function check({ desk }: TestDesk, leads: readonly Modelled[], owner: RepId | undefined): Promise<void> {
  const found = await Promise.all(
    leads.map(async ({ id }) => {
      const { card, timeline } = await desk.store.leadDetail(id)
      const touches = timeline.filter(({ type, data }) => type === 'lead-matched' && data['repId'] === owner).length
      return { id, touches, mayDouble: card.possibleDuplicateOf }
    }),
  )
  expect(found).toEqual(leads.map(({ id, touches, mayDouble }) => ({ id, touches, mayDouble })))
}
