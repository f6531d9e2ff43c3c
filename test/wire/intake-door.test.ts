import { connect, createServer } from 'node:net'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { exampleCurl, exampleForm } from '../../src-main/contract/index.ts'
import { startDesk } from '../../src-main/start.ts'
import { freshFolder } from './connect.ts'
import { ADA, ask, freePort, jsonPost, openIntakeDesk } from './posts.ts'

const FIRM = 'https://firm.example'

describe('a page of another web site', () => {
  const preflight = (origin: string) => ({
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type,x-intake-key' },
  })

  test('may post when its site is named, and is told so first', async () => {
    const desk = await openIntakeDesk()
    const { address, key } = await desk.form({ origins: [`${FIRM}/contact`] })
    const asked = await ask(address, preflight(FIRM))
    expect(asked).toMatchObject({
      status: 204,
      headers: {
        'access-control-allow-origin': FIRM,
        'access-control-allow-methods': 'POST',
        'access-control-allow-headers': expect.stringMatching(/content-type/i),
        'access-control-max-age': '600',
        vary: expect.stringMatching(/^Origin/),
      },
    })
    expect(asked.headers['access-control-allow-credentials']).toBeUndefined()
    const taken = await ask(address, jsonPost(key, ADA, { origin: FIRM }))
    expect(taken).toMatchObject({ status: 201, headers: { 'access-control-allow-origin': FIRM, vary: 'Origin' } })
    const refused = await ask(address, jsonPost('wrong', ADA, { origin: FIRM }))
    expect(refused).toMatchObject({ status: 401, headers: { 'access-control-allow-origin': FIRM } })
  })

  test.each([
    'https://evil.example',
    'http://firm.example',
    'https://firm.example:8443',
    'https://firm.example.evil.example',
    'https://www.firm.example',
    'null',
  ])('may not when it is %s', async (origin) => {
    const desk = await openIntakeDesk()
    const { address, key } = await desk.form({ origins: [FIRM] })
    const asked = await ask(address, preflight(origin))
    const [form] = await desk.running.client('x').form.list()
    expect(form?.lastRefusal?.reason).toBe('wrong-origin')
    const posted = await ask(address, jsonPost(key, ADA, { origin }))
    for (const answer of [asked, posted]) {
      expect(answer).toMatchObject({
        status: 403,
        headers: { vary: 'Origin' },
        json: { error: { data: { reason: 'wrong-origin' } } },
      })
      expect(answer.headers['access-control-allow-origin']).toBeUndefined()
    }
    expect((await desk.running.client('x').lead.page({})).leads).toEqual([])
  })

  test('may not when none is named, and any may when all are', async () => {
    const desk = await openIntakeDesk()
    const closed = await desk.form()
    expect((await ask(closed.address, jsonPost(closed.key, ADA, { origin: FIRM }))).status).toBe(403)
    const open = await desk.form({ path: 'open', origins: ['*'] })
    const taken = await ask(open.address, jsonPost(open.key, ADA, { origin: 'https://any.example' }))
    expect(taken).toMatchObject({ status: 201, headers: { 'access-control-allow-origin': 'https://any.example' } })
  })
})

