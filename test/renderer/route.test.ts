import { expect, it } from 'vitest'
import { readPlace } from '../../src-renderer/lib/route.ts'

it('reads where the page is from its address', () => {
  expect(readPlace('')).toEqual({ screen: 'queue', leadId: null, part: null })
  expect(readPlace('/queue/view%2F3/lead/12')).toEqual({ screen: 'queue', leadId: 12, part: 'view/3' })
  expect(readPlace('/reps/lead/none')).toEqual({ screen: 'reps', leadId: null, part: null })
})

it('takes an address that was cut in two as it stands', () => {
  expect(readPlace('/queue/%E0%A4%A')).toEqual({ screen: 'queue', leadId: null, part: '%E0%A4%A' })
})
