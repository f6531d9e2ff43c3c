import { cpSync } from 'node:fs'
import { join } from 'node:path'
import type { LeadDraft, RepProfile } from '../../src-main/contract/index.ts'
import { freshFolder, removeFolder, type ServedDesk, serveDesk } from './running-desk.ts'

/** What a desk has when a test begins. Nothing: it is new. */
export interface Given {
  /** The sample team with its rules and leads. */
  sample?: boolean
  reps?: RepProfile[]
  /** A rules.json. */
  rules?: object
  /** `logged`: somebody has tried to reach it, or talked with them, right after it came. */
  leads?: (Partial<LeadDraft> & { route?: 'now' | 'hold'; logged?: 'attempt' | 'contact' })[]
  /** Mails that came in, each as it was sent. */
  mails?: string[]
}

export function aRep(name: string, given: Partial<RepProfile> = {}): RepProfile {
  return {
    name,
    email: `${name.toLowerCase().replaceAll(' ', '.')}@team.example`,
    role: 'rep',
    team: 'Sales',
    skills: [],
    languages: [],
    products: [],
    tier: null,
    territories: [],
    weight: 1,
    capacity: null,
    dailyCap: null,
    hourlyCap: null,
    timeZone: null,
    hours: null,
    rampPercent: null,
    rampUntil: null,
    holidays: null,
    isActive: true,
    isDraining: false,
    isPaused: false,
    ...given,
  }
}

export const someRules = (...rules: object[]): object => ({ version: 1, rules })
export const everyoneInTurn = { name: 'All leads', then: { to: 'pool', pool: {}, by: 'round-robin' }, otherwise: 'hold' }

/** Leads named after the alphabet's words, so that each can be asked for. */
export function someLeads(count: number, given: Partial<LeadDraft> = {}): Partial<LeadDraft>[] {
  return Array.from({ length: count }, (_, at) => ({
    name: `Lead ${String(at + 1).padStart(2, '0')}`,
    email: `lead${at + 1}@firm${at + 1}.example`,
    company: `Firm ${at + 1}`,
    country: 'DE',
    source: 'Web form',
    ...given,
  }))
}

const templates = new Map<string, Promise<string>>()

/** So many leads the sample team has. */
export const SAMPLE_LEADS = 238

/** A data folder of its own with what is given, copied from one that was made once in this worker. */
export async function seededFolder(given: Given): Promise<string> {
  const folder = freshFolder()
  if (Object.keys(given).length === 0) return folder
  const key = JSON.stringify(given)
  const template = templates.get(key) ?? makeTemplate(given)
  templates.set(key, template)
  cpSync(await template, folder, { recursive: true })
  return folder
}

async function makeTemplate({ sample = false, reps = [], rules, leads = [], mails = [] }: Given): Promise<string> {
  const folder = freshFolder('template')
  process.once('exit', () => removeFolder(folder))
  const served = await serveDesk(folder)
  try {
    if (sample) await served.call('desk/loadSample')
    for (const rep of reps) await served.call('rep/add', rep)
    if (rules !== undefined) await served.call('rule/publish', { document: rules })
    for (const { logged, ...lead } of leads) {
      const { leadId } = await served.call<{ leadId: number }>('lead/add', lead)
      if (logged !== undefined) await served.call('lead/log', { leadId, kind: logged })
    }
    if (mails.length > 0) await importMails(served, mails)
  } finally {
    await served.close()
  }
  return folder
}

async function importMails({ call }: ServedDesk, mails: readonly string[]): Promise<void> {
  const mbox = Buffer.from(mails.map((mail) => `From somebody Sat Nov 21 12:00:00 2026\n${mail}\n`).join('\n'))
  const { uploadId } = await call<{ uploadId: string }>('intake/beginUpload', { name: 'inbox.mbox', bytes: mbox.length })
  await call('intake/appendUpload', { uploadId, offset: 0, base64: mbox.toString('base64') })
  const { batchId } = await call<{ batchId: number }>('intake/importMails', { uploadId, options: {} })
  for (;;) {
    const { status } = await call<{ status: string }>('intake/report', { batchId })
    if (status === 'finished') return
    if (status !== 'running') throw new Error(`the mails were not taken in: ${status}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

export const fixture = (name: string): string => join(import.meta.dirname, '../fixtures/e2e', name)
