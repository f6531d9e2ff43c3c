import { addRep, readRep, saveRep, setAvailability } from '../../desk/change-reps.ts'
import { addCalendar, removeCalendar } from '../../desk/rep-calendars.ts'
import { addTimeOff, removeTimeOff } from '../../desk/time-off.ts'
import { holidayRegions } from '../../lib/holidays.ts'
import { os } from '../os.ts'

export const repTopic = os.rep.router({
  add: os.rep.add.handler(async ({ input, context }) => ({
    repId: await addRep(context.served.desk, { profile: input, actor: context.actor }),
  })),
  save: os.rep.save.handler(async ({ input: { repId, ...profile }, context }) => {
    await saveRep(context.served.desk, { repId, profile, actor: context.actor })
  }),
  setAvailability: os.rep.setAvailability.handler(async ({ input, context }) => {
    await setAvailability(context.served.desk, {
      ...input,
      until: input.until ?? null,
      reason: input.reason ?? null,
      actor: context.actor,
    })
  }),
  read: os.rep.read.handler(({ input, context }) => readRep(context.served.desk, input)),
  addTimeOff: os.rep.addTimeOff.handler(async ({ input, context }) => ({
    timeOffId: await addTimeOff(context.served.desk, { ...input, reason: input.reason ?? null, actor: context.actor }),
  })),
  removeTimeOff: os.rep.removeTimeOff.handler(({ input, context }) =>
    removeTimeOff(context.served.desk, { ...input, actor: context.actor }),
  ),
  addCalendar: os.rep.addCalendar.handler(({ input, context }) =>
    addCalendar(context.served.desk, {
      ...input,
      text: input.text ?? null,
      address: input.address ?? null,
      actor: context.actor,
    }),
  ),
  removeCalendar: os.rep.removeCalendar.handler(({ input, context }) =>
    removeCalendar(context.served.desk, { ...input, actor: context.actor }),
  ),
  holidayRegions: os.rep.holidayRegions.handler(() => [...holidayRegions()]),
  import: os.rep.import.handler(({ input, context }) => context.served.intake.importReps({ ...input, actor: context.actor })),
})
