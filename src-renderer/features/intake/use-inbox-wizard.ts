import { useForm, type UseFormReturnType } from '@mantine/form'
import { useEffect, useRef, useState } from 'react'
import type { Inbox, InboxTest, MailSample } from '../../../src-main/contract/index.ts'
import { type Fault, faultOf } from '../../bridge/fault.ts'
import { useDesk, useDeskClient } from '../../state/hooks.ts'
import {
  blankInboxForm,
  type InboxErrors,
  type InboxForm,
  inboxFormOf,
  type ProviderId,
  providerOf,
  serverOf,
  settingsOf,
  withProvider,
} from './inbox-form.ts'

export const INBOX_STEPS = ['account', 'mails', 'sample'] as const
export type InboxStep = (typeof INBOX_STEPS)[number]
type Work = 'test' | 'sample' | 'save'

export interface InboxWizardState {
  /** null adds one. */
  inbox: Inbox | null
  form: UseFormReturnType<InboxForm>
  step: InboxStep
  /** What the server told; null until it was asked. */
  told: InboxTest | null
  mails: readonly MailSample[] | null
  busy: Work | null
  fault: Fault | null
  typeUser: (user: string) => void
  chooseProvider: (provider: ProviderId) => void
  /** Asks the server, and goes on to the mails when it answers. */
  test: () => void
  sample: () => void
  save: () => void
  stop: () => void
  canGoTo: (step: InboxStep) => boolean
  goTo: (step: InboxStep) => void
}

/** The fields of the first step: a mistake in one of them leads back there. */
const ACCOUNT: readonly (keyof InboxForm)[] = ['user', 'host', 'port', 'security', 'auth', 'secret']

/** Drives an inbox from an address to its first mails. One piece of work at a time. */
export function useInboxWizard(inbox: Inbox | null, onSaved: (name: string) => void): InboxWizardState {
  const client = useDeskClient()
  const timeZone = useDesk((state) => state.settings.timeZone)
  const form = useForm<InboxForm>({ initialValues: inbox === null ? blankInboxForm() : inboxFormOf(inbox) })
  const [step, setStep] = useState<InboxStep>('account')
  const [told, setTold] = useState<InboxTest | null>(null)
  const [mails, setMails] = useState<readonly MailSample[] | null>(null)
  const [busy, setBusy] = useState<Work | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const [isProviderChosen, setIsProviderChosen] = useState(inbox !== null)
  const working = useRef<AbortController | null>(null)
  useEffect(() => () => working.current?.abort(), [])

  const work = async (kind: Work, run: (signal: AbortSignal) => Promise<void>): Promise<void> => {
    working.current?.abort()
    const mine = new AbortController()
    working.current = mine
    setBusy(kind)
    setFault(null)
    try {
      await run(mine.signal)
    } catch (thrown) {
      if (!mine.signal.aborted) setFault(faultOf(thrown))
    } finally {
      if (working.current === mine) setBusy(null)
    }
  }
  const stop = (): void => {
    working.current?.abort()
    working.current = null
    setBusy(null)
  }
  const refuse = (errors: InboxErrors): void => {
    form.setErrors(errors)
    setStep(ACCOUNT.some((field) => errors[field] !== undefined) ? 'account' : 'mails')
  }
  const secretOf = ({ secret }: InboxForm) => ({
    ...(secret === '' ? {} : { secret }),
    ...(inbox === null ? {} : { inboxId: inbox.id }),
  })
  const settings = () => settingsOf(form.getValues(), { now: Date.now(), timeZone, kept: inbox?.settings ?? null })

  const test = (): void => {
    const values = form.getValues()
    const read = serverOf(values, inbox !== null)
    if ('errors' in read) return refuse(read.errors)
    form.clearErrors()
    void work('test', async (signal) => {
      const answer = await client.inbox.test({ server: read.server, ...secretOf(values) }, { signal })
      if (signal.aborted) return
      setTold(answer)
      setStep('mails')
    })
  }
  const sample = (): void => {
    const read = settings()
    if ('errors' in read) return refuse(read.errors)
    form.clearErrors()
    setMails(null)
    setStep('sample')
    void work('sample', async (signal) => {
      const answer = await client.inbox.sample({ settings: read.settings, ...secretOf(form.getValues()) }, { signal })
      if (!signal.aborted) setMails(answer.mails)
    })
  }
  const save = (): void => {
    const read = settings()
    if ('errors' in read) return refuse(read.errors)
    void work('save', async () => {
      await client.inbox.save({ settings: read.settings, ...secretOf(form.getValues()) })
      onSaved(read.settings.name)
    })
  }

  const change = (parts: Partial<InboxForm>): void => {
    form.setValues(parts)
    // Another server has other folders.
    setTold(null)
    setFault(null)
  }
  const canGoTo = (to: InboxStep): boolean => to === 'account' || inbox !== null || told !== null
  return {
    inbox,
    form,
    step,
    told,
    mails,
    busy,
    fault,
    typeUser: (user) => {
      change({ user, ...(isProviderChosen ? {} : withProvider(form.getValues(), providerOf(user))) })
    },
    chooseProvider: (provider) => {
      setIsProviderChosen(true)
      change(withProvider(form.getValues(), provider))
    },
    test,
    sample,
    save,
    stop,
    canGoTo,
    goTo: (to) => {
      if (!canGoTo(to) || to === step) return
      stop()
      setFault(null)
      if (to === 'sample') sample()
      else setStep(to)
    },
  }
}
