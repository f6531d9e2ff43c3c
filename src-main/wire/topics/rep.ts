import { addRep, saveRep, setAvailability } from '../../desk/change-reps.ts'
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
  import: os.rep.import.handler(({ input, context }) => context.served.intake.importReps({ ...input, actor: context.actor })),
})
