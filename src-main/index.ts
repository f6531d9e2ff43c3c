import { openShell } from './shell/index.ts'

openShell()
