import { leaveWhenNobodyReads } from './print.ts'
import { runProgram } from './program.ts'

leaveWhenNobodyReads()
process.exitCode = await runProgram(process.argv.slice(2))
