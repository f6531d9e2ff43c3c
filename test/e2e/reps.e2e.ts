import { expectNoBarriers } from './a11y.ts'
import { expect, test } from './desk-fixture.ts'
import { aRep } from './seeds.ts'

test.describe('The team', () => {
  test.use({ given: { reps: [aRep('Anna Amsel', { team: 'Enterprise' }), aRep('Ben Bock')] } })

  test.beforeEach(({ desk }) => desk.frame.goTo('Reps'))

  test('gets a new rep with everything the rules may ask for', async ({ desk }) => {
    const { reps, page } = desk
    await reps.openAdd()
    await reps.fillIn({ Name: 'Cleo Clark', 'E-mail': 'cleo@team.example', 'Open leads at most': '12', Weight: '2' })
    await reps.field('Skills').fill('enterprise')
    await page.keyboard.press('Enter')
    await reps.field('Languages').fill('de')
    await page.keyboard.press('Enter')
    await reps.save()
    await expect(reps.drawer).toBeHidden()
    await expect(desk.frame.notice('Cleo Clark joined the desk.')).toBeVisible()
    const row = reps.row('Cleo Clark')
    await expect(row).toContainText('cleo@team.example')
    await expect(row).toContainText('enterprise')
    await expect(row).toContainText('German')
    await expect(row.getByRole('img', { name: '0 of 12 open' })).toBeVisible()
  })

  test('refuses an address that is none and one that is taken, and says so beside the field', async ({ desk }) => {
    const { reps } = desk
    await reps.openAdd()
    await reps.fillIn({ Name: 'Anna the Second', 'E-mail': 'no address' })
    await reps.save()
    await expect(reps.drawer.getByText('This is not an e-mail address.')).toBeVisible()
    await reps.fillIn({ 'E-mail': 'Anna.Amsel@team.example' })
    await reps.save()
    await expect(reps.drawer.getByText(/belongs to another rep/)).toBeVisible()
  })

  test('is changed: working hours, a pause, and both are seen in the list', async ({ desk }) => {
    const { reps } = desk
    await reps.openEdit('Ben Bock')
    await reps.drawer.getByRole('radio', { name: 'Paused' }).check()
    await reps.drawer.getByRole('switch', { name: 'Always on' }).uncheck({ force: true })
    await expect(reps.drawer.getByLabel('Monday from')).toBeVisible()
    await reps.drawer.getByLabel('Monday from').fill('08:30')
    await reps.save()
    await expect(reps.drawer).toBeHidden()
    await expect(reps.row('Ben Bock')).toContainText('Paused')
    await reps.openEdit('Ben Bock')
    await expect(reps.drawer.getByLabel('Monday from')).toHaveValue('08:30')
  })

  test('is off when a manager says so, and back when that is taken back', async ({ desk }) => {
    const { reps, page } = desk
    await reps.openEdit('Anna Amsel')
    await reps.showTimeOff()
    await reps.drawer.getByRole('button', { name: 'Add time off' }).click()
    const form = reps.drawer.getByRole('form', { name: 'Add time off' })
    await form.getByLabel('Reason').fill('Training')
    await form.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(reps.section('Time off')).toContainText('Training')
    await page.keyboard.press('Escape')
    await expect(reps.row('Anna Amsel')).toContainText('Training until')
    await reps.openEdit('Anna Amsel')
    await reps.showTimeOff()
    await reps.drawer.getByRole('button', { name: /^Remove time off/ }).click()
    await expect(desk.frame.notice('Time off removed.')).toBeVisible()
    await expect(reps.section('Time off')).toContainText('No time off ahead.')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(reps.section('Time off')).toContainText('Training')
    await expectNoBarriers(page, 'time off of a rep')
  })

  test('keeps a calendar from elsewhere, and says of a file that is none', { tag: '@window' }, async ({ desk }) => {
    const { reps, page } = desk
    await reps.openEdit('Ben Bock')
    await reps.showTimeOff()
    const take = async (name: string, text: string): Promise<void> => {
      const chooser = page.waitForEvent('filechooser')
      await reps.section('Calendars').getByRole('button', { name: 'Choose an .ics file' }).click()
      await (await chooser).setFiles({ name, mimeType: 'text/calendar', buffer: Buffer.from(text) })
    }
    await take('photo.ics', 'no calendar at all')
    await expect(reps.section('Calendars').getByRole('alert')).toContainText('could not be used as a calendar')
    const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')
    await take(
      'Ben.ics',
      ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//e2e//EN', 'BEGIN:VEVENT', 'UID:1', `DTSTAMP:${day}T000000Z`]
        .concat([`DTSTART:${day}T090000Z`, `DTEND:${day}T100000Z`, 'SUMMARY:Dentist', 'END:VEVENT', 'END:VCALENDAR', ''])
        .join('\r\n'),
    )
    await expect(reps.section('Calendars')).toContainText('1 busy spell')
    await expect(reps.section('Coming up')).toContainText('Calendar')
    await reps.section('Calendars').getByRole('button', { name: 'Remove calendar Ben' }).click()
    await page.getByRole('dialog', { name: 'Calendars' }).getByRole('button', { name: 'Remove' }).click()
    await expect(reps.section('Calendars')).not.toContainText('1 busy spell')
  })

  test('works over midnight, ramps up, and is resumed with one click', { tag: '@window' }, async ({ desk }) => {
    const { reps, page } = desk
    await reps.openEdit('Ben Bock')
    await reps.fillIn({ Weight: '2', 'Share of the weight': '50' })
    await reps.drawer.getByRole('switch', { name: 'Always on' }).uncheck({ force: true })
    await reps.drawer.getByLabel('Monday from').fill('22:00')
    await reps.drawer.getByLabel('Monday until').fill('06:00')
    await expect(reps.drawer.getByText('until Tuesday')).toBeVisible()
    await reps.drawer.getByRole('button', { name: 'Copy Monday to…' }).click()
    await page.getByRole('menuitem', { name: 'Every day' }).click()
    await reps.drawer.getByRole('radio', { name: 'Paused' }).check()
    await reps.save()
    await expect(reps.drawer).toBeHidden()
    await expect(reps.row('Ben Bock')).toContainText('22:00–06:00')
    await expect(reps.row('Ben Bock')).toContainText('50 % of 2')
    await page.getByRole('button', { name: 'Resume Ben Bock' }).click()
    await expect(desk.frame.notice('Ben Bock gets leads again.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Resume Ben Bock' })).toBeHidden()
    await reps.openEdit('Ben Bock')
    await expect(reps.drawer.getByLabel('Sunday until')).toHaveValue('06:00')
  })

  test('comes from a reps.csv: changed and added, or with a wrong line not at all', { tag: '@window' }, async ({ desk }) => {
    const { reps, page } = desk
    const file = (text: string): { name: string; mimeType: string; buffer: Buffer } => ({
      name: 'reps.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(text),
    })
    await reps.importFile(file('name,email,nickname\nDora Dunn,dora@team.example,Do\n'))
    const refusal = page.getByRole('dialog', { name: 'reps.csv was not taken in' })
    await expect(refusal).toContainText('nickname')
    await refusal.getByRole('button', { name: 'Close' }).last().click()
    await expect(reps.row('Dora Dunn')).toBeHidden()

    await reps.importFile(file('name,email,team\nDora Dunn,dora@team.example,North\nBen Bock,ben.bock@team.example,North\n'))
    await expect(desk.frame.notice('1 added, 1 updated.')).toBeVisible()
    await expect(reps.row('Dora Dunn')).toContainText('North')
    await expect(reps.row('Ben Bock')).toContainText('North')
  })

  test('is found by a few letters', async ({ desk }) => {
    const { reps, page } = desk
    await reps.search.fill('enterp')
    await expect(reps.row('Anna Amsel')).toBeVisible()
    await expect(reps.row('Ben Bock')).toBeHidden()
    await reps.search.fill('xyz')
    await expect(page.getByText('Nobody here matches “xyz”.')).toBeVisible()
    await page.getByRole('button', { name: 'Clear the search' }).click()
    await expect(reps.row('Ben Bock')).toBeVisible()
  })
})
