import { useEffect } from 'react'
import { formatPercent, formatValue } from '#contract/texts/format.ts'
import { tabForms } from '#contract/texts/tab-forms.ts'
import type { IndicatorView } from '#contract/views.ts'
import { useSay, useSession } from '../../app/session.ts'
import { StatusMark, shapeOfCourse } from '../../parts/status-mark.tsx'
import css from './benefit.module.css'
import { liveCourse } from './live-course.ts'

/** Long enough that a screen reader hears the number one meant, not each digit. */
const QUIET_MS = 700

/** What the number would mean, as one sentence while one types: «80 % av veien til målet, planen sier 78 %.» */
export function LiveSentence(props: {
  indicator: IndicatorView
  value: number
  asOf: string
  correctsKey: string | null
  baseline: boolean
}) {
  const { indicator, value } = props
  const { language, announce } = useSession()
  const say = useSay(tabForms)
  const live = liveCourse(indicator, value, props.asOf, props.correctsKey)
  const percent = (n: number) => formatPercent(n, language)
  const text = props.baseline
    ? say('live.baseline', { value: formatValue(value, indicator.unit, language, indicator.decimals) })
    : live.kind === 'maintain'
      ? say(live.kept ? 'live.maintained' : 'live.notMaintained')
      : live.kind === 'noBaseline'
        ? say('live.noBaseline')
        : live.kind === 'cannotCompute'
          ? say('live.cannotCompute')
          : live.plan === null
            ? say('live.achievedOnly', { percent: percent(live.percent) })
            : say(live.percent < 0 ? 'live.wrongWay' : 'live.achieved', { percent: percent(live.percent), plan: percent(live.plan) })
  useEffect(() => {
    const timer = setTimeout(() => announce(text), QUIET_MS)
    return () => clearTimeout(timer)
  }, [text, announce])
  const course = props.baseline
    ? null
    : live.kind === 'maintain'
      ? live.kept
        ? 'maintained'
        : 'notMaintained'
      : live.kind === 'percent'
        ? live.course
        : null
  return (
    <p className={css.live}>
      {course !== null && <StatusMark shape={shapeOfCourse(course)} />}
      {text}
    </p>
  )
}
