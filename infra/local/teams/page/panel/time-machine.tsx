import { Button, Spinner } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { formatTime } from '#contract/texts/format.ts'
import type { Language } from '#domain/codes.ts'
import { civilDateOf } from '#domain/dates.ts'
import type { AdvanceResult, PassResult } from '../../../shapes.ts'
import { advance, runPass } from '../local-api.ts'
import type { Text } from '../texts.ts'
import { dayWords, resultWords } from '../words.ts'

const TICK_MS = 5_000

/** The world's time, running on between answers of the world. */
const useRunningClock = (now: string): string => {
  const [shown, setShown] = useState(now)
  useEffect(() => {
    const fetched = performance.now()
    setShown(now)
    const timer = setInterval(() => setShown(new Date(Date.parse(now) + performance.now() - fetched).toISOString()), TICK_MS)
    return () => clearInterval(timer)
  }, [now])
  return shown
}

type Outcome = { kind: 'nothing' } | { kind: 'working' } | { kind: 'done'; result: PassResult & { passes?: number } } | { kind: 'fault' }

const STEPS = [
  { days: 1, label: 'time.day' },
  { days: 7, label: 'time.week' },
] as const

/** So many days that the same day of the next month comes (31 January leads to the end of February). */
const daysToNextMonth = (now: string): number => {
  const [year = 0, month = 0, day = 0] = civilDateOf(now).split('-').map(Number)
  const lastOfNext = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return (Date.UTC(year, month, Math.min(day, lastOfNext)) - Date.UTC(year, month - 1, day)) / 86_400_000
}

/** Today, large; the day's sending; and ways ahead in time. What happened is said in words. */
export const TimeMachine = ({ now, language, text, onMoved }: { now: string; language: Language; text: Text; onMoved(): void }) => {
  const shown = useRunningClock(now)
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'nothing' })
  const working = outcome.kind === 'working'

  const act = async (work: () => Promise<PassResult | AdvanceResult>): Promise<void> => {
    setOutcome({ kind: 'working' })
    try {
      setOutcome({ kind: 'done', result: await work() })
    } catch {
      // The world says why in its log; the person needs to know that it did not happen.
      setOutcome({ kind: 'fault' })
    }
    onMoved()
  }

  return (
    <section className="time" aria-labelledby="time-title">
      <h3 id="time-title">{text('time.title')}</h3>
      <p className="time-day">
        {dayWords(shown, language)} <span className="time-clock">{text('time.clock', { time: formatTime(shown) })}</span>
      </p>
      <div className="time-buttons">
        <Button appearance="primary" disabled={working} onClick={() => act(runPass)}>
          {text('time.run')}
        </Button>
        {STEPS.map(({ days, label }) => (
          <Button key={days} disabled={working} onClick={() => act(() => advance(days))}>
            {text(label)}
          </Button>
        ))}
        <Button disabled={working} onClick={() => act(() => advance(daysToNextMonth(shown)))}>
          {text('time.month')}
        </Button>
      </div>
      <div className="time-result" role="status">
        {working && <Spinner size="tiny" label={text('time.working')} labelPosition="after" />}
        {outcome.kind === 'done' && <p>{resultWords(outcome.result, text)}</p>}
        {outcome.kind === 'fault' && <p className="fault">{text('result.fault')}</p>}
        {outcome.kind === 'nothing' && <p className="quiet">{text('time.hint')}</p>}
      </div>
    </section>
  )
}
