import { createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** What a scripted server answers to a command; null says nothing. `tag` has to be given back. */
export type Answer = (command: { tag: string; name: string; line: string; socket: Socket }) => string | Buffer | null

export interface ScriptedServer {
  port: number
  /** Commands as they came, without tags and without passwords. */
  commands: string[]
  connections(): number
}

/**
 * An IMAP server that answers from a script, for what no real one does: garbage, half an answer, silence. What `answer` leaves undecided
 * (undefined) goes on as with a well-behaved server of one folder without mails.
 */
export async function aServerThat(
  answer: (command: Parameters<Answer>[0]) => ReturnType<Answer> | undefined,
  greeting: string | null = '* OK ready\r\n',
): Promise<ScriptedServer> {
  const commands: string[] = []
  const sockets = new Set<Socket>()
  let connections = 0
  const server = createServer((socket) => {
    connections++
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => {})
    if (greeting !== null) socket.write(greeting)
    let text = ''
    /** Tag of an IDLE, which DONE ends. */
    let idling = ''
    socket.setEncoding('latin1').on('data', (piece: string) => {
      text += piece
      for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
        const line = text.slice(0, end)
        text = text.slice(end + 2)
        if (line === 'DONE') {
          socket.write(`${idling} OK done\r\n`)
          continue
        }
        const [tag = '', first = '', second = ''] = line.split(' ')
        const name = (first.toUpperCase() === 'UID' ? `UID ${second}` : first).toUpperCase()
        commands.push(name)
        if (name === 'IDLE') idling = tag
        const said = answer({ tag, name, line, socket })
        const reply = said === undefined ? wellBehaved(tag, name) : said
        if (reply !== null && !socket.destroyed) socket.write(reply)
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { port: address.port, commands, connections: () => connections }
}

export const CAPABILITIES = 'IMAP4rev1 IDLE UIDPLUS MOVE'

function wellBehaved(tag: string, name: string): string {
  const ok = `${tag} OK done\r\n`
  switch (name) {
    case 'CAPABILITY':
      return `* CAPABILITY ${CAPABILITIES}\r\n${ok}`
    case 'LIST':
    case 'LSUB':
      return `* LIST (\\HasNoChildren) "/" INBOX\r\n${ok}`
    case 'SELECT':
    case 'EXAMINE':
      return opened(tag, 0)
    case 'UID SEARCH':
      return `* SEARCH\r\n${ok}`
    case 'IDLE':
      return '+ idling\r\n'
    case 'LOGOUT':
      return `* BYE\r\n${ok}`
    default:
      return ok
  }
}

/** The answer to SELECT. */
export const opened = (tag: string, mails: number, uidValidity = 7): string =>
  [
    '* FLAGS (\\Seen)',
    `* ${mails} EXISTS`,
    `* OK [UIDVALIDITY ${uidValidity}] ok`,
    `* OK [UIDNEXT ${mails + 1}] ok`,
    `${tag} OK [READ-WRITE] done`,
    '',
  ].join('\r\n')
