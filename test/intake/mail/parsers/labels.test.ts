import { describe, expect, it } from 'vitest'
import { draftOf, fieldIn, parsed, read } from '../a-mail.ts'

describe('label lines', () => {
  it('of any form are read; the page the form stands on is nobody’s website', async () => {
    const body =
      'Name: Joel Kim\nEmail: joel.kim@example.com\nPhone: +1 503 555 0134\nurl: https://portal.example/listing/77\nAdditional: looking for two bedrooms near the park\n'
    const found = await parsed({}, body)
    expect(found).toMatchObject({ doubt: null, reading: { parser: 'labels', language: 'en' } })
    expect(read(found)).toEqual({
      name: 'Joel Kim',
      email: 'joel.kim@example.com',
      phone: '+1 503 555 0134',
      message: 'looking for two bedrooms near the park',
      'custom.url': 'https://portal.example/listing/77',
    })
    expect(fieldIn(found, 'phone')).toEqual({
      field: 'phone',
      value: '+1 503 555 0134',
      confidence: 0.9,
      where: 'line 3, "Phone"',
    })
  })

  it.each([
    [
      'German',
      'Von: Ana Reyes <ana@example.com>\nBetreff: Dach\n\nNachrichtentext:\nBitte rufen Sie mich an: 089 123456.\nAna\n',
    ],
    [
      'French',
      'De : Ana Reyes <ana@example.com>\nObjet : Dach\n\nCorps du message :\nBitte rufen Sie mich an: 089 123456.\nAna\n',
    ],
    [
      'Spanish',
      'De: Ana Reyes <ana@example.com>\nAsunto: Dach\n\nCuerpo del mensaje:\nBitte rufen Sie mich an: 089 123456.\nAna\n',
    ],
    [
      'Italian',
      'Da: Ana Reyes <ana@example.com>\nOggetto: Dach\n\nCorpo del messaggio:\nBitte rufen Sie mich an: 089 123456.\nAna\n',
    ],
  ])('of Contact Form 7 in %s are the visitor and all they wrote', async (_, body) => {
    const foot = '\n-- \nThis e-mail was sent from a contact form\n'
    expect(read(await parsed({ 'Reply-To': 'ana@example.com' }, body + foot))).toEqual({
      name: 'Ana Reyes',
      email: 'ana@example.com',
      'custom.Subject': 'Dach',
      message: 'Bitte rufen Sie mich an: 089 123456.\nAna',
    })
  })

  it('of WPForms keep a message of several paragraphs', async () => {
    const body =
      '--- Name ---\n\nMarta Quist\n\n--- Email ---\n\nm@quist.example\n\n--- Comment or Message ---\n\nHello\n\nand goodbye\n'
    expect(read(await parsed({}, body))).toEqual({
      name: 'Marta Quist',
      email: 'm@quist.example',
      message: 'Hello\n\nand goodbye',
    })
  })

  it('have values without the links that mail programs put beside them', async () => {
    const body =
      '*Name:* Otto Klein\n*E-Mail:* otto@klein.example <mailto:otto@klein.example>\n*Telefon:* <tel:+4971155501>\n*Nachricht:* Hallo, siehe <https://klein.example>\n'
    expect(read(await parsed({}, body))).toEqual({
      name: 'Otto Klein',
      email: 'otto@klein.example',
      phone: '+4971155501',
      message: 'Hallo, siehe <https://klein.example>',
    })
  })

  it.each([
    ['PLZ/Ort', '80331 München', '80331', 'München'],
    ['PLZ, Ort', 'D-80331 Bad Aibling', 'D-80331', 'Bad Aibling'],
    ['Code postal / Ville', '75011 Paris', '75011', 'Paris'],
    ['CP y localidad', '28001 Madrid', '28001', 'Madrid'],
    ['Postcode en plaats', '1012 AB Amsterdam', '1012 AB', 'Amsterdam'],
  ])('of a code and a town in one, %s, give both', async (label, value, postalCode, city) => {
    const found = read(await parsed({}, `Name: Ana Reyes\nEmail: ana@example.com\n${label}: ${value}\n`))
    expect(found).toEqual({ name: 'Ana Reyes', email: 'ana@example.com', postalCode, city })
  })

  it('of a code and a town in one with only one of them stay as written', async () => {
    const found = read(await parsed({}, 'Name: Ana Reyes\nEmail: ana@example.com\nPLZ/Ort: München\n'))
    expect(found['custom.PLZ/Ort']).toBe('München')
  })

  it.each([
    [
      'English',
      'First Name: Ana\nLast Name: Reyes\nE-mail address: ana@example.com\nTelephone: 206-555-0188\nCompany: Reyes Ltd\nMessage: Please call',
      {},
    ],
    [
      'German',
      'Vorname: Ana\nNachname: Reyes\nE-Mail-Adresse: ana@example.com\nTelefon: 206-555-0188\nFirma: Reyes Ltd\nNachricht: Please call',
      {},
    ],
    [
      'French',
      'Prénom : Ana\nNom : Reyes\nAdresse e-mail : ana@example.com\nTéléphone : 206-555-0188\nSociété : Reyes Ltd\nVotre message : Please call',
      {},
    ],
    [
      'Spanish',
      'Nombre: Ana\nApellidos: Reyes\nCorreo electrónico: ana@example.com\nTeléfono: 206-555-0188\nEmpresa: Reyes Ltd\nMensaje: Please call',
      {},
    ],
    [
      'Italian',
      'Nome: Ana\nCognome: Reyes\nIndirizzo e-mail: ana@example.com\nTelefono: 206-555-0188\nAzienda: Reyes Ltd\nMessaggio: Please call',
      {},
    ],
    [
      'Dutch',
      'Voornaam: Ana\nAchternaam: Reyes\nE-mailadres: ana@example.com\nTelefoonnummer: 206-555-0188\nBedrijf: Reyes Ltd\nBericht: Please call',
      {},
    ],
    [
      'Portuguese',
      'Nome: Ana\nSobrenome: Reyes\nEndereço de e-mail: ana@example.com\nTelefone: 206-555-0188\nEmpresa: Reyes Ltd\nMensagem: Please call',
      {},
    ],
  ])('are understood in %s', async (_, body) => {
    expect(draftOf(await parsed({}, body))).toMatchObject({
      name: 'Ana Reyes',
      email: 'ana@example.com',
      phone: '+12065550188',
      company: 'Reyes Ltd',
      message: 'Please call',
    })
  })

  it.each([
    ['with bullets', '- Name: Ana Reyes\n* Email: ana@example.com\n• Phone: 206-555-0188'],
    ['in bold', '*Name:* Ana Reyes\n**Email**: ana@example.com\n*Phone:* 206-555-0188'],
    ['with the value below', 'Name:\nAna Reyes\n\nEmail:\nana@example.com\n\nPhone:\n206-555-0188'],
    ['without colons, the value below', 'Name\nAna Reyes\n\nEmail\nana@example.com\n\nPhone\n206-555-0188'],
    ['with tabs', 'Name\tAna Reyes\nEmail\tana@example.com\nPhone\t206-555-0188'],
    ['framed', '--- Name ---\n\nAna Reyes\n\n--- Email ---\n\nana@example.com\n\n--- Phone ---\n\n206-555-0188\n'],
    ['with a colon of full width', 'Name：Ana Reyes\nEmail：ana@example.com\nPhone：206-555-0188'],
    [
      'that ask',
      'What is your name?: Ana Reyes\nName: Ana Reyes\nYour email: ana@example.com\nBest phone number to reach you: 206-555-0188',
    ],
  ])('are read %s', async (_, body) => {
    expect(read(await parsed({}, body))).toMatchObject({ name: 'Ana Reyes', email: 'ana@example.com', phone: '206-555-0188' })
  })

  it('do not run over into the next: "Name:" is not the "Name:" of "First Name:"', async () => {
    const found = await parsed({}, 'First Name: Rebecca\nLast Name: Stone\nEmail: r@example.com')
    expect(read(found)).toEqual({ firstName: 'Rebecca', lastName: 'Stone', email: 'r@example.com' })
    expect(draftOf(found).name).toBe('Rebecca Stone')
  })

  it('count at the beginning of lines only', async () => {
    const found = await parsed(
      {},
      'Name: Ana Reyes\nEmail: ana@example.com\nMessage: my old Phone: 1 and Email: x@example.org are gone',
    )
    expect(read(found)).toEqual({
      name: 'Ana Reyes',
      email: 'ana@example.com',
      message: 'my old Phone: 1 and Email: x@example.org are gone',
    })
  })

  it('keep addresses and messages of several lines whole, up to the next label', async () => {
    const body = `Name: Theo Banks
Address: 88 Merry Ln
San Diego, CA 92101
Message: The drain is blocked.

I need two things:
a plumber: quickly
and an offer.
Name: that is not me
Phone: 619-555-0160

-- 
Phone: 1 800 555 0100
This was sent from a form.`
    expect(read(await parsed({}, body))).toEqual({
      name: 'Theo Banks',
      address: '88 Merry Ln\nSan Diego, CA 92101',
      message: 'The drain is blocked.\n\nI need two things:\na plumber: quickly\nand an offer.\nName: that is not me',
      phone: '619-555-0160',
    })
  })

  it('that fill nothing are no values', async () => {
    const found = await parsed({}, 'Name: Ana Reyes\nPhone:\nCompany:\nEmail: ana@example.com\nMessage:\n')
    expect(read(found)).toEqual({ name: 'Ana Reyes', email: 'ana@example.com' })
  })

  it('of an empty form are told as such', async () => {
    expect(await parsed({}, 'Name:\nEmail:\nPhone:\nMessage:\n')).toMatchObject({ doubt: 'empty-form', reading: { leads: [] } })
  })

  it('keep what fits no field under its own name', async () => {
    const found = await parsed({}, 'Customer Name: Theo Banks\nPhone Number: 619-555-0160\nJob Category: Plumbing\nRoom count: 3')
    expect(read(found)).toMatchObject({ product: 'Plumbing', 'custom.Room count': '3' })
  })

  it.each(['619-555-XXXX', '(•••) •••-0160', '***-***-0160', '9999999999', '000-000-0000', '619-###-####'])(
    'whose number is %s have none: it would be that of every other lead',
    async (masked) => {
      const found = await parsed({}, `Name: Theo Banks\nPhone: ${masked}\nEmail: theo@example.com`)
      expect(read(found)['phone']).toBeUndefined()
      expect(draftOf(found)).toMatchObject({ phone: null, custom: { Phone: masked } })
    },
  )

  it.each([
    'a1b2@convo.zillow.com',
    'noreply@example.com',
    'no-reply+77@example.com',
    'x@reply.portal.example',
    'd***@example.com',
  ])('whose address is %s have none', async (address) => {
    const found = await parsed({}, `Name: Theo Banks\nEmail: ${address}\nPhone: 619-555-0160`)
    expect(read(found)['email']).toBeUndefined()
  })

  it('without an address have the one that answers go to, less surely', async () => {
    const found = await parsed({ 'Reply-To': 'theo@example.com' }, 'Name: Theo Banks\nMessage: Call me please')
    expect(fieldIn(found, 'email')).toEqual({ field: 'email', value: 'theo@example.com', confidence: 0.7, where: 'Reply-To' })
    expect(found?.doubt).toBeNull()
  })

  it('take no address for an answer that is a relay or our own', async () => {
    const found = await parsed(
      { 'Reply-To': 'sales@firm.example, x@reply.portal.example' },
      'Name: Theo Banks\nMessage: Call me please',
    )
    expect(found?.doubt).toBe('no-contact')
  })

  it('in an answer are less sure, and somebody looks', async () => {
    const found = await parsed({ Subject: 'AW: Contact' }, 'Name: Theo Banks\nEmail: theo@example.com')
    expect(found?.doubt).toBe('unsure')
    expect(fieldIn(found, 'email')?.confidence).toBe(0.63)
  })

  it('of a quoted mail are not read again', async () => {
    const body =
      'Thank you, we called him.\n\nOn Mon, 2 Nov 2026 at 10:00, Website <noreply@site.example> wrote:\n\nName: Theo Banks\nEmail: theo@example.com\n'
    expect((await parsed({ From: 'Anna <anna@firm.example>', Subject: 'Re: lead' }, body))?.reading.parser).toBe('person')
  })

  it('of several leads in one mail are told apart, and somebody looks', async () => {
    const found = await parsed({}, 'Name: Ana\nEmail: ana@example.com\n\nName: Bo\nEmail: bo@example.com\n')
    expect(found?.doubt).toBe('several-leads')
    expect([read(found, 0), read(found, 1)]).toEqual([
      { name: 'Ana', email: 'ana@example.com' },
      { name: 'Bo', email: 'bo@example.com' },
    ])
  })

  it('of a letter’s signature do not make it a form', async () => {
    const body = `Dear team,

we would like to have an offer for twelve desks.
They should be delivered in May, to our office in Kent.
Please tell us the price, and how long it takes.

Best regards
Owen Marsh
Phone: 206-555-0188
Email: owen@example.com`
    expect((await parsed({ From: 'Owen Marsh <owen@example.com>' }, body))?.reading.parser).toBe('person')
  })

  it('survive a million characters made to slow them', async () => {
    for (const text of [
      `${'-'.repeat(500_000)}x`,
      'Name: '.repeat(160_000),
      '=- '.repeat(300_000),
      'a:\n'.repeat(300_000),
      `Phone: ${'('.repeat(900_000)}`,
    ]) {
      const began = performance.now()
      await parsed({}, `Name: A B\nEmail: a@example.com\n${text}`)
      expect(performance.now() - began).toBeLessThan(5_000)
    }
  })
})

