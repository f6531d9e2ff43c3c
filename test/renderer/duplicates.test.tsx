import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { LeadPair } from '../../src-main/contract/index.ts'
import { DuplicatesScreen } from '../../src-renderer/features/leads/DuplicatesScreen.tsx'
import { aLead, leadId } from './helpers/builders.ts'
import { fakeDesk } from './helpers/fake-desk.ts'
import { renderDesk } from './helpers/render-desk.tsx'

const [eva, tom, kim] = [
  aLead({ id: leadId(1), name: 'Eva Ray' }),
  aLead({ id: leadId(2), name: 'Tom Ray' }),
  aLead({ id: leadId(3), name: 'Kim Lee' }),
]
const pairs: LeadPair[] = [
  { lead: kim, other: eva, by: 'phone' },
  { lead: tom, other: eva, by: 'email' },
]

function open(given: readonly LeadPair[] = pairs) {
  let left = [...given]
  const desk = fakeDesk({
    leads: [eva, tom, kim],
    handlers: {
      'lead.possibleDuplicates': () => ({ pairs: left, next: null }),
      'lead.tellApart': ({ leadId }: { leadId: number }) => {
        left = left.filter(({ lead }) => lead.id !== leadId)
        return { seqs: [9] }
      },
      'lead.merge': ({ otherId }: { otherId: number }) => {
        left = left.filter(({ lead }) => lead.id !== otherId)
        return { seqs: [10, 11] }
      },
    },
  })
  renderDesk(<DuplicatesScreen />, desk)
  return desk
}

describe('possible duplicates', () => {
  it('lists the pairs with what they share, and shows the first side by side', async () => {
    open()
    expect(await screen.findByText('Kim Lee · Eva Ray')).toBeVisible()
    expect(screen.getByText(/Same e-mail address/)).toBeVisible()
    expect(await screen.findByText('Which one stays')).toBeVisible()
  })

  it('tells two apart by T and goes on, with a way back', async () => {
    const desk = open()
    await screen.findByText('Which one stays')
    await userEvent.keyboard('t')
    expect(await screen.findByText('Two people: no longer a possible duplicate')).toBeVisible()
    expect(desk.calls.find(({ name }) => name === 'lead.tellApart')?.input).toEqual({ leadId: 3 })
    await waitFor(() => {
      expect(screen.queryByText('Kim Lee · Eva Ray')).toBeNull()
    })
    expect(screen.getByRole('button', { name: 'Undo' })).toBeVisible()
  })

  it('merges the pair that is shown', async () => {
    const desk = open()
    await userEvent.click(await screen.findByRole('button', { name: 'Merge' }))
    await waitFor(() => {
      expect(desk.calls.some(({ name }) => name === 'lead.merge')).toBe(true)
    })
  })

  it('says when there are none', async () => {
    open([])
    expect(await screen.findByText('No possible duplicates')).toBeVisible()
  })
})
