import { useState } from 'react'
import type { Language } from '#contract/codes.ts'
import type { Translator } from '#contract/texts/catalogue.ts'
import { formatDate, formatMonth, formatValue } from '#contract/texts/format.ts'
import { tabProject } from '#contract/texts/tab-project.ts'
import { words } from '#contract/texts/words.ts'
import type { HistoryEntry, ProjectView } from '#contract/views.ts'
import { useSay, useSession } from '../../app/session.ts'
import partsCss from '../../parts/parts.module.css'
import { useFieldWords } from '../edit/field-words.ts'
import { dayOf, periodText } from './history-words.ts'
import css from './project.module.css'

const FIRST = 8

/** What has happened, newest first: who, from where, and why. */
export function History({ project }: { project: ProjectView }) {
  const { language } = useSession()
  const say = useSay(tabProject)
  const sayWords = useSay(words)
  const [all, setAll] = useState(false)
  const entries = all ? project.history : project.history.slice(0, FIRST)
  return (
    <section className={css.history} aria-labelledby="history">
      <h2 id="history">{say('history.title')}</h2>
      {entries.length === 0 && <p className={css.quiet}>{say('history.none')}</p>}
      <ol>
        {entries.map((entry, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no key and only ever grow at the top
          <li key={`${entry.at}${i}`}>
            <p className={css.quiet}>{formatDate(dayOf(entry.at), language, project.today)}</p>
            <p>{entryText(entry, say, sayWords, language, project)}</p>
            {entry.changes !== undefined && entry.changes.length > 0 && <Changes changes={entry.changes} />}
            <p className={css.quiet}>
              {say('history.by', { name: entry.byName, via: sayWords(`via.${entry.via}`) })}
              {entry.why !== null && entry.what !== 'decision' && ` · ${entry.why}`}
            </p>
          </li>
        ))}
      </ol>
      {!all && project.history.length > FIRST && (
        <button type="button" className={partsCss.link} onClick={() => setAll(true)}>
          {say('history.more')}
        </button>
      )}
    </section>
  )
}

/** A decision point as it is called. */
const pointWord = (point: string, say: Translator<typeof tabProject>): string =>
  point === 'board' ? say('history.board') : point.toUpperCase()

/** Each field as it was and as it became. */
function Changes({ changes }: { changes: NonNullable<HistoryEntry['changes']> }) {
  const say = useSay(tabProject)
  const field = useFieldWords()
  return (
    <ul className={css.changes}>
      {changes.map((one) => (
        <li key={one.field}>
          {say('history.change', {
            field: field.label(one.field),
            before: field.value(one.field, one.before),
            after: field.value(one.field, one.after),
          })}
        </li>
      ))}
    </ul>
  )
}

function entryText(
  entry: HistoryEntry,
  say: Translator<typeof tabProject>,
  sayWords: Translator<typeof words>,
  language: Language,
  project: ProjectView,
): string {
  const shown = (number: number | null | undefined) =>
    number === null || number === undefined ? `«${say('table.notMeasured')}»` : formatValue(number, entry.unit ?? '', language)
  const value = shown(entry.value)
  const was = shown(entry.was)
  const period = periodText(entry, project, language)
  const { title } = entry
  switch (entry.what) {
    case 'measurement':
      return entry.periodKey === 'baseline'
        ? say('history.baseline', { title, value })
        : say('history.measurement', { title, value, period })
    case 'correction':
      return entry.periodKey === 'baseline'
        ? say('history.baselineCorrection', { title, was, value })
        : say('history.correction', { title, was, value, period })
    case 'notMeasured':
      return say('history.notMeasured', { title, period })
    case 'putOnHold':
    case 'resumed':
    case 'projectReopened':
    case 'phaseChanged':
    case 'told':
      return say(`history.${entry.what}`)
    case 'actionSettled':
    case 'actionDropped':
    case 'actionMoved':
      return say(`history.${entry.what}`, { title })
    case 'undone':
      return entry.periodKey === 'baseline'
        ? say('history.undoneBaseline', { title, value })
        : say('history.undone', { title, value, period })
    case 'report':
      return say('history.report', { period: formatMonth(entry.periodKey ?? '', language, project.today) })
    case 'reportCorrection':
      return say('history.reportCorrection', {
        period: formatMonth(entry.periodKey ?? '', language, project.today),
        version: entry.version,
      })
    case 'decision': {
      const point = pointWord(title, say)
      const outcome = `outcome.${entry.why ?? ''}`
      return outcome in words
        ? say('history.decision', { point, outcome: sayWords(outcome as keyof typeof words) })
        : say('history.decided', { point })
    }
    case 'created':
      return say('history.created', { title })
    case 'withdrawn':
      return say('history.withdrawn', { title })
    case 'requestWithdrawn':
      return say('history.requestWithdrawn', { point: pointWord(title, say) })
    case 'imported':
      return say('history.imported', { title })
    default:
      return say('history.edited', { title: title === project.title ? say('gate.project') : title })
  }
}
