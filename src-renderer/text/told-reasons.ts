import { systemReason } from '../lib/system-reason.ts'
import { inLanguage } from './language.ts'

/** A reason inside an error or a line of problems. The desk says its own in English; another language knows them by their words. */
export const toldReasonText = inLanguage('toldReasonText', {
  said: (reason: string): string => systemReason(reason)?.said ?? reason,
})

/** For the middle of a sentence, whose full stop stands behind it. */
export const reasonWithin = (reason: string): string => toldReasonText.said(reason).replace(/\.$/, '')

/** The lines of a list of problems, with their reasons as a person is told them. */
export const toldProblems = <Problem extends { reason: string }>(problems: readonly Problem[]): Problem[] =>
  problems.map((problem) => ({ ...problem, reason: toldReasonText.said(problem.reason) }))
