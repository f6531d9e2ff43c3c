import type { RepCard } from '../../../src-main/contract/index.ts'
import { useCommand } from '../../state/hooks.ts'
import { resumed } from '../../state/rep-profile.ts'
import { repsText } from '../../text/reps.ts'
import { showNotice } from '../../ui/undo-notice.tsx'

/** Puts a paused rep back into rotation. */
export function useResume(): (rep: RepCard) => void {
  const run = useCommand()
  return (rep) => {
    void run((client) => client.rep.save(resumed(rep))).then(({ ok }) => {
      if (ok) showNotice(repsText.resumed(rep.name))
    })
  }
}
