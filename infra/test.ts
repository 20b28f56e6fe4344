// `npm test`: types, lint, import directions, then unit, integration and browser tests. Ends with `N passed, N failed`.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { check } from './check.ts'

interface Report {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

const failedChecks = check()
const folder = mkdtempSync(join(tmpdir(), 'puls-test-'))
const file = join(folder, 'report.json')
const run = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...process.argv.slice(2)],
  { stdio: 'inherit' },
)

let passed = 0
let failed = failedChecks
try {
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report
  passed = report.numPassedTests
  failed += report.numFailedTests
  // A file that could not even be loaded has no tests to count, and is a failure all the same.
  failed += report.testResults.filter((result) => result.status === 'failed' && result.assertionResults.length === 0).length
} catch {
  failed += 1
  console.error('The tests gave no report; see what is printed above.')
} finally {
  rmSync(folder, { recursive: true, force: true })
}
if (run.status !== 0 && failed === 0) failed = 1
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
