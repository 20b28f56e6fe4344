import { join } from 'node:path'
import { packageCommand } from './command.ts'
import { loadSchemas } from './schema.ts'

process.exitCode = packageCommand(process.argv.slice(2), {
  root: join(import.meta.dirname, '..', '..'),
  env: process.env,
  schemas: loadSchemas(),
  say: (line) => process.stdout.write(`${line}\n`),
  warn: (line) => process.stderr.write(`${line}\n`),
})
