import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import type { RepProfile } from '../../../src-main/contract/index.ts'
import { RepsScreen } from '../../../src-renderer/features/reps/RepsScreen.tsx'
import { aRep, repId } from '../helpers/builders.ts'
import { fakeDesk, refuse } from '../helpers/fake-desk.ts'
import { renderDesk } from '../helpers/render-desk.tsx'

beforeEach(() => {
  window.location.hash = '#/reps'
})
const mia = aRep({ id: repId(1), name: 'Mia', capacity: 20, skills: ['enterprise'] })
const tom = aRep({ id: repId(2), name: 'Tom', isPaused: true, weight: 0 })

it('shows everyone, and finds one', async () => {
  renderDesk(<RepsScreen />, fakeDesk({ reps: [mia, tom] }))
  expect(screen.getByRole('button', { name: 'Edit Tom' })).toHaveTextContent('Paused')
  expect(screen.getByText('not in rotation')).toBeVisible()
  await userEvent.type(screen.getByRole('textbox', { name: 'Find a rep' }), 'enter')
  expect(screen.getByRole('button', { name: 'Edit Mia' })).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Edit Tom' })).toBeNull()
  await userEvent.type(screen.getByRole('textbox', { name: 'Find a rep' }), 'x')
  await userEvent.click(screen.getByRole('button', { name: 'Clear the search' }))
  expect(screen.getByRole('button', { name: 'Edit Tom' })).toBeVisible()
})

it('switches a rep to busy', async () => {
  const desk = fakeDesk({ reps: [mia] })
  renderDesk(<RepsScreen />, desk)
  await userEvent.click(screen.getByRole('button', { name: /Mia is available/ }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Busy' }))
  expect(await screen.findByRole('button', { name: /Mia is busy/ })).toBeVisible()
  expect(desk.calls.at(-1)).toEqual({ name: 'rep.setAvailability', input: { repId: 1, availability: 'busy' } })
})

it('R22 says why the desk paused a rep, and resumes them with one click', async () => {
  const paused = aRep({ id: repId(2), name: 'Tom', isPaused: true, pauseReason: 'let 3 offers in a row run out' })
  const desk = fakeDesk({ reps: [mia, paused] })
  renderDesk(<RepsScreen />, desk)
  expect(screen.getByText('Paused: let 3 offers in a row run out')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Resume Tom' }))
  expect(await screen.findByText('Tom gets leads again.')).toBeVisible()
  expect(desk.calls.at(-1)).toMatchObject({ name: 'rep.save', input: { repId: 2, isPaused: false } })
})

it('R11 says what keeps a rep back whatever their switch says, and R18 what their weight is now', async () => {
  const later = Date.now() + 30 * 60_000
  const off = aRep({ id: repId(3), name: 'Ada', isInHours: false, hoursChangeAt: later })
  const ramping = aRep({
    id: repId(4),
    name: 'Ben',
    weight: 2,
    effectiveWeight: 1,
    rampPercent: 50,
    rampUntil: Date.UTC(2030, 11, 1, 12),
  })
  const holiday = aRep({ id: repId(5), name: 'Cid', isOnTimeOff: true, isInHours: false, hoursChangeAt: later })
  const spell = { from: Date.now() - 120_000, to: later, name: 'All Saints', kind: 'holiday' }
  const detail = { card: holiday, timeOff: [], calendars: [], spells: [spell], toHandOver: { untouched: 0, touched: 0 } }
  const desk = fakeDesk({ reps: [off, ramping, holiday], handlers: { 'rep.read': () => detail } })
  renderDesk(<RepsScreen />, desk)
  expect(screen.getByText(/^Off shift until /)).toBeVisible()
  expect(screen.getByText(/^50 % of 2 until .*1/)).toBeVisible()
  expect(await screen.findByText(/^All Saints until /)).toBeVisible()
  expect(screen.getByText('3 people, 1 available')).toBeVisible()
})

it('shows offers that wait for an answer as part of the load', () => {
  renderDesk(<RepsScreen />, fakeDesk({ reps: [{ ...mia, offersPending: 2 }] }))
  expect(screen.getByRole('img', { name: '2 of 20 open, 2 of them only offered' })).toBeVisible()
})

it('saves ramp and holidays with the rest', async () => {
  window.location.hash = '#/reps/1'
  const desk = fakeDesk({ reps: [mia] })
  renderDesk(<RepsScreen />, desk)
  const dialog = await screen.findByRole('dialog', { name: 'Edit a rep' })
  await userEvent.type(within(dialog).getByRole('textbox', { name: 'Share of the weight' }), '50')
  await userEvent.click(within(dialog).getByRole('combobox', { name: 'Public holidays' }))
  await userEvent.click(await screen.findByRole('option', { name: 'Germany, Bavaria' }))
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }))
  await waitFor(() => {
    expect(desk.calls.at(-1)).toMatchObject({ name: 'rep.save', input: { rampPercent: 50, rampUntil: null, holidays: 'DE-BY' } })
  })
})

