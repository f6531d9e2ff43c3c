import { expect, it } from 'vitest'
import { NOON, openTestStore } from '../helpers/open-test-store.ts'

it('A report that was asked for is answered, also when the desk is closed meanwhile', async () => {
  const { store } = await openTestStore()
  const report = store.report('speed', NOON - 1_000, NOON, NOON)
  await store.close()
  expect(await report).toMatchObject({ name: 'speed', figures: expect.any(Array) as unknown })
})
