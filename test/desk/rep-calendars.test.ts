import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { RepDetail, RepId } from '../../src-main/contract/index.ts'
import { readRep, saveRep } from '../../src-main/desk/change-reps.ts'
import { addCalendar, refreshCalendars, removeCalendar } from '../../src-main/desk/rep-calendars.ts'
import { saveSettings } from '../../src-main/desk/settings.ts'
import { addTimeOff, removeTimeOff } from '../../src-main/desk/time-off.ts'
import {
  addReps,
  aProfile,
  arrive,
  DAY,
  HOUR,
  MINUTE,
  openTestDesk,
  publish,
  START,
  type TestDesk,
} from '../helpers/open-test-desk.ts'

const actor = 'manager'
const compact = (at: number): string => new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '')
const anEvent = (from: number, to: number, summary = 'Dentist'): string =>
  `BEGIN:VEVENT\r\nUID:${summary}-${from}\r\nDTSTART:${compact(from)}\r\nDTEND:${compact(to)}\r\nSUMMARY:${summary}\r\nEND:VEVENT\r\n`
const anIcs = (...events: string[]): string =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\n${events.join('')}END:VCALENDAR\r\n`
const DENTIST = anIcs(anEvent(START, START + HOUR))

/** A server of this machine; answers its address. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function aDeskOfOne(): Promise<{ test: TestDesk; ada: RepId; detail(): Promise<RepDetail> }> {
  const test = await openTestDesk()
  const [ada] = await addReps(test, aProfile('Ada'))
  return { test, ada: ada!, detail: () => readRep(test.desk, { repId: ada! }) }
}

const byAddress = (test: TestDesk, repId: RepId, address: string) =>
  addCalendar(test.desk, { repId, name: 'Outlook', text: null, address, actor })
const byText = (test: TestDesk, repId: RepId, text: string, name = 'ada.ics') =>
  addCalendar(test.desk, { repId, name, text, address: null, actor })

describe('R11 time off and calendars', () => {
  it('routing follows: a lead waits while everyone is off, and goes as soon as the time off is taken away', async () => {
    const { test, ada } = await aDeskOfOne()
    await publish(test)
    const timeOffId = await addTimeOff(test.desk, { repId: ada, from: START, to: START + DAY, reason: ' ill ', actor })
    const [lead] = await arrive(test, 1)
    expect(lead).toMatchObject({ status: 'waiting' })
    await removeTimeOff(test.desk, { timeOffId, actor })
    expect((await test.desk.store.leadCards([lead!.leadId]))[0]).toMatchObject({ repId: ada })
  })

  it('a lead that waits for the end of a meeting goes then by itself', async () => {
    const { test, ada } = await aDeskOfOne()
    await publish(test)
    expect(await byText(test, ada, DENTIST)).toMatchObject({ busy: 1, problems: [] })
    const [lead] = await arrive(test, 1)
    expect(lead).toMatchObject({ status: 'waiting' })
    expect(await test.desk.store.nextDueAt(START)).toBe(START + HOUR)
    test.clock.moveBy(HOUR)
    await test.desk.drain()
    expect((await test.desk.store.leadCards([lead!.leadId]))[0]).toMatchObject({ repId: ada })
  })

  it('a file of the same name is read anew, and a removed one no longer counts', async () => {
    const { test, ada, detail } = await aDeskOfOne()
    const { calendarId } = await byText(test, ada, DENTIST)
    const later = anIcs(anEvent(START + DAY, START + DAY + HOUR, 'Notary'))
    expect(await byText(test, ada, later)).toEqual({ calendarId, busy: 1, problems: [] })
    expect((await detail()).spells).toEqual([{ from: START + DAY, to: START + DAY + HOUR, name: 'Notary', kind: 'calendar' }])
    await removeCalendar(test.desk, { calendarId, actor })
    expect((await detail()).spells).toEqual([])
  })

  it('times without a zone are by the clock of the rep', async () => {
    const { test, ada, detail } = await aDeskOfOne()
    await saveRep(test.desk, { repId: ada, profile: aProfile('Ada', { timeZone: 'Asia/Tokyo' }), actor })
    const local = anIcs('BEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20261125\r\nSUMMARY:Off\r\nEND:VEVENT\r\n')
    await byText(test, ada, local)
    const [off] = (await detail()).spells
    expect(off).toMatchObject({ from: Date.UTC(2026, 10, 24, 15), to: Date.UTC(2026, 10, 25, 15) })
  })

  it('refuses what is no calendar, and both or neither of text and address', async () => {
    const { test, ada } = await aDeskOfOne()
    await expect(byText(test, ada, 'name,email\nMia,mia@x.example\n')).rejects.toMatchObject({
      code: 'calendar-bad',
      data: { file: 'ada.ics', reason: expect.stringContaining('not a calendar') },
    })
    expect(await byText(test, ada, anIcs())).toMatchObject({ busy: 0, problems: [] })
    const wrong = { repId: ada, name: 'x', actor }
    for (const both of [
      { text: null, address: null },
      { text: DENTIST, address: 'https://calendar.example' },
    ]) {
      await expect(addCalendar(test.desk, { ...wrong, ...both })).rejects.toMatchObject({ code: 'bad-input' })
    }
    await expect(byText(test, 9 as RepId, DENTIST)).rejects.toMatchObject({ code: 'rep-not-found' })
  })

  it('refuses regions without holidays by name', async () => {
    const { test, ada } = await aDeskOfOne()
    const profile = aProfile('Ada', { holidays: 'DE-XX' })
    await expect(saveRep(test.desk, { repId: ada, profile, actor })).rejects.toMatchObject({ data: { field: 'holidays' } })
    const settings = { ...(await test.desk.store.settings()), holidays: 'none' }
    await expect(saveSettings(test.desk, { settings, actor })).rejects.toMatchObject({ data: { field: 'holidays' } })
    await saveRep(test.desk, { repId: ada, profile: { ...profile, holidays: 'none' }, actor })
    await saveSettings(test.desk, { settings: { ...settings, holidays: 'DE-BY' }, actor })
    expect(await readRep(test.desk, { repId: ada })).toMatchObject({ card: { holidays: 'none' }, spells: [] })
  })
})

describe('a calendar at an address', () => {
  it('is read at once, and again every hour; a failed reading keeps what was known and says why', async () => {
    const { test, ada, detail } = await aDeskOfOne()
    let [status, text, asked] = [200, DENTIST, 0]
    const address = `${await serve((_, answer) => {
      asked++
      answer.writeHead(status, { 'content-type': 'text/calendar' }).end(text)
    })}/ada.ics?key=secret`
    expect(await byAddress(test, ada, address)).toMatchObject({ busy: 1, problems: [] })
    expect(await test.desk.store.nextCalendarAt()).toBe(START + HOUR)
    expect(await refreshCalendars(test.desk)).toBe(0)
    expect(asked).toBe(1)

    test.clock.moveBy(HOUR)
    text = anIcs(anEvent(START + 2 * HOUR, START + 3 * HOUR), anEvent(START + DAY, START + DAY + MINUTE))
    const seq = await test.desk.store.lastSeq()
    expect(await refreshCalendars(test.desk)).toBe(1)
    expect(await detail()).toMatchObject({ calendars: [{ busy: 2, problem: null, readAt: START + HOUR }] })
    const changes = await test.desk.store.changesAfter(seq, 10, START + HOUR)
    expect(changes?.events).toMatchObject([{ type: 'rep-changed', actor: 'desk', data: { fields: ['calendars'] } }])

    test.clock.moveBy(HOUR)
    status = 503
    expect(await refreshCalendars(test.desk)).toBe(0)
    expect(await detail()).toMatchObject({
      card: { isOnTimeOff: true },
      calendars: [{ busy: 2, problem: 'the server answered 503', readAt: START + 2 * HOUR }],
    })

    test.clock.moveBy(HOUR)
    ;[status, text] = [200, '<html>Please sign in</html>']
    expect(await refreshCalendars(test.desk)).toBe(0)
    expect((await detail()).calendars).toMatchObject([{ busy: 2, problem: expect.stringContaining('not a calendar') }])

    test.clock.moveBy(HOUR)
    text = DENTIST
    expect(await refreshCalendars(test.desk)).toBe(1)
    expect((await detail()).calendars).toMatchObject([{ busy: 1, problem: null }])
    expect(asked).toBe(5)
  })

  it('that was removed while it was being read, or whose reading is stopped, leaves nothing behind', async () => {
    const { test, ada, detail } = await aDeskOfOne()
    let meanwhile = async (): Promise<void> => {}
    const address = await serve((_, answer) => void meanwhile().then(() => answer.end(DENTIST)))
    const { calendarId } = await byAddress(test, ada, address)
    const stop = new AbortController()
    meanwhile = async () => {
      stop.abort()
      await new Promise(() => {})
    }
    test.clock.moveBy(HOUR)
    expect(await refreshCalendars(test.desk, stop.signal)).toBe(0)
    expect((await detail()).calendars).toMatchObject([{ problem: null, readAt: START }])
    meanwhile = () => removeCalendar(test.desk, { calendarId, actor })
    test.clock.moveBy(HOUR)
    expect(await refreshCalendars(test.desk)).toBe(0)
    expect((await detail()).calendars).toEqual([])
  })

  it('may lead on to another, and take a name and a password, which only its own server sees', async () => {
    const { test, ada } = await aDeskOfOne()
    const seen: (string | undefined)[] = []
    const other = await serve((request, answer) => {
      seen.push(request.headers.authorization)
      answer.end(DENTIST)
    })
    const first = await serve((request, answer) => {
      seen.push(request.headers.authorization)
      const to = request.url === '/a' ? '/b' : other
      answer.writeHead(302, { location: to }).end()
    })
    const { calendarId } = await byAddress(test, ada, `${first.replace('//', '//ada:p%40ss@')}/a`)
    const basic = `Basic ${Buffer.from('ada:p@ss').toString('base64')}`
    expect(seen).toEqual([basic, basic, undefined])
    expect(await byAddress(test, ada, `${first.replace('//', '//ada:p%40ss@')}/a`)).toMatchObject({ calendarId })
  })

  it('is refused with the reason when it can not be had', async () => {
    const { test, ada, detail } = await aDeskOfOne()
    const base = await serve((request, answer) => {
      if (request.url === '/round') answer.writeHead(302, { location: '/round' }).end()
      else if (request.url === '/out') answer.writeHead(302, { location: 'http://calendar.example/x' }).end()
      else if (request.url === '/large') answer.end(Buffer.alloc(20_000_001, 32))
      else if (request.url === '/torn') {
        answer.writeHead(200, { 'content-length': '100' }).write('BEGIN')
        setTimeout(() => answer.destroy(), 20)
      } else answer.writeHead(404).end()
    })
    const reasons: [string, string | RegExp][] = [
      [`${base}/none`, 'the server answered 404'],
      [`${base}/round`, 'it leads on more than 5 times'],
      [`${base}/out`, 'only addresses that begin with https:// are read'],
      [`${base}/large`, 'it is larger than 20 MB'],
      [`${base}/torn`, /^it could not be read/],
      ['http://calendar.example/x.ics', 'only addresses that begin with https:// are read'],
      ['file:///etc/passwd', 'only addresses that begin with https:// are read'],
      ['nowhere', 'it is no address'],
      ['http://127.0.0.1:9/x', /the server does not answer|it could not be read/],
    ]
    for (const [address, reason] of reasons) {
      const data = { reason: typeof reason === 'string' ? reason : expect.stringMatching(reason) }
      await expect(byAddress(test, ada, address), address).rejects.toMatchObject({ code: 'calendar-bad', data })
    }
    const secret = `${base.replace('//', '//ada:pass@')}/none?key=secret`
    await expect(byAddress(test, ada, secret)).rejects.toMatchObject({ data: { file: `${base}/none` } })
    expect((await detail()).calendars).toEqual([])
  })
})