describe('the description of the intake', () => {
  test('names the forms that are switched on and what they take, and never a key', async () => {
    const desk = await openIntakeDesk()
    const { key } = await desk.form({ name: 'Web <b>site</b>' })
    const off = await desk.form({ path: 'off', name: 'Old one', isOn: false })
    const base = `${desk.door.addresses[0]}/intake/`
    const document = await ask(`${base}openapi.json`, { method: 'GET' })
    const page = await ask(base, { method: 'GET' })
    expect(JSON.parse(document.text)).toMatchObject({
      openapi: '3.1.0',
      paths: { '/intake/website': { post: { summary: 'Web <b>site</b>', requestBody: { required: true } } } },
      components: { schemas: { Lead: { properties: { email: { type: 'string' }, tags: { type: ['array', 'string'] } } } } },
    })
    expect(page).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } })
    expect(page.text).toContain('Web &lt;b&gt;site&lt;/b&gt;')
    expect(page.text).toContain('<code>email</code>')
    for (const { text } of [document, page]) {
      for (const secret of [key, off.key, 'Old one', '/off']) expect(text).not.toContain(secret)
    }
    expect(page.text).not.toMatch(/<script|<link|<img|<[^>]*\son\w+=|src=|url\(|@import/i)
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/)
    expect((await ask(base, { method: 'POST' })).status).toBe(405)
  })

  test('has every $ref where it points to', async () => {
    const desk = await openIntakeDesk()
    await desk.form()
    const { text } = await ask(`${desk.door.addresses[0]}/intake/openapi.json`, { method: 'GET' })
    const document = JSON.parse(text) as {
      components: { schemas: Record<string, unknown>; securitySchemes: Record<string, unknown> }
    }
    const refs = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name ?? '')
    expect(refs.length).toBeGreaterThan(5)
    for (const name of refs) expect(document.components.schemas).toHaveProperty(name)
    expect(Object.keys(document.components.securitySchemes)).toEqual(['bearer', 'header', 'query'])
  })
})

describe('the port for posts', () => {
  test('answers nothing but /intake/', async () => {
    const desk = await openIntakeDesk()
    const [base = ''] = desk.door.addresses
    for (const path of ['/', '/index.html', '/wire', '/api/desk/info', '/api/openapi.json', '/intakes', '/../intake.html']) {
      expect([path, (await ask(base + path, { method: 'GET' })).status]).toEqual([path, 404])
    }
    const headers = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-key': 'x', 'sec-websocket-version': '13' }
    expect((await ask(`${base}/wire`, { method: 'GET', headers })).status).toBe(404)
  })

  test('answers to any name, as the key guards it', async () => {
    const desk = await openIntakeDesk()
    const { address, key } = await desk.form()
    expect((await ask(address, jsonPost(key, ADA, { host: 'desk.firm.example' }))).status).toBe(201)
  })

  test('is off until it is switched on, moves when it is told to, and closes with the desk', async () => {
    const dataFolder = await freshFolder()
    const running = await startDesk({ dataFolder })
    const client = running.client('x')
    expect(await client.form.door()).toEqual({ isOn: false, port: 4470, isOpen: false, addresses: [], problem: null })
    const [one, two] = [await freePort(), await freePort()]
    await client.form.saveDoor({ isOn: true, port: one, isOpen: false })
    expect((await ask(`http://127.0.0.1:${one}/intake/`, { method: 'GET' })).status).toBe(200)
    const door = await client.form.saveDoor({ isOn: true, port: two, isOpen: true })
    expect(door.addresses[0]).toBe(`http://127.0.0.1:${two}`)
    await expect(ask(`http://127.0.0.1:${one}/intake/`, { method: 'GET' })).rejects.toThrow()
    await running.close()
    await expect(ask(`http://127.0.0.1:${two}/intake/`, { method: 'GET' })).rejects.toThrow()

    const again = await startDesk({ dataFolder })
    onTestFinished(() => again.close())
    expect(await again.client('x').form.door()).toEqual(door)
    expect((await ask(`http://127.0.0.1:${two}/intake/`, { method: 'GET' })).status).toBe(200)
    const off = await again.client('x').form.saveDoor({ isOn: false, port: two, isOpen: true })
    expect(off).toMatchObject({ addresses: [], problem: null })
    await expect(ask(`http://127.0.0.1:${two}/intake/`, { method: 'GET' })).rejects.toThrow()
  })

  test('that is taken is told, and the desk opens all the same', async () => {
    const port = await freePort()
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve))
    onTestFinished(() => void other.close())
    const desk = await openIntakeDesk()
    const client = desk.running.client('x')
    const taken = await client.form.saveDoor({ isOn: true, port, isOpen: false })
    expect(taken).toMatchObject({ addresses: [], problem: `port: port ${port} is taken by another program` })
    expect(await client.form.door()).toEqual(taken)
    await new Promise((resolve) => other.close(resolve))
    expect(await client.form.saveDoor({ isOn: true, port, isOpen: false })).toMatchObject({
      problem: null,
      addresses: [`http://127.0.0.1:${port}`],
    })
  })

  test('is not opened by a command', async () => {
    const desk = await openIntakeDesk()
    await desk.running.close()
    const command = await startDesk({ dataFolder: desk.dataFolder, withClocks: false })
    onTestFinished(() => command.close())
    expect(await command.client('x').form.door()).toMatchObject({ isOn: true, addresses: [], problem: null })
  })

  test('is also that of a served desk, by its own name, while posts are listened to', async () => {
    const desk = await openIntakeDesk()
    const { key } = await desk.form()
    const pageFolder = await freshFolder('page')
    await mkdir(join(pageFolder, 'assets'))
    await writeFile(join(pageFolder, 'index.html'), '<!doctype html>')
    const server = await desk.running.serve({ pageFolder })
    onTestFinished(() => server.close())
    const address = `http://127.0.0.1:${server.port}/intake/website`
    expect((await ask(address, jsonPost(key, ADA))).status).toBe(201)
    expect((await ask(address, jsonPost(server.token, ADA))).status).toBe(401)
    expect((await ask(address, jsonPost(key, ADA, { host: 'evil.example' }))).status).toBe(403)
    expect(
      (await ask(`http://127.0.0.1:${server.port}/`, { method: 'GET', headers: { authorization: `Bearer ${key}` } })).status,
    ).toBe(401)
    await desk.running.client('x').form.saveDoor({ isOn: false, port: desk.door.port, isOpen: false })
    expect((await ask(address, jsonPost(key, ADA))).status).toBe(401)
  })
})

