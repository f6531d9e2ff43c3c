import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { lookAtFile } from '../../../src-main/intake/csv/study-file.ts'
import { aFile } from '../import-desk.ts'

const look = (content: string | Buffer, options: object = {}) => lookAtFile(aFile(content), options)
const fieldsOf = async (content: string | Buffer, options: object = {}) =>
  Object.fromEntries((await look(content, options)).columns.map(({ header, field }) => [header, field]))
const oldOffice = (holds: string) => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(holds, 'utf16le')])
const refusal = async (content: string | Buffer, options: object = {}) =>
  look(content, options).then(
    () => null,
    (error: { code: string; data: object }) => ({ code: error.code, ...error.data }),
  )

describe('encoding', () => {
  const text = 'Name,Stadt,E-Mail\r\nJürgen Müller,Köln,j@example.de\r\nFrançoise Lefèvre,Besançon,f@example.fr\r\n'
  it.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.from(`\ufeff${text}`)],
    ['utf-16le', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['utf-16le', Buffer.from(text, 'utf16le')],
    ['utf-16be', iconv.encode(`\ufeff${text}`, 'utf-16be')],
    ['utf-16be', iconv.encode(text, 'utf-16be')],
    ['windows-1252', iconv.encode(text, 'windows-1252')],
  ])('%s is found', async (encoding, bytes) => {
    const found = await look(bytes)
    expect(found.encoding).toBe(encoding)
    expect(found.columns[0]).toMatchObject({ header: 'Name', field: 'name', samples: ['Jürgen Müller', 'Françoise Lefèvre'] })
  })

  it.each([
    ['windows-1251', 'имя,почта,город\nИван Петров,ivan@example.ru,Москва\nАнна Смирнова,anna@example.ru,Санкт-Петербург\n'],
    ['shift-jis', '名前,メール\n山田太郎,taro@example.jp\n鈴木花子,hana@example.jp\n'],
    ['gb18030', '姓名,公司\n王小明,上海贸易公司\n李华,北京科技公司\n'],
    ['koi8-r', 'имя,почта\nИван Петров,ivan@example.ru\nАнна Смирнова,anna@example.ru\n'],
  ])('%s is found by its letters', async (encoding, content) => {
    expect((await look(iconv.encode(content, encoding))).encoding).toBe(encoding)
  })

  it.each([
    ['windows-1250', 'Jméno,E-mail\nJiří Dvořák,jiri@x.cz\n'],
    ['windows-1250', 'Imię,E-mail\nPaweł Kępa,p@x.pl\n'],
    ['iso-8859-2', 'Imię,E-mail\nMichał Wąs,p@x.pl\n'],
    ['iso-8859-2', 'Jméno,E-mail\nTomáš Šťastný,t@x.cz\n'],
    ['windows-1250', 'Név,E-mail\nŐry Gergő,g@x.hu\n'],
    ['windows-1250', 'Ime,E-mail\nŽeljko Čović,z@x.hr\n'],
    ['windows-1254', 'Ad,E-posta\nAyşe Yılmaz,a@x.tr\n'],
    ['windows-1254', 'Ad,E-posta\nMehmet Şahin,m@x.tr\nİbrahim Çağlar,i@x.tr\n'],
    ['windows-1252', 'Nom,E-mail\nHélène Besançon,h@x.fr\nJosé Núñez,j@x.es\n'],
    ['windows-1252', 'Nafn,E-mail\nGuðmundur Þór Jónsson,g@x.is\n'],
    ['windows-1252', 'Navn,E-mail\nSøren Ærø,s@x.dk\nÅse Lindström,a@x.se\n'],
    ['windows-1252', 'Nome,E-mail\nJoão Conceição,j@x.pt\n'],
    ['windows-1252', 'Name,Note\nJim,it’s “fine” – 5€ for 3 cm³ of Nº 5\n'],
  ])('%s is found by a few words of it', async (encoding, content) => {
    expect((await look(iconv.encode(content, encoding))).encoding).toBe(encoding)
  })
  it('is that of the West where a few names are from abroad', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `Jürgen Müller,Köln,j${index}@x.de`)
    const bytes = iconv.encode(
      ['Name,Ort,E-Mail', ...names, 'Jos\u00e8\u00e1 Dvo\u00f8\u00e1k,Praha,d@x.cz'].join('\n'),
      'windows-1252',
    )
    expect((await look(bytes)).encoding).toBe('windows-1252')
  })

  it('may be given, by any of its names', async () => {
    expect(
      (await look(iconv.encode('Name,E-Mail\nŁukasz,l@x.pl\n', 'iso-8859-2'), { encoding: 'ISO8859-2' })).columns[0]?.samples,
    ).toEqual(['Łukasz'])
    expect(await refusal('Name\nx\n', { encoding: 'klingon' })).toMatchObject({
      code: 'file-encoding-unknown',
      encoding: 'klingon',
    })
    expect(await refusal('Name\nx\n', { encoding: 'base64' })).toMatchObject({ code: 'file-encoding-unknown' })
  })
})

