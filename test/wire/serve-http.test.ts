import { mkdir, writeFile } from 'node:fs/promises'
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { connect as connectTcp } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import type { LeadId } from '../../src-main/contract/index.ts'
import type { HttpServer } from '../../src-main/wire/serve-http.ts'
import { aRep, freshFolder, openTestDesk, refusalOf, type TestDesk } from './connect.ts'

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

/** Not fetch: it would set Host itself, and follow redirections. */
function ask(server: HttpServer, path: string, headers: Record<string, string> = {}, method = 'GET', body = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ port: server.port, host: '127.0.0.1', path, method, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (piece: string) => {
        text += piece
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
    })
    request.on('error', reject)
    request.end(body)
  })
}

async function served(): Promise<TestDesk & { server: HttpServer; key: Record<string, string> }> {
  const opened = await openTestDesk()
  const pageFolder = await freshFolder('page')
  await mkdir(join(pageFolder, 'assets'))
  await writeFile(join(pageFolder, 'index.html'), '<!doctype html><title>Lead Desk</title>')
  await writeFile(join(pageFolder, 'assets', 'main-abc.js'), 'export {}')
  const server = await opened.running.serve({ pageFolder })
  onTestFinished(() => server.close())
  return { ...opened, server, key: { authorization: `Bearer ${server.token}` } }
}

function dial(server: HttpServer, headers: Record<string, string>, path = '/wire'): Promise<number | 'open'> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, { headers })
    socket.on('open', () => {
      resolve('open')
      socket.close()
    })
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0))
    socket.on('error', () => {})
  })
}

