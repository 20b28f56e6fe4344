import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Language } from '#contract/codes.ts'
import { meView } from '#contract/first-views.ts'
import { LOCALE, translator } from '#contract/texts/catalogue.ts'
import { tab } from '#contract/texts/tab.ts'
import type { MeView } from '#contract/views.ts'
import type { Api } from '../api-client.ts'
import { NO_FILTERS } from '../features/portfolio/filters.ts'
import { type PortfolioMemory, PortfolioPage } from '../features/portfolio/portfolio-page.tsx'
import { BY_NEED } from '../features/portfolio/shown.ts'
import type { Host } from '../host.ts'
import { Failed } from '../parts/failed.tsx'
import { Hidden } from '../parts/hidden.tsx'
import type { LocalCopy, SavedCopy } from '../store/local-copy.ts'
import css from './app.module.css'
import { Boundary } from './boundary.tsx'
import { Frame } from './frame.tsx'
import { Header } from './header.tsx'
import { hrefOf, parseRoute, queryOf, type Route } from './route.ts'
import { faultText, type Session, SessionProvider } from './session.ts'
import { fetchTheme } from './theme.ts'
import { type Reading, useData } from './use-data.ts'
import { usePrinting } from './use-printing.ts'

const ProjectPage = lazy(() => import('../features/project/project-page.tsx').then((m) => ({ default: m.ProjectPage })))
const ReportPage = lazy(() => import('../features/reports/report-page.tsx').then((m) => ({ default: m.ReportPage })))
const BoardPage = lazy(() => import('../features/board/board-page.tsx').then((m) => ({ default: m.BoardPage })))
const DecisionPage = lazy(() => import('../features/decision/decision-page.tsx').then((m) => ({ default: m.DecisionPage })))
const ReportsPage = lazy(() => import('../features/reports/reports-page.tsx').then((m) => ({ default: m.ReportsPage })))
const PlanPage = lazy(() => import('../features/plan/plan-page.tsx').then((m) => ({ default: m.PlanPage })))
const NewProjectPage = lazy(() => import('../features/edit/new-project-page.tsx').then((m) => ({ default: m.NewProjectPage })))
const TasksPage = lazy(() => import('../features/my-tasks/tasks-page.tsx').then((m) => ({ default: m.TasksPage })))
const RoadmapPage = lazy(() => import('../features/roadmap/roadmap-page.tsx').then((m) => ({ default: m.RoadmapPage })))
const BenefitsPage = lazy(() => import('../features/benefits/benefits-page.tsx').then((m) => ({ default: m.BenefitsPage })))
const ImportPage = lazy(() => import('../features/admin/import-page.tsx').then((m) => ({ default: m.ImportPage })))
const HealthPage = lazy(() => import('../features/admin/health-page.tsx').then((m) => ({ default: m.HealthPage })))
const SettingsPage = lazy(() => import('../features/settings/settings-page.tsx').then((m) => ({ default: m.SettingsPage })))
const BotLogPage = lazy(() => import('../features/bot-log/bot-log-page.tsx').then((m) => ({ default: m.BotLogPage })))
const Unsaved = lazy(() => import('../features/unsaved/unsaved.tsx').then((m) => ({ default: m.Unsaved })))
const Tour = lazy(() => import('../features/tour/tour.tsx').then((m) => ({ default: m.Tour })))

export interface AppProps {
  host: Host
  api: Api
  copy: LocalCopy
  saved: SavedCopy | null
  /** The first reading of the server: done, or under way. */
  first: Reading | Promise<Reading>
  /** The language until the person's own is known. */
  language: Language
  firstRoute: Route
  programme: string | null
  area: string | null
  /** Tells the API client which language to ask for from now on. */
  onLanguage: (language: Language) => void
}

