import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { errorOf, filledDesk, jsonLines, run, type Ran } from './run-desk.ts'

vi.setConfig({ testTimeout: 90_000 })

/** All leads are offered to Tom, then to Mia; who takes one must speak to them within the hour. */
const OFFERS = JSON.stringify({
  version: 1,
  rules: [
    {
      name: 'Everyone',
      then: {
        to: 'pool',
        pool: { team: 'Sales' },
        by: 'weighted',
        acceptWithinMinutes: 10,
        contactWithinMinutes: 60,
        remindMinutesBefore: 15,
      },
    },
  ],
})
const DAY = 86_400_000
const json = (ran: Ran): Record<string, unknown> => {
  expect([ran.code, ran.stderr]).toEqual([0, ''])
  return JSON.parse(ran.stdout) as Record<string, unknown>
}

/** Who each lead is offered to. */
async function offered(data: string): Promise<Map<number, string>> {
  const listed = jsonLines((await run(['leads', 'list', '--status', 'offered', '--data', data, '--json'])).stdout)
  return new Map((listed as { id: number; offeredTo: string[] }[]).map(({ id, offeredTo }) => [id, offeredTo[0]!]))
}

describe('clocks run on virtual time', () => {
  test('R20, R21 an offer nobody takes goes on and then waits; a contact not made is reminded of and marked', async () => {
    const { data } = await filledDesk(OFFERS)
    const taker = (await offered(data)).get(1)!
    expect(json(await run(['offers', 'accept', '1', taker, '--data', data, '--json']))).toEqual({
      lead: 1,
      by: taker,
      status: 'assigned',
      rep: taker,
      offeredTo: [],
    })
    const until = `${new Date(Date.now() + 2 * DAY).toISOString().slice(0, 16)}Z`
    const ran = json(await run(['run', `--until=${until}`, '--data', data, '--json']))
    expect(ran).toEqual({
      from: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      until: until.replace('Z', ':00.000Z'),
      wakeUps: 4,
      offersExpired: 2,
      reminders: 1,
      breaches: 1,
      takenBack: 0,
      released: 0,
      returned: 0,
      assigned: 0,
      paused: [],
      counts: expect.objectContaining({ waiting: 1, offered: 0, assigned: 1 }),
      events: expect.any(Array),
    })
    const other = taker === 'mia@example.com' ? 'tom@example.com' : 'mia@example.com'
    const events = ran.events as { at: string; type: string; lead: number; rep: string | null }[]
    expect(events.map(({ type, lead, rep }) => [type, lead, rep])).toEqual([
      ['offer-expired', 2, other],
      ['lead-offered', 2, taker],
      ['offer-expired', 2, taker],
      ['lead-waiting', 2, null],
      ['contact-due-soon', 1, taker],
      ['contact-breached', 1, taker],
    ])
    expect(Date.parse(events[5]!.at) - Date.parse(events[4]!.at)).toBe(15 * 60_000)

    // What happened is saved, and the desk goes on from there.
    const listed = jsonLines((await run(['leads', 'list', '--data', data, '--json'])).stdout) as Record<string, unknown>[]
    expect(listed.find(({ id }) => id === 1)).toMatchObject({ status: 'assigned', rep: taker, breachedAt: expect.any(Number) })
    expect(listed.find(({ id }) => id === 2)).toMatchObject({ status: 'waiting', waitCode: 'nobody-accepted' })
    expect(json(await run(['run', '--until', until, '--data', data, '--json']))).toMatchObject({ wakeUps: 0, events: [] })
  })

  test('speaks to people too', async () => {
    const { data } = await filledDesk(OFFERS)
    const day = new Date(Date.now() + 3 * DAY).toISOString().slice(0, 10)
    const ran = await run(['run', '--until', day, '--data', data])
    expect(ran.code).toBe(0)
    expect(ran.stdout).toContain('4 offers ran out')
    expect(ran.stdout).toMatch(/when +what +lead +rep/)
  })

  test.each([
    ['has passed', '2020-01-01T00:00Z', 'past'],
    ['has no zone', '2036-01-01T00:00', 'zone'],
    ['is on no calendar', '2036-02-30T00:00Z', 'zone'],
    ['is a word', 'soon', 'zone'],
  ])('a moment that %s is refused, naming what and why', async (_, until, why) => {
    const { data } = await filledDesk()
    const ran = await run(['run', '--until', until, '--data', data, '--json'])
    expect([ran.code, ran.stdout]).toEqual([1, ''])
    expect(errorOf(ran)).toMatchObject({ error: { code: 'bad-input', data: { field: '--until' } } })
    expect(ran.stderr).toContain(until)
    expect(ran.stderr).toContain(why)
  })
})