describe('delimiter', () => {
  it.each([',', ';', '\t', '|', '^', '~'])('%j is found', async (delimiter) => {
    const rows = [
      ['Name', 'E-Mail', 'Notiz'],
      ['Jane Doe', 'jane@x.de', 'mag 1,5 Liter; und mehr'],
      ['Joe', 'joe@x.de', 'x'],
    ]
    const text = rows.map((row) => row.map((cell) => (cell.includes(delimiter) ? `"${cell}"` : cell)).join(delimiter)).join('\n')
    expect((await look(text)).delimiter).toBe(delimiter)
  })
  it('is a semicolon where commas only part the fractions', async () => {
    expect((await look('a;b;c\n1,5;2,5;x\n1,7;3,25;y\n')).delimiter).toBe(';')
  })
  it("is what Excel's sep= line says, which is no row", async () => {
    const found = await look('sep=;\nName;E-Mail\nJane;jane@x.de\n')
    expect(found).toMatchObject({ delimiter: ';', headerLine: 2, sample: [['Jane', 'jane@x.de']] })
  })
  it('may be given', async () => {
    expect((await look('a!b\n1!2\n', { delimiter: '!' })).columns.map(({ header }) => header)).toEqual(['a', 'b'])
  })
})

describe('the header line', () => {
  it('may stand below titles and blank lines', async () => {
    expect(
      await look('Lead export of our fair\n\nWritten 21.11.2026\n\nName,E-Mail,Phone\nJane,j@x.de,030 901820\n'),
    ).toMatchObject({ headerLine: 5, sample: [['Jane', 'j@x.de', '030 901820']] })
  })
  it('may be missing', async () => {
    const found = await look('Jane Doe,jane@x.de,+49 30 901820,Berlin\nJoe Bloggs,joe@x.de,+49 30 901821,Hamburg\n')
    expect(found).toMatchObject({ hasHeader: false, headerLine: null })
    expect(found.columns.map(({ header, field, matchedBy }) => [header, field, matchedBy])).toEqual([
      ['Column 1', 'name', 'content'],
      ['Column 2', 'email', 'content'],
      ['Column 3', 'phone', 'content'],
      ['Column 4', 'custom.Column 4', 'none'],
    ])
  })
  it('may be given, or said to be missing', async () => {
    expect((await look('x,y\nName,E-Mail\nJane,j@x.de\n', { headerLine: 2 })).headerLine).toBe(2)
    expect((await look('Name,E-Mail\nJane,j@x.de\n', { hasHeader: false })).sample).toHaveLength(2)
  })
  it('loses its mark, tabs and line breaks, and tells twins apart', async () => {
    expect(Object.keys(await fieldsOf('\ufeff"E-\nMail",\tName ,Note,Note,\nj@x.de,Jane,1,2,3\n'))).toEqual([
      'E- Mail',
      'Name',
      'Note',
      'Note (2)',
      'Column 5',
    ])
  })
})

