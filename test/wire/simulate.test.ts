import { describe, expect, test } from 'vitest'
import type { SimulationUpdate } from '../../src-main/contract/index.ts'
import { aRep, NOW, openTestDesk, refusalOf, transportNames, transports } from './connect.ts'

const DAY = 86_400_000
const EVERYONE = { name: 'Everyone', then: { to: 'pool', pool: {}, by: 'weighted' } }
const past = { kind: 'past', from: NOW - DAY, to: NOW + DAY } as const

describe.each(transportNames)('simulations over %s', (transport) => {
  test('tell how far they are, end with the report, and name what is wrong with a draft (R35)', async () => {
    const { running, log } = await openTestDesk()
    const { client } = await transports[transport](running)
    await client.rep.add(aRep('mia@example.com'))
    await client.lead.add({ name: 'Ada Byron', email: 'ada@example.org' })
    const updates: SimulationUpdate[] = []
    for await (const update of await client.rule.simulate({ document: { version: 1, rules: [EVERYONE] }, leads: past }))
      updates.push(update)
    const last = updates.at(-1)
    expect(last).toMatchObject({
      kind: 'report',
      report: { leads: 1, moved: 1, draft: { assigned: 1 }, published: { waiting: 1 } },
    })
    const bad = await refusalOf(client.rule.simulate({ document: { version: 1, rules: [{ name: 'No' }] }, leads: past }))
    expect(bad).toMatchObject({ code: 'ruleset-bad', data: { findings: expect.arrayContaining([]) } })
    expect(log.errors).toEqual([])
  })

  test('carry what goes wrong in the middle as a code of the contract', async () => {
    const { running } = await openTestDesk()
    const { client } = await transports[transport](running)
    await client.rep.add(aRep('mia@example.com'))
    const leads = { kind: 'file', uploadId: 'gone' as never, options: { route: 'now' } } as const
    const updates = await client.rule.simulate({ document: { version: 1, rules: [EVERYONE] }, leads })
    expect(await refusalOf(updates.next())).toMatchObject({ code: 'upload-not-found', data: { upload: 'gone' } })
  })

  test('say what changed from a published version to a document (R36)', async () => {
    const { running } = await openTestDesk()
    const { client } = await transports[transport](running)
    await client.rep.add(aRep('mia@example.com'))
    const { ruleset } = await client.rule.publish({ document: { version: 1, rules: [EVERYONE] } })
    const { document } = await client.rule.readVersion({ ruleset })
    const to = { ...document, rules: document.rules.map((rule) => ({ ...rule, enabled: false })) }
    const changes = await client.rule.compare({ from: ruleset, to })
    expect(changes).toEqual([{ kind: 'switched', what: 'rule', name: 'Everyone', where: 'rules[0].enabled', said: 'now off' }])
    expect(await refusalOf(client.rule.compare({ from: 99, to }))).toMatchObject({ code: 'ruleset-not-found' })
  })
})
