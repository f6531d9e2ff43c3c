import type { AnySchema, ContractProcedure, ErrorMap, InferSchemaOutput, Meta } from '@orpc/contract'
import { type contract, DeskError, type LeadCard, type LeadId, type RefusedBecause, type RepId } from '../contract/index.ts'
import type { Desk } from '../desk/context.ts'
import type { Sitting } from '../desk/seats.ts'

type Contract = typeof contract
/** As a handler is given it: checked, and with its ids. */
type InputOf<Procedure> =
  Procedure extends ContractProcedure<infer Input extends AnySchema, AnySchema, ErrorMap, Meta> ? InferSchemaOutput<Input> : never
type Refusal = RefusedBecause | null
type DeskStore = Desk['store']

/**
 * Who may ask: `everyone`, also at a locked window; `seated`, a rep as well as a manager (what a rep is answered is narrowed by `rep-sight.ts`);
 * `manager`. A function says what keeps a rep from it.
 */
type Gate<Input> = 'everyone' | 'seated' | 'manager' | ((input: Input, me: RepId, store: DeskStore) => Refusal | Promise<Refusal>)
type Gates = { [Topic in keyof Contract]: { [Verb in keyof Contract[Topic]]: Gate<InputOf<Contract[Topic][Verb]>> } }

const ofItself = ({ repId }: { repId: RepId }, me: RepId): Refusal => (repId === me ? null : 'not-yourself')
const seenLead = ({ leadId }: { leadId: LeadId }, me: RepId, store: DeskStore): Promise<Refusal> =>
  eachLead(store, [leadId], (card) => isOwn(card, me) || isOffered(card, me))
const ownLead = ({ leadId }: { leadId: LeadId }, me: RepId, store: DeskStore): Promise<Refusal> => ownLeads([leadId], me, store)

/** Every procedure of the contract. One without a gate does not compile, and what is let through nowhere else is a manager's. */
export const gates: Gates = {
  desk: {
    watch: 'seated',
    info: 'everyone',
    saveSettings: 'manager',
    loadSample: 'manager',
    leaveSample: 'manager',
    backup: 'manager',
    checkBackup: 'manager',
    restore: 'manager',
    logs: 'manager',
  },
  person: {
    list: 'everyone',
    here: 'everyone',
    signIn: 'everyone',
    resume: 'everyone',
    signOut: 'everyone',
    setPin: ofItself,
  },
  view: {
    save: async ({ viewId, isShared }, me, store) =>
      isShared ? 'needs-manager' : viewId === undefined ? null : ownView(viewId, me, store),
    remove: ({ viewId }, me, store) => ownView(viewId, me, store),
  },
  // A locked window still takes its number off the tray, and speaks its language.
  window: { tell: 'seated', badge: 'everyone', savePdf: 'seated', speak: 'everyone' },
  lead: {
    page: 'seated',
    count: 'seated',
    stageTotals: 'seated',
    read: seenLead,
    why: seenLead,
    whatIf: ownLead,
    add: 'manager',
    assign: 'manager',
    undo: async ({ seqs }, me, store) => {
      const events = await store.eventsAt(seqs)
      const myself = (await store.people()).find(({ repId }) => repId === me)?.email
      // A number that is none is the desk's to refuse.
      if (events.some(({ actor }) => actor !== myself)) return 'not-yourself'
      const leadIds = events.map(({ leadId }) => leadId)
      return leadIds.includes(null)
        ? 'not-your-lead'
        : ownLeads(
            leadIds.filter((id) => id !== null),
            me,
            store,
          )
    },
    hold: 'manager',
    discard: 'manager',
    route: 'manager',
    unpin: 'manager',
    accept: ofItself,
    decline: ofItself,
    merge: 'manager',
    possibleDuplicates: 'manager',
    tellApart: 'manager',
    edit: ownLead,
    note: ownLead,
    log: ownLead,
    setStage: ({ leadIds }, me, store) => ownLeads(leadIds, me, store),
  },
  rep: {
    add: 'manager',
    save: 'manager',
    setAvailability: ofItself,
    read: ofItself,
    addTimeOff: 'manager',
    removeTimeOff: 'manager',
    addCalendar: 'manager',
    removeCalendar: 'manager',
    holidayRegions: 'manager',
    import: 'manager',
  },
  rule: {
    read: 'manager',
    check: 'manager',
    publish: 'manager',
    versions: 'manager',
    readVersion: 'manager',
    readDraft: 'manager',
    saveDraft: 'manager',
    dropDraft: 'manager',
    compare: 'manager',
    simulate: 'manager',
    trial: 'manager',
    hits: 'manager',
    nextInTurn: 'manager',
  },
  account: { list: 'manager', import: 'manager' },
  intake: {
    beginUpload: 'manager',
    appendUpload: 'manager',
    dropUpload: 'manager',
    look: 'manager',
    check: 'manager',
    rehearse: 'manager',
    import: 'manager',
    cancel: 'manager',
    report: 'manager',
    leftOut: 'manager',
    undo: 'manager',
    kind: 'manager',
    sampleMails: 'manager',
    importMails: 'manager',
    suspicions: 'manager',
  },
  inbox: { list: 'manager', test: 'manager', sample: 'manager', save: 'manager', remove: 'manager', check: 'manager' },
  mail: {
    page: 'manager',
    read: 'manager',
    accept: 'manager',
    dismiss: 'manager',
    reopen: 'manager',
    templates: 'manager',
    removeTemplate: 'manager',
  },
  form: { list: 'manager', save: 'manager', newKey: 'manager', remove: 'manager', door: 'manager', saveDoor: 'manager' },
  report: { read: 'manager', leads: 'manager' },
}

