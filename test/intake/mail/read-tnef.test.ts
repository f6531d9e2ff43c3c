import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMail } from '../../../src-main/intake/mail/read-mail.ts'
import { decompressRtf, rtfToText } from '../../../src-main/intake/mail/read-rtf.ts'
import { isTnef, readTnef } from '../../../src-main/intake/mail/read-tnef.ts'
import { bytesOf, hasMails } from './mail-corpus.ts'

const u16 = (value: number): Buffer => Buffer.from([value & 255, value >> 8])
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
const attribute = (level: number, id: number, value: Buffer): Buffer =>
  Buffer.concat([Buffer.from([level]), u32(id), u32(value.length), value, u16(0)])
const tnef = (...attributes: Buffer[]): Buffer => Buffer.concat([u32(0x223e9f78), u16(1), ...attributes])
const text = (value: string): Buffer => Buffer.from(`${value}\0`, 'latin1')
const property = (id: number, type: number, value: Buffer): Buffer =>
  Buffer.concat([u32((id << 16) | type), u32(1), u32(value.length), value, Buffer.alloc((4 - (value.length % 4)) % 4)])
const properties = (...all: Buffer[]): Buffer => Buffer.concat([u32(all.length), ...all])

const RTF = String.raw`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}{\*\generator x;}\f0 Gr\'fc\'dfe\par Name: {\b Ana} \u8364?5\line {\pict 00ff}end}`
const plainRtf = (rtf: string): Buffer =>
  Buffer.concat([u32(0), u32(rtf.length), u32(0x414c454d), u32(0), Buffer.from(rtf, 'latin1')])

describe('a winmail.dat', () => {
  it('gives its attachments by their long names, and its text', () => {
    const found = readTnef(
      tnef(
        attribute(1, 0x6_9003, properties(property(0x1000, 0x1e, text('Name: Ana')))),
        attribute(2, 0x6_9002, Buffer.alloc(14)),
        attribute(2, 0x1_8010, text('LEAD~1.XML')),
        attribute(
          2,
          0x6_9005,
          properties(property(0x3707, 0x1f, Buffer.from('lead ä.xml\0', 'utf16le')), property(0x370e, 0x1e, text('text/XML'))),
        ),
        attribute(2, 0x6_800f, Buffer.from('<adf/>')),
        attribute(2, 0x6_9002, Buffer.alloc(14)),
        attribute(2, 0x6_800f, Buffer.from('second')),
      ),
    )
    expect(found).toMatchObject({ text: 'Name: Ana', html: null, problem: null })
    expect(found.attachments.map(({ name, type, content }) => [name, type, content.toString()])).toEqual([
      ['lead ä.xml', 'text/xml', '<adf/>'],
      [null, 'application/octet-stream', 'second'],
    ])
  })

  it('stands in a mail as if its parts had been attached to it, and its RTF is text when there is no other', async () => {
    const stream = tnef(
      attribute(1, 0x6_9003, properties(property(0x1009, 0x102, plainRtf(RTF)))),
      attribute(2, 0x6_9002, Buffer.alloc(14)),
      attribute(2, 0x6_800f, Buffer.from('x')),
    )
    const mail = await readMail(
      Buffer.from(
        `Subject: x\nContent-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n${stream.toString('base64')}`,
      ),
    )
    expect(mail.text).toBe('Grüße\nName: Ana €5\nend')
    expect(mail.attachments.map(({ content }) => content.toString())).toEqual(['x'])
  })

  it('that lies about its lengths gives what stands before the lie', () => {
    const first = attribute(1, 0x2_800c, text('Hello'))
    const lie = Buffer.concat([Buffer.from([1]), u32(0x2_800c), u32(0xffff_fff0), Buffer.alloc(20)])
    expect(readTnef(tnef(first, lie))).toMatchObject({ text: 'Hello', problem: expect.stringContaining('damaged') as string })
    const manyValues = Buffer.concat([u32(0xffff_ffff), u32((0x1000 << 16) | 0x101e), u32(0xffff_ffff), u32(4), Buffer.alloc(4)])
    expect(readTnef(tnef(first, attribute(1, 0x6_9003, manyValues)))).toMatchObject({
      text: 'Hello',
      problem: expect.any(String) as string,
    })
  })

  it.runIf(hasMails)('of the corpus is opened, whatever stands behind it', () => {
    const small = bytesOf('mail/tnef/minimal_attachment.tnef')
    expect(readTnef(small).problem).toBeNull()
    expect(readTnef(small).attachments.map(({ content }) => content.toString())).toEqual(['this is a test\n\0'])
    const large = bytesOf('mail/tnef/garbage-at-end.tnef')
    expect(isTnef(large)).toBe(true)
    expect(readTnef(large).problem).toBeNull()
  })

  it('of any bytes is answered', () => {
    const whole = tnef(
      attribute(1, 0x6_9003, properties(property(0x1009, 0x102, plainRtf(RTF)), property(0x1013, 0x102, text('<p>x')))),
    )
    const torn = fc
      .tuple(fc.nat(whole.length), fc.uint8Array({ maxLength: 6 }))
      .map(([at, put]) => Buffer.concat([whole.subarray(0, at), put, whole.subarray(at + put.length)]))
    const any = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.concat([tnef(), bytes]))
    fc.assert(
      fc.property(fc.oneof(torn, any), (bytes) => {
        expect(readTnef(bytes).attachments.length).toBeLessThan(20)
      }),
      { numRuns: 500 },
    )
  })
})

describe('RTF', () => {
  it('gives its text, and the HTML it was made from', () => {
    expect(rtfToText(RTF)).toEqual({ text: 'Grüße\nName: Ana €5\nend', isHtml: false })
    const wrapped = String.raw`{\rtf1\ansi\ansicpg1252\fromhtml1{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 Name: Ana{\*\htmltag84 &nbsp;}\htmlrtf \par}\htmlrtf0{\*\htmltag72 </p>}}`
    expect(rtfToText(wrapped)).toEqual({ text: '<p>Name: Ana&nbsp;</p>', isHtml: true })
  })

  it.each([
    // MS-OXRTFCP 3.1 and 3.2
    [
      '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0',
      '{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n',
    ],
    ['1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0', '{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}'],
  ])('is decompressed as Microsoft’s own examples are: %s', (hex, rtf) => {
    expect(decompressRtf(Buffer.from(hex, 'hex'))).toBe(rtf)
  })

  it('without an end, or of a million groups, ends soon', () => {
    for (const rtf of [
      '{'.repeat(1_000_000),
      String.raw`{\*`.repeat(500_000),
      '\\'.repeat(1_000_001),
      String.raw`\u1 `.repeat(400_000),
    ]) {
      expect(rtfToText(`{\\rtf1${rtf}`).isHtml).toBe(false)
    }
    // What is not linear takes minutes.
  }, 10_000)
})
