import { Button, Popover, PopoverSurface } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { tabTour } from '#contract/texts/tab-tour.ts'
import { useSay, useSession } from '../../app/session.ts'
import { markTourSeen } from '../../app/tour-seen.ts'
import css from './tour.module.css'

/** What is pointed at, in the order a newcomer meets it; the first of each that is on the screen. */
const STEPS = [
  { id: 'sentence', targets: ['#main h1'] },
  { id: 'numbers', targets: ['[data-tour=numbers]', '#main h1'] },
  { id: 'rows', targets: ['[role=row][data-id]', '#main [data-id]', '#main h2', '#main h1'] },
  { id: 'tasks', targets: ['header a[href="#/tasks"]', 'header'] },
  { id: 'bot', targets: ['header'] },
  { id: 'more', targets: ['header button', 'header'] },
] as const

/** Two minutes around the overview, one thing at a time, that can be left at any point. What is pointed at stays as it is. */
export function Tour() {
  const { go, announce } = useSession()
  const say = useSay(tabTour)
  const [at, setAt] = useState(0)
  const [target, setTarget] = useState<HTMLElement | null>(null)
  const step = STEPS[at] ?? STEPS[0]
  useEffect(() => {
    const found = firstOf(step.targets)
    found?.scrollIntoView({ block: 'center' })
    found?.setAttribute('data-toured', '')
    setTarget(found)
    return () => found?.removeAttribute('data-toured')
  }, [step])
  const end = () => {
    markTourSeen()
    announce(say('ended'))
    go({ name: 'portfolio' })
  }
  const last = at === STEPS.length - 1
  if (target === null) return null
  return (
    <Popover
      open
      trapFocus
      withArrow
      positioning={{ target, position: 'below', align: 'start', offset: 8 }}
      onOpenChange={(_event, { open }) => !open && end()}
    >
      <PopoverSurface className={css.box} aria-labelledby="tour-title">
        <p className={css.count}>{say('step', { n: at + 1, all: STEPS.length })}</p>
        <h2 id="tour-title" className={css.title}>
          {say(`${step.id}.title`)}
        </h2>
        <p>{say(`${step.id}.text`)}</p>
        <div className={css.acts}>
          <Button appearance="primary" onClick={() => (last ? end() : setAt(at + 1))}>
            {say(last ? 'done' : 'next')}
          </Button>
          {at > 0 && <Button onClick={() => setAt(at - 1)}>{say('back')}</Button>}
          {!last && (
            <Button appearance="subtle" onClick={end}>
              {say('skip')}
            </Button>
          )}
        </div>
      </PopoverSurface>
    </Popover>
  )
}

function firstOf(selectors: readonly string[]): HTMLElement | null {
  for (const selector of selectors) {
    const found = document.querySelector<HTMLElement>(selector)
    if (found !== null) return found
  }
  return null
}