describe('a hostile body', () => {
  test.each([100, 1])('of %i MB is refused before it is read, and the desk stays as it was', async (megabytes) => {
    const desk = await openIntakeDesk()
    const { address, key } = await desk.form()
    const before = process.memoryUsage().rss
    const { port } = desk.door
    // As a program would that does not listen to the answer before it has sent all.
    const sent = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1')
      let answer = ''
      socket.setEncoding('utf8').on('data', (piece: string) => (answer += piece))
      socket.on('error', () => {})
      socket.on('close', () => resolve(answer))
      socket.write(
        `POST /intake/website HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key}\r\nContent-Type: application/json\r\nContent-Length: ${megabytes * 1_048_576}\r\n\r\n`,
      )
      const piece = Buffer.alloc(65_536, 0x20)
      let left = (megabytes * 1_048_576) / piece.length
      const write = (): void => {
        while (left-- > 0) if (!socket.write(piece)) return void socket.once('drain', write)
      }
      write()
    })
    expect(sent).toMatch(/^HTTP\/1\.1 413 /)
    expect(sent).toContain('"field":"body"')
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1_048_576)
    expect((await ask(address, jsonPost(key, ADA))).status).toBe(201)
  })

  test('that only announces its size is refused at once', async () => {
    const desk = await openIntakeDesk()
    const { key } = await desk.form()
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(desk.door.port, '127.0.0.1')
      socket.setEncoding('utf8').once('data', (piece: string) => {
        resolve(piece)
        socket.destroy()
      })
      socket.write(
        `POST /intake/website HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key}\r\nContent-Type: application/json\r\nContent-Length: 262145\r\n\r\n`,
      )
    })
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
  })

  test('that hides its length is refused all the same', async () => {
    const desk = await openIntakeDesk()
    const { address, key } = await desk.form()
    const body = Buffer.alloc(300_000, 0x20)
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'transfer-encoding': 'chunked' }
    expect(await ask(address, { headers, body })).toMatchObject({ status: 413 })
  })

  test('that is compressed is not unpacked', async () => {
    const desk = await openIntakeDesk()
    const { address, key } = await desk.form()
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'content-encoding': 'gzip' }
    const refused = await ask(address, { headers, body: gzipSync(Buffer.alloc(10_000_000)) })
    expect(refused).toMatchObject({ status: 415, json: { error: { data: { field: 'Content-Encoding' } } } })
  })

  test('of another type, torn, or deep, costs nothing but an answer', async () => {
    const desk = await openIntakeDesk()
    const { address, key } = await desk.form()
    const authorization = `Bearer ${key}`
    const statusOf = async (type: string, body: string): Promise<number> =>
      (await ask(address, { headers: { authorization, 'content-type': type }, body })).status
    expect(await statusOf('text/plain', '{}')).toBe(415)
    expect(await statusOf('application/json', '{')).toBe(400)
    expect(await statusOf('application/json', `{"a":${'['.repeat(120_000)}`)).toBe(400)
    expect(await statusOf('application/json', `{"a":${'['.repeat(120_000)}${']'.repeat(120_000)}}`)).toBe(400)
    expect(await statusOf('multipart/form-data', 'x')).toBe(400)
    expect(
      await statusOf('application/json', '{"__proto__":{"email":"a@b.example"},"constructor":{"prototype":{"email":1}}}'),
    ).toBe(201)
    expect(Object.hasOwn(Object.prototype, 'email')).toBe(false)
    expect(await statusOf('application/json', `{"email":"a\\u0000da@example.org","name":"x\\u0000y\\ud83d"}`)).toBe(201)
    expect(desk.log.errors).toEqual([])
  })

  test('that breaks off is no lead', async () => {
    const desk = await openIntakeDesk()
    const { key } = await desk.form()
    await new Promise<void>((resolve) => {
      const socket = connect(desk.door.port, '127.0.0.1', () => {
        socket.write(
          `POST /intake/website HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nemail=ada%40example.org`,
          () => socket.destroy(),
        )
      })
      socket.on('close', () => resolve())
    })
    expect((await desk.running.client('x').lead.page({})).leads).toEqual([])
    expect(desk.log.errors).toEqual([])
  })

  test('a request that is none is survived', async () => {
    const desk = await openIntakeDesk()
    const { address, key } = await desk.form()
    for (const torn of [
      'GET http://[ HTTP/1.1\r\nHost: x\r\n\r\n',
      'POST /intake/%zz HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n',
      '\0\r\n\r\n',
    ]) {
      await new Promise<void>((resolve) => {
        const socket = connect(desk.door.port, '127.0.0.1', () => socket.end(torn))
        socket.on('close', () => resolve())
        socket.resume()
      })
    }
    expect((await ask(address, jsonPost(key, ADA))).status).toBe(201)
  })
})

describe('the examples to copy', () => {
  test('the form posts what its fields say, with the key', async () => {
    const desk = await openIntakeDesk()
    const { address, key } = await desk.form()
    const html = exampleForm(address, key)
    expect(html).toContain(`action="${address}" method="post"`)
    const names = [...html.matchAll(/name="(\w+)"/g)].map(([, name]) => name ?? '')
    const typed: Record<string, string> = {
      _key: key,
      name: 'Ada',
      email: 'ada@example.org',
      phone: '030 1234567',
      company: 'Acme',
      message: 'Hi',
      consent: 'yes',
      _gotcha: '',
    }
    expect(Object.keys(typed).sort()).toEqual(names.sort())
    const body = new URLSearchParams(typed).toString()
    const taken = await ask(address, { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body })
    expect(taken.status).toBe(201)
  })

  test('can not be broken out of', () => {
    expect(exampleForm('http://x/"><script>', '"><b>')).not.toMatch(/<script|<b>/)
    expect(exampleCurl("http://x/'; rm -rf /", 'k')).toContain(`curl 'http://x/'\\''; rm -rf /' \\`)
  })
})
