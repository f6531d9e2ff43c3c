import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LONGEST_ROW, RowScanner, type Row } from '../../../src-main/intake/csv/scan-rows.ts'

function scan(text: string, delimiter = ',', hasBackslashes = false): Row[] {
  const scanner = new RowScanner(delimiter, hasBackslashes)
  return [...scanner.push(text), ...scanner.end()]
}
const cellsOf = (text: string, delimiter = ',') => scan(text, delimiter).map((row) => row.cells)
const linesOf = (text: string) => scan(text).map((row) => [row.line, row.flaw, ...row.cells])

describe('rows of a file', () => {
  it('end with LF, CRLF, CR, or all of them in one file', () => {
    const rows = [
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]
    for (const text of ['a,b\n1,2\n3,4\n5,6\n', 'a,b\r\n1,2\r\n3,4\r\n5,6', 'a,b\r1,2\r3,4\r5,6\r', 'a,b\r\n1,2\n3,4\r5,6'])
      expect(cellsOf(text), JSON.stringify(text)).toEqual(rows)
  })

  it('know the line they begin on, line breaks in quotes and empty lines counted', () => {
    expect(linesOf('a,b\n\n"x\ny\r\nz",1\r\r\n2,3\n')).toEqual([
      [1, null, 'a', 'b'],
      [3, null, 'x\ny\r\nz', '1'],
      [7, null, '2', '3'],
    ])
  })

  it('keep quotes, delimiters and line breaks inside quotes', () => {
    expect(cellsOf('"a, b","c ""d"" e","f\ng",""\n')).toEqual([['a, b', 'c "d" e', 'f\ng', '']])
    expect(cellsOf('a; "b; c" ;d', ';')).toEqual([['a', 'b; c', 'd']])
    expect(cellsOf('5" disk,7"\n')).toEqual([['5" disk', '7"']])
  })

  it('may be empty but for their delimiters, and are rows then', () => {
    expect(cellsOf(',,\n\n,\n')).toEqual([
      ['', '', ''],
      ['', ''],
    ])
    expect(cellsOf('a\tb\t\n', '\t')).toEqual([['a', 'b', '']])
    expect(cellsOf('"",')).toEqual([['', '']])
  })
})

describe('a torn quote', () => {
  it('costs its own line only, when a later cell opens with a quote', () => {
    expect(linesOf('n,m\na,"torn,b\nc,d,e\nf,"x, y",g\nh,i,j\n')).toEqual([
      [1, null, 'n', 'm'],
      [2, 'torn-quote', 'a', '"torn', 'b'],
      [3, null, 'c', 'd', 'e'],
      [4, null, 'f', 'x, y', 'g'],
      [5, null, 'h', 'i', 'j'],
    ])
  })
  it('costs its own line only, when no quote follows', () => {
    expect(linesOf('a,"torn,b\nc,d\ne,f')).toEqual([
      [1, 'torn-quote', 'a', '"torn', 'b'],
      [2, null, 'c', 'd'],
      [3, null, 'e', 'f'],
    ])
  })
  it('leaves what closes on its line as it is', () => {
    expect(linesOf('"a, b","c\nd,e')).toEqual([
      [1, 'torn-quote', 'a, b', '"c'],
      [2, null, 'd', 'e'],
    ])
  })
  it('is not waited for longer than a row may be', () => {
    const scanner = new RowScanner(',')
    const rows = [...scanner.push('a,"torn\n')]
    for (let piece = 0; piece < 50 && rows.length === 0; piece++)
      rows.push(...scanner.push('0,some text of a row that is fine\n'.repeat(2000)))
    expect(rows[0]).toMatchObject({ line: 1, flaw: 'torn-quote', cells: ['a', '"torn'] })
    expect(rows[1]).toMatchObject({ line: 2, flaw: null, cells: ['0', 'some text of a row that is fine'] })
  })
})

describe('doubtful quotes', () => {
  it('are read and said', () => {
    expect(linesOf('"5" disk",x')).toEqual([[1, 'stray-quote', '5" disk', 'x']])
    expect(linesOf('"a"b,"c"')).toEqual([[1, 'stray-quote', 'ab', 'c']])
    expect(linesOf('"1","3" "\n2,3')).toEqual([
      [1, 'stray-quote', '1', '3" '],
      [2, null, '2', '3'],
    ])
  })
  it('may be written with a backslash', () => {
    expect(scan('"a \\"b\\", c","d\\\\"\nx,y', ',', true).map((row) => row.cells)).toEqual([
      ['a "b", c', 'd\\'],
      ['x', 'y'],
    ])
  })
})

