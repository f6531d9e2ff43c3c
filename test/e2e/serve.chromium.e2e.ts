import { request } from 'node:http'
import { expect, listenForComplaints, test } from './desk-fixture.ts'
import { runDesk } from './running-desk.ts'
import { aRep, everyoneInTurn, someLeads, someRules } from './seeds.ts'

/** A request with headers a browser would not let anyone set. */
function statusOf(address: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((done, failed) => {
    request(address, { headers }, (response) => {
      response.resume()
      done(response.statusCode)
    })
      .on('error', failed)
      .end()
  })
}

test.describe('A desk served to a browser', () => {
  test.use({ given: { reps: [aRep('Anna Amsel'), aRep('Ben Bock')], leads: someLeads(3) } })

  test('lets nobody in without its key, and keeps the key out of the address bar', async ({ desk, launch }) => {
    const { served } = desk
    if (served === null) throw new Error('not served')
    await expect(desk.queue.rows()).toHaveCount(3)
    expect(desk.page.url()).not.toContain('token')

    const stranger = await (await (await launch()).newContext()).newPage()
    for (const address of [served.origin, `${served.origin}/?token=wrong`, `${served.origin}/#/board`]) {
      const answer = await stranger.goto(address)
      expect(answer?.status()).toBe(401)
      await expect(stranger.getByRole('heading', { name: 'This desk needs its key' })).toBeVisible()
    }
    await stranger.context().close()
    expect(await statusOf(`${served.origin}/api/desk/info`, {})).toBe(401)
    expect(await statusOf(served.origin, { cookie: 'lead-desk=stolen' })).toBe(401)
    const key = { authorization: `Bearer ${served.token}` }
    expect(await statusOf(served.origin, { ...key, host: 'desk.attacker.example' })).toBe(403)
    expect(await statusOf(served.origin, { ...key, origin: 'https://attacker.example' })).toBe(403)
    expect(await statusOf(`${served.origin}/../package.json`, key)).toBe(404)
  })

  test('shows two pages the same within a second', async ({ desk, launch }) => {
    const { served } = desk
    if (served === null) throw new Error('not served')
    const context = await (await launch()).newContext({ locale: 'en-GB' })
    const complaints = listenForComplaints(context)
    const second = await context.newPage()
    await second.goto(served.url)
    const rows = second.getByRole('grid', { name: /^Leads:/ }).locator('[role="row"][aria-rowindex]')
    await expect(rows).toHaveCount(3)

    // Another machine's load may delay one of them, never all.
    const tookMs: number[] = []
    for (const name of ['Lead 01', 'Lead 02', 'Lead 03']) {
      await desk.queue.select(name)
      const before = await rows.count()
      const begun = performance.now()
      await desk.queue.bar.getByRole('button', { name: 'Hold' }).click()
      await expect(rows).toHaveCount(before - 1)
      tookMs.push(performance.now() - begun)
    }
    expect(Math.min(...tookMs)).toBeLessThan(1_000)
    await expect(second.getByRole('group', { name: 'Held', exact: true })).toContainText('3')
    expect(complaints).toEqual([])
    await context.close()
  })

  test('fills its queue live while another program adds leads', async ({ desk }) => {
    const { served, queue, page } = desk
    await expect(queue.rows()).toHaveCount(3)
    for (const lead of someLeads(7).slice(3)) {
      await served?.call('lead/add', { ...lead, route: 'now' })
      await expect(queue.row(lead.name ?? '')).toBeVisible()
    }
    await expect(queue.stat('Waiting')).toContainText('7')
    // What a person looks at stays where it is.
    await queue.open('Lead 02')
    await expect(desk.lead.heading).toHaveText('Lead 02')
    await served?.call('lead/note', { leadId: 2, text: 'Said over the wire.' })
    await desk.lead.tab('History')
    await expect(desk.lead.step('Said over the wire.')).toBeVisible()
    await served?.call('rule/publish', { document: someRules(everyoneInTurn) })
    await expect(queue.stat('Waiting')).toContainText('0')
    await expect(page.getByText('Nothing is waiting')).toBeVisible()
  })

  test('says that the connection is lost when the desk ends, and that nothing was changed', async ({ desk }) => {
    desk.expected.push(/WebSocket connection|ERR_CONNECTION_REFUSED/)
    await expect(desk.queue.rows()).toHaveCount(3)
    const { child } = desk.served ?? {}
    child?.kill('SIGTERM')
    await expect(desk.frame.connectionLost).toBeVisible()
    await desk.queue.select('Lead 01')
    await desk.queue.bar.getByRole('button', { name: 'Hold' }).click()
    await expect(desk.page.getByRole('alert').filter({ hasText: 'Nothing was changed' })).toBeVisible({ timeout: 15_000 })
    await expect(desk.queue.rows()).toHaveCount(3)
  })

  test('has the desk to itself: the command line is told so', async ({ desk }) => {
    await expect(desk.queue.rows()).toHaveCount(3)
    const { code, stderr } = await runDesk('leads', 'list', '--data', desk.dataFolder)
    expect(code).toBe(1)
    expect(stderr).toMatch(/open/i)
  })
})
