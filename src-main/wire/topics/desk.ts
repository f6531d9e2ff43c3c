import { backUp } from '../../desk/back-up.ts'
import { readLogs } from '../../desk/read-logs.ts'
import { restoreDesk } from '../../desk/restore-desk.ts'
import { saveSettings } from '../../desk/settings.ts'
import type { UploadId } from '../../contract/index.ts'
import { VERSION } from '../../lib/version.ts'
import { carryStreamErrors } from '../carry-errors.ts'
import { os } from '../os.ts'
import type { WireContext } from '../served-desk.ts'
import { watchSeat } from '../watch-seat.ts'

export const deskTopic = os.desk.router({
  watch: os.desk.watch.handler(({ input, context, signal }) => {
    const updates = watchSeat(context, context.sitting, input.after, signal)
    return carryStreamErrors(updates, 'desk.watch', context.served.desk.log)
  }),
  info: os.desk.info.handler(({ context }) => ({
    version: VERSION,
    dataFolder: context.served.dataFolder,
    isDemo: context.served.isDemo,
    runsIn: context.runsIn,
  })),
  saveSettings: os.desk.saveSettings.handler(async ({ input, context }) => {
    await saveSettings(context.served.desk, { settings: input, actor: context.actor })
  }),
  loadSample: os.desk.loadSample.handler(async ({ input, context }) => {
    const { loadSample } = await import('../../desk/load-sample.ts')
    await loadSample(context.served.desk, { actor: context.actor, language: input.language })
  }),
  leaveSample: os.desk.leaveSample.handler(async ({ context }) => {
    const { leaveSample } = await import('../../desk/leave-sample.ts')
    const { kept } = await leaveSample(context.served.desk)
    context.shell?.restart()
    return { kept, isRestarting: context.shell !== undefined }
  }),
  checkBackup: os.desk.checkBackup.handler(({ input, context }) =>
    withUpload(context, input, ({ path, name }) => context.served.desk.store.checkBackup(path, name)),
  ),
  restore: os.desk.restore.handler(async ({ input, context }) => {
    const { kept } = await withUpload(context, input, (copy) => restoreDesk(context.served.desk, copy))
    await context.served.intake.letGo(input)
    context.shell?.restart()
    return { kept, isRestarting: context.shell !== undefined }
  }),
  logs: os.desk.logs.handler(({ context }) => readLogs(context.served.desk)),
  backup: os.desk.backup.handler(({ input, context }) => backUp(context.served.desk, input)),
})

/** A file that is refused is of no more use: it may be large, and goes at once. */
async function withUpload<Answer>(
  { served }: WireContext,
  input: { uploadId: UploadId },
  work: (file: { path: string; name: string }) => Promise<Answer>,
): Promise<Answer> {
  const file = served.intake.uploaded(input)
  try {
    return await work(file)
  } catch (cause) {
    await served.intake.letGo(input)
    throw cause
  }
}
