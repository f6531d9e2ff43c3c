import { describe, expect, it } from 'vitest'
import type { LeadCard, LeadId } from '../../src-main/contract/index.ts'
import { dropOnRep } from '../../src-renderer/features/board/drop-words.ts'
import { obstaclesIfGiven, obstaclesOf, whereIs, whoHas } from '../../src-renderer/text/reasons.ts'
import { aLead, aRep, leadId, NOON, repId } from './helpers/builders.ts'

const said = (obstacles: { said: string }[]) => obstacles.map((obstacle) => obstacle.said)

describe('Why a rep gets nothing now', () => {
  it('is nothing for a rep who is here and has room', () => {
    expect(obstaclesOf(aRep({ capacity: 20, openLeads: 19 }), NOON)).toEqual([])
  })

  it.each([
    [{ isActive: false }, 'no longer active'],
    [{ isDraining: true }, 'finishing up, no new leads'],
    [{ isPaused: true }, 'paused'],
    [{ isPaused: true, pauseReason: 'let 3 offers in a row run out' }, 'paused: let 3 offers in a row run out'],
    [{ isOnTimeOff: true, isInHours: false }, 'on time off'],
    [{ capacity: 20, openLeads: 20, offersPending: 1 }, 'at capacity 20/20'],
    [{ weight: 2, effectiveWeight: 0 }, 'not in rotation'],
    [{ availability: 'away' as const, availabilityReason: 'dentist' }, 'away (dentist)'],
    [{ isInHours: false }, 'outside working hours'],
    [{ capacity: 20, openLeads: 20 }, 'at capacity 20/20'],
    [{ capacity: 20, openLeads: 21 }, 'over capacity 21/20'],
    [{ dailyCap: 4, givenToday: 4 }, '4 of 4 for today'],
    [{ hourlyCap: 2, givenThisHour: 2 }, '2 of 2 for this hour'],
    [{ weight: 0 }, 'not in rotation'],
  ])('says %o', (parts, sentence) => {
    expect(said(obstaclesOf(aRep(parts), NOON))).toEqual([sentence])
  })

  it('says all of them in the order of the rules', () => {
    expect(obstaclesOf(aRep({ weight: 0, capacity: 0, availability: 'busy' }), NOON).map(({ reason }) => reason)).toEqual([
      'busy',
      'at-capacity',
      'weight-zero',
    ])
  })
})

const known = (...leads: LeadCard[]): ReadonlyMap<LeadId, LeadCard> => new Map(leads.map((lead) => [lead.id, lead]))

describe('What a drop would break', () => {
  it('is the capacity it goes over', () => {
    expect(said(obstaclesIfGiven(aRep({ capacity: 20, openLeads: 19 }), 2, NOON))).toEqual(['over capacity 21/20'])
  })

  it('is nothing on a rep with room, and nothing for cards that are there already', () => {
    const rep = aRep({ capacity: 2, openLeads: 1 })
    const leads = known(aLead({ id: leadId(4), repId: rep.id }), aLead({ id: leadId(5) }), aLead({ id: leadId(6) }))
    expect(dropOnRep(rep, [leadId(5)], leads)).toEqual({ said: 'Drop to assign', isTrouble: false })
    expect(dropOnRep(rep, [leadId(4)], leads)).toEqual({ said: 'Is here already', isTrouble: false })
    expect(dropOnRep(rep, [leadId(4), leadId(5)], leads)).toEqual({ said: 'Drop to assign', isTrouble: false })
    expect(dropOnRep(rep, [leadId(5), leadId(6)], leads)).toEqual({ said: 'Drop breaks: over capacity 3/2', isTrouble: true })
  })

  it('is told of everyone who gets nothing now: paused, leaving, full', () => {
    const leads = known(aLead({ id: leadId(5) }))
    const rep = aRep({ isPaused: true, isDraining: true, capacity: 1, openLeads: 1 })
    expect(dropOnRep(rep, [leadId(5)], leads)).toEqual({
      said: 'Drop breaks: finishing up, no new leads, paused, over capacity 2/1',
      isTrouble: true,
    })
  })

  it('R20 counts a claim once: it weighs on whoever may take it already, and an offer to the rep alone is here', () => {
    const rep = aRep({ capacity: 2, openLeads: 2, offersPending: 2 })
    const leads = known(
      aLead({ id: leadId(5), status: 'offered', offeredTo: [rep.id, repId(9)] }),
      aLead({ id: leadId(6), status: 'offered', offeredTo: [rep.id] }),
    )
    expect(dropOnRep(rep, [leadId(5)], leads)).toEqual({ said: 'Drop breaks: at capacity 2/2', isTrouble: true })
    expect(dropOnRep(rep, [leadId(6)], leads)).toEqual({ said: 'Is here already', isTrouble: false })
    expect(dropOnRep(aRep({ id: repId(9) }), [leadId(6)], leads)).toEqual({ said: 'Drop to assign', isTrouble: false })
  })
})

describe('Where a lead is', () => {
  it.each([
    [aLead({ waitCode: 'nobody-eligible', waitDetail: 'Enterprise' }), 'Waiting: nobody in Enterprise is free'],
    [aLead({ waitCode: 'held-by-hand', waitDetail: null, isHeld: true }), 'Held by hand'],
    [aLead({ status: 'discarded', waitDetail: 'Spam' }), 'Discarded: Spam'],
    [aLead({ waitCode: 'waiting-for-owner', waitDetail: 'Mia' }), 'Waiting for Mia, who owns this company'],
    [aLead({ waitCode: 'waiting-for-share', waitDetail: 'Enterprise' }), 'Waiting for the rep whose share it is in Enterprise'],
    [aLead({ waitCode: 'nobody-accepted' }), 'Waiting: offered to everyone it could be, nobody took it'],
  ])('%#', (lead, sentence) => {
    expect(whereIs(lead, null)).toBe(sentence)
  })

  it('is with its rep', () => {
    expect(whereIs(aLead({ status: 'assigned' }), 'Tom Berg')).toBe('Tom Berg')
  })

  it('is offered to one by name, to several by number', () => {
    const nameOf = (id: number) => ['', 'Mia', 'Tom'][id] ?? null
    const one = aLead({ status: 'offered', offeredTo: [repId(1)] })
    const claim = aLead({ status: 'offered', offeredTo: [repId(1), repId(2)] })
    expect(whereIs(one, whoHas(one, nameOf))).toBe('Offered to Mia')
    expect(whereIs(claim, whoHas(claim, nameOf))).toBe('Offered to 2 reps')
  })
})
