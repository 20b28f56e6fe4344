import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = dirname(fileURLToPath(import.meta.url))

/** The tab is served by our own server under /tab/; nothing is fetched from anywhere else. */
export default defineConfig(({ command }) => {
  // A test runner says «test», and the build would carry React's development self: twice the size, and slower.
  if (command === 'build') process.env.NODE_ENV = 'production'
  return {
    root: here,
    base: '/tab/',
    plugins: [react()],
    resolve: {
      alias: [{ find: /^.*\/debug@[\d.]+\/node_modules\/debug\/src\/browser\.js$/, replacement: resolve(here, 'quiet-debug.ts') }],
    },
    build: {
      outDir: resolve(here, '../dist/tab'),
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
    },
  }
})
