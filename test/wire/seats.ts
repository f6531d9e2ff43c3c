import { onTestFinished } from 'vitest'
import { type LeadId, LeadId as LeadIdSchema, type RepId } from '../../src-main/contract/index.ts'
import { callDesk, type DeskClient } from '../../src-main/wire/call-desk.ts'
import { startDesk } from '../../src-main/start.ts'
import { aRep, openTestDesk, type TestDesk } from './connect.ts'

/** A window of the desk, with a seat of its own. */
export const windowOf = ({ running }: TestDesk): DeskClient => callDesk(running, { actor: 'manager', runsIn: 'window' })

export interface Team extends TestDesk {
  /** Whoever has the folder. */
  trusted: DeskClient
  boss: RepId
  mia: RepId
  noah: RepId
  /** Mia's; Noah's; offered to Mia alone; offered to both; nobody's. */
  leads: { mias: LeadId; noahs: LeadId; offered: LeadId; claim: LeadId; waiting: LeadId }
  /** Closes the desk and opens it again. */
  reopen(): Promise<void>
}

export const BOSS_PIN = '4711'

const OFFERS = {
  version: 1,
  rules: [
    {
      name: 'To Mia',
      when: { field: 'product', op: 'is', value: 'offer' },
      then: { to: 'pool', pool: { reps: ['mia@example.com'] }, by: 'weighted', acceptWithinMinutes: 30 },
    },
    {
      name: 'To both',
      when: { field: 'product', op: 'is', value: 'claim' },
      then: { to: 'pool', pool: { reps: ['mia@example.com', 'noah@example.com'] }, by: 'claim', acceptWithinMinutes: 30 },
    },
  ],
}

/** A manager and two reps, with a lead of every kind. Nobody has a PIN yet. */
export async function openTeam(): Promise<Team> {
  const test = await openTestDesk()
  const trusted = test.running.client('command line')
  const { repId: boss } = await trusted.rep.add({ ...aRep('boss@example.com'), role: 'manager', weight: 0 })
  const { repId: mia } = await trusted.rep.add(aRep('mia@example.com'))
  const { repId: noah } = await trusted.rep.add(aRep('noah@example.com'))
  await trusted.rule.publish({ document: OFFERS })
  const add = async (name: string, product: string): Promise<LeadId> => {
    const domain = `${name.toLowerCase()}.example`
    const { leadId } = await trusted.lead.add({
      name,
      product,
      email: `${name.toLowerCase()}@${domain}`,
      phone: '+4915112345612',
      message: `Call ${name} at home`,
      custom: { 'Second phone': '+4930123456' },
    })
    return LeadIdSchema.parse(leadId)
  }
  const leads = {
    mias: await add('Ada', 'none'),
    noahs: await add('Bob', 'none'),
    offered: await add('Cleo', 'offer'),
    claim: await add('Dora', 'claim'),
    waiting: await add('Emil', 'none'),
  }
  await trusted.lead.assign({ leadIds: [leads.mias], repId: mia })
  await trusted.lead.assign({ leadIds: [leads.noahs], repId: noah })
  const team: Team = {
    ...test,
    trusted,
    boss,
    mia,
    noah,
    leads,
    async reopen() {
      const { dataFolder } = team.running
      await team.running.close()
      team.running = await startDesk({ dataFolder, clock: test.clock, log: test.log, withClocks: false })
      onTestFinished(() => team.running.close())
    },
  }
  return team
}

/** From now on nobody is let in who has not said who they are. */
export const guard = ({ trusted, boss }: Team): Promise<void> => trusted.person.setPin({ repId: boss, pin: BOSS_PIN })
