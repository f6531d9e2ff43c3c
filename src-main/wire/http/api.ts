import type { IncomingMessage, ServerResponse } from 'node:http'
import { OpenAPIHandler } from '@orpc/openapi/node'
import { BodyLimitPlugin } from '@orpc/server/node'
import { contract } from '../../contract/index.ts'
import { VERSION } from '../../lib/version.ts'
import { carryUnreadable } from '../carry-errors.ts'
import { router } from '../router.ts'
import { contextOf } from '../seat.ts'
import type { ServedDesk, WireContext } from '../served-desk.ts'

/** The largest thing asked in one piece is a file of accounts (20 million characters) or 4 MB of an upload as base64. */
export const MOST_BODY_BYTES = 32 * 1024 * 1024

const handler = new OpenAPIHandler<WireContext>(router, {
  plugins: [new BodyLimitPlugin({ maxBodySize: MOST_BODY_BYTES })],
  interceptors: [carryUnreadable],
})

/** Answers `POST /api/<topic>/<verb>` with JSON in and out. False when there is no such procedure. */
export async function answerApi(served: ServedDesk, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const context = contextOf(served, { actor: 'program', runsIn: 'browser', isTrusted: true })
  const { matched } = await handler.handle(request, response, { prefix: '/api', context })
  return matched
}

let description: Promise<string> | undefined

/** The OpenAPI description of the whole contract, made when first asked for. */
export function describeApi(): Promise<string> {
  description ??= generate()
  return description
}

async function generate(): Promise<string> {
  // Few ever ask: their packages need not be loaded with the desk.
  const [{ OpenAPIGenerator }, { ZodToJsonSchemaConverter }] = await Promise.all([
    import('@orpc/openapi'),
    import('@orpc/zod/zod4'),
  ])
  const document = await new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] }).generate(contract, {
    info: { title: 'Lead Desk', version: VERSION },
    servers: [{ url: '/api' }],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    security: [{ token: [] }],
  })
  return JSON.stringify(document, null, 2)
}
