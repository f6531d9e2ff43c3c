import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The folder that holds package.json: the project's in development, app.asar in the packed program. Built files lie in chunks
 * of changing depth, so it is looked for upwards.
 */
export const programFolder: string = find(import.meta.dirname)

function find(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const above = dirname(folder)
  if (above === folder) throw new Error('The program lies in no folder with a package.json')
  return find(above)
}

/** Where `npm run build` puts the page. */
export const pageFolder: string = join(programFolder, 'out', 'renderer')

/** What ships with the program. */
export const resourcesFolder: string = join(programFolder, 'resources')
