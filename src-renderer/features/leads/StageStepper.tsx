import type { RefObject } from 'react'
import type { LeadCard, Stage } from '../../../src-main/contract/index.ts'
import { leadEditText } from '../../text/lead-edit.ts'
import { stageWords } from '../../text/words.ts'
import classes from './LeadPanel.module.css'
import { STAGES } from './stages.ts'

interface StageStepperProps {
  card: LeadCard
  onStage: (stage: Stage) => void
  /** The stage it is in, for a key to go there. */
  present: RefObject<HTMLButtonElement | null>
}

/** How far the lead has come: one click moves it along, or the arrow keys and Enter. */
export function StageStepper({ card, onStage, present }: StageStepperProps) {
  // Won and lost are two ends, not one after the other.
  const behind = Math.min(STAGES.indexOf(card.stage), STAGES.indexOf('won'))
  return (
    <div
      className={classes.stages}
      role="group"
      aria-label={leadEditText.stage}
      onKeyDown={(event) => {
        const { activeElement } = document
        if (event.key === 'ArrowRight') focus(activeElement?.nextElementSibling)
        else if (event.key === 'ArrowLeft') focus(activeElement?.previousElementSibling)
      }}
    >
      {STAGES.map((stage, at) => (
        <button
          key={stage}
          ref={stage === card.stage ? present : null}
          type="button"
          className={classes.stage}
          aria-pressed={stage === card.stage}
          data-behind={at < behind || undefined}
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

function focus(element: Element | null | undefined): void {
  if (element instanceof HTMLElement) element.focus()
}
