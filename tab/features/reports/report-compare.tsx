import { useState } from 'react'
import { formatMoney, formatPercent, formatShortDate, formatValue } from '#contract/texts/format.ts'
import { tabPlan } from '#contract/texts/tab-plan.ts'
import { tabProject } from '#contract/texts/tab-project.ts'
import { words } from '#contract/texts/words.ts'
import type { ReportView } from '#contract/views.ts'
import { useSay, useSession } from '../../app/session.ts'
import { Status, shapeOfCourse, shapeOfRating } from '../../parts/status-mark.tsx'
import { figurePairs, rowPairs } from './compare-rows.ts'
import css from './reports-page.module.css'

interface CompareProps {
  before: ReportView
  after: ReportView
  currency: string
  name: (report: ReportView) => string
  told: (report: ReportView) => string
}

type Line = { name: string; before: React.ReactNode; after: React.ReactNode; changed: boolean }

/** Two reports side by side: assessments, words, figures, and the benefits as each froze them. What differs says so in a word. */
export function ReportCompare({ before, after, currency, name, told }: CompareProps) {
  const { language } = useSession()
  const say = useSay(tabPlan)
  const sayProject = useSay(tabProject)
  const sayWords = useSay(words)
  const [onlyChanges, setOnlyChanges] = useState(false)
  const assessment = (row: ReportView['rows'][number] | null) =>
    row === null ? (
      '–'
    ) : (
      <>
        <Status shape={shapeOfRating(row.rating)}>{sayWords(`rating.${row.rating}`)}</Status>
        {row.comment !== '' && <p>{row.comment}</p>}
      </>
    )
  const assessments: Line[] = rowPairs(before, after).map((pair) => ({
    name: sayWords(`row.${pair.row}`),
    before: assessment(pair.before),
    after: assessment(pair.after),
    changed: pair.changed,
  }))
  const texts = (['sinceLast', 'next', 'decisionNeeded'] as const).map(
    (field): Line => ({
      name: sayProject(`report.${field}`),
      before: before[field] ?? '–',
      after: after[field] ?? '–',
      changed: (before[field] ?? '') !== (after[field] ?? ''),
    }),
  )
  const money = (amount: number | null) => (amount === null ? '–' : formatMoney(amount, currency, language))
  const figures: Line[] = [
    {
      name: say('reports.percent'),
      before: before.percentComplete === null ? '–' : formatPercent(before.percentComplete, language),
      after: after.percentComplete === null ? '–' : formatPercent(after.percentComplete, language),
      changed: before.percentComplete !== after.percentComplete,
    },
    ...(['budget', 'spent', 'forecastCost'] as const).map((field) => ({
      name: say(`reports.${field}`),
      before: money(before[field]),
      after: money(after[field]),
      changed: before[field] !== after[field],
    })),
  ]
  const figure = (one: ReportView['snapshot'][number] | null) => {
    if (one === null) return say('reports.notThere')
    const course = `course.${one.course}`
    return (
      <>
        {course in words && (
          <Status shape={shapeOfCourse(one.course as Parameters<typeof shapeOfCourse>[0])}>{sayWords(course as keyof typeof words)}</Status>
        )}
        <p>
          {[
            one.value === null ? null : formatValue(one.value, one.unit ?? '', language),
            one.asOf === null ? null : sayProject('numbers.measured', { date: formatShortDate(one.asOf) }),
            one.achievementPercent === null ? null : `${sayProject('numbers.achieved')} ${formatPercent(one.achievementPercent, language)}`,
            one.plannedPercent === null ? null : `${sayProject('numbers.plan')} ${formatPercent(one.plannedPercent, language)}`,
          ]
            .filter((text) => text !== null)
            .join(' · ')}
        </p>
      </>
    )
  }
  const frozen: Line[] = figurePairs(before, after).map((pair) => ({
    name: pair.title,
    before: figure(pair.before),
    after: figure(pair.after),
    changed: JSON.stringify(pair.before) !== JSON.stringify(pair.after),
  }))
  const parts: [string, Line[]][] = [
    [say('reports.assessments'), assessments],
    [say('reports.texts'), texts],
    [say('reports.figures'), figures],
    [say('reports.frozen'), frozen],
  ]
  return (
    <>
      <label className={css.check}>
        <input type="checkbox" checked={onlyChanges} onChange={(event) => setOnlyChanges(event.target.checked)} />
        {say('reports.onlyChanges')}
      </label>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the arrow keys */}
      <section className={css.frame} tabIndex={0} aria-label={`${name(before)}, ${name(after)}`}>
        <table className={css.compare}>
          <thead>
            <tr>
              <td />
              {[before, after].map((report) => (
                <th key={report.key} scope="col">
                  {name(report)}
                  <span className={css.quiet}>{told(report)}</span>
                </th>
              ))}
            </tr>
          </thead>
          {parts.map(([title, lines]) => {
            const shown = lines.filter((line) => line.changed || !onlyChanges)
            if (shown.length === 0) return null
            return (
              <tbody key={title}>
                <tr>
                  <th scope="rowgroup" colSpan={3} className={css.part}>
                    {title}
                  </th>
                </tr>
                {shown.map((line) => (
                  <tr key={line.name}>
                    <th scope="row">
                      {line.name}
                      {line.changed && <span className={css.changed}>{say('reports.changed')}</span>}
                    </th>
                    <td>{line.before}</td>
                    <td>{line.after}</td>
                  </tr>
                ))}
              </tbody>
            )
          })}
        </table>
      </section>
    </>
  )
}
