import type { AskingBlock, OpenBlock, Panel } from '#contract/nudge-card-view.ts'
import { explanationText, outlookText, stateText } from '#contract/texts/explain.ts'
import { sentenceOf } from '#contract/texts/refusals.ts'
import { type BlockOptions, blockData } from './block.ts'
import { dateInput, personInputs, radioInput, textInput } from './inputs.ts'
import { actions, caption, execute, faultLine, type Json, line } from './parts.ts'

/** A person's pause in one press: open days of one week and of two. */
const PAUSE_DAYS = [5, 10]

/** The opened part of a question: its fields and the one button that carries it out. */
export function panelItems(block: AskingBlock, panel: Panel, options: BlockOptions): Json[] {
  const { base, say, nudgeKey } = options
  const { n, typed, fault } = block
  const heading = (text: string): Json => line(text, { weight: 'Bolder' })
  const refused = fault ? [faultLine(sentenceOf(fault, base.language, base.words))] : []
  const save = (title: string, verb: string): Json =>
    actions([execute(title, verb, { ...blockData(block, nudgeKey), panel: panel.name }, { style: 'positive' })])
  switch (panel.name) {
    case 'snooze':
      return [...snoozeItems(block, options), ...refused, save(say.bot('snooze.save'), 'snooze')]
    case 'cannot':
      return [
        textInput({ id: `reason_${n}`, label: say.bot('measure.cannotReason'), value: typed.reason, multiline: true }),
        ...refused,
        save(say.bot('measure.cannotSave'), 'cannotMeasure'),
      ]
    case 'delegate':
      return [
        heading(say.bot('delegate.open')),
        caption(say.bot('delegate.lead')),
        ...personInputs(n, panel.people, typed, { choose: say.bot('person.choose'), name: say.bot('person.typed') }),
        ...refused,
        save(say.bot('delegate.save'), 'delegate'),
      ]
    case 'notRelevant':
      return [
        heading(say.bot('notRelevant.open')),
        caption(say.bot('notRelevant.lead')),
        textInput({ id: `relevance_${n}`, label: say.bot('notRelevant.reason'), value: typed.relevance, multiline: true }),
        ...refused,
        save(say.bot('notRelevant.save'), 'notRelevant'),
      ]
    case 'wrongPerson':
      return [
        heading(say.bot('wrongPerson.open')),
        caption(say.bot('wrongPerson.lead')),
        ...personInputs(n, panel.people, typed, { choose: say.bot('person.choose'), name: say.bot('person.typed') }),
        ...refused,
        save(say.bot('wrongPerson.save'), 'wrongPerson'),
      ]
    case 'why':
      return whyItems(panel, options)
    case 'pause':
      return [
        heading(say.bot('pause.open')),
        caption(say.bot('pause.lead')),
        radioInput(
          `pauseDays_${n}`,
          say.bot('snooze.howLong'),
          PAUSE_DAYS.map((days) => ({ title: say.bot('pause.days', { n: days }), value: String(days) })),
          typed.pauseDays ?? String(PAUSE_DAYS[0]),
        ),
        dateInput(`pauseDate_${n}`, say.bot('snooze.date'), { min: base.today }, typed.pauseDate),
        ...refused,
        save(say.bot('pause.save'), 'pause'),
      ]
    case 'reject':
      return [
        textInput({ id: `rejection_${n}`, label: say.bot('approval.reason'), value: typed.rejection, multiline: true }),
        ...refused,
        save(say.bot('approval.sendNo'), 'reject'),
      ]
    default:
      return []
  }
}

/** How long, or until which day, and from the second time why. */
function snoozeItems({ n, typed, snoozeDays, snoozeLatest, snoozeNeedsReason }: OpenBlock, { base, say }: BlockOptions): Json[] {
  const choices = snoozeDays.map((days) => ({ title: say.bot('snooze.days', { n: days }), value: String(days) }))
  return [
    radioInput(`snoozeDays_${n}`, say.bot('snooze.howLong'), choices, typed.snoozeDays ?? String(snoozeDays[0] ?? '')),
    dateInput(`snoozeDate_${n}`, say.bot('snooze.date'), { min: base.today, max: snoozeLatest }, typed.snoozeDate),
    ...(snoozeNeedsReason
      ? [textInput({ id: `snoozeReason_${n}`, label: say.bot('snooze.reason'), value: typed.snoozeReason, multiline: true })]
      : []),
    caption(say.bot('snooze.stands')),
  ]
}

/** Why it came to this person, how it got its dates, what has happened to it, and what happens next. */
export function whyItems(panel: Extract<Panel, { name: 'why' }>, { base, say }: Pick<BlockOptions, 'base' | 'say'>): Json[] {
  const { why, explanation } = panel
  const sentences = [
    say.bot('why.lead', { role: say.bot(`why.${why}`, { n: 1 }) }),
    explanationText(explanation.lines, base.language, base.today),
    stateText(explanation.state, base.language, base.today),
    outlookText(explanation.outlook, base.language, base.today),
  ]
  return [
    line(say.bot('why.open'), { weight: 'Bolder' }),
    ...sentences.filter((text) => text !== '').map((text) => line(text, {}, { spacing: 'Small' })),
  ]
}
