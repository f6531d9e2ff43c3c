import classes from './AvailabilityDot.module.css'
import type { Availability } from './words.tsx'

/** A full disc, a half one, or a ring: told apart without colour. Always beside its word. */
export function AvailabilityDot({ availability }: { availability: Availability }) {
  return <span className={classes.dot} data-availability={availability} aria-hidden="true" />
}
