import { FluentProvider, Spinner, teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { LOCALE } from '#contract/texts/catalogue.ts'
import { LANGUAGES, type Language } from '#domain/codes.ts'
import type { FeedView, PersonView, WorldView } from '../../shapes.ts'
import { Bar } from './bar.tsx'
import { ChannelsView } from './chat/channel-view.tsx'
import { ChatView } from './chat/chat-view.tsx'
import { subPageOfHash, targetOf } from './host/deep-link.ts'
import type { Theme } from './host/protocol.ts'
import { TabFrame } from './host/tab-frame.tsx'
import { ListsView } from './lists/lists-view.tsx'
import { FeedTable } from './panel/feed-table.tsx'
import { TrialPanel } from './panel/trial-panel.tsx'
import { Rail, type View } from './rail.tsx'
import { useRemembered } from './remembered.ts'
import { type Text, textOf } from './texts.ts'
import { useWorld, type WorldState } from './use-world.ts'

const THEMES = { default: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme }
const browserLanguage = (): Language => LANGUAGES.find((one) => navigator.language.toLowerCase().startsWith(one)) ?? 'nb'

/** The page: chooses theme and language, and shows a sentence until the world has answered. */
export const App = () => {
  const [theme, setTheme] = useRemembered<Theme>('theme', 'default')
  const state = useWorld()

  return (
    <FluentProvider theme={THEMES[theme]} className={`fluent theme-${theme}`}>
      {state.world === null ? (
        <div className="waiting" role="status">
          {state.answering ? <Spinner label={textOf(browserLanguage())('page.loading')} /> : textOf(browserLanguage())('page.gone')}
        </div>
      ) : (
        <Teams state={state} world={state.world} theme={theme} onTheme={setTheme} />
      )}
    </FluentProvider>
  )
}

/** The person the newcomer begins as: the one with something to answer. */
const firstPerson = (people: PersonView[]): PersonView | undefined =>
  people.find((person) => person.scenarioRole === 'measurer') ?? people.find((person) => !person.left)

/** How many messages a person has that they have not looked at. */
const unreadIn = (feed: FeedView[], seen: Record<string, string>, person: string): number =>
  feed.filter(
    (entry) =>
      entry.kind === 'person' && entry.owner === person && entry.what === 'message' && Number(entry.activityId) > Number(seen[person] ?? 0),
  ).length

interface TeamsProps {
  state: WorldState
  world: WorldView
  theme: Theme
  onTheme(theme: Theme): void
}

const Teams = ({ state, world, theme, onTheme }: TeamsProps) => {
  const [name, setName] = useRemembered('person', '')
  const [languages, setLanguages] = useRemembered<Record<string, Language>>('languages', {})
  const [panelOpen, setPanelOpen] = useRemembered('panel', true)
  const [seen, setSeen] = useRemembered<Record<string, string>>(`seen.${world.worldId}`, {})
  const [view, setView] = useState<View>('tab')
  // Counting up makes a link work also when it leads where the tab was opened already.
  const [place, setPlace] = useState({ subPageId: subPageOfHash(location.hash), visit: 0 })

  const present = world.people.filter((one) => !one.left)
  const person = present.find((one) => one.name === name) ?? firstPerson(present)
  if (!person) throw new Error('a scenario without people')
  const language = languages[person.name] ?? person.language
  const text: Text = textOf(language)

  useEffect(() => {
    document.documentElement.lang = LOCALE[language]
    document.title = text('page.title')
  }, [language, text])

  const unread = (who: string): number => unreadIn(state.feed, seen, who)
  const openLink = (link: string): void => {
    const target = targetOf(link, location.origin)
    if (target.to === 'elsewhere') window.open(target.url, '_blank', 'noopener,noreferrer')
    if (target.to !== 'tab') return
    setPlace(({ visit }) => ({ subPageId: target.subPageId, visit: visit + 1 }))
    setView('tab')
  }
  const openEntry = (entry: FeedView): void => {
    if (entry.kind === 'person') setName(entry.owner)
    setView(entry.kind === 'person' ? 'chat' : 'channels')
  }
  const shared = { world, person, language, text, openLink }

  return (
    <div className={panelOpen ? 'app with-panel' : 'app'} data-view={view}>
      <Bar
        person={person}
        theme={theme}
        language={language}
        panelOpen={panelOpen}
        text={text}
        onTheme={onTheme}
        onLanguage={(next) => setLanguages({ ...languages, [person.name]: next })}
        onPanel={setPanelOpen}
      />
      <Rail view={view} unread={unread(person.name)} text={text} onView={setView} />
      <div className="stage">
        {!state.answering && (
          <p className="gone" role="alert">
            {text('page.gone')}
          </p>
        )}
        {/* The tab stays open behind the other views, as Teams keeps it for a while. */}
        <main className="stage-tab" hidden={view !== 'tab' && view !== 'trial'} aria-label={text('rail.tab')}>
          <TabFrame
            key={`${person.name} ${language} ${place.visit}`}
            title="Prosjektpuls"
            loading={text('page.loading')}
            url="/tab/?view=portfolio"
            frame="content"
            entityId="portfolio"
            subPageId={place.subPageId}
            theme={theme}
            locale={LOCALE[language]}
            person={person}
            tenantId={world.tenantId}
            channel={null}
            settings={{}}
            text={text}
            openLink={openLink}
            navigate={(subPageId) => setPlace(({ visit }) => ({ subPageId, visit: visit + 1 }))}
          />
        </main>
        {view === 'chat' && (
          <ChatView
            {...shared}
            change={state.changes[`person:${person.name}`] ?? 0}
            onSeen={(id) => Number(seen[person.name] ?? 0) < Number(id) && setSeen({ ...seen, [person.name]: id })}
          />
        )}
        {view === 'channels' && <ChannelsView {...shared} changes={state.changes} theme={theme} locale={LOCALE[language]} />}
        {view === 'lists' && <ListsView text={text} />}
        {view === 'activity' && (
          <main className="activity">
            <FeedTable feed={state.feed} world={world} language={language} text={text} limit={100} heading="h2" onOpen={openEntry} />
          </main>
        )}
      </div>
      <TrialPanel
        {...shared}
        feed={state.feed}
        unread={unread}
        onPerson={(next) => setName(next.name)}
        onFeed={openEntry}
        onLists={() => setView('lists')}
        onMoved={state.reload}
      />
    </div>
  )
}
