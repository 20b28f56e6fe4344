import { Field, Radio, RadioGroup, Select } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { Language } from '#contract/codes.ts'
import { LOCALE, translator } from '#contract/texts/catalogue.ts'
import { tab } from '#contract/texts/tab.ts'
import { tabAdmin } from '#contract/texts/tab-admin.ts'
import type { PortfolioView } from '#contract/views.ts'
import type { Api, ApiFault } from '../../api-client.ts'
import { Frame } from '../../app/frame.tsx'
import { faultText } from '../../app/session.ts'
import { fetchTheme } from '../../app/theme.ts'
import type { ChannelTab, Host } from '../../host.ts'
import { areasOf } from '../portfolio/filters.ts'
import css from './config.module.css'

type Scope = 'portfolio' | 'programme' | 'area' | 'project'
type Part = Exclude<Scope, 'portfolio'>

/** Where a channel tab is set up: the whole portfolio, one programme, one area or one project. Teams draws the Save button. */
export function ConfigPage({ host, api, language }: { host: Host; api: Api; language: Language }) {
  const say = translator(tabAdmin, language)
  const [theme, setTheme] = useState(host.theme)
  const [scope, setScope] = useState<Scope>('portfolio')
  const [keys, setKeys] = useState<Record<Part, string>>({ programme: '', area: '', project: '' })
  const [portfolio, setPortfolio] = useState<PortfolioView | null>(null)
  const [fault, setFault] = useState<ApiFault | null>(null)
  useEffect(() => {
    host.onTheme((name) => void fetchTheme(name).then(() => setTheme(name)))
    host.ready()
    document.documentElement.lang = LOCALE[language]
    void api.portfolio(null).then((answer) => {
      if (answer.ok) setPortfolio(answer.value?.view ?? null)
      else setFault(answer.fault)
    })
  }, [host, api, language])
  const choice = channelTab(scope, keys, portfolio, say('config.tabTitle'))
  useEffect(() => host.offerConfiguration(choice), [host, choice])

  const options = scope === 'portfolio' ? [] : optionsOf(scope, portfolio)
  return (
    <Frame theme={theme} language={language}>
      <main className={css.page}>
        <h1 className={css.title}>{say('config.title')}</h1>
        <p>{say('config.lead')}</p>
        <RadioGroup value={scope} aria-label={say('config.title')} onChange={(_event, data) => setScope(data.value as Scope)}>
          <Radio value="portfolio" label={say('config.portfolio')} />
          <Radio value="programme" label={say('config.programme')} />
          <Radio value="area" label={say('config.area')} />
          <Radio value="project" label={say('config.project')} />
        </RadioGroup>
        {scope !== 'portfolio' && (
          <Field label={say(CHOOSE[scope])}>
            <Select value={keys[scope]} onChange={(_event, data) => setKeys({ ...keys, [scope]: data.value })}>
              <option value="">–</option>
              {options.map((one) => (
                <option key={one.key} value={one.key}>
                  {one.title}
                </option>
              ))}
            </Select>
          </Field>
        )}
        {fault !== null && <p role="alert">{faultText(fault, translator(tab, language))}</p>}
      </main>
    </Frame>
  )
}

const CHOOSE = { programme: 'config.chooseProgramme', area: 'config.chooseArea', project: 'config.chooseProject' } as const

/** What there is to choose among; an area is its own name. Restricted projects are not for a channel. */
function optionsOf(part: Part, portfolio: PortfolioView | null): readonly { key: string; title: string }[] {
  if (portfolio === null) return []
  if (part === 'programme') return portfolio.programmes
  if (part === 'area') return areasOf(portfolio).map((area) => ({ key: area, title: area }))
  return portfolio.projects.filter((project) => !project.restricted)
}

/** What Teams would save; null while a programme, an area or a project is still to be chosen. */
export function channelTab(scope: Scope, keys: Record<Part, string>, portfolio: PortfolioView | null, title: string): ChannelTab | null {
  const page = `${window.location.origin}${window.location.pathname}`
  if (scope === 'portfolio') return { entityId: 'portfolio', title, contentUrl: `${page}?scope=portfolio` }
  const key = keys[scope]
  const chosen = optionsOf(scope, portfolio).find((one) => one.key === key)
  if (!chosen) return null
  return { entityId: `${scope}:${key}`, title: chosen.title, contentUrl: `${page}?scope=${scope}&key=${encodeURIComponent(key)}` }
}
