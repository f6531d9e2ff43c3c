import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (...parts: string[]): string => join(import.meta.dirname, ...parts)

/** Threads of the main process, each a file of its own beside index.js: src-main/store/NAME-worker.ts → out/main/NAME-worker.js */
function workers(): Record<string, string> {
  const folder = at('src-main/store')
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('-worker.ts')) : []
  return Object.fromEntries(files.map((name) => [basename(name, '.ts'), join(folder, name)]))
}

// Targets by hand: electron-vite would take them from the electron package, but development and tests may run on the older
// runtime of build/electron-runtime.mjs (Chrome 130, Node 20.18).
export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      outDir: at('out/main'),
      rollupOptions: {
        input: { index: at('src-main/index.ts'), cli: at('src-main/cli/index.ts'), ...workers() },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      outDir: at('out/preload'),
      rollupOptions: {
        input: { index: at('src-main/preload/index.ts') },
        // A sandboxed preload must be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src-renderer'),
    plugins: [react()],
    build: {
      target: 'chrome130',
      outDir: at('out/renderer'),
      // electron-vite leaves it off; the page is read from disk at every start.
      minify: true,
      chunkSizeWarningLimit: 2000,
      rollupOptions: { input: at('src-renderer/index.html') },
    },
  },
})
