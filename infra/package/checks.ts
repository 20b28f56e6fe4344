/**
 * What no schema sees. Each check takes the whole package and gives sentences that say what to mend;
 * no sentence means that it passed.
 */
import type { PackageContent } from './content.ts'
import { checkCommandTitles, checkLocalisationKeys, checkTabNames, checkTranslated } from './localisation.ts'

export type Check = (content: PackageContent) => string[]

/** Schema and version are the newest released ones, never the developer preview. */
export const checkSchemaVersion =
  (newest: string): Check =>
  ({ manifest }) => {
    const wanted = `/teams/v${newest}/MicrosoftTeams.schema.json`
    return manifest.manifestVersion === newest && manifest.$schema?.endsWith(wanted)
      ? []
      : [`The manifest is not of schema ${newest}: set manifestVersion to "${newest}" and $schema to the address that ends in ${wanted}.`]
  }

/** Teams compares versions by number and refuses an update that does not raise them. */
export const checkVersion: Check = ({ manifest: { version } }) =>
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.test(version) ? [] : [`version is «${version}»: write three numbers such as 1.2.0.`]

/** A placeholder that survived filling would reach every tenant. */
export const checkFilled: Check = ({ manifest, localisations }) =>
  [...new Set(JSON.stringify([manifest, localisations]).match(/\$\{\{[^}]*\}\}/g))].map(
    (name) => `${name} is not filled in: give it a value, or remove it.`,
  )

/** Teams shows a tab only from a domain that the manifest lists, over https. */
export const checkTabUrls: Check = ({ manifest }) => {
  const domains = manifest.validDomains ?? []
  const urls = [
    ...(manifest.staticTabs ?? []).flatMap(({ entityId, contentUrl, websiteUrl }) => [
      [`contentUrl of the tab ${entityId}`, contentUrl] as const,
      [`websiteUrl of the tab ${entityId}`, websiteUrl] as const,
    ]),
    ...(manifest.configurableTabs ?? []).map(({ configurationUrl }) => ['configurationUrl of the channel tab', configurationUrl] as const),
  ]
  return urls.flatMap(([what, text]) => {
    if (text === undefined) return []
    if (!URL.canParse(text)) return [`${what} is no address: write https://, the domain and the path.`]
    const { protocol, host } = new URL(text)
    if (protocol !== 'https:') return [`${what} does not begin with https://: Teams shows nothing else.`]
    return domains.includes(host) ? [] : [`${what} lies at ${host}, which is not in validDomains: add it there, or correct the address.`]
  })
}

/** A wildcard would let pages of others on the same host speak to Teams as this app; anything but a host name is ignored. */
export const checkDomains: Check = ({ manifest }) => {
  const domains = manifest.validDomains ?? []
  if (domains.length === 0) return ['validDomains is empty: list the domain of the tab.']
  return domains.flatMap((domain) => {
    if (domain.includes('*')) return [`validDomains holds the wildcard ${domain}: name the one host instead.`]
    const plain = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/.test(domain)
    return plain ? [] : [`validDomains holds «${domain}»: write the host name only, in lower case, without https://, port and path.`]
  })
}

/** The tab's token is asked for with `resource`; Entra refuses one that is not api://domain/client id. */
export const checkSingleSignOn: Check = ({ manifest }) => {
  const { webApplicationInfo, validDomains } = manifest
  if (webApplicationInfo === undefined) return ['webApplicationInfo is missing: without it nobody is signed in to the tab.']
  const wanted = (validDomains ?? []).map((domain) => `api://${domain}/${webApplicationInfo.id}`)
  return wanted.includes(webApplicationInfo.resource ?? '')
    ? []
    : [`webApplicationInfo.resource is «${webApplicationInfo.resource ?? ''}»: it must be ${wanted[0] ?? 'api://DOMAIN/CLIENT-ID'}.`]
}

/**
 * Microsoft documents botId = webApplicationInfo.id. That holds for a SingleTenant bot. A UserAssignedMSI bot has
 * the managed identity's id, and an identity cannot expose the scope that the tab's token is asked for, so the ids
 * must differ then: the bot's own calls never use the tab's token.
 */
