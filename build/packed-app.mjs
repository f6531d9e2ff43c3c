// The packed app: where it lies and how it is made.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { buildStamp, tool } from './setup.mjs'
import { inRoot, run, step } from './tell.mjs'

const builder = (args, options) =>
  tool('electron-builder/cli.js', ['--config', 'build/electron-builder.yml', '--publish', 'never', ...args], options)

const packed = {
  linux: inRoot('dist/linux-unpacked/lead-desk'),
  win32: inRoot('dist/win-unpacked/Lead Desk.exe'),
  darwin: inRoot(`dist/mac${process.arch === 'arm64' ? '-arm64' : ''}/Lead Desk.app/Contents/MacOS/Lead Desk`),
}[process.platform]

/** Answers the packed program's path; packs again only when the build or the runtime is another one. */
export async function packUnpacked(electron) {
  const stamp = inRoot('dist/.packed-from')
  const wanted = `${readFileSync(buildStamp, 'utf8')} Electron ${electron.version} ${readFileSync(inRoot('build/electron-builder.yml'), 'utf8')}`
  if (!existsSync(packed) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    await step('Packed app (electron-builder --dir)', () =>
      run(...builder(['--dir', `-c.electronDist=${electron.dist}`, `-c.electronVersion=${electron.version}`], { quiet: true })),
    )
    writeFileSync(stamp, wanted)
  }
  return packed
}

export function packInstallers() {
  return step('Installers (electron-builder)', () => run(...builder([])))
}
