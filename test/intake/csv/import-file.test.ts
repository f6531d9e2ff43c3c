import { rmSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ImportOptions } from '../../../src-main/contract/index.ts'
import { assignLeads } from '../../../src-main/desk/assign-leads.ts'
import { checkFile } from '../../../src-main/intake/csv/check-file.ts'
import { importFile, rehearseImport, startImport } from '../../../src-main/intake/csv/import-file.ts'
import { leftOutFile } from '../../../src-main/intake/csv/left-out-file.ts'
import { undoImport } from '../../../src-main/intake/csv/undo-import.ts'
import { addReps, aProfile, openTestDesk, publish, type TestDesk } from '../../helpers/open-test-desk.ts'
import { aFile, importText } from '../import-desk.ts'

const counts = ({
  rows,
  added,
  matched,
  leftOut,
  assigned,
  waiting,
}: Record<'rows' | 'added' | 'matched' | 'leftOut' | 'assigned' | 'waiting', number>) => ({
  rows,
  added,
  matched,
  leftOut,
  assigned,
  waiting,
})
const leadsOf = async (test: TestDesk) => (await test.desk.store.leadPage({}, 'newest', null, 500)).leads
const options = (given: object = {}) => ImportOptions.parse(given)
const FIVE = 'Name,E-Mail,Phone\nA,a@x.de,\nB,b@x.de,\nC,c@@x.de,\nD,,12\nE,e@x.de,\n'

describe('an import', () => {
  it('takes in what it can, says what it left out, and gives leads to reps', async () => {
    const test = await openTestDesk()
    await addReps(test, aProfile('Mia'), aProfile('Tom'))
    await publish(test)
    const report = await importText(test, FIVE)
    expect(counts(report)).toEqual({ rows: 5, added: 3, matched: 0, leftOut: 2, assigned: 3, waiting: 0 })
    expect(report.problems.map(({ line, field, code, leftOut }) => [line, field, code, leftOut])).toEqual([
      [4, 'email', 'bad-email', true],
      [5, 'phone', 'bad-phone', true],
    ])
    expect(report.byRep).toEqual({ 'mia@team.example': expect.any(Number), 'tom@team.example': expect.any(Number) })
    expect(Object.values(report.byRep).reduce((a, b) => a + b)).toBe(3)
    expect(report.columns).toEqual([
      { header: 'Name', field: 'name' },
      { header: 'E-Mail', field: 'email' },
      { header: 'Phone', field: 'phone' },
    ])
    const { batch, problems } = await test.desk.store.readBatch(report.batch!)
    expect(batch).toMatchObject({ status: 'finished', file: 'leads.csv', source: 'leads.csv', error: null, ...counts(report) })
    expect(batch.bytesRead).toBe(batch.bytes)
    expect(problems).toHaveLength(2)
  })

  it('of the same file again adds nothing', async () => {
    const test = await openTestDesk()
    await importText(test, FIVE)
    expect(counts(await importText(test, FIVE))).toEqual({ rows: 5, added: 0, matched: 3, leftOut: 2, assigned: 0, waiting: 0 })
    expect(counts(await importText(test, FIVE, { source: 'Fair' }))).toEqual({
      rows: 5,
      added: 0,
      matched: 3,
      leftOut: 2,
      assigned: 0,
      waiting: 0,
    })
  })

  it('counts the same person twice in one file as one lead', async () => {
    const test = await openTestDesk()
    expect(counts(await importText(test, 'Name,E-Mail\nA,a.b@gmail.com\nA,ab+x@googlemail.com\n'))).toMatchObject({
      rows: 2,
      added: 1,
      matched: 1,
    })
  })

  it('may hold its leads, or follow the owner column', async () => {
    const test = await openTestDesk()
    const [mia] = await addReps(test, aProfile('Mia'), aProfile('Tom', { name: 'Tom Tailor' }))
    await publish(test)
    expect(counts(await importText(test, 'E-Mail\na@x.de\n', { route: 'hold' }))).toMatchObject({ assigned: 0, waiting: 1 })
    const report = await importText(test, 'E-Mail,Lead Owner\nb@x.de,mia@team.example\nc@x.de,"Tailor, Tom"\nd@x.de,Nobody\n', {
      route: 'owner-column',
    })
    expect(counts(report)).toMatchObject({ added: 3, assigned: 2, waiting: 1 })
    expect(report.problems).toEqual([
      { line: 4, field: 'owner', code: 'unknown-owner', message: '"Nobody" is no rep of this desk', leftOut: false },
    ])
    expect((await leadsOf(test)).find(({ email }) => email === 'b@x.de')?.repId).toBe(mia)
    expect((await leadsOf(test)).find(({ email }) => email === 'd@x.de')).toMatchObject({
      status: 'waiting',
      waitCode: 'unknown-owner',
    })
  })

  it('remembers what the person chose, and nothing else', async () => {
    const test = await openTestDesk()
    await importText(test, 'E-Mail,Extra\na@x.de,ACME\n', { map: { Extra: 'company' } })
    const report = await importText(test, 'E-Mail,EXTRA\nb@x.de,Beta\n')
    expect(report.columns[1]).toEqual({ header: 'EXTRA', field: 'company' })
    expect(new Set((await leadsOf(test)).map(({ company }) => company))).toEqual(new Set(['ACME', 'Beta']))
  })

  it('told of repeated headers says so, and keeps both columns', async () => {
    const test = await openTestDesk()
    const report = await importText(test, 'E-Mail,Note,Note\na@x.de,1,2\n')
    expect(report.problems.map(({ line, code }) => [line, code])).toEqual([[1, 'repeated-header']])
    expect(report.columns.map(({ header }) => header)).toEqual(['E-Mail', 'Note', 'Note (2)'])
  })

  it('refused writes nothing', async () => {
    const test = await openTestDesk()
    await expect(importText(test, '')).rejects.toMatchObject({ code: 'file-empty' })
    await expect(importText(test, FIVE, { map: { Gone: 'name' } })).rejects.toMatchObject({ code: 'map-unknown-header' })
    const { sources, batches } = await test.desk.store.snapshot(test.clock.now())
    expect([sources, batches]).toEqual([[], []])
  })
})

