import { Link } from '@fluentui/react-components'
import type { Language } from '#domain/codes.ts'
import type { FeedView, WorldView } from '../../../shapes.ts'
import type { Text } from '../texts.ts'
import { whenWords } from '../words.ts'

export interface FeedTableProps {
  feed: FeedView[]
  world: WorldView
  language: Language
  text: Text
  limit: number
  /** Heading level of the place it stands in. */
  heading: 'h2' | 'h3'
  onOpen(entry: FeedView): void
}

/** Who received what from the bot, newest first. Pressing a name opens it as that person. */
export const FeedTable = ({ feed, world, language, text, limit, heading: Heading, onOpen }: FeedTableProps) => {
  const nameOf = (entry: FeedView): string =>
    entry.kind === 'person'
      ? (world.people.find((person) => person.name === entry.owner)?.displayName ?? entry.owner)
      : (world.channels.find((channel) => channel.id === entry.owner)?.name ?? entry.owner)

  return (
    <section className="feed">
      <Heading>{text('feed.title')}</Heading>
      {feed.length === 0 ? (
        <p className="quiet">{text('feed.empty')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{text('feed.when')}</th>
              <th scope="col">{text('feed.whom')}</th>
              <th scope="col">{text('feed.what')}</th>
            </tr>
          </thead>
          <tbody>
            {feed.slice(0, limit).map((entry) => (
              <tr key={entry.ref}>
                <td className="feed-when">{whenWords(entry.at, world.today, language)}</td>
                <td>
                  <Link as="button" onClick={() => onOpen(entry)}>
                    {nameOf(entry)}
                  </Link>
                </td>
                <td className="feed-what">
                  {entry.title}
                  {entry.what !== 'message' && <small> ({text(`feed.${entry.what}`)})</small>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
