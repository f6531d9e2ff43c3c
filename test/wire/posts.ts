import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { onTestFinished } from 'vitest'
import { type FormDoor, FormSettings } from '../../src-main/contract/index.ts'
import { startDesk, type RunningDesk } from '../../src-main/start.ts'
import { freshFolder, MemoryLog, NOW } from './connect.ts'
import { FixedClock } from '../../src-main/lib/clock.ts'

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  text: string
  json: { leadId: number; outcome: string; error: { code: string; data: Record<string, unknown>; message: string } }
}

export interface Asked {
  method?: string
  headers?: Record<string, string>
  body?: string | Buffer
}

/** Not fetch: it sets Host and Origin itself, follows redirections, and forbids headers. */
export function ask(address: string, { method = 'POST', headers = {}, body = '' }: Asked = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let isAnswered = false
    const request = httpRequest(address, { method, headers, agent: false }, (response) => {
      isAnswered = true
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (piece: string) => {
        text += piece
      })
      response.on('end', () => {
        const isJson = response.headers['content-type'] === 'application/json'
        const json = (isJson ? JSON.parse(text) : null) as Answer['json']
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json })
      })
    })
    // Who sends more than is wanted may find the door closed before the last of it has left.
    request.on('error', (error) => (isAnswered ? undefined : reject(error)))
    request.end(body)
  })
}

export interface IntakeDesk {
  running: RunningDesk
  log: MemoryLog
  clock: FixedClock
  dataFolder: string
  door: FormDoor
  /** Address and key of a form. */
  form(settings?: Partial<FormSettings>): Promise<{ address: string; key: string; formId: number }>
}

/** A desk at work that listens for posts on a free port. */
export async function openIntakeDesk(dataFolder?: string): Promise<IntakeDesk> {
  const log = new MemoryLog()
  const clock = new FixedClock(NOW)
  const folder = dataFolder ?? (await freshFolder())
  const running = await startDesk({ dataFolder: folder, clock, log })
  onTestFinished(() => running.close())
  const client = running.client('manager')
  const door = await client.form.saveDoor({ isOn: true, port: await freePort(), isOpen: false })
  return {
    running,
    log,
    clock,
    dataFolder: folder,
    door,
    async form(settings = {}) {
      const whole = FormSettings.parse({ name: 'Website', path: 'website', perMinute: 10_000, ...settings })
      const { formId, key } = await client.form.save({ settings: whole })
      return { address: `${door.addresses[0]}/intake/${whole.path}`, key: key ?? '', formId }
    },
  }
}

export async function freePort(): Promise<number> {
  const { createServer } = await import('node:net')
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

export function jsonPost(key: string, body: unknown, headers: Record<string, string> = {}): Asked {
  return {
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  }
}

export const ADA = { name: 'Ada Lovelace', email: 'ada@example.org', message: 'Please call me' }
