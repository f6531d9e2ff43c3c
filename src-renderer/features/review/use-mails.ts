import { useState } from 'react'
import type { EventType, MailCard, MailVerdict } from '../../../src-main/contract/index.ts'
import { type Fresh, useFresh } from '../../state/use-fresh.ts'

const PAGE = 100
/** Further back nobody reads by scrolling. */
const MOST_PAGES = 10

export interface MailList {
  mails: readonly MailCard[]
  hasMore: boolean
}

/** Mails of one verdict, newest first and live; `more` shows older ones. */
export function useMails(verdict: MailVerdict): Fresh<MailList> & { more: () => void } {
  const [pages, setPages] = useState(1)
  const fresh = useFresh(async (client, signal): Promise<MailList> => {
    const mails: MailCard[] = []
    let after: string | null = null
    for (let page = 0; page < pages; page++) {
      const answer: { mails: MailCard[]; next: string | null } = await client.mail.page(
        { verdict, limit: PAGE, ...(after === null ? {} : { after }) },
        { signal },
      )
      mails.push(...answer.mails)
      after = answer.next
      if (after === null) break
    }
    return { mails, hasMore: after !== null && pages < MOST_PAGES }
  }, concernsMails)
  return {
    ...fresh,
    more: () => {
      setPages((count) => count + 1)
      fresh.again()
    },
  }
}

export const concernsMails = (type: EventType): boolean =>
  type.startsWith('mail-') || type.startsWith('template-') || type === 'import-finished' || type === 'import-undone'
