import type { Stage } from '../../../src-main/contract/index.ts'

/** In the order in which a lead goes through them; the last two are its ends. */
export const STAGES = ['new', 'contacted', 'qualified', 'won', 'lost'] as const satisfies readonly Stage[]
