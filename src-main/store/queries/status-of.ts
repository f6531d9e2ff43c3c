import type { Outcome } from '../../contract/index.ts'
import { ASSIGNED, OFFERED, WAITING, statusCode } from '../codes.ts'

/** Where each outcome of a decision puts a lead. */
export const STATUS_OF: Record<Outcome, number> = {
  assigned: ASSIGNED,
  offered: OFFERED,
  waiting: WAITING,
  discarded: statusCode.number('discarded'),
  nurture: statusCode.number('nurture'),
  partners: statusCode.number('partner'),
}
