import { useState } from 'react'
import type { FollowedProject } from '#contract/tasks-view.ts'
import { tabActs } from '#contract/texts/tab-acts.ts'
import { words } from '#contract/texts/words.ts'
import { hrefOf } from '../../app/route.ts'
import { useSay } from '../../app/session.ts'
import partsCss from '../../parts/parts.module.css'
import css from './tasks.module.css'

const FIRST = 6

/** The projects this person has a part in, and which part. */
export function Following({ projects }: { projects: readonly FollowedProject[] }) {
  const say = useSay(tabActs)
  const sayWords = useSay(words)
  const [all, setAll] = useState(false)
  const shown = all ? projects : projects.slice(0, FIRST)
  return (
    <section aria-labelledby="following">
      <h2 id="following">{say('follow.title')}</h2>
      {projects.length === 0 && <p className={css.quiet}>{say('follow.none')}</p>}
      <ul>
        {shown.map(({ key, title, phase, state, rating, whys }) => (
          <li key={key}>
            <div>
              <p>
                <a className={partsCss.link} href={hrefOf({ name: 'project', key })}>
                  {title}
                </a>
              </p>
              <p className={css.quiet}>
                {state === 'active' ? sayWords(`phase.${phase}`) : sayWords(`state.${state}`)}
                {rating !== null && ` · ${sayWords(`rating.${rating}`)}`}
                {` · ${whys.map((why) => say(`follow.${why}`)).join(', ')}`}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {shown.length < projects.length && (
        <button type="button" className={partsCss.link} onClick={() => setAll(true)}>
          {say('follow.more', { n: projects.length - shown.length })}
        </button>
      )}
    </section>
  )
}
