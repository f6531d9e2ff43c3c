import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { LeadId } from '../../src-main/contract/index.ts'
import { aRep, freshFolder, openTestDesk, type TestDesk } from '../wire/connect.ts'

const portal = `From: leads@email.realtor.com
To: sales@firm.example
Subject: New realtor.com lead - Owen Marsh
Message-ID: <portal-1@email.realtor.com>
Date: Sat, 21 Nov 2026 12:00:00 +0000

First Name: Owen
Last Name: Marsh
Email Address: Owen.Marsh@example.org
Phone Number: 206-555-0188

Comment:
I would like to see 4 Alder Ct, Kent, WA 98030.
`
const aggregator = `From: Desk <alerts@followupboss.com>
To: sales@firm.example
Subject: Lead alert for Owen Marsh from Realtor.com interested in 4 Alder Ct ($410,000)
Message-ID: <agg-9@followupboss.com>
Date: Sat, 21 Nov 2026 12:01:00 +0000

Lead alert for Owen Marsh from Realtor.com interested in 4 Alder Ct ($410,000)

Name: Owen Marsh
Email: owen.marsh@example.org
Phone: (206) 555-0188
`

async function mails({ running }: TestDesk, files: Record<string, string>) {
  const folder = join(await freshFolder('mails'), 'in')
  await mkdir(folder)
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text.replaceAll('\n', '\r\n'))
  const options = { route: 'now' as const, takes: 'known' as const }
  return running.intake.importMails({ file: { path: folder, name: 'in' }, options, actor: 'manager' })
}

async function post({ running }: TestDesk, body: object): Promise<{ leadId: LeadId; outcome: string }> {
  const client = running.client('manager')
  const { key } = await client.form.save({ settings: { name: 'Website', path: 'website' } })
  await running.desk.store.saveFormListening({ isOn: true, port: 4470, isOpen: false })
  const server = await running.serve({ pageFolder: await freshFolder('page') })
  try {
    const answer = await fetch(`http://127.0.0.1:${server.port}/intake/website`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return (await answer.json()) as { leadId: LeadId; outcome: string }
  } finally {
    await server.close()
  }
}

describe('R30: one person', () => {
  it('by portal, aggregator, form and file is one lead with three touches, told to its owner, and routed once', async () => {
    const test = await openTestDesk()
    const client = test.running.client('manager')
    await client.desk.saveSettings({ deskName: 'Desk', timeZone: 'UTC', country: 'US', holidays: null, hours: null })
    const { repId } = await client.rep.add(aRep('mia@example.com'))
    await client.rule.publish({ document: { version: 1, rules: [{ name: 'All', then: { to: 'pool', pool: {} } }] } })

    expect(await mails(test, { 'portal.eml': portal })).toMatchObject({ rows: 1, added: 1, review: 0, ignoredMails: [] })
    expect(await mails(test, { 'aggregator.eml': aggregator })).toMatchObject({ rows: 1, added: 0, matched: 1 })
    const posted = await post(test, { name: 'Owen Marsh', phone: '206 555 0188', message: 'Any news?' })
    expect(posted.outcome).toBe('matched')
    const folder = await freshFolder('file')
    await writeFile(join(folder, 'fair.csv'), 'Name,Email\nOwen Marsh,owen.marsh@example.org\n')
    const file = { path: join(folder, 'fair.csv'), name: 'fair.csv' }
    const fair = await test.running.intake.importFile({ file, options: { route: 'now' }, actor: 'manager' })
    expect(fair).toMatchObject({ added: 0, matched: 1 })

    const { leads } = await client.lead.page({})
    expect(leads).toHaveLength(1)
    expect(leads[0]).toMatchObject({ id: posted.leadId, repId, name: 'Owen Marsh', phone: '+12065550188' })
    const detail = await client.lead.read({ leadId: posted.leadId })
    const touches = detail.timeline.filter(({ type }) => type === 'lead-matched')
    expect(touches.map(({ data }) => [data['by'], data['repId']])).toEqual([
      ['email', repId],
      ['phone', repId],
      ['email', repId],
    ])
    expect(detail.mails.map(({ subject }) => subject)).toEqual([
      'Lead alert for Owen Marsh from Realtor.com interested in 4 Alder Ct ($410,000)',
      'New realtor.com lead - Owen Marsh',
    ])
    expect((await client.rule.hits())['all'] ?? Object.values(await client.rule.hits())[0]).toBe(1)
  })

  it('the same mails imported again are known, whichever file they come in', async () => {
    const test = await openTestDesk()
    await mails(test, { 'portal.eml': portal })
    expect(await mails(test, { 'again.eml': portal, 'aggregator.eml': aggregator })).toMatchObject({
      rows: 2,
      added: 0,
      matched: 2,
    })
    expect((await test.running.client('manager').lead.page({})).leads).toHaveLength(1)
  })
})
