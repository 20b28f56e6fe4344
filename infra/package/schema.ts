/** The newest Teams schemas in @microsoft/app-manifest, which ships them as files: no network, and they are draft-04. */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { ErrorObject } from 'ajv'
import ajvDraft4 from 'ajv-draft-04'
import ajvFormats from 'ajv-formats'

// Both are CommonJS with a default export beside the module itself.
const Ajv = ajvDraft4.default
const addFormats = ajvFormats.default

export type Schemas = {
  /** The newest released version, such as 1.30; the developer preview does not count. */
  newest: string
  /** Sentences about a value that is not as the schema says. */
  manifestProblems: (value: unknown) => string[]
  localisationProblems: (value: unknown, file: string) => string[]
}

/** Reads the schemas; throws when the package is not installed as expected. */
export const loadSchemas = (): Schemas => {
  const root = createRequire(import.meta.url).resolve('@microsoft/app-manifest')
  const folder = join(dirname(root), 'json-schemas', 'teams')
  const newest = newestOf(readdirSync(folder))
  const read = (name: string): object => JSON.parse(readFileSync(join(folder, `v${newest}`, name), 'utf8'))
  const validator = (schema: object) => {
    // Some of Microsoft's patterns are no valid Unicode expressions.
    const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
    addFormats(ajv)
    const validate = ajv.compile(schema)
    return (value: unknown, file: string) => (validate(value) ? [] : (validate.errors ?? []).map((error) => sentenceOf(error, file)))
  }
  const manifest = validator(read('MicrosoftTeams.schema.json'))
  return {
    newest,
    manifestProblems: (value) => manifest(value, 'manifest.json'),
    localisationProblems: validator(read('MicrosoftTeams.Localization.schema.json')),
  }
}

/** The highest released version among folder names such as v1.9, v1.30 and vDevPreview. */
export const newestOf = (folders: readonly string[]): string => {
  const versions = folders.flatMap((name) => {
    const match = /^v(\d+)\.(\d+)$/.exec(name)
    return match ? [{ text: name.slice(1), major: Number(match[1]), minor: Number(match[2]) }] : []
  })
  const newest = versions.sort((a, b) => b.major - a.major || b.minor - a.minor)[0]
  if (newest === undefined) throw new Error('@microsoft/app-manifest holds no released Teams schema')
  return newest.text
}

const sentenceOf = ({ instancePath, message, params }: ErrorObject, file: string): string => {
  const extra: unknown = params.additionalProperty
  const detail = typeof extra === 'string' ? ` («${extra}»)` : ''
  return `${file}: ${instancePath || 'the file'} ${message ?? 'is not as the schema says'}${detail}.`
}
