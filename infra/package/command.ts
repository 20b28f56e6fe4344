/** `npm run package`: fill the manifest, check everything offline, write one zip. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { allChecks } from './checks.ts'
import type { Localisation, Manifest, PackageContent } from './content.ts'
import { ICONS, toPicture, toSvg } from './icons.ts'
import type { Picture } from './png.ts'
import { decodePng, encodePng } from './png.ts'
import type { Schemas } from './schema.ts'
import type { Findings, Values } from './values.ts'
import { checkValues, fill, PLACEHOLDER_VALUES, placeholdersOf, valuesOf } from './values.ts'
import { zipFiles } from './zip.ts'

export type Surroundings = {
  /** The project folder: manifest/ is read from it and dist/ written into it. */
  root: string
  env: Record<string, string | undefined>
  schemas: Schemas
  say: (line: string) => void
  warn: (line: string) => void
}

export const USAGE = `npm run package                builds dist/prosjektpuls-teams.zip with placeholder ids and domain
npm run package -- --env FILE  fills in the ids and the domain of that environment (infra/env/.env.NAME)
npm run package -- --icons     draws the icons in manifest/ anew`

/** The exit code: 0 built (warnings are shown), 1 something must be mended, 2 wrong use. */
export const packageCommand = (args: readonly string[], around: Surroundings): 0 | 1 | 2 => {
  const options = optionsOf(args)
  if (options === null) {
    around.warn(`I do not know ${args.join(' ')}. This is what I can do:\n${USAGE}`)
    return 2
  }
  if (options.help) {
    around.say(USAGE)
    return 0
  }
  if (options.icons) {
    writeIcons(join(around.root, 'manifest'))
    around.say('Drew the icons in manifest/.')
    return 0
  }
  if (options.env !== undefined && !existsSync(options.env)) {
    around.warn(`${options.env} is not there: name a file such as infra/env/.env.dev.`)
    return 2
  }
  return build(options.env, around)
}

const optionsOf = (args: readonly string[]) => {
  try {
    const known = { env: { type: 'string' }, icons: { type: 'boolean' }, help: { type: 'boolean' } } as const
    return parseArgs({ args: [...args], options: known, strict: true }).values
  } catch {
    return null
  }
}

const build = (envFile: string | undefined, { root, env, schemas, say, warn }: Surroundings): 0 | 1 => {
  const folder = join(root, 'manifest')
  const template = readFileSync(join(folder, 'manifest.json'), 'utf8')
  const names = placeholdersOf(template)
  const values = envFile === undefined ? PLACEHOLDER_VALUES : valuesOf(readFileSync(envFile, 'utf8'), env, names)
  const findings = envFile === undefined ? placeholderFindings : checkValues(names, values, envFile)
  for (const warning of findings.warnings) warn(`Warning: ${warning}`)
  const problems = [...findings.problems]
  const content = problems.length === 0 ? readContent(folder, fill(template, values), values, schemas, problems) : null
  if (content !== null) problems.push(...allChecks(schemas.newest).flatMap((check) => check(content)))
  if (content === null || problems.length > 0) {
    warn(`The package was not built. ${problems.length === 1 ? 'Mend this' : `Mend these ${problems.length}`}:`)
    for (const problem of problems) warn(`- ${problem}`)
    return 1
  }
  const zip = zipFiles(filesOf(folder, content))
  const target = join(root, 'dist', 'prosjektpuls-teams.zip')
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, zip)
  const { version, manifestVersion } = content.manifest
  say(
    `Built dist/prosjektpuls-teams.zip: version ${version}, manifest ${manifestVersion}, ${Math.ceil(zip.length / 1024)} kB, all checks passed.`,
  )
  return 0
}

const placeholderFindings: Findings = {
  problems: [],
  warnings: [
    'The package holds placeholder ids and the domain prosjektpuls.example.com. It shows what goes in, but works in no tenant. Build the real one with: npm run package -- --env infra/env/.env.NAME',
  ],
}

/** Everything the checks look at, or null when the manifest is so far from the schema that they cannot look. */
const readContent = (folder: string, text: string, values: Values, schemas: Schemas, problems: string[]): PackageContent | null => {
  const manifest = parseJson(text, 'manifest.json', problems)
  if (problems.length === 0) problems.push(...schemas.manifestProblems(manifest))
  if (problems.length > 0) return null
  const checked = manifest as Manifest
  const languages = (checked.localizationInfo?.additionalLanguages ?? []).map(({ file }) => file)
  const localisations = Object.fromEntries(languages.map((file) => [file, readLocalisation(folder, file, schemas, problems)]))
  const icons = Object.fromEntries([checked.icons.color, checked.icons.outline].map((file) => [file, readIcon(join(folder, file))]))
  return { manifest: checked, localisations, icons, botType: values.PULS_BOT_TYPE ?? 'UserAssignedMSI' }
}

const readLocalisation = (folder: string, file: string, schemas: Schemas, problems: string[]): Localisation | null => {
  if (!existsSync(join(folder, file))) return null
  const faults: string[] = []
  const value = parseJson(readFileSync(join(folder, file), 'utf8'), file, faults)
  if (faults.length === 0) faults.push(...schemas.localisationProblems(value, file))
  problems.push(...faults)
  return faults.length > 0 ? {} : (value as Localisation)
}

const parseJson = (text: string, file: string, problems: string[]): unknown => {
  try {
    return JSON.parse(text)
  } catch (fault) {
    if (!(fault instanceof SyntaxError)) throw fault
    problems.push(`${file} is no JSON (${fault.message}): look for a missing comma or quote.`)
    return null
  }
}

const readIcon = (path: string): Picture | null => (existsSync(path) ? decodePng(readFileSync(path)) : null)

const filesOf = (folder: string, { manifest, localisations }: PackageContent): Record<string, Uint8Array> => {
  const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`)
  const icon = (file: string) => [file, readFileSync(join(folder, file))] as const
  return Object.fromEntries([
    ['manifest.json', json(manifest)],
    icon(manifest.icons.color),
    icon(manifest.icons.outline),
    ...Object.entries(localisations).map(([file, texts]) => [file, json(texts)] as const),
  ])
}

const writeIcons = (folder: string): void => {
  for (const icon of ICONS) {
    writeFileSync(join(folder, `${icon.file}.svg`), toSvg(icon))
    writeFileSync(join(folder, `${icon.file}.png`), encodePng(toPicture(icon)))
  }
}
