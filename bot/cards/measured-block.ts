import type { MeasuredBlock } from '#contract/nudge-value-blocks.ts'
import { formatDate, formatNumber, formatPercent, formatPeriod, formatTime, formatValue } from '#contract/texts/format.ts'
import { type BlockOptions, blockData } from './block.ts'
import { actions, caption, execute, type Json, line, rich, run } from './parts.ts'

type Options = Pick<BlockOptions, 'base' | 'say' | 'nudgeKey'>

/** Wider than this, the four stations of the way stand under each other: the card must read at 300 px. */
const ONE_ROW = 26

/** An answered number, folded: the value, its way from baseline to target, and one sentence that carries the meaning alone. */
export function measuredBlock(block: MeasuredBlock, options: Options): Json {
  const { base, say } = options
  const value = answerOf(block, options)
  const meta = block.byName
    ? say.bot('measured.by', { name: block.byName, date: formatDate(block.on, base.language, base.today) })
    : say.bot('measured.saved', { time: formatTime(block.at) })
  return {
    type: 'Container',
    separator: true,
    spacing: 'Medium',
    items: [
      {
        type: 'ColumnSet',
        columns: [
          {
            type: 'Column',
            width: 'stretch',
            items: [
              rich([run('✓ ', { color: 'Good', weight: 'Bolder' }), run(block.title, { weight: 'Bolder' })]),
              caption(block.projectTitle),
            ],
          },
          { type: 'Column', width: 'auto', items: [line(value, { weight: 'Bolder', size: block.value === null ? 'Small' : 'Medium' })] },
        ],
      },
      ...(block.value === null ? (block.reason ? [line(block.reason, { subtle: true })] : []) : [wayOf(block, options)]),
      ...sentencesOf(block, options),
      caption(block.undoUntil === null ? meta : `${meta} ${say.bot('measured.undoUntil', { time: formatTime(block.undoUntil) })}`),
      ...(block.undoUntil === null ? [] : [actions([undoOf(block, options)], { spacing: 'Small' })]),
    ],
  }
}

const undoOf = (block: MeasuredBlock, { say, nudgeKey }: Options): Json =>
  execute(say.bot('measured.undo'), 'undo', { ...blockData(block, nudgeKey), measurementKey: block.measurementKey })

/** An earlier answer in the same card: one line. */
export function measuredLine(block: MeasuredBlock, options: Options): Json {
  const runs = [
    run('✓ ', { color: 'Good', weight: 'Bolder' }),
    run(`${block.title}: `),
    run(answerOf(block, options), { weight: 'Bolder' }),
    ...(block.undoUntil === null
      ? []
      : [
          run(' · ', { subtle: true }),
          run(options.say.bot('measured.undo'), { color: 'Accent', size: 'Small', press: undoOf(block, options) }),
        ]),
  ]
  return rich(runs, { separator: true })
}

function answerOf(block: MeasuredBlock, { base, say }: Pick<Options, 'base' | 'say'>): string {
  return block.value === null ? say.bot('measured.cannot') : formatValue(block.value, block.unit, base.language, block.decimals)
}

function wayOf(block: MeasuredBlock, { base, say }: Pick<Options, 'base' | 'say'>): Json {
  const number = (value: number): string => formatNumber(value, base.language, block.decimals)
  const period = (key: string): string =>
    key === 'baseline' ? say.bot('measured.baseline') : formatPeriod(key, block.frequency, base.language, base.today)
  const stations = [
    ...(block.baseline === null || block.periodKey === 'baseline'
      ? []
      : [{ name: say.bot('measured.baseline'), text: number(block.baseline), now: false }]),
    ...(block.previous === null
      ? []
      : [{ name: capital(period(block.previous.periodKey)), text: number(block.previous.value), now: false }]),
    { name: capital(period(block.periodKey)), text: number(block.total ?? block.value ?? 0), now: true },
    ...(block.target === null ? [] : [{ name: say.bot('measured.target'), text: number(block.target), now: false }]),
  ]
  const fits = stations.reduce((width, { name, text }) => width + Math.max(name.length * 0.7, text.length), 0) <= ONE_ROW
  const numberRun = (text: string, now: boolean) => run(text, now ? { color: 'Accent', weight: 'Bolder' } : {})
  if (!fits) {
    return {
      type: 'Container',
      items: stations.map(({ name, text, now }) => rich([run(`${name}: `, { size: 'Small', subtle: true }), numberRun(text, now)])),
    }
  }
  const arrow: Json = {
    type: 'Column',
    width: 'auto',
    verticalContentAlignment: 'Bottom',
    items: [rich([run('→', { subtle: true })], { spacing: 'None' })],
  }
  return {
    type: 'ColumnSet',
    columns: stations.flatMap(({ name, text, now }, at) => [
      ...(at === 0 ? [] : [arrow]),
      { type: 'Column', width: 'auto', items: [caption(name), rich([numberRun(text, now)], { spacing: 'None' })] },
    ]),
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function sentencesOf(block: MeasuredBlock, { base, say }: Pick<Options, 'base' | 'say'>): Json[] {
  if (block.value === null || block.periodKey === 'baseline') return []
  const course = say.word(`course.${block.course}`)
  const achievement = block.achievementPercent === null ? null : formatPercent(block.achievementPercent, base.language)
  const planned = block.plannedPercent === null ? null : formatPercent(block.plannedPercent, base.language)
  const first =
    achievement === null
      ? `${course}.`
      : planned === null
        ? say.bot('measured.courseNoPlan', { course, achievement })
        : say.bot('measured.course', { course, achievement, planned })
  const forecast =
    block.forecastValue === null || block.forecastAgainstTarget === null || block.targetOn === null || block.targetOn <= base.today
      ? ''
      : say.bot('measured.forecast', {
          date: formatDate(block.targetOn, base.language),
          value: formatValue(block.forecastValue, block.unit, base.language, Math.max(1, block.decimals ?? 1)),
          against: block.forecastAgainstTarget,
        })
  return [line([first, forecast].filter((part) => part !== '').join(' '))]
}
