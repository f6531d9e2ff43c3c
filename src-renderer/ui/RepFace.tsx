import { Avatar } from '@mantine/core'
import { AvailabilityDot } from './AvailabilityDot.tsx'
import classes from './RepFace.module.css'
import type { Availability } from './words.tsx'

/** Initials, and where the rep is. The name stands beside it, so it is silent for readers. */
export function RepFace({ name, availability, size = 28 }: { name: string; availability?: Availability; size?: number }) {
  return (
    <span className={classes.face} aria-hidden="true">
      <Avatar
        size={size}
        radius="xl"
        name={name}
        classNames={{ placeholder: classes.initials }}
        styles={{ placeholder: { fontSize: size * 0.38 } }}
      />
      {availability === undefined ? null : (
        <span className={classes.dot}>
          <AvailabilityDot availability={availability} />
        </span>
      )}
    </span>
  )
}
