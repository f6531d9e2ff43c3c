import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

test('what the program looks for only when it wants it is packed with it: a dependency, not one of development', () => {
  const wanted = globSync('src-main/**/*.ts', { cwd: root }).flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/requireFrom(?:\.resolve)?\(['"`]([^'"`/]+)/g)].map(([, name]) => name),
  )
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  expect(wanted.length).toBeGreaterThan(5)
  expect(wanted.filter((name) => name !== undefined && !(name in dependencies))).toEqual([])
})
