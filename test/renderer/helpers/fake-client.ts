import { type contract as Contract } from '../../../src-main/contract/index.ts'
import type { DeskClient } from '../../../src-renderer/bridge/create-desk-client.ts'

type Handler = (input: never) => unknown
/** Answers by name: `{ 'rep.add': ({ name }) => ({ repId: 7 }) }`. They take the place of the fake's own. */
export type Handlers = Record<string, Handler>
/** Every call, in order. */
export type Calls = { name: string; input: unknown }[]

interface Schema {
  parse: (value: unknown) => unknown
}

/** A client whose every input and answer goes through the schemas of the contract. */
export function clientOf(table: typeof Contract, handlers: Handlers, calls: Calls): DeskClient {
  const client: Record<string, Record<string, unknown>> = {}
  for (const [topic, verbs] of Object.entries(table)) {
    const made: Record<string, unknown> = {}
    for (const [verb, procedure] of Object.entries(verbs)) {
      const name = `${topic}.${verb}`
      const { inputSchema, outputSchema } = procedure['~orpc'] as { inputSchema?: Schema; outputSchema?: Schema }
      made[verb] = async (input: unknown) => {
        const read = inputSchema?.parse(input) ?? input
        calls.push({ name, input: read })
        const handler = handlers[name]
        if (handler === undefined) throw new Error(`The fake desk has no ${name}: give it a handler`)
        await Promise.resolve()
        const answer = await handler(read as never)
        return outputSchema?.parse(answer) ?? answer
      }
    }
    client[topic] = made
  }
  return client as unknown as DeskClient
}
