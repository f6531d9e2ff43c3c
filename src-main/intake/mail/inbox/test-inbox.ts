import type { InboxTest } from '../../../contract/index.ts'
import type { Line } from './connect.ts'

/** What is there: folders with their mails, and what the server can do. */
export async function testInbox({ client }: Line): Promise<InboxTest> {
  const folders = await client.list({ statusQuery: { messages: true } })
  return {
    folders: folders
      .filter(({ flags }) => !flags.has('\\Noselect') && !flags.has('\\NonExistent'))
      .map(({ path, name, status, specialUse }) => ({
        path,
        name,
        mails: status?.messages ?? null,
        use: specialUse?.replace('\\', '').toLowerCase() ?? null,
      })),
    hasIdle: client.capabilities.has('IDLE'),
    hasMove: client.capabilities.has('MOVE'),
  }
}
