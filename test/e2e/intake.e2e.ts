import { createServer } from 'node:net'
import { PASSWORD, startDovecot, USER } from '../helpers/dovecot.ts'
import { writeXlsx } from '../intake/xlsx/write-xlsx.ts'
import { expectNoBarriers } from './a11y.ts'
import { expect, test } from './desk-fixture.ts'
import { InboxWizard } from './pages/inbox-wizard.ts'
import { aRep, everyoneInTurn, someRules } from './seeds.ts'

const team = { reps: [aRep('Anna Amsel'), aRep('Ben Bock')], rules: someRules(everyoneInTurn) }

const mail = (id: string, headers: readonly string[], ...lines: string[]): string =>
  [...headers, `To: ${USER}`, `Message-ID: <${id}@mails.example>`, `Date: ${new Date().toUTCString()}`, '', ...lines, ''].join(
    '\r\n',
  )
const formMail = (name: string): string => {
  const id = name.toLowerCase().replaceAll(' ', '.')
  return mail(
    id,
    ['From: Web site <wordpress@shop.example>', `Subject: Enquiry of ${name}`],
    `Name: ${name}`,
    `Email: ${id}@customer.example`,
    'Message: Please call me.',
  )
}
const personMail = mail(
  'peter',
  ['From: Peter Post <peter@person.example>', 'Subject: A question'],
  'Hello, what do 20 seats cost?',
  '',
  'Peter Post',
)
const newsletter = mail(
  'news',
  [
    'From: News <news@letter.example>',
    'Subject: Autumn offers',
    'List-Unsubscribe: <https://letter.example/u>',
    'Precedence: bulk',
  ],
  'Buy now.',
)

const workbook = {
  name: 'fair.xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: writeXlsx({
    sheets: [
      {
        name: 'Stand',
        rows: [
          ['Day', 'Costs'],
          ['Monday', 12],
        ],
      },
      {
        name: 'Visitors',
        rows: [
          ['Name', 'Email', 'Company'],
          ['Ada Alt', 'ada@customer.example', 'Alt GmbH'],
        ],
      },
    ],
  }),
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

