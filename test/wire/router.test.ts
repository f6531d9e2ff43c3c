import { describe, expect, test } from 'vitest'
import { LeadId, RepId, Seq } from '../../src-main/contract/index.ts'
import { aRep, openTestDesk, refusalOf, transportNames, transports } from './connect.ts'

describe.each(transportNames)('the contract over %s', (transport) => {
  const connect = transports[transport]

  test('answers a query', async () => {
    const { running } = await openTestDesk()
    const { client } = await connect(running)
    expect(await client.desk.info()).toEqual({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      dataFolder: running.dataFolder,
      isDemo: false,
      runsIn: transport === 'a WebSocket' ? 'browser' : 'window',
    })
  })

  test('does a command, and names the manager as the one who did it', async () => {
    const { running } = await openTestDesk()
    const { client } = await connect(running)
    const { repId } = await client.rep.add(aRep('mia@example.com'))
    const { leadId } = await client.lead.add({ name: 'Ada Byron', email: 'ada@example.org' })
    const { seqs } = await client.lead.assign({ leadIds: [leadId], repId })
    expect(seqs).toHaveLength(1)
    const { card, timeline } = await client.lead.read({ leadId })
    expect(card).toMatchObject({ status: 'assigned', repId, isPinned: true })
    expect(timeline.find(({ seq }) => seq === seqs[0])).toMatchObject({ type: 'lead-assigned', actor: 'manager' })
  })

  test('refuses with a code of the contract and the data its sentence needs', async () => {
    const { running, log } = await openTestDesk()
    const { client } = await connect(running)
    expect(await refusalOf(client.lead.read({ leadId: LeadId.parse(77) }))).toEqual({
      code: 'lead-not-found',
      data: { lead: '77' },
      defined: true,
    })
    expect(log.errors).toEqual([])
  })

  test('names field and reason of input that does not fit, before any command sees it', async () => {
    const { running, log } = await openTestDesk()
    const { client } = await connect(running)
    const refusal = await refusalOf(client.rep.add({ ...aRep('mia@example.com'), weight: -1 }))
    expect(refusal).toEqual({ code: 'bad-input', data: { field: 'weight', reason: expect.stringContaining('0') }, defined: true })
    const inner = await refusalOf(client.lead.assign({ leadIds: [1, -2] as never, repId: RepId.parse(1) }))
    expect(inner).toMatchObject({ code: 'bad-input', data: { field: 'leadIds[1]' } })
    expect(await refusalOf(client.lead.undo(undefined as never))).toMatchObject({ code: 'bad-input', data: { field: 'input' } })
    expect(log.errors).toEqual([])
  })

  test('says "internal" for what nobody foresaw, and only the log has the cause', async () => {
    const { running, log } = await openTestDesk()
    const { client } = await connect(running)
    const cause = new Error('SQLITE_SECRET: no such table leads at /home/mia')
    running.desk.store.leadDetail = () => Promise.reject(cause)
    let thrown: unknown
    await client.lead.read({ leadId: LeadId.parse(1) }).catch((error: unknown) => {
      thrown = error
    })
    expect(thrown).toMatchObject({ code: 'internal', data: {}, defined: true })
    expect(JSON.stringify(thrown)).not.toContain('SQLITE')
    expect(log.errors).toEqual([{ message: 'lead.read failed', cause }])
  })

  test('keeps an answer that breaks the contract on its own side', async () => {
    const { running, log } = await openTestDesk()
    const { client } = await connect(running)
    running.desk.store.leadPage = () => Promise.resolve({ leads: [{ password: 'x' } as never], next: null })
    expect(await refusalOf(client.lead.page({}))).toEqual({ code: 'internal', data: {}, defined: true })
    expect(log.errors).toHaveLength(1)
  })

  test('ends a list that nobody waits for any more, and calls that no failure', async () => {
    const { running, log } = await openTestDesk()
    const { client } = await connect(running)
    let isEnded = false
    const asked = new Promise<void>((isAsked) => {
      running.desk.store.leadPage = (_filter, _order, _after, _limit, signal) =>
        new Promise((_, failed) => {
          signal?.addEventListener('abort', () => {
            isEnded = true
            failed(signal.reason)
          })
          isAsked()
        })
    })
    const stopped = new AbortController()
    const page = client.lead.page({}, { signal: stopped.signal })
    await asked
    stopped.abort()
    await expect(page).rejects.toThrow()
    await expect.poll(() => isEnded).toBe(true)
    // Whatever is asked next is answered behind what would have been logged.
    await client.desk.info()
    expect(log.errors).toEqual([])
  })

  test('knows nothing beyond the contract', async () => {
    const { running } = await openTestDesk()
    const { client } = await connect(running)
    const stranger = client as unknown as { lead: { drop(): Promise<void> } }
    expect((await refusalOf(stranger.lead.drop())).defined).toBe(false)
  })

  test('answers many calls at once, each to its own', async () => {
    const { running } = await openTestDesk()
    const { client } = await connect(running)
    const ids = Array.from({ length: 50 }, (_, i) => LeadId.parse(i + 1))
    const refusals = await Promise.all(ids.map((leadId) => refusalOf(client.lead.read({ leadId }))))
    expect(refusals.map(({ data }) => data)).toEqual(ids.map((id) => ({ lead: String(id) })))
  })
})

describe('the contract in the same process', () => {
  test('has the same checks and the same errors, and names its caller', async () => {
    const { running } = await openTestDesk()
    const client = running.client('command line')
    expect(await refusalOf(client.lead.undo({ seqs: [Seq.parse(9_999)] }))).toMatchObject({
      code: 'step-not-found',
      defined: true,
    })
    expect(await refusalOf(client.rep.add({ ...aRep('no address') }))).toMatchObject({
      code: 'bad-input',
      data: { field: 'email' },
    })
    const { leadId } = await client.lead.add({ name: 'Ada Byron', email: 'ada@example.org' })
    const { timeline } = await client.lead.read({ leadId })
    expect(timeline.at(-1)).toMatchObject({ type: 'lead-received', actor: 'command line' })
  })
})
