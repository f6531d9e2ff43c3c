import { ORPCError } from '@orpc/client'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { DeskUpdate } from '../../src-main/contract/index.ts'
import { createDeskClient, type ConnectionState, type DeskConnection } from '../../src-renderer/bridge/create-desk-client.ts'
import { faultOf } from '../../src-renderer/bridge/fault.ts'
import { type Connection, type Link, Refused, type Transport } from '../../src-renderer/bridge/transport.ts'
import { connect } from '../../src-renderer/state/connect.ts'
import { createDeskStore } from '../../src-renderer/state/desk-store.ts'
import { aLead, leadId } from './helpers/builders.ts'
import { fakeDesk } from './helpers/fake-desk.ts'

/** A transport whose connections the test opens, breaks and answers. */
function aTransport(answer: Link['call'] = () => Promise.resolve('answer')) {
  const open: { break: () => void }[] = []
  const refusals: Error[] = []
  let attempts = 0
  const transport: Transport = {
    connect: () => {
      attempts += 1
      const refusal = refusals.shift()
      if (refusal !== undefined) return Promise.reject(refusal)
      let close = (): void => undefined
      const closed = new Promise<void>((resolve) => {
        close = resolve
      })
      open.push({ break: close })
      return Promise.resolve<Connection>({ link: { call: answer }, closed, close })
    },
  }
  return { transport, open, refusals, attempts: () => attempts }
}

function states(connection: DeskConnection): ConnectionState[] {
  const seen: ConnectionState[] = []
  connection.onState((state) => seen.push(state))
  return seen
}

afterEach(() => {
  vi.useRealTimers()
})

describe('The connection to the desk', () => {
  it('is made again, with growing pauses, when it breaks', async () => {
    vi.useFakeTimers()
    const { transport, open, refusals, attempts } = aTransport()
    const connection = createDeskClient(transport)
    const seen = states(connection)
    await vi.advanceTimersByTimeAsync(0)
    refusals.push(new Error('nobody there'), new Error('nobody there'))
    open[0]?.break()
    await vi.advanceTimersByTimeAsync(250)
    expect(attempts()).toBe(2)
    await vi.advanceTimersByTimeAsync(499)
    expect(attempts()).toBe(2)
    await vi.advanceTimersByTimeAsync(1)
    expect(attempts()).toBe(3)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(seen).toEqual(['connecting', 'connected', 'lost', 'connected'])
    connection.close()
  })

  it('says when the desk is there but does not know the page', async () => {
    vi.useFakeTimers()
    const { transport, refusals } = aTransport()
    refusals.push(new Refused())
    const connection = createDeskClient(transport)
    const seen = states(connection)
    await vi.advanceTimersByTimeAsync(0)
    expect(seen).toEqual(['connecting', 'refused'])
    connection.close()
  })

  it('lets a call wait for a connection that is just being made, and not for ever', async () => {
    vi.useFakeTimers()
    const { transport, refusals } = aTransport()
    refusals.push(new Error('not yet'))
    const connection = createDeskClient(transport)
    const early = connection.client.desk.info()
    await vi.advanceTimersByTimeAsync(300)
    expect(await early).toBe('answer')
    connection.close()

    const dead = createDeskClient({ connect: () => Promise.reject(new Error('never')) })
    const asked = dead.client.desk.info().catch((thrown: unknown) => faultOf(thrown).code)
    await vi.advanceTimersByTimeAsync(4_000)
    expect(await asked).toBe('connection-lost')
    dead.close()
  })
})

describe('What was thrown', () => {
  it.each([
    [new ORPCError('lead-not-found', { defined: true, data: { lead: '7' } }), { code: 'lead-not-found', data: { lead: '7' } }],
    [
      new ORPCError('BAD_REQUEST', { data: { issues: [{ path: ['repId'], message: 'too small' }] } }),
      { code: 'bad-input', data: { field: 'repId', reason: 'too small' } },
    ],
    [new ORPCError('UNAUTHORIZED'), { code: 'unauthorised', data: {} }],
    [new TypeError('x is not a function'), { code: 'internal', data: {} }],
  ])('%# is read as a fault of the contract', (thrown, fault) => {
    expect(faultOf(thrown)).toEqual(fault)
  })
})

describe('Watching the desk', () => {
  it('begins with a snapshot and resumes behind the last event after a break', async () => {
    const desk = fakeDesk({ leads: [aLead()] })
    const asked: unknown[] = []
    const streams: DeskUpdate[][] = [
      [{ kind: 'snapshot', snapshot: desk.snapshot() }, desk.commit('lead-received', { leads: [aLead({ id: leadId(2) })] })],
      [desk.commit('lead-received', { leads: [aLead({ id: leadId(3) })] })],
    ]
    const store = createDeskStore({ schedule: (flush) => flush() })
    const watch = (input: unknown, options: { signal?: AbortSignal }) => {
      asked.push(input)
      return Promise.resolve(stream(streams.shift() ?? null, options.signal))
    }
    const here = () => Promise.resolve({ repId: null, role: 'manager', isLocked: false })
    const client = { desk: { watch }, person: { here } } as unknown as DeskConnection['client']
    const stop = connect({ client, onState: () => () => undefined, close: () => undefined }, store)
    await vi.waitFor(() => {
      expect(store.getState().leads.size).toBe(3)
    })
    stop()
    expect(asked.slice(0, 2)).toEqual([{}, { after: 1 }])
  })
})

/** The updates, then a break; without updates it waits until it is stopped. */
async function* stream(updates: DeskUpdate[] | null, signal: AbortSignal | undefined): AsyncGenerator<DeskUpdate> {
  for (const update of updates ?? []) yield update
  if (updates === null) await new Promise((resolve) => signal?.addEventListener('abort', resolve))
}
