import { Stack } from '@mantine/core'
import type { RepCard, RepDetail } from '../../../src-main/contract/index.ts'
import { useDesk } from '../../state/hooks.ts'
import type { Asked } from '../../state/use-ask.ts'
import { told } from '../../text/ways-out.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Calendars } from './Calendars.tsx'
import { ComingUp } from './ComingUp.tsx'
import { TimeOffList } from './TimeOffList.tsx'

/** When a rep is off: noted by hand, by their calendars, and by public holidays. */
export function OffDays({ rep, detail }: { rep: RepCard; detail: Asked<RepDetail> }) {
  const deskZone = useDesk((state) => state.settings.timeZone)
  const zone = rep.timeZone ?? deskZone
  if (detail.value === null) {
    return detail.fault === null ? <Loading /> : <ErrorState {...told(detail.fault)} onTryAgain={detail.again} />
  }
  const { timeOff, calendars, spells } = detail.value
  const again = detail.again
  return (
    <Stack gap="lg">
      <TimeOffList rep={rep} zone={zone} timeOff={timeOff} onChanged={again} />
      <Calendars rep={rep} calendars={calendars} onChanged={again} />
      <ComingUp spells={spells} zone={zone} />
    </Stack>
  )
}
