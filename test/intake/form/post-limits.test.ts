import { expect, test } from 'vitest'
import { FormId } from '../../../src-main/contract/index.ts'
import { createPostLimits, networkOf } from '../../../src-main/intake/form/post-limits.ts'

test('an address is counted by itself, an IPv6 one with its whole household', () => {
  expect(networkOf('192.0.2.7')).toBe('192.0.2.7')
  expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7')
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64')
  expect(networkOf('2001:DB8:0001:2::9')).toBe('2001:db8:1:2::/64')
  expect(networkOf('2001:db8::9')).toBe('2001:db8:0:0::/64')
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64')
  expect(networkOf('::1')).toBe('0:0:0:0::/64')
  expect(networkOf('')).toBe('')
})

test('each form counts each address for itself, and anew when its limit changes', async () => {
  const limits = createPostLimits()
  const [one, two] = [FormId.parse(1), FormId.parse(2)]
  expect([await limits.post(one, 2, 'a'), await limits.post(one, 2, 'a')]).toEqual([null, null])
  expect(await limits.post(one, 2, 'a')).toBeGreaterThan(50)
  expect([await limits.post(one, 2, 'b'), await limits.post(two, 2, 'a'), await limits.post(one, 3, 'a')]).toEqual([
    null,
    null,
    null,
  ])
})