test.describe('An inbox', () => {
  test.use({ given: team })

  test(
    'goes from an address to leads on the board, says when it is ill, and leaves its leads behind',
    { tag: '@window' },
    async ({ desk }) => {
      const { intake, page } = desk
      const wizard = new InboxWizard(page)
      const server = await startDovecot()
      try {
        server.deliver([formMail('Ada Alt'), newsletter, personMail])
        await desk.frame.goTo('Intake')
        await expect(page.getByText('No inbox yet.')).toBeVisible()
        await wizard.open()
        await wizard.fillAccount({ user: USER, port: server.port, password: 'wrong' })
        await wizard.test()
        await expect(wizard.trouble).toContainText('The server did not accept the user and password.')
        await expectNoBarriers(page, 'an account that is refused')

        await wizard.typePassword(PASSWORD)
        await wizard.test()
        await expect(page.getByText(/^Connected, \d+ folders?\. New mails are told at once\./)).toBeVisible()
        await page.getByRole('textbox', { name: 'Name' }).fill('Sales inbox')
        await wizard.pick('The last 7 days too')
        await wizard.next()
        await expect(wizard.samples).toHaveText('1 would be a lead · 1 would wait in the review tray · 1 would be no leads')
        await expect(wizard.sample('Enquiry of Ada Alt')).toBeVisible()
        await expectNoBarriers(page, 'how mails would be read')
        await page.getByRole('button', { name: 'Save and begin to read' }).click()

        const row = intake.inbox('Sales inbox')
        await expect(row).toContainText('Listening')
        await expect(row.getByRole('cell').nth(5)).toHaveText('1')
        await expect(row.getByRole('link', { name: '1 mail of Sales inbox in the review tray' })).toBeVisible()
        await expectNoBarriers(page, 'intake with an inbox')

        server.deliver([formMail('Nele Neu')])
        await expect(row.getByRole('cell').nth(5)).toHaveText('2')

        await server.kill()
        await expect(row).toContainText(/Trying again (now|in)/)
        await server.start()
        await intake.act('Sales inbox', 'Check now')
        await expect(row).toContainText('Listening')

        await intake.act('Sales inbox', 'Pause')
        await expect(row).toContainText('Paused')
        await intake.act('Sales inbox', 'Remove')
        const dialog = page.getByRole('dialog', { name: 'Remove Sales inbox' })
        await expect(dialog).toContainText('What came in stays: 2 leads, and 1 mail in the review tray.')
        await dialog.getByRole('button', { name: 'Remove the inbox' }).click()
        await expect(page.getByText('No inbox yet.')).toBeVisible()
        await desk.frame.goTo('Queue')
        await desk.queue.show('All open')
        await expect(desk.queue.rows()).toHaveCount(2)
      } finally {
        await server.stop()
      }
    },
  )

  test('is edited with its password kept', async ({ desk }) => {
    const { intake, page } = desk
    const wizard = new InboxWizard(page)
    const server = await startDovecot()
    try {
      server.makeFolder('Portal')
      server.deliver([formMail('Paula Portal')], 'Portal')
      await desk.frame.goTo('Intake')
      await wizard.open()
      await wizard.fillAccount({ user: USER, port: server.port, password: PASSWORD })
      await wizard.test()
      await wizard.next()
      await page.getByRole('button', { name: 'Save and begin to read' }).click()
      await expect(intake.inbox(USER)).toContainText('Listening')

      await intake.act(USER, 'Edit')
      await expect(page.getByLabel('Password', { exact: true })).toHaveValue('')
      await wizard.test()
      await wizard.choose('Folder', 'Portal · 1 mail')
      await wizard.pick('The last 7 days too')
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await expect(intake.inbox(USER)).toContainText('Portal')
      await expect(intake.inbox(USER).getByRole('cell').nth(5)).toHaveText('1')
    } finally {
      await server.stop()
    }
  })
})

