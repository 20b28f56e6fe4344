import type { SentCard } from '#contract/bot-log.ts'
import { formatDate } from '#contract/texts/format.ts'
import { tabBotLog } from '#contract/texts/tab-bot-log.ts'
import { hrefOf } from '../../app/route.ts'
import { useSay, useSession } from '../../app/session.ts'
import css from './bot-log.module.css'
import { reasonText } from './bot-log-page.tsx'

/** The cards, newest first: to whom, about what, and what became of it. */
export function SentCards({ cards, today }: { cards: readonly SentCard[]; today: string }) {
  const { language } = useSession()
  const say = useSay(tabBotLog)
  return (
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
          {cards.map((card) => (
            <tr key={card.key}>
              <td className={css.day}>{formatDate(card.day, language, today)}</td>
              <th scope="row">{card.personName}</th>
              <td>
                <ul className={css.list}>
                  {card.lines.map((line) => (
                    <li key={`${line.projectKey}${line.title}${line.kind}${line.step}`}>
                      {say(`step.${stepOf(line.step)}`)}: {line.title}
                      {line.title !== line.projectTitle && (
                        <>
                          {', '}
                          <a href={hrefOf({ name: 'project', key: line.projectKey })}>{line.projectTitle}</a>
                        </>
                      )}
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
  )
}

const STEPS = ['preNotice', 'first', 'chase', 'leader', 'office', 'handover', 'approval', 'request'] as const
const stepOf = (step: string): (typeof STEPS)[number] => STEPS.find((one) => one === step) ?? 'first'
