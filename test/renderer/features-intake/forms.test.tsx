import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import type { Form, FormId, FormSettings } from '../../../src-main/contract/index.ts'
import { IntakeScreen } from '../../../src-renderer/features/intake/IntakeScreen.tsx'
import { fakeDesk, type Handlers, refuse } from '../helpers/fake-desk.ts'
import { aDoor, aForm } from '../helpers/intake-builders.ts'
import { renderDesk } from '../helpers/render-desk.tsx'

beforeEach(() => {
  window.location.hash = '#/intake'
})
const KEY = 'k3y-0123456789-wxyz'

function open(forms: Form[] = [], handlers: Handlers = {}) {
  const desk = fakeDesk({
    handlers: {
      'form.list': () => forms,
      'form.door': () => aDoor(),
      'form.save': ({ formId, settings }: { formId?: FormId; settings: FormSettings }) => {
        if (formId === undefined) forms.push(aForm({ id: (forms.length + 1) as FormId, settings }))
        return { formId: formId ?? forms.length, key: formId === undefined ? KEY : null }
      },
      'form.newKey': () => ({ key: 'new-key-abcd' }),
      ...handlers,
    },
  })
  renderDesk(<IntakeScreen />, desk)
  const input = (verb: string) => desk.calls.findLast(({ name }) => name === `form.${verb}`)?.input
  return { input, user: userEvent.setup({ delay: null }) }
}

it('makes a form, and shows its key once with snippets to copy', async () => {
  const { input, user } = open()
  await user.click(await screen.findByRole('button', { name: 'Add a form' }))
  const drawer = await screen.findByRole('dialog', { name: 'Add a form' })
  await user.type(within(drawer).getByRole('textbox', { name: 'Name' }), 'Kontakt München')
  expect(within(drawer).getByRole('textbox', { name: 'Address' })).toHaveValue('kontakt-munchen')
  await user.type(
    within(drawer).getByRole('combobox', { name: 'Web sites that may post' }),
    'https://firm.example/contact{Enter}',
  )
  await user.click(within(drawer).getByRole('button', { name: 'Save' }))

  const ready = await screen.findByRole('dialog', { name: 'Kontakt München: address and snippets' })
  expect(input('save')).toEqual({
    settings: {
      name: 'Kontakt München',
      path: 'kontakt-munchen',
      origins: ['https://firm.example'],
      perMinute: 60,
      thanksUrl: null,
      route: 'now',
      isOn: true,
    },
  })
  expect(within(ready).getByText(KEY)).toBeVisible()
  expect(within(ready).getByRole('alert')).toHaveTextContent('shown only now')
  expect(within(ready).getByText('http://127.0.0.1:4816/intake/kontakt-munchen')).toBeVisible()
  const html = within(ready).getByRole('region', { name: 'A form for a web page' })
  expect(html).toHaveTextContent(`action="http://127.0.0.1:4816/intake/kontakt-munchen"`)
  expect(html).toHaveTextContent(KEY)
  await user.click(within(ready).getByRole('button', { name: 'Copy: From a program' }))
  expect(await navigator.clipboard.readText()).toContain(`Bearer ${KEY}`)

  await user.click(within(ready).getByRole('button', { name: 'Done' }))
  await user.click(await screen.findByRole('button', { name: 'Actions for Kontakt München' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Address and snippets' }))
  expect(await screen.findByText('Ends in wxyz. The key itself was shown when it was made.')).toBeVisible()
  expect(screen.queryByText(KEY)).toBeNull()
})

it('makes a new key only after saying what becomes of the old one', async () => {
  const { user } = open([aForm({ settings: { name: 'Contact' } })])
  await user.click(await screen.findByRole('button', { name: 'Actions for Contact' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Address and snippets' }))
  await user.click(await screen.findByRole('button', { name: 'Make a new key…' }))
  expect(screen.getByText(/^The old key is worth nothing/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Make a new key' }))
  expect(await screen.findByText('new-key-abcd')).toBeVisible()
})

it('says under the address that another form has it', async () => {
  const { user } = open([aForm({ settings: { name: 'Contact', path: 'contact' } })], {
    'form.save': () => refuse({ code: 'form-path-taken', data: { path: 'other' } }),
  })
  await user.click(await screen.findByRole('button', { name: 'Actions for Contact' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Edit' }))
  const drawer = await screen.findByRole('dialog', { name: 'Edit Contact' })
  // A path that is known stays when the name changes: pages out there post to it.
  await user.type(within(drawer).getByRole('textbox', { name: 'Name' }), ' us')
  expect(within(drawer).getByRole('textbox', { name: 'Address' })).toHaveValue('contact')
  await user.click(within(drawer).getByRole('button', { name: 'Save' }))
  expect(await within(drawer).findByText(/^Another form has the address “other” already\./)).toBeVisible()
})

it('pauses a form, and says what stays before it is removed', async () => {
  const { input, user } = open([aForm({ leads: 4, settings: { name: 'Contact' } })], { 'form.remove': () => undefined })
  await user.click(await screen.findByRole('button', { name: 'Actions for Contact' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Pause' }))
  await waitFor(() => expect(input('save')).toMatchObject({ formId: 1, settings: { isOn: false } }))
  await user.click(await screen.findByRole('button', { name: 'Actions for Contact' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Remove' }))
  const dialog = await screen.findByRole('dialog', { name: 'Remove Contact' })
  expect(dialog).toHaveTextContent('4 leads that came in by it stay.')
  await user.click(within(dialog).getByRole('button', { name: 'Remove the form' }))
  await waitFor(() => expect(input('remove')).toEqual({ formId: 1 }))
})
