/** The values that stand in for `${{NAME}}` in the manifest, and where they come from. */
import { parseEnv } from 'node:util'

/** NAME to value. Same names as in infra/env and teamsapp.yml. */
export type Values = Record<string, string>

/** Sentences: problems stop the package, warnings do not. */
export type Findings = { problems: string[]; warnings: string[] }

const PLACEHOLDER = /\$\{\{\s*([A-Z][A-Z0-9_]*)\s*\}\}/g

/** For looking at the package without a tenant; none of these can work in one. */
export const PLACEHOLDER_VALUES: Values = {
  TEAMS_APP_ID: '00000000-0000-0000-0000-000000000001',
  BOT_ID: '00000000-0000-0000-0000-000000000002',
  AAD_APP_CLIENT_ID: '00000000-0000-0000-0000-000000000003',
  PULS_DOMAIN: 'prosjektpuls.example.com',
  PULS_BOT_TYPE: 'UserAssignedMSI',
  DEVELOPER_NAME: 'Prosjektpuls',
  DEVELOPER_WEBSITE_URL: 'https://www.example.com/',
  DEVELOPER_PRIVACY_URL: 'https://www.example.com/privacy',
  DEVELOPER_TERMS_URL: 'https://www.example.com/terms',
}

/** The names a template asks for, each once, in order of appearance. */
export const placeholdersOf = (template: string): string[] => [
  ...new Set([...template.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '')),
]

/** The template with every known name replaced; the value is escaped for the JSON string it stands in. */
export const fill = (template: string, values: Values): string =>
  template.replaceAll(PLACEHOLDER, (whole, name: string) => {
    const value = values[name]
    return value === undefined ? whole : JSON.stringify(value).slice(1, -1)
  })

/** The values of an environment file; what is empty in it is taken from `outer`, where teamsapp provision keeps new ids. */
export const valuesOf = (fileText: string, outer: Record<string, string | undefined>, names: readonly string[]): Values => {
  const inFile = parseEnv(fileText)
  const entries = [...names, 'PULS_BOT_TYPE'].map((name) => [name, inFile[name]?.trim() || outer[name]?.trim() || ''] as const)
  return Object.fromEntries(entries.filter(([, value]) => value !== ''))
}

/** What is missing among the values, or still a placeholder. `file` is named in the sentences. */
export const checkValues = (names: readonly string[], values: Values, file: string): Findings => {
  const problems: string[] = []
  const warnings: string[] = []
  for (const name of names) {
    const value = values[name]
    if (value === undefined) problems.push(`${name} has no value: set it in ${file}, or let teamsapp provision write it there.`)
    else if (value.startsWith('00000000-0000-0000-0000-'))
      problems.push(`${name} is still the placeholder of all zeros: set the real id in ${file}.`)
    else if (/(^|[./])example\.com(\/|$)/.test(value)) {
      const sentence = `${name} still points at example.com: set your own in ${file}.`
      if (name.startsWith('DEVELOPER_')) warnings.push(sentence)
      else problems.push(sentence)
    }
  }
  return { problems, warnings }
}
