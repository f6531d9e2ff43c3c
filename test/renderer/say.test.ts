import { describe, expect, it } from 'vitest'
import { ERROR_CODES, type ErrorCode } from '../../src-main/contract/index.ts'
import { say } from '../../src-renderer/text/say.ts'

const examples: Partial<Record<ErrorCode, object>> = {
  'team-file-bad': { file: 'reps.csv', problems: [{ line: 3, field: 'email', reason: 'is no address' }] },
  'ruleset-bad': {
    file: null,
    findings: [{ level: 'error', code: 'x', rule: 'A', where: 'rules[0]', message: 'No such field.' }],
  },
  'undo-refused': { reason: 'touched-since' },
  'offer-gone': { lead: '3', reason: 'taken' },
  'merge-refused': { reason: 'same-lead' },
  'not-allowed': { because: 'needs-manager' },
  'inbox-failed': { code: 'wrong-password', detail: '' },
  'mail-settled': { id: 4, verdict: 'lead' },
  'post-refused': { reason: 'too-many', retryAfterSeconds: 30 },
  'file-no-lead-column': { file: 'a.csv', headers: ['x', 'y'] },
}
/** Anything a sentence may name. */
const anything = new Proxy(
  {},
  { get: (_, key) => (key === 'ruleset' || key === 'seq' || key === 'found' || key === 'known' ? 3 : String(key)) },
)

describe('What the page says of an error', () => {
  it.each(ERROR_CODES)('is a whole sentence for %s', (code) => {
    const sentence = say({ code, data: examples[code] ?? anything })
    expect(sentence).toMatch(/^.{8,}[.…]$/s)
    expect(sentence).not.toMatch(/undefined|\[object|NaN/)
  })

  it('is a sentence for a connection that is lost', () => {
    expect(say({ code: 'connection-lost', data: {} })).toBe(
      'The desk cannot be reached just now. Nothing was changed. The page goes on trying; then do it once more.',
    )
  })

  it('names file, line, field and reason of a team file', () => {
    expect(say({ code: 'team-file-bad', data: examples['team-file-bad'] ?? {} })).toBe(
      'reps.csv, line 3, email: is no address. Nothing was changed. Mend the file and choose it again.',
    )
  })
})
