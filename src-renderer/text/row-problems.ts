import type { ProblemCode } from '../../src-main/contract/index.ts'
import { inLanguage } from './language.ts'

/** What is wrong with a row of a file. The desk says it in English with the value; another language says it by its code. */
export const rowProblemText = inLanguage('rowProblemText', {
  said: (_code: ProblemCode, message: string): string => message,
})