describe('R20 offers are answered', () => {
  test('declined, the lead is offered to the other; who was not asked can not answer', async () => {
    const { data } = await filledDesk(OFFERS)
    const first = (await offered(data)).get(1)!
    const other = first === 'mia@example.com' ? 'tom@example.com' : 'mia@example.com'
    const wrong = await run(['offers', 'accept', '1', other, '--data', data, '--json'])
    expect([wrong.code, errorOf(wrong)]).toMatchObject([1, { error: { code: 'offer-gone', data: { reason: 'not-offered' } } }])
    expect(json(await run(['offers', 'decline', '#1', first, '--reason', 'no time', '--data', data, '--json']))).toEqual({
      lead: 1,
      by: first,
      status: 'offered',
      rep: other,
      offeredTo: [other],
    })
    const ghost = await run(['offers', 'decline', '1', 'ghost@example.com', '--data', data, '--json'])
    expect(errorOf(ghost)).toMatchObject({ error: { code: 'rep-not-found' } })
  })
})

describe('what takes reps off, and one person twice', () => {
  test('time off is whole days where the rep is, or from moment to moment', async () => {
    const { data } = await filledDesk()
    const off = (...args: string[]): Promise<Ran> =>
      run(['reps', 'time-off', 'mia@example.com', ...args, '--data', data, '--json'])
    const days = json(await off('--from', '2036-12-24', '--to', '2036-12-26', '--reason', 'Christmas'))
    expect(days).toMatchObject({ rep: 'mia@example.com', timeOff: 1 })
    expect(Number(days.to) - Number(days.from)).toBe(3 * DAY)
    expect(json(await off('--from', '2036-12-28T10:00Z', '--to', '2036-12-28T12:00Z'))).toMatchObject({
      from: Date.parse('2036-12-28T10:00Z'),
      to: Date.parse('2036-12-28T12:00Z'),
    })
    expect(errorOf(await off('--from', '2036-12-28', '--to', '2036-12-24'))).toMatchObject({
      error: { code: 'bad-input', data: { field: '--from' } },
    })
  })

  test('a calendar is read from a file, and refused with the reason when it is none', async () => {
    const { folder, data } = await filledDesk()
    const calendar = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:test',
      'BEGIN:VEVENT',
      'UID:1',
      'DTSTAMP:20260101T000000Z',
      `DTSTART:${new Date(Date.now() + DAY).toISOString().slice(0, 10).replaceAll('-', '')}T100000Z`,
      'DURATION:PT1H',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n')
    const add = (input: string, ...args: string[]): Promise<Ran> =>
      run(['reps', 'calendar', 'mia@example.com', ...args, '--data', data, '--json'], input)
    expect(json(await add(calendar, '--file', '-'))).toEqual({ rep: 'mia@example.com', calendar: 1, busy: 1, problems: [] })
    expect(errorOf(await add('', '--file', join(folder, 'leads.csv')))).toMatchObject({ error: { code: 'calendar-bad' } })
    expect(errorOf(await add('', '--address', 'my calendar'))).toMatchObject({
      error: { code: 'bad-input', data: { field: '--address' } },
    })
  })

  test('R30 two leads are made one', async () => {
    const { data } = await filledDesk()
    expect(json(await run(['merge', '1', '2', '--data', data, '--json']))).toMatchObject({ lead: 1, other: 2 })
    const duplicates = jsonLines((await run(['leads', 'list', '--status', 'duplicate', '--data', data, '--json'])).stdout)
    expect(duplicates).toMatchObject([{ id: 2 }])
    const again = await run(['merge', '1', '1', '--data', data, '--json'])
    expect(errorOf(again)).toMatchObject({ error: { code: 'merge-refused', data: { reason: 'same-lead' } } })
  })
})
