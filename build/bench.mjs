// npm run bench [-- --json]: runs test/bench/run.ts, whose types the project's Node strips by itself.
import { ensureBuilt, ensureModules, projectNode, toolEnv } from './setup.mjs'
import { inRoot, main, runCode, speakOnStandardError } from './tell.mjs'

await main(async () => {
  speakOnStandardError()
  await ensureModules()
  await ensureBuilt()
  return runCode(projectNode(), [inRoot('test/bench/run.ts'), ...process.argv.slice(2)], { stdio: 'inherit', env: toolEnv() })
})
