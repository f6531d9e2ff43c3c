import { describe, expect, it } from 'vitest'
import type { DeskEvent, LeadCard, Seq } from '../../src-main/contract/index.ts'
import {
  GATHER_MS,
  grouped,
  isOnScreen,
  isQuiet,
  isStillSo,
  isWanted,
  type Me,
  type Occasion,
  occasionsIn,
  tellAt,
} from '../../src-renderer/app/notices/decide-notices.ts'
import { sayNotice } from '../../src-renderer/app/notices/say-notice.ts'
import { waitingFor } from '../../src-renderer/app/notices/use-badge.ts'
import { readChoices, USUAL_CHOICES } from '../../src-renderer/state/notice-choices.ts'
import { aLead, aRep, countsOf, leadId, NOON, repId } from './helpers/builders.ts'

const MIA = repId(1)
const manager: Me = { role: 'manager', repId: null }
const mia: Me = { role: 'rep', repId: MIA }
const tom: Me = { role: 'rep', repId: repId(2) }

let seq = 0
const event = (type: DeskEvent['type'], lead: LeadCard | null, data: Record<string, unknown> = {}): DeskEvent => {
  seq += 1
  return { seq: seq as Seq, at: NOON, type, actor: 'desk', leadId: lead?.id ?? null, repId: null, data }
}
const withLeads = (...leads: LeadCard[]) => ({ leads: new Map(leads.map((lead) => [lead.id, lead])) })
const kinds = (occasions: readonly Occasion[]): string[] => occasions.map(({ kind }) => kind)

const offered = aLead({
  id: leadId(1),
  name: 'Ada Novak',
  status: 'offered',
  offeredTo: [MIA],
  grade: 'warm',
  dueAt: NOON + 300_000,
})
const overdue = aLead({ id: leadId(2), name: 'Bo Chen', repId: MIA, breachedAt: NOON })
const hot = aLead({ id: leadId(3), name: 'Cy Diaz', grade: 'hot', waitCode: 'nobody-eligible', waitDetail: 'Enterprise' })

describe('what concerns a person', () => {
  it('is an offer to them, and to nobody else', () => {
    const state = withLeads(offered)
    expect(kinds(occasionsIn([event('lead-offered', offered)], state, mia))).toEqual(['offer'])
    expect(kinds(occasionsIn([event('lead-received', offered)], state, mia))).toEqual(['offer'])
    expect(occasionsIn([event('lead-offered', offered)], state, tom)).toEqual([])
    expect(occasionsIn([event('lead-offered', offered)], state, manager)).toEqual([])
    expect(kinds(occasionsIn([event('lead-offered', offered)], state, { role: 'manager', repId: MIA }))).toEqual(['offer'])
  })

  it('is a contact clock that ran out: of their own lead, of a manager any', () => {
    const state = withLeads(overdue)
    const ranOut = [event('contact-breached', overdue)]
    expect(kinds(occasionsIn(ranOut, state, mia))).toEqual(['breach'])
    expect(occasionsIn(ranOut, state, tom)).toEqual([])
    expect(kinds(occasionsIn(ranOut, state, manager))).toEqual(['breach'])
    expect(occasionsIn(ranOut, withLeads({ ...overdue, touchedAt: NOON }), mia), 'touched meanwhile').toEqual([])
  })

  it('is, of a manager, a hot lead that nobody can take, and no lead that waits on purpose', () => {
    const came = [event('lead-received', hot)]
    expect(kinds(occasionsIn(came, withLeads(hot), manager))).toEqual(['hot'])
    expect(occasionsIn(came, withLeads(hot), mia)).toEqual([])
    for (const calm of [
      { grade: 'warm' },
      { isHeld: true },
      { waitCode: 'held-by-rule' },
      { waitCode: 'trickling' },
      { status: 'assigned' },
    ] as const)
      expect(occasionsIn(came, withLeads({ ...hot, ...calm }), manager)).toEqual([])
  })

  it('is, of a manager, an inbox that waits for a person, and not one whose server is down', () => {
    const ill = event('inbox-troubled', null, { inboxId: 4, name: 'Sales', code: 'wrong-password' })
    expect(kinds(occasionsIn([ill], withLeads(), manager))).toEqual(['inbox'])
    expect(occasionsIn([ill], withLeads(), mia)).toEqual([])
    expect(occasionsIn([{ ...ill, data: { ...ill.data, code: 'timeout' } }], withLeads(), manager)).toEqual([])
  })

  it('is nothing any more once somebody has acted', () => {
    const [offer] = occasionsIn([event('lead-offered', offered)], withLeads(offered), mia)
    expect(isStillSo(offer!, withLeads({ ...offered, status: 'assigned', offeredTo: [], repId: MIA }), mia)).toBe(false)
    expect(isStillSo(offer!, withLeads(), mia)).toBe(false)
  })
})

