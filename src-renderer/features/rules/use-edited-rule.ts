import { useState } from 'react'
import { blankRule, type DraftRule, removeRule, saveRule } from './draft.ts'
import type { RuleDraft } from './use-rule-draft.ts'

export interface EditedRule {
  /** As the draft has it; null while none is edited. */
  rule: DraftRule | null
  isNew: boolean
  open: (rule: DraftRule) => void
  /** Puts an empty rule into the draft and opens it. */
  add: () => void
  /** Leaves it as it was when it was opened; a new one is taken out again. */
  cancel: () => void
  close: () => void
}

/** Which rule of the draft is being changed. One that undo takes away is no longer edited. */
export function useEditedRule({ draft, change }: RuleDraft): EditedRule {
  const [opened, setOpened] = useState<{ rule: DraftRule; isNew: boolean } | null>(null)
  const close = (): void => {
    setOpened(null)
  }
  return {
    rule: draft.rules.find((each) => each.id === opened?.rule.id) ?? null,
    isNew: opened?.isNew === true,
    open: (rule) => {
      setOpened({ rule, isNew: false })
    },
    add: () => {
      const rule = blankRule()
      change(saveRule(draft, rule))
      setOpened({ rule, isNew: true })
    },
    cancel: () => {
      if (opened === null) return
      const now = draft.rules.find((each) => each.id === opened.rule.id)
      if (opened.isNew) change(removeRule(draft, opened.rule.id))
      else if (now !== opened.rule) change(saveRule(draft, opened.rule))
      close()
    },
    close,
  }
}
