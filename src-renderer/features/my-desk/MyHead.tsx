import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { RepCard } from '../../../src-main/contract/index.ts'
import { useTicking } from '../../lib/use-now.ts'
import { useCommand } from '../../state/hooks.ts'
import { myDeskText } from '../../text/my-desk.ts'
import { obstaclesOf } from '../../text/reasons.ts'
import { AvailabilitySwitch } from '../../ui/AvailabilitySwitch.tsx'
import { LoadBar } from '../../ui/LoadBar.tsx'
import { RepFace } from '../../ui/RepFace.tsx'
import classes from './my-desk.module.css'

/** Whether leads come to this rep now, and the switch. */
export function MyHead({ rep, chooser }: { rep: RepCard; chooser: ReactNode }) {
  const run = useCommand()
  const reasons = useTicking((now) =>
    obstaclesOf(rep, now)
      .map(({ said }) => said)
      .join('\n'),
  )
  return (
    <header className={classes.head}>
      <RepFace name={rep.name} size={44} />
      <div className={classes.who}>
        <h1 className={classes.name}>{rep.name}</h1>
        <AvailabilitySwitch
          name={rep.name}
          availability={rep.availability}
          until={rep.availableAgainAt}
          onChange={(availability, until) => {
            void run((client) =>
              client.rep.setAvailability({ repId: rep.id, availability, ...(until === undefined ? {} : { until }) }),
            )
          }}
        />
      </div>
      <Text className={classes.flow} data-open={reasons === '' || undefined} role="status">
        {reasons === '' ? myDeskText.getsLeads : myDeskText.getsNone(reasons.split('\n'))}
      </Text>
      <div className={classes.numbers}>
        <div className={classes.load}>
          <LoadBar open={rep.openLeads} capacity={rep.capacity} offers={rep.offersPending} />
        </div>
        <span className={classes.dim}>{myDeskText.givenToday(rep.givenToday, rep.dailyCap)}</span>
      </div>
      {chooser}
    </header>
  )
}