it('adds a rep, with the mistakes shown first', async () => {
  const added: RepProfile[] = []
  const desk = fakeDesk({
    handlers: {
      'rep.add': (profile: RepProfile) => {
        added.push(profile)
        return { repId: 7 }
      },
    },
  })
  renderDesk(<RepsScreen />, desk)
  expect(screen.getByText('Nobody works here yet')).toBeVisible()
  await userEvent.click(screen.getAllByRole('button', { name: 'Add a rep' })[0]!)
  const dialog = await screen.findByRole('dialog', { name: 'Add a rep' })
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }))
  expect(await within(dialog).findByText('A rep needs a name.')).toBeVisible()
  await userEvent.type(within(dialog).getByRole('textbox', { name: /^Name/ }), 'Ada')
  await userEvent.type(within(dialog).getByRole('textbox', { name: /^E-mail/ }), 'ada@example.com')
  await userEvent.type(within(dialog).getByRole('textbox', { name: 'Open leads at most' }), '15')
  await userEvent.click(within(dialog).getByRole('switch', { name: /Always on/ }))
  await userEvent.click(within(dialog).getByRole('radio', { name: /Leaving/ }))
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(added).toHaveLength(1))
  expect(added[0]).toMatchObject({ name: 'Ada', capacity: 15, isDraining: true, isActive: true, weight: 1 })
  expect(added[0]?.hours).toHaveLength(5)
})

it('says at the field when an address is taken', async () => {
  window.location.hash = '#/reps/1'
  const desk = fakeDesk({
    reps: [mia],
    handlers: { 'rep.save': () => refuse({ code: 'email-taken', data: { email: 'tom@example.com' } }) },
  })
  renderDesk(<RepsScreen />, desk)
  const dialog = await screen.findByRole('dialog', { name: 'Edit a rep' })
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }))
  expect(await within(dialog).findByText(/^tom@example.com belongs to another rep\./)).toBeVisible()
})

it('lists what is wrong in a reps.csv by line', async () => {
  const desk = fakeDesk({
    reps: [mia],
    handlers: {
      'rep.import': () =>
        refuse({
          code: 'team-file-bad',
          data: { file: 'reps.csv', problems: [{ line: 3, field: 'hours', reason: '“Mon-Fry” is no day' }] },
        }),
    },
  })
  renderDesk(<RepsScreen />, desk)
  await userEvent.upload(
    document.querySelector<HTMLInputElement>('input[type=file]')!,
    new File(['x'], 'reps.csv', { type: 'text/csv' }),
  )
  const dialog = await screen.findByRole('dialog', { name: 'reps.csv was not taken in' })
  expect(within(dialog).getByRole('row', { name: '3 hours “Mon-Fry” is no day' })).toBeVisible()
})
