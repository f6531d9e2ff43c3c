import { startDesk } from '../../src-main/start.ts'

// A process of its own for `killed.test.ts`: a desk that reads its inboxes, says so when it has begun, and never ends by itself.
await startDesk({ dataFolder: process.argv[2]! })
process.stdout.write('reading\n')
