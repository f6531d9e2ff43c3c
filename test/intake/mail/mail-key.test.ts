import { describe, expect, it } from 'vitest'
import { mailKey } from '../../../src-main/intake/mail/mail-key.ts'
import { readMail } from '../../../src-main/intake/mail/read-mail.ts'

const keyOf = async (raw: string, mailbox = 'a'): Promise<string> => mailKey(await readMail(Buffer.from(raw)), mailbox)
const MAIL =
  'Message-ID: <1@x.example>\nFrom: ana@x.example\nDate: Mon, 23 Nov 2026 10:00:00 +0000\nSubject: Hi\n\nFirst line\n\nFrom here on\nlast line\n'

describe('a mail’s key', () => {
  it('is the same when it is fetched or exported again', async () => {
    const key = await keyOf(MAIL)
    const again = [
      MAIL.replaceAll('\n', '\r\n'),
      `Received: by mx2\nX-Gmail-Labels: Inbox,Opened\nStatus: RO\nX-Mozilla-Status: 0001\n${MAIL}`,
      `From ana@x.example Mon Nov 23 10:00:00 2026\n${MAIL.replace('From here', '>From here')}`,
      MAIL.replace('From here', '>>From here').trimEnd(),
      `${MAIL}\n\n`,
      MAIL.replace('Message-ID: <1@x.example>', 'Message-Id:\n 1@x.example'),
    ]
    for (const raw of again) expect(await keyOf(raw)).toBe(key)
  })

  it('is another for another body under the same Message-ID, and in another inbox', async () => {
    expect(await keyOf(MAIL.replace('last', 'least'))).not.toBe(await keyOf(MAIL))
    expect(await keyOf(MAIL, 'b')).not.toBe(await keyOf(MAIL))
  })

  it('without a Message-ID holds sender, date and body', async () => {
    const bare = MAIL.replace('Message-ID: <1@x.example>\n', '')
    expect(await keyOf(bare)).toBe(await keyOf(`Received: x\n${bare}`))
    expect(await keyOf(bare)).not.toBe(await keyOf(bare.replace('ana@', 'bob@')))
    expect(await keyOf(bare)).not.toBe(await keyOf(bare.replace('10:00', '10:01')))
    expect(await keyOf(bare)).not.toBe(await keyOf(bare.replace('last', 'least')))
  })
})