const many = (rows: number) =>
  `Name,E-Mail\n${Array.from({ length: rows }, (_, index) => `Lead ${index},lead${index}@customer${index}.example\n`).join('')}`

describe('an import under way', () => {
  it('stops after the rows under way when cancelled; what is in stays, and can be undone', async () => {
    const test = await openTestDesk()
    const stop = new AbortController()
    const report = await importFile(test.desk, {
      file: aFile(many(10_000)),
      options: options(),
      actor: 'test',
      signal: stop.signal,
      onProgress: ({ rows }) => void (rows >= 3000 && stop.abort()),
    })
    const { rows } = report
    expect(rows).toBeGreaterThanOrEqual(3000)
    expect(rows).toBeLessThan(10_000)
    expect(counts(report)).toMatchObject({ added: rows, leftOut: 0 })
    const { batch } = await test.desk.store.readBatch(report.batch!)
    expect(batch).toMatchObject({ status: 'cancelled', ...counts(report) })
    expect(await undoImport(test.desk, { batchId: report.batch!, actor: 'test' })).toEqual({ removed: rows, kept: 0 })
    expect(await leadsOf(test)).toEqual([])
  })

  it('that fails half way keeps what came in, with its reason', async () => {
    const test = await openTestDesk()
    const file = aFile(many(10_000))
    const { store } = test.desk
    const taken: number[] = []
    const failing = {
      ...test.desk,
      store: {
        ...store,
        takeIn: async (batch: Parameters<typeof store.takeIn>[0]) => {
          if (taken.length === 2) throw new Error('the disk broke')
          taken.push(batch.leads.length)
          return store.takeIn(batch)
        },
      },
    }
    const { batchId, done } = await startImport(failing, { file, options: options(), actor: 'test' })
    await expect(done).rejects.toThrow('the disk broke')
    const rows = taken.reduce((sum, leads) => sum + leads, 0)
    expect((await store.readBatch(batchId)).batch).toMatchObject({ status: 'failed', error: 'internal', rows, added: rows })
  })

  it('lets others have their turn', async () => {
    const test = await openTestDesk()
    let turns = 0
    const timer = setInterval(() => turns++, 1)
    await importFile(test.desk, { file: aFile(many(5_000)), options: options(), actor: 'test' })
    clearInterval(timer)
    expect(turns).toBeGreaterThan(5)
  })

  it('of a file that is gone by then fails with a reason', async () => {
    const test = await openTestDesk()
    const file = aFile(many(3_000))
    const { store } = test.desk
    const removing = {
      ...test.desk,
      store: {
        ...store,
        startBatch: async (start: Parameters<typeof store.startBatch>[0]) => {
          rmSync(file.path)
          return store.startBatch(start)
        },
      },
    }
    const { batchId, done } = await startImport(removing, { file, options: options(), actor: 'test' })
    await expect(done).rejects.toMatchObject({ code: 'file-not-found' })
    expect((await test.desk.store.readBatch(batchId)).batch).toMatchObject({ status: 'failed', error: 'file-not-found', rows: 0 })
  })
})