describe('columns', () => {
  it.each([
    [
      'Salesforce',
      'First Name,Last Name,Title,Company / Account,Email,Phone,Mobile,Lead Source,Lead Status,Annual Revenue,No. of Employees,State/Province,Zip/Postal Code,Lead Owner,Create Date',
      'firstName,lastName,title,company,email,phone,phone2,source,stage,revenue,employees,region,postalCode,owner,receivedAt',
    ],
    [
      'HubSpot',
      'Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Create Date,Company name,Company Domain Name,Job Title,Country/Region,Original Source',
      'externalId,firstName,lastName,email,phone,owner,stage,receivedAt,company,website,title,country,source',
    ],
    [
      'Zoho',
      'Record Id,Lead Owner,Company,First Name,Last Name,Email,Secondary Email,Phone,Mobile,Lead Source,No of Employees,Street,City,State,Zip Code,Country,Description,Created Time',
      'externalId,owner,company,firstName,lastName,email,email2,phone,phone2,source,employees,address,city,region,postalCode,country,message,receivedAt',
    ],
    [
      'Pipedrive',
      'Person - Name,Person - Email - Work,Person - Phone - Work,Organization - Name,Lead - Value,Lead - Owner,Lead - Lead created',
      'name,email,phone,company,value,owner,receivedAt',
    ],
    [
      'Outlook',
      'First Name,Last Name,Company,Job Title,Business Street,Business City,Business State,Business Postal Code,Business Country/Region,Business Phone,Mobile Phone,E-mail Address,E-mail 2 Address,Web Page,Notes,Categories',
      'firstName,lastName,company,title,address,city,region,postalCode,country,phone,phone2,email,email2,website,message,tags',
    ],
    [
      'Google',
      'Given Name,Family Name,Organization Name,Organization Title,Notes,Labels,E-mail 1 - Value,E-mail 2 - Value,Phone 1 - Value,Address 1 - City,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Website 1 - Value',
      'firstName,lastName,company,title,message,tags,email,email2,phone,city,region,postalCode,country,website',
    ],
    [
      'Facebook',
      'id,created_time,platform,email,full_name,phone_number,company_name,job_title,lead_status',
      'externalId,receivedAt,source,email,name,phone,company,title,stage',
    ],
    [
      'LinkedIn',
      'First Name,Last Name,Email Address,Company Name,Job Title,Phone number,Submitted At',
      'firstName,lastName,email,company,title,phone,receivedAt',
    ],
    [
      'German',
      'Vorname,Nachname,Firma,E-Mail-Adresse,Telefon,Straße,PLZ,Ort,Land,Bemerkung,Quelle,Erstellt am,Zuständig',
      'firstName,lastName,company,email,phone,address,postalCode,city,country,message,source,receivedAt,owner',
    ],
    ['German, half a name', 'Name,Vorname,Unternehmen,Mobil', 'lastName,firstName,company,phone'],
    [
      'French',
      'Nom,Prénom,Société,Adresse e-mail,Téléphone,Ville,Code postal,Pays,Commentaires',
      'lastName,firstName,company,email,phone,city,postalCode,country,message',
    ],
    [
      'Spanish',
      'Nombre,Apellidos,Empresa,Correo electrónico,Teléfono,Ciudad,Provincia,País,Observaciones',
      'firstName,lastName,company,email,phone,city,region,country,message',
    ],
  ])('of a %s export are known', async (_, headers, fields) => {
    const width = headers.split(',').length
    expect(Object.values(await fieldsOf(`${headers}\n${Array(width).fill('').join(',')}\nx${','.repeat(width - 1)}\n`))).toEqual(
      fields.split(','),
    )
  })

  it('that fit no field are kept under their header', async () => {
    expect(await fieldsOf('E-Mail,Shoe size,Do Not Email,Email Opened\na@x.de,43,No,3\n')).toEqual({
      'E-Mail': 'email',
      'Shoe size': 'custom.Shoe size',
      'Do Not Email': 'custom.Do Not Email',
      'Email Opened': 'custom.Email Opened',
    })
  })
  it('are found by what stands in them when their header says nothing', async () => {
    expect(await fieldsOf('名前,連絡先,x\nTaro,taro@x.jp,1\nHana,hana@x.jp,2\n')).toMatchObject({ 連絡先: 'email' })
    expect(await fieldsOf('Dads email,First Name\njoseph-email.com,Joseph\n')).toMatchObject({ 'Dads email': 'email' })
  })
  it('follow the person, then what was chosen before, then their names', async () => {
    const file = aFile('E-Mail,Firma,Ort\na@x.de,X,Y\n')
    const remembered = async () =>
      new Map([
        ['firma', 'name'],
        ['ort', null],
      ])
    expect(
      (await lookAtFile(file, { map: { Firma: 'company' } }, remembered)).columns.map(({ field, matchedBy }) => [
        field,
        matchedBy,
      ]),
    ).toEqual([
      ['email', 'alias'],
      ['company', 'memory'],
      [null, 'memory'],
    ])
    expect((await lookAtFile(file, {}, remembered)).columns[1]?.field).toBe('name')
    expect(await refusal('E-Mail\na@x.de\n', { map: { Mail: 'email' } })).toMatchObject({
      code: 'map-unknown-header',
      header: 'Mail',
    })
    expect(await refusal('E-Mail\na@x.de\n', { map: { 'E-Mail': 'mail' } })).toMatchObject({
      code: 'map-unknown-field',
      field: 'mail',
    })
  })
})