/** Refuses with `not-allowed` what the seat may not ask. `input` is checked by the contract already. */
export async function refuseUnlessAllowed(
  path: readonly string[],
  input: unknown,
  sitting: Sitting,
  store: DeskStore,
): Promise<void> {
  const gate = gateOf(path)
  if (gate === 'everyone') return
  const because = sitting.isLocked
    ? 'locked'
    : sitting.role === 'manager'
      ? null
      : await keptFrom(gate, input, sitting.repId, store)
  if (because !== null) throw new DeskError('not-allowed', { because })
}

/** A path that nobody thought of is a manager's. */
function gateOf([topic = '', verb = '']: readonly string[]): Gate<never> {
  const ofTopic: Partial<Record<string, Gate<never>>> | undefined = Object.hasOwn(gates, topic)
    ? gates[topic as keyof Gates]
    : undefined
  return (ofTopic !== undefined && Object.hasOwn(ofTopic, verb) ? ofTopic[verb] : undefined) ?? 'manager'
}

async function keptFrom(gate: Gate<never>, input: unknown, me: RepId | null, store: DeskStore): Promise<Refusal> {
  if (gate === 'seated') return null
  if (typeof gate !== 'function' || me === null) return 'needs-manager'
  return gate(input as never, me, store)
}

/** It has it. Of a lead it is only offered it sees less, and may only say yes or no. */
export const isOwn = ({ repId, status }: LeadCard, me: RepId): boolean => repId === me && status !== 'offered'
export const isOffered = ({ status, offeredTo }: LeadCard, me: RepId): boolean => status === 'offered' && offeredTo.includes(me)

const ownLeads = (leadIds: readonly LeadId[], me: RepId, store: DeskStore): Promise<Refusal> =>
  eachLead(store, leadIds, (card) => isOwn(card, me))

/** A lead that is not there is answered like another's: nobody learns which numbers there are. */
async function eachLead(store: DeskStore, leadIds: readonly LeadId[], fits: (card: LeadCard) => boolean): Promise<Refusal> {
  const wanted = new Set(leadIds)
  const cards = await store.leadCards([...wanted])
  return cards.length === wanted.size && cards.every(fits) ? null : 'not-your-lead'
}

async function ownView(viewId: number, me: RepId, store: DeskStore): Promise<Refusal> {
  const view = (await store.views()).find(({ id }) => id === viewId)
  if (view === undefined || view.repId === me) return null
  return view.repId === null ? 'needs-manager' : 'not-yourself'
}
