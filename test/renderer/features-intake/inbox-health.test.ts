import { describe, expect, it } from 'vitest'
import { INBOX_TROUBLES, type Inbox, type InboxId } from '../../../src-main/contract/index.ts'
import { healthOf, worstFirst } from '../../../src-renderer/features/intake/inbox-health.ts'
import { inboxTroubles, inboxTroubleSaid } from '../../../src-renderer/text/inbox-troubles.ts'
import { NOON } from '../helpers/builders.ts'
import { anInbox } from '../helpers/intake-builders.ts'

const ill = (code: (typeof INBOX_TROUBLES)[number], state: Inbox['state'] = 'retrying', id = 1): Inbox =>
  anInbox({ id: id as InboxId, state, trouble: { code, detail: '', at: NOON } })

describe('how an inbox does', () => {
  it.each([
    ['idle', 'good'],
    ['polling', 'good'],
    ['reading', 'working'],
    ['connecting', 'working'],
    ['retrying', 'retrying'],
    ['off', 'off'],
  ] as const)('%s is %s', (state, tone) => {
    expect(healthOf(anInbox({ state }))).toEqual({ tone, trouble: null, needsSomebody: false })
  })

  it('needs somebody for a password, and nobody for a server that is down', () => {
    expect(healthOf(ill('wrong-password', 'off'))).toMatchObject({ tone: 'trouble', needsSomebody: true })
    expect(healthOf(ill('timeout'))).toMatchObject({ tone: 'retrying', needsSomebody: false })
    // While it tries once more it is not well yet.
    expect(healthOf(ill('wrong-password', 'connecting'))).toMatchObject({ tone: 'trouble', needsSomebody: true })
  })

  it('is well again once it listens, whatever was wrong before', () => {
    expect(healthOf(ill('connection-lost', 'idle'))).toEqual({ tone: 'good', trouble: null, needsSomebody: false })
    expect(healthOf(ill('no-target-folder', 'idle'))).toMatchObject({ tone: 'trouble', needsSomebody: true })
  })

  it('is paused, and not ill, when it is switched off', () => {
    const paused = { ...ill('wrong-password', 'off'), settings: anInbox({ settings: { isOn: false } }).settings }
    expect(healthOf(paused)).toEqual({ tone: 'off', trouble: null, needsSomebody: false })
  })

  it('comes first in the list when it needs somebody', () => {
    const inboxes = [anInbox({ id: 1 as InboxId }), ill('timeout', 'retrying', 2), ill('no-password', 'off', 3)]
    expect(worstFirst(inboxes).map(({ id }) => id)).toEqual([3, 2, 1])
  })

  it.each(INBOX_TROUBLES)('says what is wrong and what to do about %s', (code) => {
    const { short, said, todo } = inboxTroubles[code]
    expect(short.split(' ').length).toBeLessThanOrEqual(4)
    for (const sentence of [said, todo, inboxTroubleSaid({ code, detail: 'NO [ALERT] Account locked' })]) {
      expect(sentence).toMatch(/^[A-Z].*\.$/)
    }
  })

  it('repeats the words of the server where it has none of its own', () => {
    expect(inboxTroubleSaid({ code: 'other', detail: 'Account locked' })).toBe('The server refused: Account locked.')
  })
})