/** The whole tab inside Teams: frame, pages, and the session they share. */
export function App(props: AppProps) {
  const { host, api, copy } = props
  const [theme, setTheme] = useState(host.theme)
  const [route, setRoute] = useState(props.firstRoute)
  const [said, setSaid] = useState('')
  const printing = usePrinting()
  const data = useData(api, copy, props.saved, props.first)
  const moved = useRef(false)
  const offers = useRef(false)
  const [memory, setMemory] = useState<PortfolioMemory>({
    filters: { ...NO_FILTERS, programme: props.programme, area: props.area },
    opened: null,
    folded: [],
    arrangement: BY_NEED,
    query: queryOf(host.subPageId) || queryOf(window.location.hash),
    settled: '',
  })
  const language = data.me?.language ?? props.language
  const { onLanguage } = props

  useEffect(() => host.onTheme((name) => void fetchTheme(name).then(() => setTheme(name))), [host])
  useEffect(() => {
    document.documentElement.lang = LOCALE[language]
    onLanguage(language)
  }, [language, onLanguage])
  useEffect(() => {
    const follow = () => {
      moved.current = true
      setRoute(parseRoute(window.location.hash))
      const query = queryOf(window.location.hash)
      if (query !== '') setMemory((before) => ({ ...before, query }))
      window.scrollTo(0, 0)
    }
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [])
  const settled = data.portfolio !== null || data.fault !== null
  useEffect(() => {
    if (settled) host.ready()
  }, [settled, host])

  // The same words twice would not be read twice: a no-break space at the end makes them new.
  const announce = useCallback((text: string) => setSaid((before) => (before === text ? `${text}\u00a0` : text)), [])
  const go = useCallback((to: Route) => {
    window.location.hash = hrefOf(to)
  }, [])
  const hasMoved = useCallback(() => moved.current, [])
  const { refresh, setMe } = data
  const saved = useCallback(() => {
    copy.changedAt = copy.now()
    refresh()
  }, [copy, refresh])
  const me = useMemo(() => data.me ?? notKnownYet(language), [data.me, language])
  const session: Session = useMemo(
    () => ({ me, language, api, host, copy, announce, go, hasMoved, refresh: saved }),
    [me, language, api, host, copy, announce, go, hasMoved, saved],
  )

  const chooseLanguage = async (chosen: Language) => {
    const answer = await api.send(meView, '/api/me', { language: chosen }, 'PATCH')
    if (answer.ok) {
      setMe(answer.value)
      announce(translator(tab, answer.value.language)('language.saved'))
    } else announce(faultText(answer.fault, translator(tab, language)))
  }

  // Once it has something to show it stays, so that letting go of the last can be regretted.
  offers.current ||= hasDrafts()
  const say = translator(tab, language)
  return (
    <Frame theme={printing ? 'light' : theme} language={language}>
      <button type="button" className={css.skip} onClick={() => document.getElementById('main')?.focus()}>
        {say('nav.skip')}
      </button>
      <SessionProvider value={session}>
        <Header route={route} onLanguage={chooseLanguage} />
        <main id="main" tabIndex={-1} className={css.main}>
          <Boundary fallback={<Failed onRetry={() => window.location.reload()} />} resetKey={hrefOf(route)}>
            <Suspense>{offers.current && <Unsaved route={route} />}</Suspense>
            <Suspense fallback={<p className={css.waiting}>{say('loading')}</p>}>
              <Page route={route}>
                <PortfolioPage
                  portfolio={data.portfolio}
                  fault={data.fault}
                  fromCopy={data.fromCopy}
                  memory={memory}
                  onMemory={setMemory}
                />
              </Page>
            </Suspense>
          </Boundary>
        </main>
      </SessionProvider>
      <div aria-live="polite" role="status">
        <Hidden>{said}</Hidden>
      </div>
    </Frame>
  )
}

function Page({ route, children }: { route: Route; children: ReactNode }) {
  switch (route.name) {
    case 'project':
      return <ProjectPage key={route.key} route={route} />
    case 'report':
      return <ReportPage key={route.key} projectKey={route.key} />
    case 'decision':
      return <DecisionPage key={route.key} projectKey={route.key} board={route.board ?? false} />
    case 'board':
      return <BoardPage />
    case 'plan':
      return <PlanPage key={route.key} projectKey={route.key} />
    case 'reports':
      return <ReportsPage key={route.key} projectKey={route.key} />
    case 'new-project':
      return <NewProjectPage />
    case 'tasks':
      return <TasksPage />
    case 'roadmap':
      return <RoadmapPage />
    case 'benefits':
      return <BenefitsPage />
    case 'import':
      return <ImportPage />
    case 'health':
      return <HealthPage />
    case 'nudges':
      return <BotLogPage />
    case 'settings':
      return <SettingsPage />
    case 'tour':
      return (
        <>
          {children}
          <Suspense>
            <Tour />
          </Suspense>
        </>
      )
    case 'portfolio':
      return children
  }
}

/** Something typed lies unsaved in this browser: whose, and whether it is to be offered here, is for the part that shows it. */
function hasDrafts(): boolean {
  try {
    return Object.keys(localStorage).some((name) => name.startsWith('puls.draft'))
  } catch {
    return false
  }
}

/** The frame stands before the server has said who asks; until then nobody may do anything. */
const notKnownYet = (language: Language): MeView => ({
  personId: '',
  displayName: '',
  language,
  roles: [],
  today: '',
  words: 'gevinst',
  tasks: 0,
  can: { import: false, seeFaults: false, manageSettings: false },
})