describe('a dry run', () => {
  it('says what an import then does, and saves nothing', async () => {
    const test = await openTestDesk()
    await addReps(test, aProfile('Mia', { capacity: 1 }), aProfile('Tom', { capacity: 1 }))
    await publish(test, undefined)
    const file = aFile(FIVE)
    const input = { file, options: options({ source: 'Fair' }), actor: 'test' }
    const rehearsed = await rehearseImport(test.desk, input)
    expect(await leadsOf(test)).toEqual([])
    expect((await test.desk.store.snapshot(test.clock.now())).sources).toEqual([])
    const { batch, ...done } = await importFile(test.desk, input)
    expect(batch).not.toBeNull()
    expect(rehearsed).toEqual({ ...done, batch: null })
    expect(counts(rehearsed)).toMatchObject({ assigned: 2, waiting: 1 })
  })
  it('sees rules about a source that is not there yet', async () => {
    const test = await openTestDesk()
    await addReps(test, aProfile('Mia'))
    await publish(test, [
      {
        name: 'Fair',
        when: { field: 'source', op: 'is', value: 'Fair' },
        then: { to: 'rep', rep: 'mia@team.example' },
        otherwise: 'hold',
      },
    ])
    const input = { file: aFile(FIVE), options: options({ source: 'Fair' }), actor: 'test' }
    expect((await rehearseImport(test.desk, input)).byRep).toEqual({ 'mia@team.example': 3 })
    expect((await importFile(test.desk, input)).byRep).toEqual({ 'mia@team.example': 3 })
  })
})

describe('a check', () => {
  it('lists rows with their problems and cells, and saves nothing', async () => {
    const test = await openTestDesk()
    const check = await checkFile(test.desk, aFile(`${FIVE}F,f@x.de,12\n`), {})
    expect(check).toMatchObject({
      rows: 6,
      good: 3,
      flagged: 1,
      leftOut: 2,
      hasMore: false,
      cells: { 4: ['C', 'c@@x.de', ''], 5: ['D', '', '12'], 7: ['F', 'f@x.de', '12'] },
    })
    expect(check.problems.map(({ line, code, leftOut }) => [line, code, leftOut])).toEqual([
      [4, 'bad-email', true],
      [5, 'bad-phone', true],
      [7, 'bad-phone', false],
    ])
  })
  it('can be followed: cells mended and lines left out', async () => {
    const test = await openTestDesk()
    const report = await importText(test, FIVE, { fixes: { 4: { 'E-Mail': 'c@x.de' } }, leaveOut: [2] })
    expect(counts(report)).toMatchObject({ rows: 5, added: 3, leftOut: 2 })
    expect(report.problems.map(({ line, code }) => [line, code])).toEqual([
      [2, 'left-out-by-hand'],
      [5, 'bad-phone'],
    ])
  })
})

describe('the rows left out', () => {
  it('come as a file that is mended and imported again', async () => {
    const test = await openTestDesk()
    const first = await importText(test, 'Name;E-Mail;Note\nA;a@x.de;1\n=B;b(at)x.de;+1\n"C; ""Co""";;"two\nlines";more\n', {
      name: 'fair.csv',
    })
    const { name, text } = await leftOutFile(test.desk, first.batch!)
    expect(name).toBe('fair-left-out.csv')
    expect(text).toBe(
      '\ufeffName;E-Mail;Note;Column 4;line;problem\r\n' +
        `'=B;b(at)x.de;'+1;;3;"""b(at)x.de"" is no e-mail address, and there is no other way to reach the person"\r\n` +
        '"C; ""Co""";;"two\nlines";more;4;no e-mail address, telephone number or website\r\n',
    )
    const again = await importText(test, text.replace('b(at)x.de;', 'b@x.de;'), { name: 'mended.csv' })
    expect(counts(again)).toMatchObject({ rows: 2, added: 1, leftOut: 1 })
    const lead = (await leadsOf(test)).find(({ email }) => email === 'b@x.de')
    expect((await test.desk.store.leadDetail(lead!.id)).fields).toMatchObject({ name: '=B', message: '+1', custom: {} })
    // And once more, for the one still left out: its own columns are not doubled.
    const third = await leftOutFile(test.desk, again.batch!)
    expect(third.text.split('\r\n')[0]).toBe('\ufeffName;E-Mail;Note;Column 4;line;problem')
  })
})

describe('undo', () => {
  it('takes an import back, but not what a person has worked on', async () => {
    const test = await openTestDesk()
    const [mia] = await addReps(test, aProfile('Mia', { capacity: 2 }))
    await publish(test)
    const first = await importText(test, 'E-Mail\na@x.de\nb@x.de\n')
    const second = await importText(test, 'E-Mail\nc@x.de\n', { name: 'second.csv' })
    expect(counts(second)).toMatchObject({ waiting: 1 })
    const kept = (await leadsOf(test)).find(({ email }) => email === 'a@x.de')!.id
    await assignLeads(test.desk, { leadIds: [kept], repId: mia!, actor: 'manager' })
    await test.desk.store.log(kept, 'contact', { at: test.clock.now(), actor: 'manager' })
    expect(await undoImport(test.desk, { batchId: first.batch!, actor: 'test' })).toEqual({ removed: 1, kept: 1 })
    // Room again: the waiting lead of the other import goes to Mia.
    expect((await leadsOf(test)).map(({ email, status }) => `${email} ${status}`).sort((a, b) => a.localeCompare(b))).toEqual([
      'a@x.de assigned',
      'c@x.de assigned',
    ])
    await expect(undoImport(test.desk, { batchId: first.batch!, actor: 'test' })).rejects.toMatchObject({ code: 'undo-refused' })
  })
})
