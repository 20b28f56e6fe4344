import { formatDate, formatMoney } from '#contract/texts/format.ts'
import { tabEdit } from '#contract/texts/tab-edit.ts'
import { tabProject } from '#contract/texts/tab-project.ts'
import { words } from '#contract/texts/words.ts'
import type { ProjectView } from '#contract/views.ts'
import { useSay, useSession } from '../../app/session.ts'
import { EditButton, EditSlot, useMayEdit } from '../edit/editing.tsx'
import type { FormName } from '../edit/forms.ts'
import css from './project.module.css'

const WARNINGS = ['ownerIsManager', 'benefitOwnerDiffers', 'benefitWithoutIndicator', 'doubleCounting'] as const

/** Why, what and when in three lines; then money, roles, and what is worth a second look. */
export function AboutProject({ project }: { project: ProjectView }) {
  const { language } = useSession()
  const say = useSay(tabProject)
  const sayWords = useSay(words)
  const sayEdit = useSay(tabEdit)
  const date = (day: string) => formatDate(day, language, project.today)
  const when = [
    project.whenText,
    project.whenText === null && project.plannedGoLive !== null ? say('about.goLive', { date: date(project.plannedGoLive) }) : null,
    project.whenText === null && project.endOn !== null ? say('about.ends', { date: date(project.endOn) }) : null,
    project.forecastEndOn !== null && project.forecastEndOn !== project.endOn
      ? say('about.endsForecast', { date: date(project.forecastEndOn) })
      : null,
  ]
  const { budget, spent, forecastCost, currency } = project.money
  const money = (amount: number) => formatMoney(amount, currency, language)
  const costs = [
    budget !== null && spent !== null ? say('about.spent', { spent: money(spent), budget: money(budget) }) : null,
    budget !== null && spent === null ? say('about.budget', { budget: money(budget) }) : null,
    forecastCost !== null && forecastCost !== budget ? say('about.forecastCost', { amount: money(forecastCost) }) : null,
  ]
  const others = project.people
    .filter((one) => one.role !== 'owner' && one.role !== 'manager' && one.person !== null)
    .map((one) => `${sayWords(`role.${one.role}`)} ${one.person?.name ?? ''}`)
  const blocks: { form: 'about' | 'frame' | 'people'; rows: [string, string][] }[] = [
    {
      form: 'about',
      rows: [
        [say('about.why'), project.why ?? say('about.notWritten')],
        [say('about.what'), project.what ?? say('about.notWritten')],
        [say('about.when'), when.filter((text) => text !== null).join(' ') || say('about.notWritten')],
      ],
    },
    { form: 'frame', rows: [[say('about.money'), costs.filter((text) => text !== null).join(' ')]] },
    { form: 'people', rows: [[say('about.people'), others.join(' · ')]] },
  ]
  // The same thing about several benefits is one line: a list of them would stand out more than what needs an act.
  const warnings = WARNINGS.flatMap((code) => {
    const titles = project.warnings.filter((warning) => warning.code === code).map(({ title }) => title ?? '')
    return titles.length === 0 ? [] : [{ code, n: titles.length, title: titles[0] ?? '' }]
  })
  return (
    <section className={css.about} aria-label={say('about.title')}>
      {blocks.map(({ form, rows }) => (
        <EditSlot key={form} at={{ form, key: '' }} title={sayEdit(`edit.${form}`)}>
          <Block form={form} rows={rows} empty={say('about.notWritten')} label={sayEdit(`edit.${form}`)} />
        </EditSlot>
      ))}
      {warnings.length > 0 && (
        <ul className={css.warnings}>
          {warnings.map(({ code, n, title }) => (
            <li key={code}>{code === 'ownerIsManager' || n === 1 ? say(`warning.${code}`, { title }) : say(`warnings.${code}`, { n })}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** One block of facts with its pencil. What nobody has written yet is shown to those who may write it. */
function Block({ form, rows, empty, label }: { form: FormName; rows: readonly [string, string][]; empty: string; label: string }) {
  const editable = useMayEdit({ form, key: '' })
  const shown = rows.filter(([, text]) => editable || text !== '')
  if (shown.length === 0) return null
  return (
    <div className={css.block}>
      <dl>
        {shown.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text === '' ? empty : text}</dd>
          </div>
        ))}
      </dl>
      <EditButton at={{ form, key: '' }} label={label} />
    </div>
  )
}
