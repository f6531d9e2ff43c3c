import { expectNoBarriers } from './a11y.ts'
import { expect, test } from './desk-fixture.ts'
import { LeadPanel, RepPicker } from './pages/lead-panel.ts'
import { aRep, everyoneInTurn, someRules } from './seeds.ts'

const enterprise = {
  name: 'Enterprise',
  when: { field: 'employees', op: 'gte', value: 500 },
  then: { to: 'pool', pool: { team: 'Enterprise' }, by: 'weighted' },
  otherwise: 'next',
}
const person = {
  name: 'Greta Grün',
  email: 'greta@gruen.example',
  phone: '+49 30 5550123',
  company: 'Grün & Söhne',
  country: 'DE',
  city: 'Berlin',
  employees: 20,
  source: 'Web form',
  message: 'Bitte rufen Sie mich an.',
}

test.describe('An open lead', () => {
  test.use({
    given: {
      reps: [aRep('Anna Amsel'), aRep('Ben Bock', { capacity: 0 }), aRep('Cleo Clark', { team: 'Enterprise', isPaused: true })],
      rules: someRules(enterprise, everyoneInTurn),
      leads: [person],
    },
  })

  test.beforeEach(async ({ desk }) => {
    await desk.queue.show('All open')
    await desk.queue.open('Greta Grün')
    await expect(desk.lead.heading).toHaveText('Greta Grün')
  })

  test('says who it is, how to reach them and everything that came with it', async ({ desk }) => {
    const { panel } = desk.lead
    await expect(panel).toContainText('Grün & Söhne')
    await expect(panel.getByRole('link', { name: '+49305550123', exact: true })).toHaveAttribute('href', 'tel:+49305550123')
    await expect(panel.getByRole('link', { name: 'greta@gruen.example', exact: true })).toHaveAttribute(
      'href',
      'mailto:greta@gruen.example',
    )
    for (const fact of ['Germany', 'Berlin', 'Bitte rufen Sie mich an.', 'Web form']) await expect(panel).toContainText(fact)
  })

  test('tells why it is where it is: the sentence, the rules it passed, everyone who was looked at', async ({ desk }) => {
    const { lead } = desk
    await lead.tab('Why')
    const rules = lead.panel.getByRole('listitem')
    await expect(rules.filter({ hasText: 'Enterprise' })).toContainText('not:')
    await expect(rules.filter({ hasText: 'All leads' })).toContainText('fits')
    const candidates = lead.panel.getByRole('table')
    await expect(candidates.getByRole('row').filter({ hasText: 'Anna Amsel' })).toContainText('got it')
    await expect(candidates.getByRole('row').filter({ hasText: 'Ben Bock' })).toContainText('capacity')
    await expect(lead.panel).toContainText('Rules version 1')
    await expect(lead.panel.getByRole('tabpanel')).toContainText('Anna Amsel')
  })

  test('takes notes, attempts, contacts and stages into its history', async ({ desk }) => {
    const { lead, frame } = desk
    await lead.button('Log attempt').click()
    await expect(frame.notice('Attempt logged')).toBeVisible()
    await lead.button('Log contact').click()
    await lead.writeNote('Wants an offer for 20 seats.')
    await lead.setStage('Qualified')
    await lead.tab('History')
    await expect(lead.step('Contact attempted')).toBeVisible()
    await expect(lead.step('Contact made')).toBeVisible()
    await expect(lead.step('Wants an offer for 20 seats.')).toBeVisible()
    await expect(lead.step(/Stage: .* → Qualified/)).toBeVisible()
    // The last one first, and then the one before.
    await lead
      .step(/Stage: .* → Qualified/)
      .getByRole('button', { name: 'Undo' })
      .click()
    await expect(lead.step('Taken back: the change of stage')).toBeVisible()
    await lead.step('Wants an offer for 20 seats.').getByRole('button', { name: 'Undo' }).click()
    await expect(lead.step('Taken back: the note')).toBeVisible()
    await expect(lead.stages.getByRole('button', { name: 'New', pressed: true })).toBeVisible()
    await expect(lead.step(/^Came in; given to Anna Amsel by rule “All leads”/)).toBeVisible()
  })

  test('is written over in place, seen at once by whoever else reads it, and put back', async ({ desk }) => {
    const { lead, page, served } = desk
    const other = await page.context().newPage()
    await other.goto(served!.url)
    await other.goto(page.url())
    const theirs = new LeadPanel(other)
    await expect(theirs.heading).toHaveText('Greta Grün')
    const phone = await lead.edit('Phone')
    await phone.fill('089 / 55 50 99-0')
    await phone.press('Tab')
    await expect(lead.panel.getByRole('textbox', { name: 'E-mail', exact: true })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(lead.panel.getByRole('link', { name: '+49895550990', exact: true })).toBeVisible()
    const name = await lead.edit('Name')
    await name.fill('Greta Blau')
    await name.press('Enter')
    await expect(theirs.heading).toHaveText('Greta Blau')
    await expect(other.getByRole('row').filter({ hasText: 'Greta Blau' })).toBeVisible()
    await theirs.tab('History')
    await expect(theirs.step('Edited: name')).toContainText('Greta Grün → Greta Blau')
    await desk.frame.undoByNotice('Changes saved')
    await expect(lead.heading).toHaveText('Greta Grün')
    await expect(theirs.heading).toHaveText('Greta Grün')
    // All fields at once; nobody could be reached any more, and that is said where it was written.
    await page.keyboard.press('i')
    const form = lead.panel.getByRole('form', { name: 'Edit all fields' })
    await expectNoBarriers(page, 'all fields of a lead')
    for (const field of ['Phone', 'E-mail']) await form.getByRole('textbox', { name: field, exact: true }).fill('')
    await form.getByRole('textbox', { name: 'City', exact: true }).fill('Ulm')
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(form).toContainText('An e-mail address, a phone number or a website is needed.')
    await form.getByRole('textbox', { name: 'E-mail', exact: true }).fill('greta@gruen.example')
    await page.keyboard.press('Enter')
    await expect(form).toBeHidden()
    await expect(theirs.step('Edited: phone and city')).toBeVisible()
    // As wide as this machine likes it, also after a reload.
    const width = async (): Promise<number> => (await lead.panel.boundingBox())?.width ?? 0
    const before = await width()
    await lead.edge.press('ArrowLeft')
    await expect.poll(width).toBeGreaterThan(before)
    const wider = await width()
    await page.reload()
    await expect(lead.heading).toBeVisible()
    expect(await width()).toBe(wider)
  })

  test('is assigned by hand against every rule, and given back from its history', { tag: '@window' }, async ({ desk }) => {
    const { lead, page } = desk
    await lead.button('Assign').click()
    const picker = new RepPicker(page)
    await expect(picker.option('Ben Bock')).toContainText('over capacity 1/0')
    await picker.pick('Ben Bock')
    await expect(lead.panel).toContainText('Ben Bock')
    await lead.tab('Why')
    await expect(lead.panel).toContainText('A person decided this, not a rule.')
    await lead.tab('History')
    await lead.step('Moved from Anna Amsel to Ben Bock by hand').getByRole('button', { name: 'Undo' }).click()
    await expect(lead.step('Taken back: the assignment')).toBeVisible()
    await expect(desk.queue.row('Greta Grün')).toContainText('Anna Amsel')
  })

  test('is held, discarded and brought back from its menu', async ({ desk }) => {
    const { lead, page } = desk
    await lead.fromMenu('Hold')
    await expect(lead.panel).toContainText('Held')
    await lead.fromMenu('Route again')
    await expect(desk.frame.notice('Routed: 1 assigned, 0 waiting')).toBeVisible()
    await lead.fromMenu('Discard')
    const dialog = page.getByRole('dialog', { name: 'Discard the lead' })
    await dialog.getByLabel('Why').fill('Moved abroad')
    await dialog.getByRole('button', { name: 'Discard' }).click()
    await expect(lead.panel).toContainText('Discarded: Moved abroad')
    await desk.frame.undoByNotice('1 lead discarded')
    await expect(lead.panel).not.toContainText('Discarded: Moved abroad')
  })

  test('stays beside another screen, and goes by Escape', async ({ desk }) => {
    const { lead, page } = desk
    await lead.closeButton.click()
    await expect(lead.panel).toBeHidden()
    await desk.frame.goTo('Board')
    await desk.board.card('Greta Grün').click()
    await expect(lead.heading).toHaveText('Greta Grün')
    await page.keyboard.press('e')
    await expect(desk.frame.notice('Attempt logged')).toBeVisible()
    await lead.heading.click()
    await page.keyboard.press('Escape')
    await expect(lead.panel).toBeHidden()
  })

  test('that is not there says so', async ({ desk }) => {
    await desk.page.evaluate(() => {
      window.location.hash = '#/queue/lead/4711'
    })
    await expect(desk.lead.panel).toContainText('Lead 4711 is not on this desk')
  })
})
