import type { WrongPersonView } from '#contract/bot-log.ts'
import { formatDate } from '#contract/texts/format.ts'
import { tabBotLog } from '#contract/texts/tab-bot-log.ts'
import { hrefOf } from '../../app/route.ts'
import { useSay, useSession } from '../../app/session.ts'
import partsCss from '../../parts/parts.module.css'
import css from './bot-log.module.css'

/** «Feil person»: what, who said so and why, whom they named, and whether somebody has taken over. */
export function WrongPersons({ said, today }: { said: readonly WrongPersonView[]; today: string }) {
  const { language } = useSession()
  const say = useSay(tabBotLog)
  return (
    <ul className={css.list}>
      {said.map((one) => (
        <li key={one.obligationKey}>
          <a className={`${partsCss.link} ${partsCss.inText}`} href={hrefOf({ name: 'project', key: one.projectKey })}>
            {one.projectTitle}
          </a>
          {`: ${one.title}. ${say('wrongPersons.by', { name: one.byName, date: formatDate(one.on, language, today) })} `}
          {one.suggestedName !== null && `${say('wrongPersons.suggested', { name: one.suggestedName })} `}
          {one.holderName === null ? <strong>{say('wrongPersons.nobody')}</strong> : say('wrongPersons.holder', { name: one.holderName })}
          {one.reason !== null && <p className={css.quiet}>{one.reason}</p>}
        </li>
      ))}
    </ul>
  )
}
