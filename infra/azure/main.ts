// Run by `teamsapp deploy`: gathers the server in dist/deploy, installs its packages there and sees that it starts.
import { join } from 'node:path'
import { installPackages, startsAndRefuses } from './install.ts'
import { stage } from './stage.ts'

const root = join(import.meta.dirname, '..', '..')
const target = join(root, 'dist', 'deploy')
const staged = stage(root, target)
const problem = staged.ok ? (installPackages(target, process.env) ?? startsAndRefuses(target)) : staged.sentence
if (problem === null) process.stdout.write(`dist/deploy is ready to be deployed.\n`)
else process.stderr.write(`${problem}\n`)
process.exitCode = problem === null ? 0 : 1
