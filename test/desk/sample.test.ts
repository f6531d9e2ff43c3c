import { expect, it } from 'vitest'
import { type LeadFilter, REPORTS, type ReportName } from '../../src-main/contract/index.ts'
import { addRep } from '../../src-main/desk/change-reps.ts'
import { leaveSample } from '../../src-main/desk/leave-sample.ts'
import { loadSample } from '../../src-main/desk/load-sample.ts'
import { readSample, type Sample } from '../../src-main/desk/sample/read-sample.ts'
import { aProfile, MINUTE, openTestDesk } from '../helpers/open-test-desk.ts'

const actor = 'manager'
const DAY = 24 * 60 * MINUTE
/** The one each report is opened for. */
const MAIN: Record<ReportName, string> = {
  overview: 'speedP50',
  speed: 'speedP95',
  offers: 'acceptanceRate',
  leakage: 'leakRate',
  conversion: 'velocity',
  fairness: 'jain',
  intake: 'duplicateRate',
  availability: 'availableShare',
}

it('the sample is a whole desk at work, in the order of time, and every report has something to say', async () => {
  const test = await openTestDesk()
  await loadSample(test.desk, { actor, language: 'en' })
  const { store } = test.desk
  const now = test.clock.now()
  const { counts, reps } = await store.snapshot(now)
  expect(counts).toMatchObject({ waiting: 6, offered: 5, assigned: 227, review: 2 })
  expect(reps.map(({ name, role, team, availability }) => [name, role, team, availability])).toEqual([
    ['Mia Berg', 'rep', 'Enterprise', 'available'],
    ['Tom Hart', 'rep', 'Enterprise', 'away'],
    ['Ada Lind', 'rep', 'Inside Sales', 'available'],
    ['Leo Marsh', 'rep', 'Inside Sales', 'busy'],
    ['Noor Haddad', 'rep', 'Inside Sales', 'available'],
    ['Jonas Weber', 'manager', 'Inside Sales', 'available'],
  ])
  expect(reps.filter(({ isPaused }) => isPaused)).toEqual([])

  const leadsOf = async (filter: LeadFilter) => (await store.leadPage(filter, 'newest', null, 500)).leads
  const offered = await leadsOf({ status: ['offered'] })
  expect(Math.min(...offered.map(({ dueAt }) => dueAt ?? 0))).toBeGreaterThan(now + 60 * MINUTE)
  expect(new Set(offered.map(({ dueAt }) => dueAt)).size).toBe(offered.length)
  const everything = await leadsOf({})
  expect(new Set(everything.map(({ grade }) => grade))).toEqual(new Set(['hot', 'warm', 'cold']))
  expect(new Set(everything.map(({ waitCode }) => waitCode))).toEqual(new Set([null, 'held-by-rule', 'nobody-eligible']))
  expect((await leadsOf({ due: 'overdue' })).length).toBeGreaterThan(3)
  expect((await store.possibleDuplicates(null, 10)).pairs.length).toBeGreaterThan(0)
  expect(await store.suspicions(now - 30 * DAY, now)).toMatchObject([{ kind: 'same-phone', leads: 4 }])
  const views = await store.views()
  expect(views.map(({ name }) => name)).toEqual(['Hot and waiting', 'My team’s overdue'])
  for (const { filter } of views) expect((await leadsOf(filter)).length).toBeGreaterThan(0)

  for (const name of REPORTS) {
    const { figures, tables } = await store.report(name, now - 30 * DAY, now, now)
    const main = figures.find(({ id }) => id === MAIN[name])
    expect({ name, value: main?.value }).toEqual({ name, value: expect.any(Number) })
    expect(tables.filter(({ rows }) => rows.length > 0).length, name).toBeGreaterThan(0)
  }
  const { tables } = await store.report('conversion', now - 30 * DAY, now, now)
  const ofSources = tables.find(({ id }) => id === 'conversionBySource')?.rows ?? []
  expect(ofSources.length).toBeGreaterThan(3)
  for (const { key, cells } of ofSources)
    expect({ key, qualified: cells[1]?.value }).toEqual({ key, qualified: expect.any(Number) })

  const changes = await store.changesAfter(0 as never, 100_000, now)
  const times = (changes?.events ?? []).slice(1).map(({ at }) => at)
  expect(times.length).toBeGreaterThan(1_000)
  expect(times).toEqual(times.toSorted((one, other) => one - other))
  // Then the desk goes on by itself: Tom comes back from his customer.
  expect(await store.nextDueAt(now)).toBeGreaterThan(now)
  test.clock.moveBy(60 * MINUTE)
  await test.desk.drain()
  expect((await store.snapshot(test.clock.now())).counts.waiting).toBeLessThan(counts.waiting)
})

