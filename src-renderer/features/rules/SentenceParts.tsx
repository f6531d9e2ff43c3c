import { VisuallyHidden } from '@mantine/core'
import type { RuleSentence } from '../../text/rule-sentences.ts'
import classes from './rules.module.css'

/** A rule's sentence with its parts set apart: who gets it stands out, what else applies is quieter. */
export function SentenceParts({ said }: { said: RuleSentence }) {
  return (
    <>
      <span>{said.when}</span>
      <span className={classes.arrow} aria-hidden="true">
        {' → '}
      </span>
      <VisuallyHidden>: </VisuallyHidden>
      <strong>{said.then}</strong>
      {said.terms !== '' && <span>; {said.terms}</span>}
      {said.otherwise !== '' && <span className={classes.otherwise}>; {said.otherwise}</span>}
    </>
  )
}
