/** Checks of the translations: complete, nothing left over, really translated. (Lengths are in the schema.) */
import type { Localisation, Manifest, PackageContent } from './content.ts'

// Teams' own tabs, named by Teams: https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/create-personal-tab
const RESERVED_TABS = ['conversations', 'about']

/** Every text of the manifest that a person reads and that can be translated, under its localisation key. */
export const localisableTexts = (manifest: Manifest): Localisation => {
  const texts: Record<string, string | undefined> = {
    'name.short': manifest.name.short,
    'name.full': manifest.name.full,
    'description.short': manifest.description.short,
    'description.full': manifest.description.full,
  }
  for (const [tab, { entityId, name }] of (manifest.staticTabs ?? []).entries()) {
    if (!RESERVED_TABS.includes(entityId)) texts[`staticTabs[${tab}].name`] = name
  }
  for (const [bot, { commandLists }] of (manifest.bots ?? []).entries()) {
    for (const [list, { commands }] of (commandLists ?? []).entries()) {
      for (const [command, { title, description }] of commands.entries()) {
        const key = `bots[${bot}].commandLists[${list}].commands[${command}]`
        texts[`${key}.title`] = title
        texts[`${key}.description`] = description
      }
    }
  }
  return Object.fromEntries(Object.entries(texts).filter((entry): entry is [string, string] => entry[1] !== undefined))
}

/** A tab without a name gets none in any language. */
export const checkTabNames = ({ manifest }: PackageContent): string[] =>
  (manifest.staticTabs ?? [])
    .filter(({ entityId, name }) => !name && !RESERVED_TABS.includes(entityId))
    .map(({ entityId }) => `The tab ${entityId} has no name: give it one in manifest.json and in every language file.`)

/** Every localisation file translates every text, and nothing that is not there. */
export const checkLocalisationKeys = ({ manifest, localisations }: PackageContent): string[] => {
  const own = localisableTexts(manifest)
  return Object.entries(localisations).flatMap(([file, texts]) => {
    if (texts === null) return [`${file} is named in localizationInfo but is not there: add it beside manifest.json.`]
    const missing = Object.keys(own).filter((key) => !texts[key]?.trim())
    const left = Object.keys(texts).filter((key) => key !== '$schema' && own[key] === undefined)
    return [
      ...missing.map((key) => `${file} lacks ${key}: translate «${own[key]}».`),
      ...left.map((key) => `${file} translates ${key}, which manifest.json does not have: remove it.`),
    ]
  })
}

/** A sentence that is the same in two languages was forgotten; single words and the product's name may be the same. */
export const checkTranslated = ({ manifest, localisations }: PackageContent): string[] => {
  const own = localisableTexts(manifest)
  return Object.entries(localisations).flatMap(([file, texts]) =>
    Object.entries(texts ?? {})
      .filter(([key, text]) => text === own[key] && /\s/.test(text))
      .map(([key]) => `${file} repeats the default text of ${key}: translate it.`),
  )
}

/** Within one list and language, two commands with one title cannot be told apart. */
export const checkCommandTitles = ({ manifest, localisations }: PackageContent): string[] =>
  Object.entries({ 'manifest.json': localisableTexts(manifest), ...localisations }).flatMap(([file, texts]) => {
    const titles = Object.entries(texts ?? {}).filter(([key]) => key.endsWith('.title'))
    const named = titles.map(([key, title]) => `${key.replace(/\.commands.*/, '')} «${title.toLowerCase()}»`)
    return named
      .filter((title, index) => named.indexOf(title) !== index)
      .map((title) => `${file}: the command ${title} stands there twice: rename one.`)
  })
