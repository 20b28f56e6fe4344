// `npm run check`: types, lint, import directions. Exit 1 on the first kind that fails, after all have been shown.
import { spawnSync } from 'node:child_process'
import { checkImports } from './check-imports.ts'

const STEPS: [string, string[]][] = [
  ['types (server)', ['node_modules/typescript/bin/tsc', '-p', '.']],
  ['types (domain)', ['node_modules/typescript/bin/tsc', '-p', 'api/domain']],
  ['types (tab)', ['node_modules/typescript/bin/tsc', '-p', 'tab']],
  ['types (tab in the browser)', ['node_modules/typescript/bin/tsc', '-p', 'tab/browser']],
  ['types (comparison page)', ['node_modules/typescript/bin/tsc', '-p', 'infra/bench/reference']],
  ['types (local page)', ['node_modules/typescript/bin/tsc', '-p', 'infra/local/teams/page']],
  ['lint and format', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']],
]

/** Runs all checks and says how many failed. */
export function check(): number {
  let failed = 0
  for (const [name, args] of STEPS) {
    const started = performance.now()
    const result = spawnSync(process.execPath, args, { stdio: 'inherit' })
    if (result.status !== 0) failed += 1
    console.error(`${result.status === 0 ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
  }
  const { files, faults } = checkImports()
  for (const fault of faults) console.error(fault)
  console.error(`${faults.length === 0 ? 'ok    ' : 'FAILED'} import directions (${files} files, ${faults.length} faults)`)
  return failed + (faults.length > 0 ? 1 : 0)
}

if (import.meta.main) process.exitCode = check() === 0 ? 0 : 1