describe('when it is told', () => {
  const [offer] = occasionsIn([event('lead-offered', offered)], withLeads(offered), mia)
  it('not while it is before their eyes', () => {
    expect(isOnScreen(offer!, { screen: 'my-desk', leadId: null }, true)).toBe(true)
    expect(isOnScreen(offer!, { screen: 'reports', leadId: leadId(1) }, true)).toBe(true)
    expect(isOnScreen(offer!, { screen: 'reports', leadId: null }, true)).toBe(false)
    expect(isOnScreen(offer!, { screen: 'my-desk', leadId: leadId(1) }, false), 'another program is in front').toBe(false)
  })

  // 2 November 2026 is a Monday. Local time, as quiet hours are.
  const at = (day: number, hour: number, minute = 0): Date => new Date(2026, 10, day, hour, minute)
  it('not in quiet hours, over midnight too, and not at weekends where chosen', () => {
    const nights = { ...USUAL_CHOICES, quiet: { from: '18:00', to: '08:00' } }
    expect([at(2, 17, 59), at(2, 18), at(3, 3), at(3, 7, 59), at(3, 8)].map((now) => isQuiet(nights, now))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ])
    const lunch = { ...USUAL_CHOICES, quiet: { from: '12:00', to: '13:00' } }
    expect([at(2, 11, 59), at(2, 12), at(2, 13)].map((now) => isQuiet(lunch, now))).toEqual([false, true, false])
    expect(isQuiet({ ...USUAL_CHOICES, isQuietAtWeekends: true }, at(7, 12))).toBe(true)
    expect(isQuiet({ ...USUAL_CHOICES, isQuietAtWeekends: true }, at(9, 12))).toBe(false)
    expect(isQuiet(USUAL_CHOICES, at(8, 3))).toBe(false)
  })

  it('as it was chosen; an offer may break through', () => {
    const nights = { ...USUAL_CHOICES, quiet: { from: '18:00', to: '08:00' } }
    expect(isWanted('offer', nights, at(2, 20))).toBe(false)
    expect(isWanted('offer', { ...nights, offersBreakThrough: true }, at(2, 20))).toBe(true)
    expect(isWanted('hot', { ...nights, offersBreakThrough: true }, at(2, 20))).toBe(false)
    const noOffers = { ...nights, offersBreakThrough: true, kinds: { ...USUAL_CHOICES.kinds, offer: false } }
    expect(isWanted('offer', noOffers, at(2, 12))).toBe(false)
  })

  it('at once, and then not again for a while', () => {
    expect(tellAt('hot', undefined, 1_000)).toBe(1_000 + GATHER_MS)
    expect(tellAt('hot', 1_000, 2_000)).toBe(31_000)
    expect(tellAt('offer', 1_000, 2_000), 'an offer has a clock running').toBe(6_000)
  })
})

describe('how it is told', () => {
  const leads = Array.from({ length: 5 }, (_, at) => aLead({ ...hot, id: leadId(at + 10), name: `Lead ${at}` }))
  const state = { ...withLeads(...leads, offered, overdue, hot), reps: new Map([[MIA, aRep({ id: MIA, name: 'Mia Berg' })]]) }
  const told = (me: Me, ...events: DeskEvent[]) =>
    grouped(occasionsIn(events, state, me)).map((telling) => sayNotice(telling, state, me))

  it('one or two by name, more as a number, the same lead once', () => {
    expect(told(manager, ...leads.map((lead) => event('lead-received', lead)))).toEqual([
      expect.objectContaining({ title: '5 hot leads wait for a rep', leadId: null, screen: 'queue' }),
    ])
    expect(told(manager, event('lead-received', hot), event('lead-waiting', hot), event('contact-breached', overdue))).toEqual([
      expect.objectContaining({ title: 'Overdue: Bo Chen', body: 'Mia Berg has not made contact in time.', leadId: 2 }),
      expect.objectContaining({ title: 'Hot and waiting: Cy Diaz', leadId: 3, isUrgent: true }),
    ])
  })

  it('to a rep as theirs, with the time to accept', () => {
    const [notice, another] = told(mia, event('lead-offered', offered), event('contact-breached', overdue))
    expect(notice).toMatchObject({ title: 'Offered to you: Ada Novak', leadId: 1, isUrgent: true })
    expect(notice?.body).toMatch(/^Warm · Company 1 · Web form · accept by \d/)
    expect(another).toMatchObject({ title: 'Overdue: Bo Chen', body: 'You have not made contact in time.' })
  })
})

it('The number on the tray is what waits for this person', () => {
  const leads = [offered, overdue, hot, aLead({ id: leadId(9) })]
  const counts = { ...countsOf(leads), overdue: 4 }
  const state = { ...withLeads(...leads), counts }
  expect(waitingFor(state, manager)).toEqual({ offers: 0, waiting: 2, overdue: 4 })
  expect(waitingFor(state, mia)).toEqual({ offers: 1, waiting: 0, overdue: 1 })
  expect(waitingFor(state, tom)).toEqual({ offers: 0, waiting: 0, overdue: 0 })
})

it('Choices that can not be read are those of the beginning', () => {
  for (const text of [null, '', 'no JSON', '[]', '{"quiet":{"from":"25:00","to":"08:00"},"kinds":{"offer":"no"}}', 'null'])
    expect(readChoices(text)).toEqual(USUAL_CHOICES)
  const chosen = {
    ...USUAL_CHOICES,
    isOn: true,
    isSilent: true,
    quiet: { from: '18:00', to: '08:00' },
    kinds: { ...USUAL_CHOICES.kinds, hot: false },
  }
  expect(readChoices(JSON.stringify(chosen))).toEqual(chosen)
})
