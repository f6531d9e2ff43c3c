import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * The script of a thread. From source it lies beside this file; built, in the folder of the main script, which may be one above
 * this chunk. Null when it is in neither.
 */
export function workerScript(name: string): URL | null {
  const places = import.meta.url.endsWith('.ts') ? [`./${name}.ts`] : [`./${name}.js`, `../${name}.js`]
  return places.map((place) => new URL(place, import.meta.url)).find((url) => existsSync(fileURLToPath(url))) ?? null
}
