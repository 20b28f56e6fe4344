import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = dirname(fileURLToPath(import.meta.url))

/** The page of the local world, served at / with its files under /local-page/. Never part of what is installed. */
export default defineConfig({
  root: here,
  base: '/local-page/',
  plugins: [react()],
  build: {
    outDir: resolve(here, '../../../../dist/local-page'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // One bundle for a page on this machine: its size does not matter.
    chunkSizeWarningLimit: 3000,
  },
})