describe('the page over HTTP', () => {
  test('takes the key from the address once, and keeps it in a cookie no script can read', async () => {
    const { server } = await served()
    const first = await ask(server, `/?token=${server.token}`)
    expect(first).toMatchObject({ status: 303, headers: { location: '/' } })
    const [cookie = ''] = first.headers['set-cookie'] ?? []
    expect(cookie).toMatch(/^lead-desk-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/)
    const page = await ask(server, '/', { cookie: cookie.split(';')[0] ?? '' })
    expect(page).toMatchObject({ status: 200, text: expect.stringContaining('<title>Lead Desk') })
  })

  test('comes with a strict policy, and is kept by nobody', async () => {
    const { server, key } = await served()
    const { headers } = await ask(server, '/', key)
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    })
    const policy = headers['content-security-policy']
    expect(policy).toContain("default-src 'none'; script-src 'self';")
    expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${server.port}`)
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe|\*/)
  })

  test('is for those with the key alone', async () => {
    const { server } = await served()
    for (const path of ['/', '/index.html', '/assets/main-abc.js', '/?token=wrong', '/?token=', '/nothing']) {
      const { status, text } = await ask(server, path)
      expect([path, status]).toEqual([path, 401])
      expect(text).toContain('needs its key')
    }
    expect((await ask(server, '/', { cookie: `lead-desk-${server.port}=wrong` })).status).toBe(401)
    expect((await ask(server, '/', { cookie: `lead-desk-1=${server.token}` })).status).toBe(401)
  })

  test('does not answer to another name, whatever key it brings', async () => {
    const { server, key } = await served()
    for (const host of ['evil.example', `evil.example:${server.port}`, '127.0.0.1', `127.0.0.1:${server.port}.evil.example`]) {
      expect([host, (await ask(server, '/', { ...key, host })).status]).toEqual([host, 403])
    }
    expect((await ask(server, '/', { ...key, host: `localhost:${server.port}` })).status).toBe(200)
  })

  test('lets nothing out of its folder', async () => {
    const { server, key } = await served()
    for (const path of [
      '/../../etc/passwd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/..%2f..%2fetc%2fpasswd',
      '/assets/..%5c..%5cx.js',
      '//etc/hosts.txt',
    ]) {
      expect([path, (await ask(server, path, key)).status]).toEqual([path, 404])
    }
  })

  test('is only read', async () => {
    const { server, key } = await served()
    expect((await ask(server, '/', key, 'POST', 'x')).status).toBe(405)
    expect(await ask(server, '/', key, 'HEAD')).toMatchObject({ status: 200, text: '' })
  })

  test('survives a request that is none', async () => {
    const { server, key } = await served()
    await new Promise<void>((resolve) => {
      const socket = connectTcp(server.port, '127.0.0.1', () => socket.end('GET http://[ HTTP/1.1\r\nHost: x\r\n\r\n'))
      socket.on('close', () => resolve())
      socket.resume()
    })
    expect((await ask(server, '/', key)).status).toBe(200)
  })
})

describe('the socket', () => {
  test('opens for the key, as cookie or as bearer', async () => {
    const { server, key } = await served()
    expect(await dial(server, key)).toBe('open')
    const origin = `http://127.0.0.1:${server.port}`
    expect(await dial(server, { cookie: `lead-desk-${server.port}=${server.token}`, origin })).toBe('open')
  })

  test('opens for nobody else, and for no other page', async () => {
    const { server, key } = await served()
    expect(await dial(server, {})).toBe(401)
    expect(await dial(server, { authorization: 'Bearer wrong' })).toBe(401)
    expect(await dial(server, { ...key, origin: 'https://evil.example' })).toBe(403)
    expect(await dial(server, { ...key, origin: 'null' })).toBe(403)
    expect(await dial(server, { ...key, host: `evil.example:${server.port}` })).toBe(403)
    expect(await dial(server, key, '/other')).toBe(404)
  })

  test('closes with the server, which then listens no more', async () => {
    const { server, key } = await served()
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/wire`, { headers: key })
    await new Promise((resolve) => socket.once('open', resolve))
    const closed = new Promise((resolve) => socket.once('close', resolve))
    await server.close()
    await closed
    await expect(ask(server, '/', key)).rejects.toThrow(/ECONNREFUSED/)
  })
})

describe('the API for other programs', () => {
  const json = { 'content-type': 'application/json' }

  test('answers a question and does a command, and names the program as the one who did it', async () => {
    const { server, key, running } = await served()
    const added = await ask(server, '/api/rep/add', { ...key, ...json }, 'POST', JSON.stringify(aRep('mia@example.com')))
    expect(added).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } })
    expect(JSON.parse(added.text)).toEqual({ repId: 1 })
    const lead = await ask(
      server,
      '/api/lead/add',
      { ...key, ...json },
      'POST',
      JSON.stringify({ name: 'Ada', email: 'ada@example.org' }),
    )
    const { leadId } = JSON.parse(lead.text) as { leadId: LeadId }
    const detail = await running.client('x').lead.read({ leadId })
    expect(detail.timeline.at(-1)?.actor).toBe('program')
  })

  test.each([
    ['a code of the contract', '/api/lead/read', '{"leadId":77}', 404, 'lead-not-found', { lead: '77' }],
    [
      'a field that does not fit',
      '/api/lead/read',
      '{"leadId":"x"}',
      400,
      'bad-input',
      { field: 'leadId', reason: expect.any(String) },
    ],
    ['no JSON at all', '/api/lead/read', '{"leadId":', 400, 'bad-input', { field: 'request', reason: expect.any(String) }],
  ])('refuses with status, code and data: %s', async (_, path, body, status, code, data) => {
    const { server, key } = await served()
    const answer = await ask(server, path, { ...key, ...json }, 'POST', body)
    expect(answer.status).toBe(status)
    expect(JSON.parse(answer.text)).toMatchObject({ defined: true, code, data })
  })

  test('is for those with the key, and for no other page', async () => {
    const { server, key } = await served()
    const answer = await ask(server, '/api/lead/page', json, 'POST', '{}')
    expect(answer.status).toBe(401)
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'unauthorised' })
    expect((await ask(server, '/api/lead/page', { ...key, ...json, origin: 'https://evil.example' }, 'POST', '{}')).status).toBe(
      403,
    )
  })

  test('refuses a body beyond its limit', async () => {
    const { server, key } = await served()
    const body = JSON.stringify({ leadId: 1, text: 'x'.repeat(33 * 1024 * 1024) })
    const answer = await ask(
      server,
      '/api/lead/note',
      { ...key, ...json, 'content-length': String(body.length) },
      'POST',
      body,
    ).catch(() => null)
    // The connection may be cut while the rest is still coming in.
    if (answer !== null) expect(JSON.parse(answer.text)).toMatchObject({ code: 'bad-input', data: { reason: 'it is too large' } })
    expect((await ask(server, '/', key)).status).toBe(200)
  })

  test('describes itself', async () => {
    const { server, key } = await served()
    const { status, text } = await ask(server, '/api/openapi.json', key)
    expect(status).toBe(200)
    const document = JSON.parse(text) as { openapi: string; paths: Record<string, unknown> }
    expect(document.openapi).toMatch(/^3\./)
    expect(Object.keys(document.paths)).toEqual(expect.arrayContaining(['/lead/page', '/rep/setAvailability', '/desk/watch']))
    expect((await ask(server, '/api/no/such', { ...key, ...json }, 'POST', '{}')).status).toBe(404)
  })
})

describe('a port', () => {
  test('that is taken is named', async () => {
    const { server, running } = await served()
    expect(await refusalOf(running.serve({ pageFolder: running.dataFolder, port: server.port }))).toMatchObject({
      code: 'bad-input',
      data: { field: 'port', reason: `port ${server.port} is taken by another program` },
    })
  })
})
