import { describe, expect, it } from 'vitest'
import type { Check } from './checks.ts'
import {
  allChecks,
  checkBotIdentity,
  checkDomains,
  checkFilled,
  checkIcons,
  checkSchemaVersion,
  checkSingleSignOn,
  checkTabUrls,
  checkUniqueIds,
  checkVersion,
} from './checks.ts'
import type { PackageContent } from './content.ts'
import { ICONS, toPicture } from './icons.ts'
import { checkCommandTitles, checkLocalisationKeys, checkTabNames, checkTranslated } from './localisation.ts'
import type { Picture } from './png.ts'

const APP = '3f1c2b1a-0000-4000-8000-000000000001'
const BOT = '3f1c2b1a-0000-4000-8000-000000000002'
const SSO = '3f1c2b1a-0000-4000-8000-000000000003'

const drawn = (file: string): Picture => {
  const icon = ICONS.find((one) => one.file === file)
  if (icon === undefined) throw new Error(`no icon ${file}`)
  return toPicture(icon)
}

const sound = (): PackageContent => ({
  botType: 'UserAssignedMSI',
  manifest: {
    $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.30/MicrosoftTeams.schema.json',
    manifestVersion: '1.30',
    version: '1.0.0',
    id: APP,
    localizationInfo: { defaultLanguageTag: 'nb', additionalLanguages: [{ languageTag: 'en', file: 'en.json' }] },
    developer: { name: 'Eksempel', websiteUrl: 'https://e.no/', privacyUrl: 'https://e.no/', termsOfUseUrl: 'https://e.no/' },
    name: { short: 'Puls', full: 'Puls for prosjekter' },
    description: { short: 'Se prosjektene', full: 'Se alle prosjektene' },
    icons: { color: 'color.png', outline: 'outline.png' },
    staticTabs: [
      { entityId: 'portfolio', name: 'Oversikt', contentUrl: 'https://puls.eksempel.no/tab/', scopes: ['personal'] },
      { entityId: 'conversations', scopes: ['personal'] },
    ],
    configurableTabs: [{ id: 'channel', configurationUrl: 'https://puls.eksempel.no/tab/?view=config', scopes: ['team'] }],
    bots: [
      {
        botId: BOT,
        scopes: ['personal'],
        commandLists: [{ scopes: ['personal'], commands: [{ title: 'hjelp', description: 'Få hjelp' }, { title: 'mine' }] }],
      },
    ],
    validDomains: ['puls.eksempel.no'],
    webApplicationInfo: { id: SSO, resource: `api://puls.eksempel.no/${SSO}` },
  },
  localisations: {
    'en.json': {
      'name.short': 'Puls',
      'name.full': 'Puls for projects',
      'description.short': 'See the projects',
      'description.full': 'See all projects',
      'staticTabs[0].name': 'Overview',
      'bots[0].commandLists[0].commands[0].title': 'help',
      'bots[0].commandLists[0].commands[0].description': 'Get help',
      'bots[0].commandLists[0].commands[1].title': 'mine',
    },
  },
  icons: { 'color.png': drawn('color'), 'outline.png': drawn('outline') },
})

const english = (content: PackageContent) => content.localisations['en.json'] ?? {}
const tab = (content: PackageContent) => content.manifest.staticTabs?.[0] ?? { entityId: '', scopes: [] }
const commands = (content: PackageContent) => content.manifest.bots?.[0]?.commandLists?.[0]?.commands ?? []
const repaint = (file: string, change: (pixels: Uint8Array) => void) => (content: PackageContent) => {
  const picture = drawn(file)
  change(picture.pixels)
  content.icons[`${file}.png`] = picture
}

it('finds nothing to mend in a sound package', () => {
  expect(allChecks('1.30').flatMap((check) => check(sound()))).toEqual([])
})

