import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const here = dirname(fileURLToPath(import.meta.url))

/**
 * Nearly everything in the first files is called before the first picture: they are compiled whole beside the main thread while
 * they load, not function by function on it (V8's explicit compile hints; to other engines a comment). It must stand first.
 */
const compiledAhead: Plugin = {
  name: 'compiled-ahead',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      const first = chunks.filter((chunk) => chunk.isEntry).flatMap((entry) => [entry.fileName, ...entry.imports])
      for (const chunk of chunks) if (first.includes(chunk.fileName)) chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`
    },
  },
}

/** The tab is served by our own server under /tab/; nothing is fetched from anywhere else. */
export default defineConfig(({ command }) => {
  // A test runner says «test», and the build would carry React's development self: twice the size, and slower.
  if (command === 'build') process.env.NODE_ENV = 'production'
  return {
    root: here,
    base: '/tab/',
    plugins: [react(), compiledAhead],
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
