/** `EACCES: permission denied, open '/home/mia/a.db'`: the words are what a person needs; the file is named beside them. */
const OF_THE_SYSTEM = /^(E[A-Z0-9]+): ([^']+?)(?:, [a-z]+(?: '.*')?)?$/s

/** What the system said of a file or a folder, taken apart; null for a reason of the desk's own. */
export function systemReason(reason: string): { code: string; said: string } | null {
  const [, code, said] = OF_THE_SYSTEM.exec(reason) ?? []
  return code === undefined || said === undefined ? null : { code, said }
}
