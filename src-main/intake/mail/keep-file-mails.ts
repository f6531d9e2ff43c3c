import { DeskError } from '../../contract/index.ts'
import type { Desk } from '../../desk/context.ts'
import { takeInMails, type TakeInMailsInput } from '../../desk/take-in-mails.ts'
import { waiting } from './inbox/keep-mails.ts'
import { rowsOf } from './run-mails.ts'

type Taken = Awaited<ReturnType<typeof takeInMails>>
type Progress = NonNullable<TakeInMailsInput['progress']>

/**
 * Takes mails of a file in. One that can't be saved never stops the others: they are saved one by one, and it goes to the tray without its leads. What
 * fails even so is not the mail's fault, and is thrown. `rowsBefore`: rows of the batch so far, without these.
 */
export async function keepFileMails(
  desk: Desk,
  input: Omit<TakeInMailsInput, 'progress'> & { progress: Progress; rowsBefore: number },
): Promise<Taken> {
  const { rowsBefore, progress, ...common } = input
  try {
    return await takeInMails(desk, { ...common, progress })
  } catch (cause) {
    if (cause instanceof DeskError) throw cause
    const taken: Taken = []
    for (const mail of input.mails) taken.push(...(await keepOne(desk, { ...common, mails: [mail] })))
    const rows = rowsBefore + taken.reduce((sum, one) => sum + rowsOf(one), 0)
    await takeInMails(desk, { ...common, mails: [], progress: { ...progress, rows } })
    return taken
  }
}

async function keepOne(desk: Desk, input: TakeInMailsInput): Promise<Taken> {
  return takeInMails(desk, input).catch((error: unknown) => {
    desk.log.error('a mail could not be saved with its leads', error, { place: input.mails[0]?.place })
    return takeInMails(desk, {
      ...input,
      mails: input.mails.map((mail) => ({ ...waiting(mail, 'unreadable'), reading: null })),
    })
  })
}
