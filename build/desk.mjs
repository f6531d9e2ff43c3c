// npm run desk -- …: the built command line in the project's Node. Standard output belongs to the command alone.
import { ensureBuilt, ensureModules, projectNode } from './setup.mjs'
import { inRoot, main, runCode, speakOnStandardError } from './tell.mjs'

await main(async () => {
  speakOnStandardError()
  await ensureModules()
  await ensureBuilt()
  // From the folder the person is in: npm changes to the project's.
  const cwd = process.env.INIT_CWD ?? process.cwd()
  return runCode(projectNode(), [inRoot('out/main/cli.js'), ...process.argv.slice(2)], { cwd, stdio: 'inherit' })
})