describe('a line without end', () => {
  it('is cut, and the next line is read', () => {
    const scanner = new RowScanner(',')
    const rows: Row[] = []
    rows.push(...scanner.push('a,b\n'))
    for (let piece = 0; piece < 40; piece++) rows.push(...scanner.push('x'.repeat(100_000)))
    rows.push(...scanner.push('\r'), ...scanner.push('\nc,d\n'), ...scanner.end())
    expect(rows.map((row) => [row.line, row.flaw, row.raw.length])).toEqual([
      [1, null, 3],
      [2, 'cell-too-long', LONGEST_ROW],
      [3, null, 3],
    ])
  })
})

const delimiters = fc.constantFrom(',', ';', '\t', '|')
const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.string({ unit: fc.constantFrom('"', ',', ';', '\n', '\r', '\t', '|', ' ', 'a', '\\'), maxLength: 8 }),
)

describe('always', () => {
  it('what was written is read', () => {
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { maxLength: 8 })
    fc.assert(
      fc.property(table, delimiters, fc.constantFrom('\n', '\r\n', '\r'), fc.boolean(), (rows, delimiter, lineEnd, isSparing) => {
        const write = (text: string) =>
          isSparing && !/["\r\n]/.test(text) && !text.includes(delimiter) && text.trim() === text && text !== ''
            ? text
            : `"${text.replaceAll('"', '""')}"`
        const text = rows.map((row) => row.map(write).join(delimiter)).join(lineEnd)
        const read = scan(text, delimiter)
        expect(read.map((row) => row.cells)).toEqual(rows)
        expect(read.every((row) => row.flaw === null)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  const wild = fc.string({ unit: fc.constantFrom('"', '"', ',', '\n', '\r', ' ', 'a', 'b', '\t', '\\'), maxLength: 60 })

  it('no line is lost and none is read twice, whatever the quotes do', () => {
    fc.assert(
      fc.property(wild, fc.boolean(), (text, hasBackslashes) => {
        const lines = text.split(/\r\n|\r|\n/)
        const covered = new Map<number, number>()
        for (const row of scan(text, ',', hasBackslashes)) {
          const spanned = row.raw.split(/\r\n|\r|\n/)
          expect(spanned).toEqual(lines.slice(row.line - 1, row.line - 1 + spanned.length))
          spanned.forEach((_, index) => covered.set(row.line + index, (covered.get(row.line + index) ?? 0) + 1))
        }
        lines.forEach((line, index) => {
          const times = covered.get(index + 1) ?? 0
          if (line !== '') expect(times, `line ${index + 1} of ${JSON.stringify(text)}`).toBe(1)
          else expect(times).toBeLessThan(2)
        })
      }),
      { numRuns: 5000 },
    )
  })

  it('it does not matter where the pieces of a file are cut', () => {
    fc.assert(
      fc.property(wild, fc.array(fc.nat(60), { maxLength: 6 }), (text, cuts) => {
        const scanner = new RowScanner(',')
        const rows: Row[] = []
        let at = 0
        for (const cut of [...cuts].sort((a, b) => a - b)) {
          rows.push(...scanner.push(text.slice(at, Math.max(at, cut))))
          at = Math.max(at, cut)
        }
        rows.push(...scanner.push(text.slice(at)), ...scanner.end())
        expect(rows).toEqual(scan(text))
      }),
      { numRuns: 5000 },
    )
  })

  it('a megabyte of quotes takes a moment, not minutes', () => {
    for (const unit of ['"', '"a', 'a"', '"\n', '""\n', '"x""\n', '"a"b', ',"', '"a,', '" ', '"\r', '"a\n"', '\\"']) {
      const started = performance.now()
      const scanner = new RowScanner(',')
      const text = unit.repeat(Math.ceil(1_000_000 / unit.length))
      for (let at = 0; at < text.length; at += 262_144) scanner.push(text.slice(at, at + 262_144))
      scanner.end()
      expect(performance.now() - started, JSON.stringify(unit)).toBeLessThan(5000)
    }
  })
})