const broken: [what: string, check: Check, change: (content: PackageContent) => void, sentence: RegExp][] = [
  [
    'an older manifest',
    checkSchemaVersion('1.30'),
    ({ manifest }) => (manifest.manifestVersion = '1.17'),
    /set manifestVersion to "1\.30"/,
  ],
  ['the developer preview', checkSchemaVersion('1.30'), ({ manifest }) => (manifest.manifestVersion = 'devPreview'), /set manifestVersion/],
  [
    'another $schema than version',
    checkSchemaVersion('1.30'),
    ({ manifest }) => (manifest.$schema = 'https://x/teams/v1.29/MicrosoftTeams.schema.json'),
    /\$schema/,
  ],
  ['a version of two numbers', checkVersion, ({ manifest }) => (manifest.version = '1.0'), /three numbers/],
  ['a placeholder left', checkFilled, ({ manifest }) => (manifest.id = '${' + '{TEAMS_APP_ID}}'), /TEAMS_APP_ID.* not filled in/],
  ['no domain at all', checkDomains, ({ manifest }) => (manifest.validDomains = []), /empty/],
  ['a wildcard domain', checkDomains, ({ manifest }) => (manifest.validDomains = ['*.azurewebsites.net']), /wildcard/],
  ['a domain with a scheme', checkDomains, ({ manifest }) => (manifest.validDomains = ['https://puls.eksempel.no']), /host name only/],
  [
    'a tab on another domain',
    checkTabUrls,
    (content) => (tab(content).contentUrl = 'https://annen.eksempel.no/tab/'),
    /annen\.eksempel\.no.* not in validDomains/,
  ],
  ['a tab on a subdomain', checkTabUrls, (content) => (tab(content).websiteUrl = 'https://x.puls.eksempel.no/'), /not in validDomains/],
  ['a tab without https', checkTabUrls, (content) => (tab(content).contentUrl = 'http://puls.eksempel.no/tab/'), /https:\/\//],
  [
    'a channel tab elsewhere',
    checkTabUrls,
    ({ manifest }) => (manifest.configurableTabs = [{ configurationUrl: 'https://x.no/', scopes: ['team'] }]),
    /configurationUrl/,
  ],
  ['no single sign-on', checkSingleSignOn, ({ manifest }) => (manifest.webApplicationInfo = undefined), /webApplicationInfo is missing/],
  [
    'a resource of another app',
    checkSingleSignOn,
    ({ manifest }) => (manifest.webApplicationInfo = { id: SSO, resource: `api://puls.eksempel.no/${BOT}` }),
    new RegExp(SSO),
  ],
  [
    'a resource of another domain',
    checkSingleSignOn,
    ({ manifest }) => (manifest.webApplicationInfo = { id: SSO, resource: `api://x.no/${SSO}` }),
    /puls\.eksempel\.no/,
  ],
  ['no bot', checkBotIdentity, ({ manifest }) => (manifest.bots = []), /no bot/],
  [
    'a managed identity that is the app registration',
    checkBotIdentity,
    ({ manifest }) => (manifest.webApplicationInfo = { id: BOT.toUpperCase() }),
    /managed identity/,
  ],
  [
    'a SingleTenant bot on another registration',
    checkBotIdentity,
    (content) => (content.botType = 'SingleTenant'),
    /same app registration/,
  ],
  ['a multi-tenant bot', checkBotIdentity, (content) => (content.botType = 'MultiTenant'), /PULS_BOT_TYPE/],
  [
    'a tab id used twice',
    checkUniqueIds,
    ({ manifest }) => manifest.staticTabs?.push({ entityId: 'channel', scopes: ['personal'] }),
    /tab id channel/,
  ],
  [
    'a language named twice',
    checkUniqueIds,
    ({ manifest }) => manifest.localizationInfo?.additionalLanguages?.push({ languageTag: 'NB', file: 'nb.json' }),
    /language nb/,
  ],
  [
    'one file for two languages',
    checkUniqueIds,
    ({ manifest }) => manifest.localizationInfo?.additionalLanguages?.push({ languageTag: 'nn', file: 'en.json' }),
    /language file en\.json/,
  ],
  ['one id for app and bot', checkUniqueIds, ({ manifest }) => (manifest.id = BOT), /is used twice/],
  ['a tab without a name', checkTabNames, (content) => (tab(content).name = ''), /portfolio has no name/],
  [
    'a language file that is not there',
    checkLocalisationKeys,
    (content) => (content.localisations['en.json'] = null),
    /en\.json .*not there/,
  ],
  ['a text that is not translated', checkLocalisationKeys, (content) => delete english(content)['name.full'], /lacks name\.full/],
  ['an empty translation', checkLocalisationKeys, (content) => (english(content)['description.short'] = ' '), /lacks description\.short/],
  [
    'a command that is not translated',
    checkLocalisationKeys,
    (content) => commands(content).push({ title: 'status' }),
    /commands\[2\]\.title/,
  ],
  ['a translation of nothing', checkLocalisationKeys, (content) => (english(content)['staticTabs[7].name'] = 'Left over'), /remove it/],
  [
    'a sentence left in the default language',
    checkTranslated,
    (content) => (english(content)['description.full'] = 'Se alle prosjektene'),
    /repeats/,
  ],
  [
    'two commands of one title',
    checkCommandTitles,
    (content) => (english(content)['bots[0].commandLists[0].commands[1].title'] = 'Help'),
    /«help»/,
  ],
  ['no colour icon', checkIcons, (content) => (content.icons['color.png'] = null), /color\.png cannot be read/],
  ['a colour icon of 32', checkIcons, (content) => (content.icons['color.png'] = drawn('outline')), /32×32: it must be 192×192/],
  ['a colour icon with a hole', checkIcons, repaint('color', (pixels) => pixels.fill(0, 3, 4)), /transparent pixels/],
  ['no outline icon', checkIcons, (content) => (content.icons['outline.png'] = null), /outline\.png cannot be read/],
  ['an outline icon of 192', checkIcons, (content) => (content.icons['outline.png'] = drawn('color')), /192×192: it must be 32×32/],
  ['an outline on a ground', checkIcons, repaint('outline', (pixels) => pixels.fill(255)), /transparent ground/],
  ['an outline of nothing', checkIcons, repaint('outline', (pixels) => pixels.fill(0)), /transparent ground/],
  ['an outline in colour', checkIcons, repaint('outline', (pixels) => pixels.set([91, 95, 199, 255], 0)), /not white/],
]

describe('a package is refused with', () => {
  it.each(broken)('%s', (_, check, change, sentence) => {
    const content = sound()
    expect(check(content)).toEqual([])
    change(content)
    const problems = check(content)
    expect(problems.length).toBeGreaterThan(0)
    expect(problems.join('\n')).toMatch(sentence)
  })
})

it('lets a SingleTenant bot share the registration of the tab', () => {
  const content = sound()
  content.botType = 'SingleTenant'
  content.manifest.webApplicationInfo = { id: BOT }
  expect(checkBotIdentity(content)).toEqual([])
})
