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
import css from './config.module.css'

type Scope = 'portfolio' | 'programme' | 'project'

/** Where a channel tab is set up: the whole portfolio, one programme or one project. Teams draws the Save button. */
export function ConfigPage({ host, api, language }: { host: Host; api: Api; language: Language }) {
  const say = translator(tabAdmin, language)
  const [theme, setTheme] = useState(host.theme)
  const [scope, setScope] = useState<Scope>('portfolio')
  const [keys, setKeys] = useState<Record<'programme' | 'project', string>>({ programme: '', project: '' })
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

  const options = scope === 'programme' ? portfolio?.programmes : portfolio?.projects.filter((project) => !project.restricted)
  return (
    <Frame theme={theme} language={language}>
      <main className={css.page}>
        <h1 className={css.title}>{say('config.title')}</h1>
        <p>{say('config.lead')}</p>
        <RadioGroup value={scope} aria-label={say('config.title')} onChange={(_event, data) => setScope(data.value as Scope)}>
          <Radio value="portfolio" label={say('config.portfolio')} />
          <Radio value="programme" label={say('config.programme')} />
          <Radio value="project" label={say('config.project')} />
        </RadioGroup>
        {scope !== 'portfolio' && (
          <Field label={say(scope === 'programme' ? 'config.chooseProgramme' : 'config.chooseProject')}>
            <Select value={keys[scope]} onChange={(_event, data) => setKeys({ ...keys, [scope]: data.value })}>
              <option value="">–</option>
              {options?.map((one) => (
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

/** What Teams would save; null while a programme or project is still to be chosen. */
export function channelTab(
  scope: Scope,
  keys: Record<'programme' | 'project', string>,
  portfolio: PortfolioView | null,
  title: string,
): ChannelTab | null {
  const page = `${window.location.origin}${window.location.pathname}`
  if (scope === 'portfolio') return { entityId: 'portfolio', title, contentUrl: `${page}?scope=portfolio` }
  const key = keys[scope]
  const chosen = (scope === 'programme' ? portfolio?.programmes : portfolio?.projects)?.find((one) => one.key === key)
  if (!chosen) return null
  return { entityId: `${scope}:${key}`, title: chosen.title, contentUrl: `${page}?scope=${scope}&key=${encodeURIComponent(key)}` }
}
