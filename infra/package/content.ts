/** The package in memory, as the checks see it: past the schema, so the shapes are known. */
import type { Picture } from './png.ts'

export type Command = { title: string; description?: string }
export type StaticTab = { entityId: string; name?: string; contentUrl?: string; websiteUrl?: string; scopes: string[] }
export type Manifest = {
  $schema?: string
  manifestVersion: string
  version: string
  id: string
  localizationInfo?: { defaultLanguageTag: string; additionalLanguages?: { languageTag: string; file: string }[] }
  developer: { name: string; websiteUrl: string; privacyUrl: string; termsOfUseUrl: string }
  name: { short: string; full?: string }
  description: { short: string; full: string }
  icons: { color: string; outline: string }
  staticTabs?: StaticTab[]
  configurableTabs?: { id?: string; configurationUrl: string; scopes: string[] }[]
  bots?: { botId: string; scopes: string[]; commandLists?: { scopes: string[]; commands: Command[] }[] }[]
  validDomains?: string[]
  webApplicationInfo?: { id: string; resource?: string }
}

/** One localisation file: key of a text to its translation. */
export type Localisation = Record<string, string>

export type PackageContent = {
  manifest: Manifest
  /** By the file name that the manifest gives; null when the file is not there. */
  localisations: Record<string, Localisation | null>
  /** By the file name that the manifest gives; null when it is not there or no PNG of the right kind. */
  icons: Record<string, Picture | null>
  botType: string
}
