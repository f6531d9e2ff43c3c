import { accessSync, constants, mkdirSync } from 'node:fs'
import { DeskError } from '../contract/index.ts'
import { reasonOf } from './errors.ts'

/** Makes the folder if it is missing; refuses with `folder-not-writable`. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch (cause) {
    throw new DeskError('folder-not-writable', { folder, reason: reasonOf(cause) }, { cause })
  }
}
