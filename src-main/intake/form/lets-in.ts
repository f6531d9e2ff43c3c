/** Whether pages of that origin may post. `*` lets all in, also those that hide theirs (`null`). */
export function letsIn(origins: readonly string[], origin: string): boolean {
  return origins.some((one) => one === '*' || new URL(one).origin === origin)
}
