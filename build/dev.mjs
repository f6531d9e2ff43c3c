// npm run dev [-- --demo …]: the window with the page reloading as it is edited.
import { ensureElectron, ensureModules, tool } from './setup.mjs'
import { ensureSystemPackages, forWindow, hasDisplay, needsNoSandbox } from './system-packages.mjs'
import { main, runCode, Stop } from './tell.mjs'

await main(async () => {
  if (!hasDisplay()) throw new Stop('npm run dev opens a window and there is no display here. Try: xvfb-run -a npm run dev')
  await ensureSystemPackages(forWindow)
  await ensureModules()
  const electron = await ensureElectron()
  // electron-vite reads these two and not ELECTRON_OVERRIDE_DIST_PATH.
  const env = { ELECTRON_EXEC_PATH: electron.program, ...(needsNoSandbox() ? { NO_SANDBOX: '1' } : {}) }
  return runCode(...tool('electron-vite/bin/electron-vite.js', ['dev', '--', ...process.argv.slice(2)], { env }))
})