export const checkBotIdentity: Check = ({ manifest, botType }) => {
  const botId = manifest.bots?.[0]?.botId.toLowerCase()
  const appId = manifest.webApplicationInfo?.id.toLowerCase()
  if (botId === undefined) return ['The manifest has no bot: add it to bots.']
  if (botType === 'SingleTenant')
    return botId === appId ? [] : ['botId is not webApplicationInfo.id: a SingleTenant bot uses the same app registration as the tab.']
  if (botType !== 'UserAssignedMSI') return [`PULS_BOT_TYPE is «${botType}»: set it to UserAssignedMSI or SingleTenant.`]
  return botId === appId
    ? ["botId is webApplicationInfo.id: a UserAssignedMSI bot has its managed identity's client id; set BOT_ID to that one."]
    : []
}

/** Tabs, scopes and languages are told apart by these ids. */
export const checkUniqueIds: Check = ({ manifest }) => {
  const languages = manifest.localizationInfo?.additionalLanguages ?? []
  const groups: [what: string, ids: string[]][] = [
    [
      'tab id',
      [...(manifest.staticTabs ?? []).map((tab) => tab.entityId), ...(manifest.configurableTabs ?? []).flatMap((tab) => tab.id ?? [])],
    ],
    ['language', [manifest.localizationInfo?.defaultLanguageTag ?? '', ...languages.map((language) => language.languageTag)]],
    ['language file', languages.map((language) => language.file)],
    ['id', [manifest.id, manifest.bots?.[0]?.botId ?? 'no bot']],
  ]
  return groups.flatMap(([what, ids]) =>
    ids
      .map((id) => id.toLowerCase())
      .filter((id, index, all) => all.indexOf(id) !== index)
      .map((id) => `The ${what} ${id} is used twice: give each its own.`),
  )
}

/** Colour 192×192, opaque to the edge since Teams rounds it; outline 32×32, white on transparent. */
export const checkIcons: Check = ({ manifest, icons }) => [
  ...checkColourIcon(manifest.icons.color, icons),
  ...checkOutlineIcon(manifest.icons.outline, icons),
]

const alphas = (pixels: Uint8Array) => pixels.filter((_, index) => index % 4 === 3)

const checkColourIcon = (file: string, icons: PackageContent['icons']): string[] => {
  const picture = icons[file]
  if (!picture) return [`${file} cannot be read: save it as PNG with 8 bits per channel, not interlaced.`]
  const size = sized(file, picture, 192)
  return alphas(picture.pixels).every((alpha) => alpha === 255)
    ? size
    : [...size, `${file} has transparent pixels: fill it to the edge, Teams rounds it.`]
}

const checkOutlineIcon = (file: string, icons: PackageContent['icons']): string[] => {
  const picture = icons[file]
  if (!picture) return [`${file} cannot be read: save it as PNG with 8 bits per channel, not interlaced.`]
  const problems = sized(file, picture, 32)
  const alpha = alphas(picture.pixels)
  if (!alpha.includes(0) || alpha.every((value) => value === 0))
    problems.push(`${file} must be a drawing on a transparent ground: remove the background.`)
  const coloured = picture.pixels.some((value, index) => index % 4 !== 3 && value !== 255 && picture.pixels[index | 3] !== 0)
  if (coloured) problems.push(`${file} is not white: draw it in white (#ffffff) only.`)
  return problems
}

const sized = (file: string, { width, height }: { width: number; height: number }, side: number): string[] =>
  width === side && height === side ? [] : [`${file} is ${width}×${height}: it must be ${side}×${side}.`]

/** All checks in the order in which their sentences are shown. */
export const allChecks = (newestSchema: string): Check[] => [
  checkSchemaVersion(newestSchema),
  checkVersion,
  checkFilled,
  checkDomains,
  checkTabUrls,
  checkSingleSignOn,
  checkBotIdentity,
  checkUniqueIds,
  checkTabNames,
  checkLocalisationKeys,
  checkTranslated,
  checkCommandTitles,
  checkIcons,
]
