import { Link } from '@fluentui/react-components'
import type { Language } from '#domain/codes.ts'
import type { FeedView, PersonView, WorldView } from '../../../shapes.ts'
import type { Text } from '../texts.ts'
import { FeedTable } from './feed-table.tsx'
import { PeopleTable } from './people-table.tsx'
import { TimeMachine } from './time-machine.tsx'

export interface TrialPanelProps {
  world: WorldView
  feed: FeedView[]
  person: PersonView
  language: Language
  text: Text
  unread(person: string): number
  onPerson(person: PersonView): void
  onFeed(entry: FeedView): void
  onLists(): void
  onMoved(): void
}

const FEED_SHOWN = 8

/** What is not Teams: who one is, which day it is, and what the bot has done. It explains itself from the top down. */
export const TrialPanel = ({ world, feed, person, language, text, unread, onPerson, onFeed, onLists, onMoved }: TrialPanelProps) => (
  <aside id="trial-panel" className="trial" aria-labelledby="trial-title">
    <header>
      <h2 id="trial-title">{text('panel.title')}</h2>
      <ol>
        <li>{text('panel.who')}</li>
        <li>{text('panel.run')}</li>
        <li>{text('panel.answer')}</li>
      </ol>
    </header>
    <TimeMachine now={world.now} language={language} text={text} onMoved={onMoved} />
    <PeopleTable people={world.people} current={person.name} unread={unread} text={text} onChoose={onPerson} />
    <FeedTable feed={feed} world={world} language={language} text={text} limit={FEED_SHOWN} heading="h3" onOpen={onFeed} />
    <footer>
      <Link as="button" onClick={onLists}>
        {text('panel.lists')}
      </Link>
      <p>{text('panel.intro')}</p>
    </footer>
  </aside>
)
