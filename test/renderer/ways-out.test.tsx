import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { beforeEach, expect, it, vi } from 'vitest'
import { screens } from '../../src-renderer/app/screens.tsx'
import { parts } from '../../src-renderer/features/settings/parts.tsx'
import type { SayableFault } from '../../src-renderer/text/say.ts'
import { told } from '../../src-renderer/text/ways-out.ts'
import { uiWords } from '../../src-renderer/text/words.ts'
import { ErrorState } from '../../src-renderer/ui/ErrorState.tsx'
import { showTrouble } from '../../src-renderer/ui/undo-notice.tsx'
import { WordsProvider } from '../../src-renderer/ui/words.tsx'

beforeEach(() => {
  window.location.hash = ''
})
const show = (view: React.ReactNode) =>
  render(
    <MantineProvider env="test">
      <WordsProvider value={uiWords}>{view}</WordsProvider>
    </MantineProvider>,
  )

const withWay: SayableFault[] = [
  { code: 'internal', data: {} },
  { code: 'database-damaged', data: { file: 'desk.db', reason: 'a page is torn' } },
  { code: 'backup-failed', data: { file: 'a.db', reason: 'the folder is gone' } },
  { code: 'secrets-unreadable', data: { reason: 'another machine wrote them' } },
  { code: 'batch-not-found', data: { batch: '4' } },
  { code: 'rep-not-found', data: { rep: 'mia' } },
  { code: 'ruleset-not-found', data: { ruleset: 4 } },
  { code: 'undo-refused', data: { reason: 'import-running' } },
  { code: 'offer-gone', data: { lead: '4', reason: 'at-cap' } },
]

it('A fault that can be mended elsewhere leads to a place that is there', () => {
  const places = new Set([
    ...screens.map(({ id }) => `#/${id}`),
    ...parts.map(({ id }) => `#/settings/${id}`),
    '#/rules/versions',
  ])
  const astray = withWay.filter((fault) => !places.has(told(fault).way?.href ?? ''))
  expect(astray).toEqual([])
  expect(told({ code: 'undo-refused', data: { reason: 'moved-since' } }).way).toBeNull()
  expect(told({ code: 'offer-gone', data: { lead: '4', reason: 'taken' } }).way).toBeNull()
})

it('Another try is offered where it may help, and not where it can’t', async () => {
  const again = vi.fn<() => void>()
  const { unmount } = show(<ErrorState {...told({ code: 'internal', data: {} })} onTryAgain={again} onClose={() => undefined} />)
  expect(screen.getByRole('link', { name: 'See the log' })).toHaveAttribute('href', '#/settings/about')
  expect(screen.queryByRole('button', { name: 'Close' })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(again).toHaveBeenCalledOnce()
  unmount()
  show(<ErrorState {...told({ code: 'mail-not-found', data: { id: 4 } })} onTryAgain={again} onClose={() => undefined} />)
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
  expect(screen.getByRole('button', { name: 'Close' })).toBeVisible()
})

it('A notice of a fault leads there too, unless the page is there already', async () => {
  show(<Notifications />)
  const { sentence, way } = told({ code: 'batch-not-found', data: { batch: '4' } })
  showTrouble(sentence, way)
  await userEvent.click(await screen.findByRole('link', { name: 'Open Intake' }))
  expect(window.location.hash).toBe('#/intake')
  await waitFor(() => {
    expect(screen.queryByText(sentence)).toBeNull()
  })
  showTrouble(sentence, way)
  expect(await screen.findByText(sentence)).toBeVisible()
  expect(screen.queryByRole('link', { name: 'Open Intake' })).toBeNull()
})
