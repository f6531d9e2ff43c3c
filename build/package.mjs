// npm run package [-- --dir]: the installers of this platform, or with --dir, or where the official Electron can't be
// had, the unpacked app in dist/. What the older stand-in runtime packs is for tests and never for users.
import { ensureBuilt, ensureElectron, ensureModules } from './setup.mjs'
import { packInstallers, packUnpacked } from './packed-app.mjs'
import { main, say } from './tell.mjs'

await main(async () => {
  await ensureModules()
  const electron = await ensureElectron()
  await ensureBuilt()
  const wantsFolder = process.argv.includes('--dir')
  if (electron.isOfficial && !wantsFolder) return packInstallers()
  if (!wantsFolder) say('  Installers need the official Electron, which could not be had here: the unpacked app only.')
  say(`  ${await packUnpacked(electron)}`)
})
