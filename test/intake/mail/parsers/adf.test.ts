import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseMail } from '../../../../src-main/intake/mail/parse-mail.ts'
import { readMail } from '../../../../src-main/intake/mail/read-mail.ts'
import { draftOf, fieldIn, parsed, rawMail, read } from '../a-mail.ts'

const MAILS = join(import.meta.dirname, '../../../../../shared/data/mail')
const hasMails = existsSync(MAILS)

const WHOLE = `<?xml version="1.0" encoding="UTF-8"?>
<?adf version="1.0"?>
<adf><prospect status="new">
  <id sequence="1" source="Sample Portal">LD-70355</id>
  <requestdate>2026-03-04T09:15:00-06:00</requestdate>
  <vehicle interest="buy" status="used"><year>2019</year><make>Honda</make><model>Civic</model><stock>U44</stock>
    <price type="asking" currency="USD">18500</price><colorcombination>blue</colorcombination></vehicle>
  <vehicle interest="trade-in"><year>2011</year><make>Ford</make><model>Focus</model></vehicle>
  <customer><contact primarycontact="1">
    <name part="first">Ines</name><name part="last">Albrecht</name>
    <email>ines.a@example.net</email><phone type="voice" time="evening">312-555-0177</phone>
    <phone type="cellphone">312-555-0178</phone><phone type="fax">312-555-0179</phone>
    <address><street line="1">9 Elm St</street><apartment>4b</apartment><city>Joliet</city><regioncode>IL</regioncode><postalcode>60431</postalcode><country>US</country></address>
  </contact><comments>Does it have winter tyres? &amp; can I bring a trade-in?</comments></customer>
  <vendor><contact><name part="full">Lakeside Motors</name></contact></vendor>
  <provider><name part="full">Sample Portal</name></provider>
</prospect></adf>`

describe('ADF in the body of a mail', () => {
  it('is read whole: person, car, wish, when and by whom', async () => {
    const found = await parsed({}, WHOLE)
    expect(found).toMatchObject({ doubt: null, templateId: null, reading: { parser: 'adf', language: 'en' } })
    expect(read(found)).toEqual({
      name: 'Ines Albrecht',
      firstName: 'Ines',
      lastName: 'Albrecht',
      email: 'ines.a@example.net',
      phone: '312-555-0177',
      phone2: '312-555-0178',
      'custom.fax': '312-555-0179',
      'custom.best time to call': 'evening',
      address: '9 Elm St, 4b',
      city: 'Joliet',
      region: 'IL',
      postalCode: '60431',
      country: 'US',
      product: '2019 Honda Civic',
      value: '18500',
      currency: 'USD',
      'custom.stock number': 'U44',
      'custom.interest': 'used, buy',
      'custom.trade-in': '2011 Ford Focus',
      'custom.vehicle colorcombination': 'blue',
      message: 'Does it have winter tyres? & can I bring a trade-in?',
      externalId: 'LD-70355',
      source: 'Sample Portal',
      receivedAt: '2026-03-04T09:15:00-06:00',
      'custom.vendor': 'Lakeside Motors',
    })
    expect(draftOf(found)).toMatchObject({
      phone: '+13125550177',
      region: 'US-IL',
      value: 18_500,
      receivedAt: Date.UTC(2026, 2, 4, 15, 15),
    })
    expect(fieldIn(found, 'phone')).toEqual({
      field: 'phone',
      value: '312-555-0177',
      confidence: 1,
      where: 'ADF, customer, voice',
    })
  })

  it.each([
    ['instructions in capitals before the declaration', '<?ADF VERSION "1.0"?>\n<?xml version="1.0"?>\n'],
    ['blank lines before the declaration', '\n\n<?xml version="1.0"?>\n<?adf version="1.0"?>\n'],
    ['words before it', 'A new lead:\n\n'],
    ['a document type before it', '<!DOCTYPE adf SYSTEM "http://portal.example/adf.dtd">\n'],
  ])('is found behind %s', async (_, head) => {
    expect(read(await parsed({}, head + WHOLE.slice(WHOLE.indexOf('<adf>'))))).toMatchObject({ email: 'ines.a@example.net' })
  })

  it.each([
    ['full and in parts', '<name part="full">Ines M. Albrecht</name><name part="first">Ines</name>', 'Ines M. Albrecht'],
    ['without saying which part', '<name>Ines Albrecht</name>', 'Ines Albrecht'],
    ['in capitals', '<NAME PART="FULL">INES ALBRECHT</NAME>', 'INES ALBRECHT'],
  ])('reads names %s', async (_, name, whole) => {
    const adf = `<ADF><Prospect><Customer><Contact>${name}<email>a@example.net</email></Contact></Customer></Prospect></ADF>`
    expect(read(await parsed({}, adf))['name']).toBe(whole)
  })

  it.each([
    ['2026-03-04T09:15', Date.UTC(2026, 2, 4, 15, 15)],
    ['2026-03-04T8:47:50', Date.UTC(2026, 2, 4, 14, 47, 50)],
    ['2026-03-04T09:15:00-09:00', Date.UTC(2026, 2, 4, 18, 15)],
  ])('reads the request date %s', async (date, at) => {
    const adf = `<adf><prospect><requestdate>${date}</requestdate><customer><contact><email>a@example.net</email></contact></customer></prospect></adf>`
    expect(draftOf(await parsed({}, adf)).receivedAt).toBe(at)
  })

  it('reads the stock number under either name, comments in CDATA and the lead type in either place', async () => {
    const adf = `<adf><prospect><vehicle><make>Kia</make><stocknumber>N7</stocknumber></vehicle><customer><leadtype>sales</leadtype>
      <contact><email>a@example.net</email></contact><comments><![CDATA[<b>Call</b> & write]]></comments></customer></prospect></adf>`
    expect(read(await parsed({}, adf))).toMatchObject({
      'custom.stock number': 'N7',
      'custom.lead type': 'sales',
      message: '<b>Call</b> & write',
    })
  })

  it('makes a lead of each prospect', async () => {
    const one = (name: string): string =>
      `<prospect><customer><contact><name part="full">${name}</name><email>${name}@example.net</email></contact></customer></prospect>`
    const found = await parsed({}, `<adf>${one('ada')}${one('bo')}</adf>`)
    expect(found?.doubt).toBeNull()
    expect([read(found, 0)['email'], read(found, 1)['email']]).toEqual(['ada@example.net', 'bo@example.net'])
  })

  it('believes what is there of a torn document, less, and not the value it was torn in', async () => {
    const found = await parsed({}, WHOLE.slice(0, WHOLE.indexOf('-0178')))
    expect(found?.doubt).toBe('unsure')
    expect(read(found)).toMatchObject({ name: 'Ines Albrecht', phone: '312-555-0177' })
    expect(read(found)['phone2']).toBeUndefined()
    expect(fieldIn(found, 'email')?.confidence).toBe(0.6)
  })

  it('leaves a masked number, a number of nines and a relay missing', async () => {
    const adf = `<adf><prospect><customer><contact><name>Bo Lind</name><phone>312-555-XXXX</phone><phone>9999999999</phone>
      <email>ab12@convo.zillow.com</email></contact></customer></prospect></adf>`
    const found = await parsed({}, adf)
    expect(found?.doubt).toBe('no-contact')
    expect(read(found)).toEqual({ name: 'Bo Lind' })
  })
})

