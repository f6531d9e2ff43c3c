import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DeskError } from '../../../src-main/contract/index.ts'
import { checkFile } from '../../../src-main/intake/csv/check-file.ts'
import { RowScanner } from '../../../src-main/intake/csv/scan-rows.ts'
import { addReps, aProfile, openTestDesk, publish } from '../../helpers/open-test-desk.ts'
import { aFile, importText } from '../import-desk.ts'

/** A nightly run asks for more: LEAD_DESK_FUZZ=100000. */
const RUNS = Number(process.env['LEAD_DESK_FUZZ'] ?? 100)

const lineEnd = fc.constantFrom('\n', '\r\n', '\r')
const cell = fc.oneof(
  fc.constantFrom(
    '',
    'a@x.de',
    'Jane',
    '+49 30 901820',
    '12',
    '"',
    '"a',
    'a"',
    '""',
    'x,y',
    '\0',
    'ü',
    '\ufffd',
    '=1',
    "'=1",
    '[{',
    '{"value":1}',
    '2024-13-99',
    '1.2.3',
    '{',
    '∞',
  ),
  fc.string({ unit: 'binary', maxLength: 10 }),
)
const file = fc
  .tuple(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 }), fc.constantFrom(',', ';', '\t'), lineEnd, fc.boolean())
  .map(
    ([rows, delimiter, end, hasHeader]) =>
      `${hasHeader ? `Name${delimiter}E-Mail${delimiter}Phone${end}` : ''}${rows.map((row) => row.join(delimiter)).join(end)}`,
  )

describe('whatever a file holds', () => {
  it('it is refused with a code, or added + matched + left out = rows', async () => {
    const test = await openTestDesk()
    await addReps(test, aProfile('Mia'))
    await publish(test)
    await fc.assert(
      fc.asyncProperty(file, async (text) => {
        try {
          const { rows, added, matched, leftOut, problems, batch } = await importText(test, text)
          expect(added + matched + leftOut).toBe(rows)
          expect(problems.filter((problem) => problem.leftOut)).toHaveLength(leftOut)
          expect((await test.desk.store.leftOutRows(batch!)).map(({ cells }) => cells !== null)).toEqual(
            Array(leftOut).fill(true),
          )
        } catch (error) {
          if (!(error instanceof DeskError)) throw error
        }
      }),
      { numRuns: RUNS },
    )
  }, 600_000)

  it('bytes and all, it never breaks the reader', async () => {
    const { desk } = await openTestDesk()
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (bytes) => {
        await checkFile(desk, aFile(Buffer.from(bytes)), {}).then(
          ({ rows, good, flagged, leftOut }) => expect(good + flagged + leftOut).toBe(rows),
          (error: unknown) => expect(error).toBeInstanceOf(DeskError),
        )
      }),
      { numRuns: RUNS },
    )
  }, 600_000)
})

describe('what an old reader broke on', () => {
  it('a quote that never closes, at the very end', () => {
    const scanner = new RowScanner(',')
    expect([...scanner.push('a,b\n1,"'), ...scanner.end()].map(({ cells, flaw }) => [cells, flaw])).toEqual([
      [['a', 'b'], null],
      [['1', '"'], 'torn-quote'],
    ])
  })
  it('ten thousand headers', async () => {
    const test = await openTestDesk()
    const headers = Array.from({ length: 10_000 }, (_, index) => `h${index}`)
    const report = await importText(test, `E-Mail,${headers.join(',')}\na@x.de,${headers.join(',')}\n`)
    expect(report).toMatchObject({ rows: 1, added: 1 })
  })
  it('three hundred thousand headers of one name', async () => {
    const { desk } = await openTestDesk()
    const check = await checkFile(desk, aFile(`E-Mail${',x'.repeat(300_000)}\na@x.de\n`), {})
    expect(check).toMatchObject({ rows: 1, flagged: 1, leftOut: 0 })
  }, 60_000)
  it('headers that are names of object parts', async () => {
    const test = await openTestDesk()
    const report = await importText(test, 'E-Mail,__proto__,constructor,toString\na@x.de,1,2,3\n')
    expect(report).toMatchObject({ rows: 1, added: 1 })
    const [lead] = (await test.desk.store.leadPage({}, 'newest', null, 1)).leads
    expect((await test.desk.store.leadDetail(lead!.id)).fields.custom).toMatchObject({ constructor: '2', toString: '3' })
  })
})
