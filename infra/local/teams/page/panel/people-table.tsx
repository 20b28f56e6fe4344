import { CounterBadge, Link } from '@fluentui/react-components'
import { useState } from 'react'
import type { PersonView } from '../../../shapes.ts'
import type { Text } from '../texts.ts'
import { roleWords, tryWords } from '../words.ts'

const SHOWN_ROLES = ['measurer', 'owner', 'leader', 'office', 'employee'] as const

/** The persons who stand for a role first, in the order of the story; then everybody else. */
const inOrder = (people: PersonView[]): { main: PersonView[]; rest: PersonView[] } => {
  const main = SHOWN_ROLES.flatMap((role) => people.filter((person) => person.scenarioRole === role))
  return { main, rest: people.filter((person) => !main.includes(person)) }
}

export interface PeopleTableProps {
  people: PersonView[]
  current: string
  unread(person: string): number
  text: Text
  onChoose(person: PersonView): void
}

/** Everybody one can be, and what to try as each of them. */
export const PeopleTable = ({ people, current, unread, text, onChoose }: PeopleTableProps) => {
  const [all, setAll] = useState(false)
  const { main, rest } = inOrder(people)
  const chosen = rest.filter((person) => person.name === current)
  const shown = all ? [...main, ...rest] : [...main, ...chosen]

  return (
    <section className="people" aria-labelledby="people-title">
      <h3 id="people-title">{text('people.title')}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{text('people.person')}</th>
            <th scope="col">{text('people.try')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((person) => (
            <tr key={person.name} className={person.name === current ? 'chosen' : undefined}>
              <th scope="row">
                <button type="button" aria-pressed={person.name === current} disabled={person.left} onClick={() => onChoose(person)}>
                  {person.displayName}
                </button>
                <small>{roleWords(person, text)}</small>
              </th>
              <td>
                {tryWords(person, text)}
                {unread(person.name) > 0 && (
                  <CounterBadge
                    count={unread(person.name)}
                    size="small"
                    color="danger"
                    aria-label={text('rail.unread', { count: unread(person.name) })}
                    role="img"
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest.length > 0 && (
        <Link as="button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? text('people.fewer') : text('people.all', { count: people.length })}
        </Link>
      )}
    </section>
  )
}
