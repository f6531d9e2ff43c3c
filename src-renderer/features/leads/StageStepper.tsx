import type { LeadCard, Stage } from '../../../src-main/contract/index.ts'
import { leadEditText } from '../../text/lead-edit.ts'
import { stageWords } from '../../text/words.ts'
import classes from './LeadPanel.module.css'
import { STAGES } from './stages.ts'

/** How far the lead has come: one click, or 1 to 5, moves it along. */
export function StageStepper({ card, onStage }: { card: LeadCard; onStage: (stage: Stage) => void }) {
  const present = STAGES.indexOf(card.stage)
  // Won and lost are two ends, not one after the other.
  const isBehind = (at: number): boolean => at < Math.min(present, 3)
  return (
    <div className={classes.stages} role="group" aria-label={leadEditText.stage}>
      {STAGES.map((stage, at) => (
        <button
          key={stage}
          type="button"
          className={classes.stage}
          aria-pressed={stage === card.stage}
          aria-keyshortcuts={String(at + 1)}
          title={`${stageWords[stage]} (${at + 1})`}
          data-behind={isBehind(at) || undefined}
          data-stage={stage}
          onClick={() => {
            if (stage !== card.stage) onStage(stage)
          }}
        >
          {stageWords[stage]}
        </button>
      ))}
    </div>
  )
}
