// npm start [-- --demo] [--data DIR]: opens Lead Desk, or serves it to a browser where there is no display.
import { ensureBuilt, ensureElectron, ensureModules, projectNode, toolEnv } from './setup.mjs'
import { ensureSystemPackages, forWindow, hasDisplay, needsNoSandbox } from './system-packages.mjs'
import { inRoot, main, runCode, say } from './tell.mjs'

await main(async () => {
  const args = process.argv.slice(2)
  if (!hasDisplay()) {
    await ensureModules()
    await ensureBuilt()
    say('No display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.')
    say('The same desk is served to a browser instead; its address follows. Ctrl-C ends it.')
    return runCode(projectNode(), [inRoot('out/main/cli.js'), 'serve', ...args], { env: toolEnv() })
  }
  await ensureSystemPackages(forWindow)
  await ensureModules()
  const electron = await ensureElectron()
  await ensureBuilt()
  const flags = []
  if (needsNoSandbox()) flags.push('--no-sandbox')
  // Without a desktop session's message bus the older runtime prints a dozen harmless lines.
  if (!electron.isOfficial) flags.push('--log-level=3')
  say('Lead Desk is opening. Ctrl-C ends it.')
  return runCode(electron.program, [...flags, inRoot('.'), ...args], { env: toolEnv() })
})