describe('forms of well-known makers', () => {
  it('Contact Form 7: the person stands in the first line', async () => {
    const body = `From: Ana Reyes <ana.reyes@example.com>
Subject: Quote for a garage roof

Message Body:
About 40 square metres, flat.

-- 
This e-mail was sent from a contact form on Cedar Roofing (https://cedar-roofing.example)`
    const headers = {
      From: 'Cedar Roofing <wordpress@cedar-roofing.example>',
      'Reply-To': 'ana.reyes@example.com',
      Subject: 'Cedar Roofing "Quote"',
    }
    const found = await parsed(headers, body)
    expect(found?.doubt).toBeNull()
    expect(read(found)).toEqual({
      name: 'Ana Reyes',
      email: 'ana.reyes@example.com',
      'custom.Subject': 'Quote for a garage roof',
      message: 'About 40 square metres, flat.',
    })
  })

  it('WPForms: labels between dashes, empty ones left out, nameless ones numbered', async () => {
    const body =
      '--- Name ---\n\nMarta Quist\n\n--- Email ---\n\nmarta.quist@example.com\n\n--- Field ID #7 ---\n\nblue\n\n--- Message ---\n\nNote: only mornings.\n\nPhone first.\n'
    expect(read(await parsed({}, body))).toEqual({
      name: 'Marta Quist',
      email: 'marta.quist@example.com',
      'custom.Field ID 7': 'blue',
      message: 'Note: only mornings.\n\nPhone first.',
    })
  })

  it('Gravity Forms: a row for the label, a row for the value', async () => {
    const row = (label: string, value: string): string =>
      `<tr bgcolor="#EAF2FA"><td colspan="2"><font style="font-size:12px"><strong>${label}</strong></font></td></tr>
       <tr bgcolor="#FFFFFF"><td width="20">&nbsp;</td><td><font>${value}</font></td></tr>`
    const html = `<html><head><title>New submission</title></head><body><table width="99%"><tr><td><table>${row('Name', 'Cleo Tran')}${row('Phone', '(773) 555-0129')}
      ${row('Email', '<a href="mailto:cleo@example.com">cleo@example.com</a>')}${row('Roof colour', 'red')}${row('Message', 'One line.<br />Another line.')}</table></td></tr></table></body></html>`
    const found = await parsed({ Subject: 'New submission from Contact us' }, html, { type: 'text/html' })
    expect(read(found)).toEqual({
      name: 'Cleo Tran',
      phone: '(773) 555-0129',
      email: 'cleo@example.com',
      'custom.Roof colour': 'red',
      message: 'One line.\nAnother line.',
    })
    expect(fieldIn(found, 'phone')?.where).toBe('table, "Phone"')
  })

  it('tables of two columns, also within tables', async () => {
    const html = `<table><tr><td><h1>New lead</h1></td></tr><tr><td><table>
      <tr><th>Full name</th><td>Cleo Tran</td></tr><tr><th>E-mail</th><td>cleo@example.com</td></tr><tr><th>Phone</th><td></td></tr>
      <tr><th>Budget range</th><td>5,000 to 10,000</td></tr></table></td></tr><tr><td>© Portal</td></tr></table>`
    expect(read(await parsed({}, html, { type: 'text/html' }))).toEqual({
      name: 'Cleo Tran',
      email: 'cleo@example.com',
      'custom.Budget range': '5,000 to 10,000',
    })
  })

  it('paragraphs with a bold label and its value behind a line break', async () => {
    const html =
      '<p><strong>Name</strong><br>Cleo Tran</p><p><strong>Email</strong><br>cleo@example.com</p><p><b>Favourite day</b><br>Monday</p>'
    expect(read(await parsed({}, html, { type: 'text/html' }))).toEqual({
      name: 'Cleo Tran',
      email: 'cleo@example.com',
      'custom.Favourite day': 'Monday',
    })
  })

  it('Elementor: what the site adds below is not what the person wrote', async () => {
    const body =
      'Name: Cleo Tran\nEmail: cleo@example.com\nMessage: Please call.\n\n---\n\nDate: November 2, 2026\nTime: 10:00 am\nPage URL: https://site.example/contact\nUser Agent: Mozilla/5.0\nRemote IP: 192.0.2.7\nPowered by: Elementor\n'
    const found = await parsed({}, body)
    expect(read(found)).toMatchObject({ name: 'Cleo Tran', message: 'Please call.', 'custom.Remote IP': '192.0.2.7' })
    expect(draftOf(found)).toMatchObject({ website: null, receivedAt: null })
  })

  it('a portal nobody knows, with bullets and a button', async () => {
    const body =
      'New Lead Alert\n\n* Customer Name: Theo Banks\n* Phone Number: 619-555-0160\n* Address: 88 Merry Ln, San Diego, CA 92101\n* Job Category: Plumbing\n* Job Description: Kitchen drain is blocked.\n\nView the lead: https://portal.example/l/1\n'
    const found = await parsed({ From: 'newlead@portal.example', Subject: 'You Have a New Plumbing Lead!' }, body)
    expect(found?.doubt).toBeNull()
    expect(read(found)).toMatchObject({
      name: 'Theo Banks',
      phone: '619-555-0160',
      address: '88 Merry Ln, San Diego, CA 92101',
      product: 'Plumbing',
      'custom.Job Description': 'Kitchen drain is blocked.',
    })
  })

  it('several opportunities in one mail, none with a contact, never become one lead', async () => {
    const body =
      'Opportunity 1\nCity: Kent\nJob Category: Plumbing\n\nOpportunity 2\nCity: Dayton\nJob Category: Roofing\n\nOpportunity 3\nCity: Joliet\nJob Category: Paint\n'
    const found = await parsed({ From: 'newlead@portal.example', Subject: '3 new opportunities near you' }, body)
    expect(found?.doubt).toBe('several-leads')
  })
})
