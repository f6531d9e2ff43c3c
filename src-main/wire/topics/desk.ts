import { backUp } from '../../desk/back-up.ts'
import { loadSample } from '../../desk/load-sample.ts'
import { saveSettings } from '../../desk/settings.ts'
import { VERSION } from '../../lib/version.ts'
import { carryStreamErrors } from '../carry-errors.ts'
import { notBuilt, os } from '../os.ts'
import { watchDesk } from '../watch-desk.ts'

export const deskTopic = os.desk.router({
  watch: os.desk.watch.handler(({ input, context, signal }) => {
    const { desk } = context.served
    return carryStreamErrors(watchDesk(desk, input.after, signal), 'desk.watch', desk.log)
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
  loadSample: os.desk.loadSample.handler(async ({ context }) => {
    await loadSample(context.served.desk, { actor: context.actor })
  }),
  checkBackup: os.desk.checkBackup.handler(() => notBuilt()),
  restore: os.desk.restore.handler(() => notBuilt()),
  logs: os.desk.logs.handler(() => notBuilt()),
  backup: os.desk.backup.handler(({ input, context }) => backUp(context.served.desk, input)),
})
