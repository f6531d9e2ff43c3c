// npm run test:e2e [-- --project=electron -g 'drag']: the built and the packed program in Electron and in Chromium.
import { ensureBuilt, ensureElectron, ensureModules, tool } from './setup.mjs'
import { packUnpacked } from './packed-app.mjs'
import { chromiumPath, ensureSystemPackages, forBrowser, forVirtualDisplay, forWindow, hasDisplay } from './system-packages.mjs'
import { main, runCode } from './tell.mjs'

await main(async () => {
  await ensureSystemPackages([...forWindow, ...forBrowser, ...(hasDisplay() ? [] : forVirtualDisplay)])
  await ensureModules()
  const electron = await ensureElectron()
  await ensureBuilt()
  const packed = await packUnpacked(electron)
  const env = {
    ELECTRON_OVERRIDE_DIST_PATH: electron.dist,
    LEAD_DESK_ELECTRON: electron.program,
    LEAD_DESK_PACKED: packed,
    LEAD_DESK_CHROMIUM: chromiumPath() ?? '',
  }
  const [node, args, options] = tool('@playwright/test/cli.js', ['test', ...process.argv.slice(2)], { env })
  if (hasDisplay()) return runCode(node, args, options)
  // Headless modes of Electron crash; a virtual screen it must be.
  return runCode('xvfb-run', ['-a', '-s', '-screen 0 1280x900x24 -nolisten tcp', node, ...args], options)
})
