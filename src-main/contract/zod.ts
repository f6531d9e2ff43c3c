import { z } from 'zod'

// Making a schema, zod tries whether it may write code of its own, and the page's content policy reports that as a breach.
if ('document' in globalThis) z.config({ jitless: true })

export { z }
