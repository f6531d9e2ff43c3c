import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { programFolder } from './program-folder.ts'

const manifest = JSON.parse(readFileSync(join(programFolder, 'package.json'), 'utf8')) as { version: string }

/** The program's own version, as in package.json. */
export const VERSION: string = manifest.version
