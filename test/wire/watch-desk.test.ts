import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import { Seq, type DeskUpdate } from '../../src-main/contract/index.ts'
import { watchDesk } from '../../src-main/wire/watch-desk.ts'
import { aRep, nextOf, openTestDesk, refusalOf, transportNames, transports } from './connect.ts'

const addLead = (running: Awaited<ReturnType<typeof openTestDesk>>['running'], n: number) =>
  running.client('manager').lead.add({ name: `Lead ${n}`, email: `lead${n}@example.org` })

describe.each(transportNames)('watching the desk over %s', (transport) => {
  const connect = transports[transport]

  test('begins with a snapshot, then tells every change once and in order', async () => {
    const { running } = await openTestDesk()
    const { client } = await connect(running)
    const updates = await client.desk.watch({})
    const first = await nextOf(updates)
    expect(first).toMatchObject({ kind: 'snapshot', snapshot: { isNew: true, reps: [], leads: [] } })

    await client.rep.add(aRep('mia@example.com'))
    for (let n = 0; n < 5; n++) await addLead(running, n)
    const last = await running.desk.store.lastSeq()
    const seqs: number[] = []
    let seen = first.kind === 'snapshot' ? first.snapshot.seq : 0
    while (seen < last) {
      const update = await nextOf(updates)
      if (update.kind !== 'changes') throw new Error('it was near enough for changes')
      seqs.push(...update.events.map(({ seq }) => seq))
      seen = update.seq
    }
    expect(seqs).toEqual(Array.from({ length: last }, (_, i) => i + 1).slice(-seqs.length))
    expect(seqs.at(-1)).toBe(last)
    await updates.return?.()
  })

  test('goes on behind the event it is told', async () => {
    const { running } = await openTestDesk()
    const { client } = await connect(running)
    await addLead(running, 1)
    const after = await running.desk.store.lastSeq()
    await addLead(running, 2)
    const update = await nextOf(await client.desk.watch({ after }))
    if (update.kind !== 'changes') throw new Error('it was near enough for changes')
    expect(update.events[0]?.seq).toBe(after + 1)
    expect(update.leads.map(({ name }) => name)).toEqual(['Lead 2'])
  })

  test('begins anew when it is told a number this desk never had', async () => {
    const { running } = await openTestDesk()
    const { client } = await connect(running)
    expect(await nextOf(await client.desk.watch({ after: Seq.parse(1_000_000) }))).toMatchObject({ kind: 'snapshot' })
  })

  test('ends, and leaves no listener behind, when the page goes', async () => {
    const { running } = await openTestDesk()
    const stopped = vi.fn()
    const { onCommit } = running.desk.store
    running.desk.store.onCommit = (listener) => {
      const stop = onCommit.call(running.desk.store, listener)
      return () => {
        stopped()
        stop()
      }
    }
    const { client, hangUp } = await connect(running)
    await nextOf(await client.desk.watch({}))
    expect(stopped).not.toHaveBeenCalled()
    hangUp()
    await vi.waitFor(() => expect(stopped).toHaveBeenCalled())
  })

  test('ends when the watcher stops, though nothing happens', async () => {
    const { running } = await openTestDesk()
    const { client } = await connect(running)
    const stop = new AbortController()
    const updates = await client.desk.watch({}, { signal: stop.signal })
    await nextOf(updates)
    const waiting = updates.next().catch(() => ({ done: true }))
    stop.abort()
    expect(await waiting).toMatchObject({ done: true })
  })

  test('a failure in the middle crosses as "internal"', async () => {
    const { running, log } = await openTestDesk()
    const { client } = await connect(running)
    const updates = await client.desk.watch({})
    await nextOf(updates)
    const cause = new Error('disk gone')
    running.desk.store.changesAfter = () => Promise.reject(cause)
    const next = refusalOf(updates.next())
    await addLead(running, 1)
    expect(await next).toMatchObject({ code: 'internal', data: {} })
    expect(log.errors).toEqual([{ message: 'desk.watch failed', cause }])
  })
})

describe('a watcher that falls behind', () => {
  test('gets a snapshot, and at most one each half second while it stays behind', async () => {
    const { running } = await openTestDesk()
    const { desk } = running
    desk.store.changesAfter = () => Promise.resolve(null)
    const updates = watchDesk(desk, undefined)
    const kinds: DeskUpdate['kind'][] = []
    const beganAt = performance.now()
    for (let n = 0; n < 3; n++) {
      kinds.push((await nextOf(updates)).kind)
      await addLead(running, n)
    }
    expect(kinds).toEqual(['snapshot', 'snapshot', 'snapshot'])
    expect(performance.now() - beganAt).toBeGreaterThan(900)
    await updates.return?.()
  })

  test('is told in one update what many quick commits did', async () => {
    const { running } = await openTestDesk()
    const updates = watchDesk(running.desk, undefined)
    await nextOf(updates)
    for (let n = 0; n < 20; n++) await addLead(running, n)
    const last = await running.desk.store.lastSeq()
    let count = 0
    for (let seen = 0; seen < last; count++) {
      const update = await nextOf(updates)
      seen = update.kind === 'changes' ? update.seq : update.snapshot.seq
    }
    expect(count).toBeLessThan(20)
    await updates.return?.()
  })

  test('hears nothing twice: a commit without events wakes nobody', async () => {
    const { running } = await openTestDesk()
    const updates = watchDesk(running.desk, undefined)
    await nextOf(updates)
    const early = await Promise.race([updates.next(), pause(150, 'silence')])
    expect(early).toBe('silence')
    await updates.return?.()
  })
})
