import { useState } from 'react'
import type { RepCard, RepDetail } from '../../../src-main/contract/index.ts'
import { type Asked, useAsk } from '../../state/use-ask.ts'

/** Everything that takes a rep off, read again whenever something about the rep changes. */
export function useRepDetail(rep: RepCard): Asked<RepDetail> {
  // Any change of the card may be one of the detail: the card is a new object then.
  const [seen, setSeen] = useState({ rep, version: 0 })
  if (seen.rep !== rep) setSeen({ rep, version: seen.version + 1 })
  return useAsk(`${rep.id}-${seen.version}`, (client, signal) => client.rep.read({ repId: rep.id }, { signal }))
}