describe('a hostile document', () => {
  it('gets none of its entities expanded', async () => {
    const bomb = Array.from({ length: 20 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`).join('')
    const adf = `<!DOCTYPE adf [<!ENTITY l0 "lol">${bomb}]><adf><prospect><customer><contact><email>a@example.net</email></contact><comments>&l20;</comments></customer></prospect></adf>`
    expect(read(await parsed({}, adf))['message']).toBe('&l20;')
  })
  it('reads no file and no page', async () => {
    const adf = `<!DOCTYPE adf [<!ENTITY x SYSTEM "file:///etc/passwd">]><adf><prospect><customer><contact><email>a@example.net</email></contact><comments>&x;</comments></customer></prospect></adf>`
    expect(read(await parsed({}, adf))['message']).toBe('&x;')
  })
  it('is walked in no time, however deep it is', async () => {
    const deep = `<adf><prospect>${'<a>'.repeat(200_000)}${'</b>'.repeat(100_000)}`
    const began = performance.now()
    expect((await parsed({}, deep))?.doubt).toBe('no-contact')
    expect(performance.now() - began).toBeLessThan(5_000)
  })
})

describe('ADF attached', () => {
  const attached = (type: string, name: string, content: Buffer): Buffer =>
    Buffer.concat([
      rawMail({ 'Content-Type': 'multipart/mixed; boundary=b' }, '--b\nContent-Type: text/plain\n\nA lead is attached.\n'),
      Buffer.from(
        `--b\r\nContent-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${content.toString('base64')}\r\n--b--\r\n`,
      ),
    ])
  it.each([
    ['application/xml', 'lead.xml', Buffer.from(WHOLE)],
    ['application/octet-stream', 'lead.adf', Buffer.from(WHOLE)],
    ['application/x-adf+xml', 'lead', Buffer.from(`\ufeff${WHOLE}`, 'utf16le')],
  ])('as %s is read before the words of the mail', async (type, name, content) => {
    const found = await parseMail(await readMail(attached(type, name, content)), [])
    expect(found?.reading.parser).toBe('adf')
    expect(fieldIn(found, 'email')?.where).toBe(`attachment ${name}, customer`)
  })
})

describe.runIf(hasMails)('documents of others', () => {
  it.each(['sendadf-readme-1.xml', 'sendadf-readme-2.xml', 'sendadf-readme-3.xml'])('%s is read', async (file) => {
    const found = await parsed({}, readFileSync(join(MAILS, 'adf', file), 'utf8'))
    expect(found?.doubt).toBeNull()
    expect(read(found)).toMatchObject({ name: 'John Doe', phone: '393-999-3922', product: '1999 Chevrolet Blazer' })
  })
  it('a mail cut short after its date has somebody to look at it', async () => {
    const found = await parseMail(await readMail(readFileSync(join(MAILS, 'leads/rubymail-online-lead-adf.eml'))), [])
    expect(found).toMatchObject({ doubt: 'no-contact', reading: { parser: 'adf' } })
    expect(fieldIn(found, 'receivedAt')).toMatchObject({ value: '2010-10-13T07:53:04-09:00', confidence: 0.6 })
  })
})

it.runIf(!hasMails)('the mails of others are not on this machine: their suites are passed over', () => {
  expect(hasMails).toBe(false)
})
