import { defineConfig } from 'vitest/config'

/** Three kinds by name: `x.test.ts` beside the code, `x.integration.ts` with real servers, `x.e2e.ts` in a real browser. */
export default defineConfig({
  test: {
    // A browser waits as much as it works: two at a time, also where there are two cores.
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'unit', include: ['{api,bot,infra,manifest,tab}/**/*.test.{ts,tsx}'], testTimeout: 20_000 } },
      {
        extends: true,
        test: { name: 'integration', include: ['{api,bot,infra,tab}/**/*.integration.ts'], testTimeout: 30_000, hookTimeout: 60_000 },
      },
      {
        extends: true,
        test: { name: 'e2e', include: ['{tab,infra}/**/*.e2e.ts'], testTimeout: 120_000, hookTimeout: 180_000 },
      },
    ],
  },
})
