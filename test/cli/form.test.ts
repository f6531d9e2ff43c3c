import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { ask, freePort, jsonPost } from '../wire/posts.ts'
import { errorOf, folderWith, jsonLines, run, runHere, start } from './run-desk.ts'

// Each step is a process of its own, and a busy machine starts them slowly.
vi.setConfig({ testTimeout: 120_000 })

/** A desk served by a process of its own, when it says where it is. */
async function serve(data: string) {
  const child = start('serve', '--data', data, '--json')
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve())
    child.once('exit', (code) => reject(new Error(`serve ended with ${code}`)))
  })
  return child
}

describe('forms on the command line', () => {
  test('are made, listed, given a new key and removed', async () => {
    const data = join(await folderWith(), 'data')
    const json = async (...args: string[]): Promise<Record<string, string>[]> => {
      const ran = await runHere(['form', ...args, '--data', data, '--json'])
      expect([args, ran.code, ran.stderr]).toEqual([args, 0, ''])
      return jsonLines(ran.stdout) as Record<string, string>[]
    }
    const [made] = await json(
      'add',
      'Café & Bar',
      '--origin',
      'https://a.example',
      '--origin',
      'https://b.example',
      '--per-minute',
      '5',
      '--hold',
    )
    expect(made).toEqual({
      path: 'cafe-bar',
      address: 'http://127.0.0.1:4470/intake/cafe-bar',
      key: expect.stringMatching(/^[0-9a-f]{48}$/),
    })
    const settings = { origins: ['https://a.example', 'https://b.example'], perMinute: 5, route: 'hold', isOn: true }
    expect(await json('list')).toMatchObject([{ path: 'cafe-bar', keyEnd: made?.key?.slice(-4), posts: 0, ...settings }])
    const [changed] = await json('key', 'cafe-bar')
    expect(changed?.key).not.toBe(made?.key)
    const [example] = await json('example', 'cafe-bar', '--key', 'K')
    expect(example).toMatchObject({ html: expect.stringContaining('value="K"'), curl: expect.stringContaining('Bearer K') })
    expect(await json('remove', 'cafe-bar')).toEqual([{ removed: 'cafe-bar' }])
    expect(await json('list')).toEqual([])
    const missing = await runHere(['form', 'key', 'cafe-bar', '--data', data, '--json'])
    expect([missing.code, errorOf(missing)]).toMatchObject([1, { error: { code: 'form-not-found', data: { form: 'cafe-bar' } } }])
  })

  test('are changed, and what is not named stays', async () => {
    const data = join(await folderWith(), 'data')
    const form = (...args: string[]) => runHere(['form', ...args, '--data', data, '--json'])
    await form('add', 'Website', '--origin', 'https://a.example', '--hold', '--thanks', 'https://a.example/thanks')
    const thanks = { thanksUrl: 'https://a.example/thanks', origins: ['https://a.example'] }
    const first = jsonLines((await form('set', 'website', '--name', 'Our site')).stdout)
    expect(first).toMatchObject([{ name: 'Our site', path: 'website', route: 'hold', isOn: true, perMinute: 60, ...thanks }])
    await form('set', 'website', '--no-hold', '--off', '--thanks', '', '--origin', 'https://b.example', '--per-minute', '9')
    const changed = { route: 'now', isOn: false, thanksUrl: null, origins: ['https://b.example'], perMinute: 9 }
    expect(jsonLines((await form('list')).stdout)).toMatchObject([{ name: 'Our site', ...changed }])
    expect(jsonLines((await form('set', 'website', '--on')).stdout)).toMatchObject([{ ...changed, isOn: true }])
  })

  test('are refused by the name of the option that is wrong', async () => {
    const data = join(await folderWith(), 'data')
    const refusal = async (...args: string[]) => errorOf(await runHere(['form', ...args, '--data', data, '--json']))
    const field = (name: string) => ({ error: { code: 'bad-input', data: { field: name } } })
    expect(await refusal('add', '日本')).toMatchObject(field('--path'))
    expect(await refusal('add', 'X', '--path', 'X_Y')).toMatchObject(field('--path'))
    expect(await refusal('add', 'X', '--origin', 'firm.example')).toMatchObject(field('--origin'))
    expect(await refusal('add', 'X', '--thanks', 'javascript:alert(1)')).toMatchObject(field('--thanks'))
    expect((await runHere(['form', 'add', 'X', '--per-minute', '10001', '--data', data])).code).toBe(2)
  })

  test('take each post once, also when the desk is killed under them', async () => {
    const data = join(await folderWith(), 'data')
    const port = await freePort()
    const [made] = jsonLines(
      (await run(['form', 'add', 'Website', '--per-minute', '10000', '--data', data, '--json'])).stdout,
    ) as { key: string }[]
    expect((await run(['form', 'listen', 'on', '--port', String(port), '--data', data])).code).toBe(0)
    const address = `http://127.0.0.1:${port}/intake/website`
    const post = (i: number) =>
      ask(
        address,
        jsonPost(made?.key ?? '', { name: `Person ${i}`, email: `p${i}@example.org` }, { 'idempotency-key': `post-${i}` }),
      )

    const first = await serve(data)
    const told = new Map<number, string>()
    const posts = Array.from({ length: 60 }, (_, i) =>
      post(i).then(
        ({ text }) => {
          told.set(i, text)
          if (told.size === 20) first.kill('SIGKILL')
        },
        () => {},
      ),
    )
    await Promise.all(posts)
    expect(told.size).toBeGreaterThanOrEqual(20)
    expect(told.size).toBeLessThan(60)

    const second = await serve(data)
    const numbers = new Set<number>()
    for (let i = 0; i < 60; i++) {
      const { text, json } = await post(i)
      if (told.has(i)) expect(text).toBe(told.get(i))
      expect(json.outcome).toBe('added')
      numbers.add(json.leadId)
    }
    expect(numbers.size).toBe(60)
    second.kill('SIGTERM')
    await new Promise((resolve) => second.once('exit', resolve))
    expect(jsonLines((await run(['leads', 'list', '--data', data, '--json'])).stdout)).toHaveLength(60)
  })
})