it('the sample in German is the same one, with nothing of its people and rules left in English', async () => {
  const [english, german] = [await readSample('en'), await readSample('de')]
  const numbers = ({ leads, reps, presence, mails }: Sample) => ({
    leads: leads.map(({ email, minutesAgo, value, did }) => [email, minutesAgo, value, did.map((deed) => [deed.after, deed.do])]),
    reps: reps.map(({ email, languages, territories }) => [email, languages, territories]),
    presence: presence.map(({ rep, minutesAgo, to, minutes }) => [rep, minutesAgo, to, minutes]),
    mails: mails.map(({ from, minutesAgo }) => [from, minutesAgo]),
  })
  expect(numbers(german)).toEqual(numbers(english))

  const written = ({ leads, presence, mails }: Sample): string[] =>
    [
      ...leads.flatMap(({ message, title, did }) => [message, title, ...did.map((deed) => deed.text)]),
      ...presence.map(({ reason }) => reason),
      ...mails.flatMap(({ subject, text }) => [subject, text]),
    ].filter((text) => typeof text === 'string')
  const said = new Set(written(german))
  expect(written(english).filter((text) => said.has(text))).toEqual([])
  // What the rules look for is what leads now say, and the teams they name are there.
  const rules = JSON.stringify(german.rules)
  for (const { team } of german.reps) expect(rules).toContain(`"${team}"`)
  for (const word of ['Bewerbung', 'Presseanfrage']) {
    expect(rules).toContain(`"${word}"`)
    expect(german.leads.some(({ message }) => message?.includes(word) === true)).toBe(true)
  }
  const sources = new Set(german.leads.map(({ source }) => source))
  for (const source of ['Empfehlung', 'Demo-Anfrage', 'Webformular']) {
    expect(rules).toContain(`"${source}"`)
    expect(sources.has(source)).toBe(true)
  }
})

it('the sample is left for a new desk when it next opens, and is kept; not when anything else is on the desk', async () => {
  const test = await openTestDesk()
  await expect(leaveSample(test.desk)).rejects.toMatchObject({ code: 'bad-input' })
  await addRep(test.desk, { profile: aProfile('Mia', { email: 'mia@sample.example' }), actor })
  const { kept } = await leaveSample(test.desk)
  await addRep(test.desk, { profile: aProfile('Ann'), actor })
  await expect(leaveSample(test.desk)).rejects.toMatchObject({ code: 'bad-input' })
  await test.restart()
  expect((await test.desk.store.snapshot(test.clock.now())).isNew).toBe(true)
  expect(await test.desk.store.checkBackup(kept, 'kept')).toMatchObject({ reps: 2 })
})

it('the sample is refused by a desk that has somebody', async () => {
  const test = await openTestDesk()
  await addRep(test.desk, { profile: aProfile('Ann'), actor })
  await expect(loadSample(test.desk, { actor, language: 'en' })).rejects.toMatchObject({ code: 'bad-input' })
  expect(await test.desk.store.reps(test.clock.now())).toHaveLength(1)
})