test.describe('A form', () => {
  test.use({ given: team })

  test('is made, listened to, posted to and paused', { tag: '@window' }, async ({ desk }) => {
    const { intake, page } = desk
    const port = await freePort()
    await desk.frame.goTo('Intake')
    await page.getByRole('button', { name: 'Add a form' }).click()
    const editor = page.getByRole('dialog', { name: 'Add a form' })
    await editor.getByRole('textbox', { name: 'Name' }).fill('Contact form')
    await expect(editor.getByRole('textbox', { name: 'Address', exact: true })).toHaveValue('contact-form')
    await expectNoBarriers(page, 'a new form')
    await editor.getByRole('button', { name: 'Save' }).click()

    const ready = page.getByRole('dialog', { name: 'Contact form: address and snippets' })
    await expect(ready).toContainText('The desk does not listen for posts now')
    await expectNoBarriers(page, 'a form that is ready')
    const key = await ready.getByRole('region', { name: 'Key' }).locator('pre').innerText()
    await expect(ready.getByRole('region', { name: 'A form for a web page' })).toContainText(key)
    await ready.getByRole('button', { name: 'Done' }).click()
    await expect(intake.form('Contact form')).toContainText('Not listening')

    await intake.listenOn(port)
    await expect(intake.form('Contact form')).toContainText('Taking posts')
    const address = `http://127.0.0.1:${port}/intake/contact-form`
    await expect(page.getByText(`http://127.0.0.1:${port}`)).toBeVisible()
    const post = (name: string, withKey = key) =>
      fetch(address, {
        method: 'POST',
        headers: { authorization: `Bearer ${withKey}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          name,
          email: `${name.toLowerCase().replace(' ', '.')}@customer.example`,
          phone: '+49 30 5550101',
        }),
      })
    expect((await post('Ada Alt')).ok).toBe(true)
    await expect(intake.form('Contact form').getByRole('cell').nth(5)).toHaveText('1')
    expect((await post('Eve Evil', 'not the key')).ok).toBe(false)
    await expect(intake.form('Contact form')).toContainText('Wrong key')

    for (const name of ['Bea One', 'Cid Two', 'Dan Three']) expect((await post(name)).ok).toBe(true)
    await intake.act('Contact form', 'Pause')
    await expect(intake.form('Contact form')).toContainText('Paused')
    expect((await post('Too Late')).ok).toBe(false)

    // Asked for anew by a new visit: it looks at a month of leads, and once a minute is enough.
    await desk.frame.goTo('Queue')
    await desk.queue.show('All open')
    await expect(desk.queue.rows()).toHaveCount(4)
    await desk.frame.goTo('Intake')
    await expect(intake.suspicions).toContainText(/4 leads with one number/)
    await intake.suspicions.getByRole('button', { name: /^Show the leads/ }).click()
    await expect(desk.queue.rows()).toHaveCount(4)
    await desk.queue.open('Ada Alt')
    await expect(desk.lead.panel).toContainText('Ada Alt')
    await desk.page.getByRole('main').getByRole('button', { name: 'Back', exact: true }).click()
    await expect(intake.suspicions).toContainText(/4 leads with one number/)
  })
})

test.describe('Files', () => {
  test.use({ given: team })

  test('of mails come in together, and say what became of each', { tag: '@window' }, async ({ desk }) => {
    const { intake, page, wizard } = desk
    await desk.frame.goTo('Intake')
    await intake.drop(
      { name: 'ada.eml', text: formMail('Ada Alt') },
      { name: 'peter.eml', text: personMail },
      { name: 'news.eml', text: newsletter },
      { name: 'leads.csv', text: 'Name,Email\nA,a@b.example\n' },
    )
    await expect(page.getByRole('heading', { name: 'Are the mails read right?' })).toBeVisible()
    await expect(page.getByText('leads.csv is a table. Import it by itself; files of mails may come together.')).toBeVisible()
    await expect(page.getByRole('table', { name: 'What was read' })).toContainText('ada.alt@customer.example')
    await expectNoBarriers(page, 'mail files')
    await page.getByRole('button', { name: 'Import the mails' }).click()
    await expect(page.getByRole('heading', { name: '1 lead is in' })).toBeVisible()
    await expect(wizard.figure('Mails')).toHaveText('3')
    await expect(wizard.figure('To review')).toHaveText('1')
    await expect(wizard.figure('No leads')).toHaveText('1')
    await page.getByRole('button', { name: 'Mails that are no leads' }).click()
    await expect(page.getByRole('row', { name: 'news.eml newsletter' })).toBeVisible()
    await expectNoBarriers(page, 'what became of mail files')

    await desk.frame.goTo('Intake')
    await expect(intake.batch('peter.eml')).toContainText('1 to review')
    await expect(intake.batch('news.eml')).toContainText('1 no leads')
    await intake.batch('ada.eml').getByRole('button', { name: /^Undo/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Undo the import' }).click()
    await expect(intake.batch('ada.eml')).toContainText('Taken back')
    await intake.batch('peter.eml').getByRole('button', { name: /^Undo/ }).click()
    await expect(page.getByRole('dialog')).toContainText('1 mail of peter.eml leaves the review tray.')
    await page.getByRole('dialog').getByRole('button', { name: 'Undo the import' }).click()
    await expect(intake.batch('peter.eml')).toContainText('Taken back')
  })

  test('of Excel show their sheets', { tag: '@window' }, async ({ desk }) => {
    const { page, wizard } = desk
    await wizard.open()
    await wizard.chooseAndRead(workbook)
    await wizard.set('Sheet', 'Visitors')
    await expect(wizard.preview).toContainText('ada@customer.example')
    await expect(page.getByRole('combobox', { name: 'Encoding' })).toHaveCount(0)
    await expect(page.getByText(/^1 row, nothing wrong/)).toBeVisible()
    await page.getByRole('button', { name: 'Import now' }).click()
    await wizard.finished()
    await expect(wizard.result).toHaveText('1 lead is in')
  })
})
