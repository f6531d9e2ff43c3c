import { rmSync, statSync } from 'node:fs'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readStartOptions } from '../../src-main/shell/start-options.ts'

const read = (...args: string[]) => readStartOptions(['electron', '--no-sandbox', '--log-level=3', '.', ...args], '/home/mia')

describe('what the window is started with', () => {
  test('without a word it is the desk of the program', () => {
    expect(read()).toEqual({ isDemo: false, dataFolder: null })
  })

  test.each([
    [['--data', '/desks/one'], '/desks/one'],
    [['--data=/desks/one'], '/desks/one'],
    [['--data', 'one'], '/home/mia/one'],
    [['--disable-gpu', '--data', 'one', '--user-data-dir=/tmp/x'], '/home/mia/one'],
  ])('%j names a folder', (args, dataFolder) => {
    expect(read(...args)).toEqual({ isDemo: false, dataFolder })
  })

  test('a word that is missing counts for nothing', () => {
    expect(read('--data')).toEqual({ isDemo: false, dataFolder: null })
    expect(read('--data=')).toEqual({ isDemo: false, dataFolder: null })
  })

  test('a demo is a new folder of its own', () => {
    const { isDemo, dataFolder } = read('--demo')
    onTestFinished(() => rmSync(dataFolder ?? '', { recursive: true, force: true }))
    expect(isDemo).toBe(true)
    expect(statSync(dataFolder ?? '').isDirectory()).toBe(true)
  })
})
