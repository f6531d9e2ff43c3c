import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

const at = (...parts: string[]): string => join(import.meta.dirname, ...parts)

/** Threads of the main process, each a file of its own beside index.js: src-main/store/NAME-worker.ts → out/main/NAME-worker.js */
function workers(): Record<string, string> {
  const folder = at('src-main/store')
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('-worker.ts')) : []
  return Object.fromEntries(files.map((name) => [basename(name, '.ts'), join(folder, name)]))
}

/**
 * What the page imports once it knows its language, and the screen a desk opens with, are fetched while the page itself is still being read:
 * asked for one behind the other, they would be most of a start.
 */
function fetchEarly(files: readonly string[]): Plugin {
  return {
    name: 'fetch-early',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle = {} }) {
        const chunks = new Map(
          Object.values(bundle).flatMap((one) => (one.type === 'chunk' ? [[one.fileName, one] as const] : [])),
        )
        const wanted = new Set<string>()
        const want = (fileName: string): void => {
          if (wanted.has(fileName)) return
          wanted.add(fileName)
          for (const imported of chunks.get(fileName)?.imports ?? []) want(imported)
        }
        for (const { fileName, moduleIds } of chunks.values()) if (moduleIds.some((id) => files.includes(id))) want(fileName)
        const styles = new Set([...wanted].flatMap((fileName) => [...(chunks.get(fileName)?.viteMetadata?.importedCss ?? [])]))
        const link = (file: string, attrs: Record<string, string>) => ({
          tag: 'link',
          attrs: { crossorigin: true, href: `./${file}`, ...attrs },
          injectTo: 'head' as const,
        })
        return [
          // A stylesheet itself would hold back the first paint.
          ...[...styles].map((file) => link(file, { rel: 'preload', as: 'style' })),
          ...[...wanted].map((file) => link(file, { rel: 'modulepreload' })),
        ]
      },
    },
  }
}

// Targets by hand: electron-vite would take them from the electron package, but development and tests may run on the older
// runtime of build/electron-runtime.mjs (Chrome 130, Node 20.18).
export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      outDir: at('out/main'),
      license: { fileName: 'LICENSES.md' },
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
    plugins: [react(), fetchEarly([at('src-renderer/app/App.tsx'), at('src-renderer/app/QueueView.tsx')])],
    build: {
      target: 'chrome130',
      outDir: at('out/renderer'),
      // Of what is bundled: whoever gets the program gets them.
      license: { fileName: 'LICENSES.md' },
      // electron-vite leaves it off; the page is read from disk at every start.
      minify: true,
      chunkSizeWarningLimit: 2000,
      rollupOptions: {
        input: at('src-renderer/index.html'),
        // Each file costs the main process a round when it has no time for it: what every start needs is in four, not in fifty. What the
        // German texts import stands for itself: they need it before anything of the first screen, and its English, may be loaded.
        output: {
          codeSplitting: {
            groups: [
              { name: 'start', tags: ['$initial'], priority: 3 },
              { name: 'formats', test: /src-renderer\/(text\/formats|lib\/system-reason)\.ts$/, priority: 2 },
              { name: 'first-screen', test: /src-renderer\/app\/(App|QueueView)\.tsx$/, priority: 1 },
            ],
          },
        },
        // Of the contract the page takes what it names: its schemas, and the library behind them, are for the screens that check something.
        treeshake: { moduleSideEffects: [{ test: /src-main\/contract\/(?!zod)/, sideEffects: false }] },
      },
    },
  },
})
