import { useEffect, useState } from 'react'
import type { TasksView } from '#contract/tasks-view.ts'
import { formatTime, formatValue } from '#contract/texts/format.ts'
import { tabForms } from '#contract/texts/tab-forms.ts'
import { words } from '#contract/texts/words.ts'
import { hrefOf } from '../../app/route.ts'
import { useSay, useSession } from '../../app/session.ts'
import { CheckIcon } from '../../parts/icons.tsx'
import partsCss from '../../parts/parts.module.css'
import actsCss from './acts.module.css'
import { answeredTitle } from './task-words.ts'
import css from './tasks.module.css'
import { UndoButton } from './undo-button.tsx'

/** What this person has answered today, in the tab or in a card. */
export function AnsweredToday({ view, onUndone }: { view: TasksView; onUndone: (measurementKey: string) => void }) {
  const { language } = useSession()
  const say = useSay(tabForms)
  const sayWords = useSay(words)
  return (
    <section aria-labelledby="answered">
      <h2 id="answered">{say('tasks.answered')}</h2>
      {view.answeredToday.length === 0 && <p className={css.quiet}>{say('tasks.noneAnswered')}</p>}
      <ul>
        {view.answeredToday
          .map((given) => ({ ...given, title: answeredTitle(given, say, language, view.today) }))
          .map((one) => (
            <li key={one.key}>
              <CheckIcon />
              <div>
                <p>
                  {one.value !== null
                    ? `${one.title}: ${formatValue(one.value, one.unit ?? '', language, one.of?.decimals)}`
                    : one.unit === null
                      ? say('tasks.reportAnswered', { title: one.title })
                      : `${one.title}: ${sayWords('course.notMeasured')}`}
                </p>
                <p className={css.quiet}>{say('tasks.answeredAt', { time: formatTime(one.at), via: sayWords(`via.${one.via}`) })}</p>
                <p className={actsCss.links}>
                  {one.undoUntil !== null && <Undo one={one} now={view.now} until={one.undoUntil} onUndone={onUndone} />}
                  <a
                    className={partsCss.link}
                    href={hrefOf({ name: 'project', key: one.projectKey })}
                    aria-label={say('tasks.about', { act: say('tasks.open'), title: one.title })}
                  >
                    {say('tasks.open')}
                  </a>
                </p>
              </div>
            </li>
          ))}
      </ul>
    </section>
  )
}

/** Angre stands while it is possible by the server's clock, counted from when the page was read. */
function Undo(props: { one: TasksView['answeredToday'][number]; now: string; until: string; onUndone: (measurementKey: string) => void }) {
  const { one, now, until } = props
  const [past, setPast] = useState(false)
  useEffect(() => {
    setPast(false)
    const timer = setTimeout(() => setPast(true), Date.parse(until) - Date.parse(now))
    return () => clearTimeout(timer)
  }, [now, until])
  return past ? null : <UndoButton measurementKey={one.key} title={one.title} onUndone={() => props.onUndone(one.key)} />
}
