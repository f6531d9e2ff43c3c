import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Suspense, useState } from 'react'
import { expect, it } from 'vitest'
import { screenScript } from '../../src-renderer/app/screen-script.ts'

function Counter() {
  const [count, setCount] = useState(0)
  return (
    <button type="button" onClick={() => setCount(count + 1)}>
      Pressed {count}
    </button>
  )
}

it('keeps what a person did on a screen that was waited for, whatever is drawn around it later', async () => {
  const { Part } = screenScript(() => Promise.resolve(Counter))
  const view = (
    <Suspense fallback="waiting">
      <Part />
    </Suspense>
  )
  const { rerender } = render(view)
  await userEvent.click(await screen.findByRole('button', { name: 'Pressed 0' }))
  expect(screen.getByRole('button', { name: 'Pressed 1' })).toBeVisible()
  rerender(<Suspense fallback="waiting">{<Part />}</Suspense>)
  expect(screen.getByRole('button', { name: 'Pressed 1' })).toBeVisible()
})

it('does not wait for what was fetched before', async () => {
  const { load, Part } = screenScript(() => Promise.resolve(Counter))
  await load()
  render(<Part />)
  expect(screen.getByRole('button', { name: 'Pressed 0' })).toBeVisible()
})
