import { homedir, platform } from 'node:os'
import { join } from 'node:path'

/** package.json's productName, by which Electron names its folder. */
const PROGRAM = 'Lead Desk'

/**
 * Where a desk lies unless told otherwise: `data` in the folder Electron gives the program (its userData), so that window and
 * command line mean the same desk.
 */
export function defaultDataFolder(env: NodeJS.ProcessEnv = process.env): string {
  return join(programData(env), 'data')
}

/** The program's own folder among the user's settings. */
export const programData = (env: NodeJS.ProcessEnv = process.env): string => join(settingsFolder(env), PROGRAM)

function settingsFolder(env: NodeJS.ProcessEnv): string {
  switch (platform()) {
    case 'win32':
      return env.APPDATA ?? join(homedir(), 'AppData', 'Roaming')
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support')
    default:
      return env.XDG_CONFIG_HOME ?? join(homedir(), '.config')
  }
}
