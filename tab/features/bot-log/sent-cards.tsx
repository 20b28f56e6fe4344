import { useState } from 'react'
import type { SentCard } from '#contract/bot-log.ts'
import type { Translator } from '#contract/texts/catalogue.ts'
import { formatDate } from '#contract/texts/format.ts'
import { tab } from '#contract/texts/tab.ts'
import { tabBotLog } from '#contract/texts/tab-bot-log.ts'
import { hrefOf } from '../../app/route.ts'
import { useSay, useSession } from '../../app/session.ts'
import { SearchField } from '../../parts/toolbar.tsx'
import { knownWhy } from '../../parts/why.ts'
import css from './bot-log.module.css'
import { reasonText } from './bot-log-page.tsx'

/** The words one looks for, in the person's name or what the card was about. */
export function cardsAbout(cards: readonly SentCard[], text: string): readonly SentCard[] {
  const sought = text.trim().toLocaleLowerCase('nb')
  if (sought === '') return cards
  return cards.filter(({ personName, lines }) =>
    [personName, ...lines.flatMap(({ title, projectTitle }) => [title, projectTitle])].some((word) =>
      word.toLocaleLowerCase('nb').includes(sought),
    ),
  )
}

/** Why it was this person; a reason we have no word for is left out. */
function whyText(why: string, say: Translator<typeof tabBotLog>): string {
  const known = knownWhy(why)
  return known === undefined ? '' : `(${say(`why.${known}`)})`
}

/** The cards, newest first: to whom, about what and why, and what became of it. */
export function SentCards({ cards, today }: { cards: readonly SentCard[]; today: string }) {
  const { language } = useSession()
  const say = useSay(tabBotLog)
  const sayTab = useSay(tab)
  const [text, setText] = useState('')
  const shown = cardsAbout(cards, text)
  return (
    <>
      <SearchField label={say('sent.search')} clear={sayTab('filter.clearSearch')} text={text} onText={setText} />
      <p role="status" className={css.quiet}>
        {text.trim() !== '' && say('sent.hits', { n: shown.length, all: cards.length })}
      </p>
      <div className={css.scroll}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{say('sent.day')}</th>
              <th scope="col">{say('sent.person')}</th>
              <th scope="col">{say('sent.about')}</th>
              <th scope="col">{say('sent.state')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((card) => (
              <tr key={card.key}>
                <td className={css.day}>{formatDate(card.day, language, today)}</td>
                <th scope="row">{card.personName}</th>
                <td>
                  <ul className={css.list}>
                    {card.lines.map((line) => (
                      <li key={`${line.projectKey}${line.title}${line.kind}${line.step}`}>
                        {say(`step.${stepOf(line.step)}`)}:{' '}
                        {line.title === line.projectTitle ? sayTab(`overdue.${line.kind}`, { n: 1 }) : line.title}
                        {', '}
                        <a href={hrefOf({ name: 'project', key: line.projectKey })}>{line.projectTitle}</a>
                        <span className={css.why}> {whyText(line.why, say)}</span>
                      </li>
                    ))}
                  </ul>
                </td>
                <td>
                  {say(`state.${card.state}`)}
                  {card.outcome !== null && `: ${reasonText(card.outcome, say)}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

const STEPS = ['preNotice', 'first', 'chase', 'leader', 'office', 'handover', 'approval', 'request'] as const
const stepOf = (step: string): (typeof STEPS)[number] => STEPS.find((one) => one === step) ?? 'first'