describe('a file that is none', () => {
  it.each([
    ['a PDF document', Buffer.from('%PDF-1.7\n...')],
    ['a zip archive', Buffer.from('PK\u0003\u0004....readme.txt')],
    ['a PNG picture', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['a program', Buffer.from('7f454c46020101', 'hex')],
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(60)])],
    ['an old Excel, Word or Outlook file', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['an old Excel file (.xls)', oldOffice('Workbook')],
    ['an old Word file (.doc)', oldOffice('WordDocument')],
    ['an Excel or Word file locked with a password', oldOffice('EncryptedPackage')],
    ['an HTML page', Buffer.from('<!DOCTYPE html><html><body><table>')],
    ['a JSON document', Buffer.from('[{"name":"x"}]')],
    ['a binary file', Buffer.from(Array.from({ length: 500 }, (_, index) => (index * 37) % 256))],
  ])('%s is called so', async (looksLike, bytes) => {
    expect(await refusal(bytes)).toMatchObject({ code: 'file-not-text', file: 'leads.csv', looksLike })
  })
  it('is refused by what is wrong with it', async () => {
    expect(await refusal('')).toMatchObject({ code: 'file-empty' })
    expect(await refusal('\n\n  \n')).toMatchObject({ code: 'file-empty' })
    expect(await refusal('\ufeff')).toMatchObject({ code: 'file-empty' })
    expect(await refusal('Name,E-Mail\n')).toMatchObject({ code: 'file-no-rows' })
    expect(await refusal('invalid,csv,data\n')).toMatchObject({
      code: 'file-no-lead-column',
      headers: ['invalid', 'csv', 'data'],
    })
    const file = aFile('x')
    await expect(lookAtFile({ path: `${file.path}.missing`, name: 'gone.csv' }, {})).rejects.toMatchObject({
      code: 'file-not-found',
      data: { file: 'gone.csv' },
    })
    mkdirSync(join(file.path, '..', 'folder'))
    await expect(lookAtFile({ path: join(file.path, '..', 'folder'), name: 'folder' }, {})).rejects.toMatchObject({
      code: 'file-is-directory',
    })
  })
})
