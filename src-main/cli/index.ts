import { enableCompileCache } from 'node:module'

// Before anything else is loaded: a second run then finds its modules compiled.
enableCompileCache()
const [{ leaveWhenNobodyReads }, { runProgram }] = await Promise.all([import('./print.ts'), import('./program.ts')])

leaveWhenNobodyReads()
process.exitCode = await runProgram(process.argv.slice(2))
