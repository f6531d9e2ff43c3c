import { expectNoBarriers } from './a11y.ts'
import { expect, test } from './desk-fixture.ts'
import { RepPicker } from './pages/lead-panel.ts'
import { aRep, someLeads } from './seeds.ts'

const team = [
  aRep('Anna Amsel', { team: 'North', capacity: 20 }),
  aRep('Ben Bock', { team: 'North', capacity: 1 }),
  aRep('Cleo Clark', { team: 'South' }),
]

test.describe('The board', () => {
  // No rules, so three leads wait.
  test.use({ given: { reps: team, leads: someLeads(3) } })

  test.beforeEach(async ({ desk }) => {
    await desk.frame.goTo('Board')
    await expect(desk.board.cards(desk.board.waiting)).toHaveCount(3)
  })

  test('has a column for whoever waits and one for each rep, with load and what was given today', async ({ desk }) => {
    const { board } = desk
    for (const { name } of team) await expect(board.column(name)).toContainText('0 today')
    await expect(board.column('Anna Amsel').getByRole('img', { name: '0 of 20 open' })).toBeVisible()
    await expect(board.column('Cleo Clark')).toContainText('No open leads')
    await expect(board.board).toContainText('North')
    await expect(board.board).toContainText('South')
  })

  test('assigns a card dragged by mouse, and the notice takes it back', { tag: '@window' }, async ({ desk }) => {
    const { board, frame } = desk
    await board.drag('Lead 01', board.column('Anna Amsel'))
    await expect(board.card('Lead 01', board.column('Anna Amsel'))).toBeVisible()
    await expect(board.cards(board.waiting)).toHaveCount(2)
    await expect(board.column('Anna Amsel')).toContainText('1 today')
    await frame.undoByNotice('1 lead assigned to Anna Amsel')
    await expect(board.cards(board.waiting)).toHaveCount(3)
    await expect(board.cards(board.column('Anna Amsel'))).toHaveCount(0)
  })

  test('says before a drop what it would break, and lets it be done all the same', async ({ desk }) => {
    const { board, page } = desk
    const ben = board.column('Ben Bock')
    await board.drag('Lead 01', ben)
    await expect(board.cards(ben)).toHaveCount(1)
    await board.lift('Lead 02', ben)
    await expect(ben).toContainText('Drop breaks: over capacity 2/1')
    await board.drop()
    await expect(board.cards(ben)).toHaveCount(2)
    await page.keyboard.press('Control+z')
    await expect(board.cards(ben)).toHaveCount(1)
    await page.keyboard.press('Control+z')
    await expect(board.cards(ben)).toHaveCount(0)
  })

  test('puts a lifted card back when Escape is pressed', async ({ desk }) => {
    const { board, page } = desk
    await board.lift('Lead 01', board.column('Anna Amsel'))
    await expect(board.column('Anna Amsel')).toContainText('Drop to assign')
    await page.keyboard.press('Escape')
    await board.drop()
    await expect(board.column('Anna Amsel')).not.toContainText('Drop to assign')
    await expect(board.cards(board.waiting)).toHaveCount(3)
    await expect(board.cards(board.column('Anna Amsel'))).toHaveCount(0)
  })

  test(
    'moves a card by keys alone: Space lifts, an arrow chooses the column, Space drops',
    { tag: '@window' },
    async ({ desk }) => {
      const { board, page } = desk
      await board.card('Lead 02').focus()
      await page.keyboard.press('Space')
      await page.waitForTimeout(250)
      await page.keyboard.press('ArrowRight')
      await expect(board.column('Anna Amsel')).toContainText('Drop to assign')
      await page.keyboard.press('ArrowRight')
      await expect(board.column('Ben Bock')).toContainText('Drop to assign')
      await page.keyboard.press('Space')
      await expect(board.card('Lead 02', board.column('Ben Bock'))).toBeVisible()

      // And Escape leaves it where it was.
      await board.card('Lead 03').focus()
      await page.keyboard.press('Space')
      await page.waitForTimeout(250)
      await page.keyboard.press('ArrowRight')
      await expect(board.column('Anna Amsel')).toContainText('Drop to assign')
      await page.keyboard.press('Escape')
      await expect(board.card('Lead 03', board.waiting)).toBeVisible()
      await expect(board.cards(board.column('Anna Amsel'))).toHaveCount(0)
    },
  )

  test('moves the focus among cards by arrows, and assigns by A without any drag', async ({ desk }) => {
    const { board, page } = desk
    await board.card('Lead 01').focus()
    await page.keyboard.press('ArrowDown')
    await expect(board.card('Lead 02')).toBeFocused()
    await page.keyboard.press('a')
    const picker = new RepPicker(page)
    await expect(picker.search).toBeFocused()
    await page.keyboard.type('cleo')
    await page.keyboard.press('Enter')
    await expect(board.card('Lead 02', board.column('Cleo Clark'))).toBeVisible()
  })

  test('assigns, holds and routes by a card’s menu', async ({ desk }) => {
    const { board, page } = desk
    await board.fromMenu('Lead 03', /^Assign to/)
    await new RepPicker(page).pick('Cleo Clark')
    await expect(board.card('Lead 03', board.column('Cleo Clark'))).toBeVisible()
    await board.fromMenu('Lead 03', /^Hold/)
    await expect(board.card('Lead 03', board.waiting)).toBeVisible()
    await expect(board.waiting).toContainText('Held 1')
  })

  test('holds a card that is dragged back to those that wait', async ({ desk }) => {
    const { board } = desk
    await board.drag('Lead 01', board.column('Cleo Clark'))
    await expect(board.card('Lead 01', board.column('Cleo Clark'))).toBeVisible()
    await board.lift('Lead 01', board.waiting)
    await expect(board.waiting).toContainText('Drop to hold')
    await board.drop()
    await expect(board.card('Lead 01', board.waiting)).toBeVisible()
    await expect(board.waiting).toContainText('Held 1')
  })

  test('moves all marked cards together', async ({ desk }) => {
    const { board, frame, page } = desk
    await board.card('Lead 01').click({ modifiers: ['ControlOrMeta'] })
    await board.card('Lead 02').click({ modifiers: ['ControlOrMeta'] })
    await expect(page.getByText('2 selected')).toBeVisible()
    await board.drag('Lead 02', board.column('Cleo Clark'))
    await expect(board.cards(board.column('Cleo Clark'))).toHaveCount(2)
    await frame.undoByNotice('2 leads assigned to Cleo Clark')
    await expect(board.cards(board.waiting)).toHaveCount(3)
  })

  // Never @window: touch is emulated by Chromium alone.
  test('takes a card by a finger that rests on it', async ({ desk }) => {
    const { board } = desk
    await board.dragByTouch(board.card('Lead 01'), board.column('Anna Amsel'))
    await expect(board.card('Lead 01', board.column('Anna Amsel'))).toBeVisible()
  })

  test(
    'by stage: a marked card takes the others along, by mouse and by keys, and is taken back',
    { tag: '@window' },
    async ({ desk }) => {
      const { board, frame, page } = desk
      for (const lead of ['Lead 01', 'Lead 02']) await board.drag(lead, board.column('Anna Amsel'))
      await expect(board.cards(board.column('Anna Amsel'))).toHaveCount(2)
      await board.showBy('stage')
      await expect(board.cards(board.stage('New'))).toHaveCount(2)
      await board.card('Lead 01', board.stage('New')).click({ modifiers: ['ControlOrMeta'] })
      await board.card('Lead 02', board.stage('New')).click({ modifiers: ['ControlOrMeta'] })
      await board.lift('Lead 02', board.stage('Qualified'), board.stage('New'))
      await expect(board.stage('Qualified')).toContainText('Drop to set Qualified')
      await board.drop()
      await expect(board.cards(board.stage('Qualified'))).toHaveCount(2)
      await frame.undoByNotice('Stage of 2 leads changed')
      await expect(board.cards(board.stage('New'))).toHaveCount(2)
      await expectNoBarriers(page, 'board by stage')

      await board.card('Lead 01', board.stage('New')).focus()
      await page.keyboard.press('Space')
      await page.waitForTimeout(250)
      await page.keyboard.press('ArrowRight')
      await expect(board.stage('Contacted')).toContainText('Drop to set Contacted')
      await page.keyboard.press('Space')
      await expect(board.card('Lead 01', board.stage('Contacted'))).toBeVisible()
    },
  )

  test('shows the reps and teams that are asked for', async ({ desk }) => {
    const { board, page } = desk
    await page.getByRole('textbox', { name: 'Rep or team' }).fill('south')
    await expect(board.column('Cleo Clark')).toBeVisible()
    await expect(board.column('Anna Amsel')).toBeHidden()
    await page.getByRole('textbox', { name: 'Rep or team' }).fill('nobody')
    await expect(page.getByText('No rep or team of that name')).toBeVisible()
    await page.getByRole('button', { name: 'Show everyone' }).last().click()
    await expect(board.column('Anna Amsel')).toBeVisible()
  })
})

test.describe('The board of a desk without reps', () => {
  test.use({ given: { leads: someLeads(1) } })

  test('says that the team comes first', async ({ desk }) => {
    await desk.frame.goTo('Board')
    await expect(desk.page.getByText('No reps yet')).toBeVisible()
    await desk.page.getByRole('button', { name: 'Add reps' }).click()
    await expect(desk.page.getByText('Nobody works here yet')).toBeVisible()
  })
})
