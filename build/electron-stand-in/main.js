// Stands in for Electron's own default_app.asar in the runtime of electron-runtime.mjs: makes `electron [flags] FOLDER` work.
// An ES module with top-level await on purpose: were the app loaded by a later import(), 'ready' would fire before it.
import fs from 'node:fs'
import Module from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const required = []
let target
for (let i = 1; i < process.argv.length && !target; i++) {
  const arg = process.argv[i]
  // Playwright passes its loader this way.
  if (arg === '-r' || arg === '--require') required.push(process.argv[++i])
  else if (!arg.startsWith('-')) target = arg
}
if (!target) {
  console.error('usage: electron [flags] <app>')
  process.exit(1)
}
if (required.length > 0) Module._preloadModules(required)
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })

const appPath = path.resolve(target)
const manifest = path.join(appPath, 'package.json')
const isFolder = fs.existsSync(manifest)
if (isFolder) {
  const { version, productName, name, desktopName } = JSON.parse(fs.readFileSync(manifest, 'utf8'))
  if (version) app.setVersion(version)
  app.setName(productName ?? name ?? 'Electron')
  app.setDesktopName(desktopName ?? `${app.getName()}.desktop`)
}
const file = Module._resolveFilename(appPath, null, true)
app.setAppPath(isFolder ? appPath : path.dirname(file))
await import(pathToFileURL(file).href)
