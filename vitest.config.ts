import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    restoreMocks: true,
    // By itself it leaves one core to whoever watches: of two, that is half.
    maxWorkers: '100%',
    coverage: { provider: 'v8', include: ['src-main/**', 'src-renderer/**'], reportsDirectory: '.cache/coverage' },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**'],
          setupFiles: ['test/helpers/properties.ts'],
          // A desk's threads read its sources as they are, and node strips their types with WebAssembly. Where several threads come and go,
          // V8 aborts now and then as it compiles the calls out of that anew ("Check failed: jit_page.has_value()"), and a whole file is
          // lost (nodejs/node#64500). After so many calls is never. The program as it is built has no types to strip.
          execArgv: ['--wasm-wrapper-tiering-budget=1000000000'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        plugins: [react()],
        // The same code for a page is .tsx here; what needs no DOM (apply-event, selectors) is a .test.ts and runs in `node`.
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['test/renderer/**/*.test.tsx'],
          setupFiles: ['test/renderer/setup.ts'],
          testTimeout: 20_000,
        },
      },
    ],
  },
})
