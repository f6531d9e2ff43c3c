import { DeskError } from '../contract/index.ts'

const LONGEST = 20_000

/**
 * A password, token or PIN: from the variable of the environment, typed without echo, or from standard input. Never an argument, which every program
 * of this machine could read.
 */
export async function readSecret(
  question: string,
  { field, variable }: { field: string; variable: string } = { field: 'password', variable: 'LEAD_DESK_INBOX_PASSWORD' },
): Promise<string> {
  const given = process.env[variable]
  const secret = given !== undefined && given !== '' ? given : process.stdin.isTTY ? await typed(question, field) : await piped()
  if (secret === '') throw new DeskError('bad-input', { field, reason: `type it, pipe it in, or set ${variable}` })
  if (secret.length > LONGEST) throw new DeskError('bad-input', { field, reason: 'it is too long' })
  return secret
}

/** All of it but the line end that `echo` and files have: a token may span lines. */
async function piped(): Promise<string> {
  let text = ''
  for await (const piece of process.stdin.setEncoding('utf8')) {
    text += String(piece)
    if (text.length > LONGEST) break
  }
  return text.replace(/\r?\n$/, '')
}

const [ENTER, NEWLINE, BACKSPACE, DELETE, CTRL_C, CTRL_D, CTRL_U] = ['\r', '\n', '\b', '\u007F', '\u0003', '\u0004', '\u0015']

function typed(question: string, field: string): Promise<string> {
  const { stdin, stderr } = process
  // Before the question: whoever answers at once must not see it either.
  stdin.setRawMode(true).setEncoding('utf8').resume()
  stderr.write(question)
  return new Promise((resolve, reject) => {
    let secret: string[] = []
    const end = (): void => {
      stdin.off('data', take).setRawMode(false).pause()
      stderr.write('\n')
    }
    const take = (keys: string): void => {
      for (const key of keys) {
        if (key === CTRL_C) {
          end()
          reject(new DeskError('bad-input', { field, reason: 'it was not given' }))
          return
        }
        if (key === ENTER || key === NEWLINE || key === CTRL_D) {
          end()
          resolve(secret.join(''))
          return
        }
        if (key === CTRL_U) secret = []
        else if (key === BACKSPACE || key === DELETE) secret.pop()
        else secret.push(key)
      }
    }
    stdin.on('data', take)
  })
}
