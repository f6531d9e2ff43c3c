import { ORPCError } from '@orpc/client'
import type { ErrorCode, ErrorData } from '../../src-main/contract/index.ts'

/** A failure as the screens see it: a code of the contract with its data, or `connection-lost`, which only the page knows. */
export type Fault =
  | { [Code in ErrorCode]: { code: Code; data: ErrorData<Code> } }[ErrorCode]
  | { code: 'connection-lost'; data: object }

export class DeskFault extends Error {
  readonly fault: Fault
  constructor(fault: Fault, options?: ErrorOptions) {
    super(fault.code, options)
    this.name = 'DeskFault'
    this.fault = fault
  }
}

/** Reads the fault out of whatever was thrown. What is not of the contract is `internal`. */
export function faultOf(thrown: unknown): Fault {
  if (thrown instanceof DeskFault) return thrown.fault
  if (thrown instanceof ORPCError) {
    if (thrown.defined) return { code: thrown.code as ErrorCode, data: (thrown.data ?? {}) as object } as Fault
    if (thrown.code === 'BAD_REQUEST') return { code: 'bad-input', data: firstIssue(thrown.data) }
    if (thrown.code === 'UNAUTHORIZED') return { code: 'unauthorised', data: {} }
  }
  return { code: 'internal', data: {} }
}

/** oRPC refuses input that does not fit the schema before the desk sees it, with the issues of the schema. */
function firstIssue(data: unknown): { field: string; reason: string } {
  const issues = (data as { issues?: { path?: unknown[]; message?: string }[] } | undefined)?.issues
  const issue = issues?.[0]
  return { field: issue?.path?.map(String).join('.') ?? '', reason: issue?.message ?? '' }
}

/** True for the error a cancelled call ends with. */
export function isAbort(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'AbortError'
}
