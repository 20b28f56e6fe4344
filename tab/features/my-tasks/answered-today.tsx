import type { TasksView } from '#contract/tasks-view.ts'
import { formatTime, formatValue } from '#contract/texts/format.ts'
import { tabForms } from '#contract/texts/tab-forms.ts'
import { words } from '#contract/texts/words.ts'
import { hrefOf } from '../../app/route.ts'
import { useSay, useSession } from '../../app/session.ts'
import { CheckIcon } from '../../parts/icons.tsx'
import partsCss from '../../parts/parts.module.css'
import css from './tasks.module.css'

/** What this person has answered today, in the tab or in a card. */
export function AnsweredToday({ view }: { view: TasksView }) {
  const { language } = useSession()
  const say = useSay(tabForms)
  const sayWords = useSay(words)
  return (
    <section className={css.side} aria-labelledby="answered">
      <h2 id="answered">{say('tasks.answered')}</h2>
      {view.answeredToday.length === 0 && <p className={css.quiet}>{say('tasks.noneAnswered')}</p>}
      <ul>
        {view.answeredToday.map((one) => (
          <li key={one.key}>
            <CheckIcon />
            <div>
              <p>
                {one.value !== null
                  ? `${one.title}: ${formatValue(one.value, one.unit ?? '', language)}`
                  : one.unit === null
                    ? say('tasks.reportAnswered', { title: one.title })
                    : `${one.title}: ${sayWords('course.notMeasured')}`}
              </p>
              <p className={css.quiet}>{say('tasks.answeredAt', { time: formatTime(one.at), via: sayWords(`via.${one.via}`) })}</p>
              <a
                className={partsCss.link}
                href={hrefOf({ name: 'project', key: one.projectKey })}
                aria-label={say('tasks.about', { act: say('tasks.open'), title: one.title })}
              >
                {say('tasks.open')}
              </a>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
