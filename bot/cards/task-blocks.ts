import type { AskingBlock } from '#contract/nudge-card-view.ts'
import type { ActionBlock, ApprovalBlock, DecisionBlock, HandoverBlock, OrphanBlock } from '#contract/nudge-task-blocks.ts'
import { formatDate, formatPeriod } from '#contract/texts/format.ts'
import { lackText } from '#contract/texts/method.ts'
import { asking, type BlockOptions, blockData, show } from './block.ts'
import { personInputs, textInput } from './inputs.ts'
import { requestLine } from './measure-block.ts'
import { caption, execute, type Json, line, openUrl, rich, run } from './parts.ts'

/** «Måling for april · Elektroniske skjema». */
function aboutOf(
  block: AskingBlock & { periodKey: string; frequency: Parameters<typeof formatPeriod>[1] },
  { base, say }: BlockOptions,
): string {
  const kind = say.bot(`kind.${block.obligationKind}`)
  const dated = /^\d{4}-\d{2}/.test(block.periodKey)
  const period = dated ? formatPeriod(block.periodKey, block.frequency, base.language, base.today) : ''
  return [dated ? say.bot('kind.ofPeriod', { kind, period }) : kind, block.projectTitle].join(' · ')
}

/** «Har du overtatt?»: yes, or the wrong person. */
export function handoverBlock(block: HandoverBlock, options: BlockOptions): Json {
  const { base, say, nudgeKey } = options
  return asking(block, options, {
    title: block.title,
    about: aboutOf(block, options),
    items: [
      line(say.bot('handover.lead')),
      ...(block.askedOn ? [caption(say.bot('handover.next', { date: formatDate(block.askedOn, base.language, base.today) }))] : []),
    ],
    fields: [],
    buttons: [
      execute(say.bot('handover.yes'), 'confirmOwnership', blockData(block, nudgeKey), { style: 'positive' }),
      show(say.bot('handover.no'), 'wrongPerson', block, nudgeKey),
    ],
    parts: [],
  })
}

/** «Mangler ansvarlig»: name somebody, or answer it oneself. */
export function orphanBlock(block: OrphanBlock, options: BlockOptions): Json {
  const { say, nudgeKey } = options
  return asking(block, options, {
    title: block.title,
    about: aboutOf(block, options),
    items: [
      line(say.bot('orphan.lead')),
      ...personInputs(block.n, block.people, block.typed, { choose: say.bot('person.choose'), name: say.bot('person.typed') }),
    ],
    fields: ['person', 'personName'],
    buttons: [
      execute(say.bot('orphan.save'), 'nameResponsible', blockData(block, nudgeKey), { style: 'positive' }),
      ...(block.mayAnswer ? [show(say.bot('orphan.self'), 'answer', block, nudgeKey)] : []),
    ],
    parts: ['snooze'],
  })
}

/** «Ikke lenger aktuelt»: who said so and why, and yes or no. */
export function approvalBlock(block: ApprovalBlock, options: BlockOptions): Json {
  const { base, say, nudgeKey } = options
  const date = formatDate(block.proposedOn, base.language, base.today)
  return asking(block, options, {
    title: block.title,
    about: aboutOf(block, options),
    items: [
      line(say.bot('approval.lead', { name: block.byName, date })),
      line(`«${block.reason}»`, {}, { spacing: 'Small' }),
      caption(say.bot(block.andLater ? 'approval.andLater' : 'approval.one'), { spacing: 'Small' }),
    ],
    fields: [],
    buttons: [
      execute(say.bot('approval.yes'), 'approve', blockData(block, nudgeKey), { style: 'positive' }),
      show(say.bot('approval.no'), 'reject', block, nudgeKey),
    ],
    parts: [],
  })
}

/** A decision with what it lacks and the way to it; what one asked for, or a trial's end, answered with a sentence. */
export function decisionBlock(block: DecisionBlock, options: BlockOptions): Json {
  const { base, say, nudgeKey } = options
  const point = block.point === null ? '' : block.point.toUpperCase()
  const lead = block.what === 'pilotEnd' ? say.bot('decision.pilotEnd') : say.bot(`decision.${block.what}`, { point })
  if (block.what === 'decide') {
    return asking(block, options, {
      title: lead,
      about: block.projectTitle,
      items: [
        line(block.lacks.length > 0 ? say.bot('decision.lacks') : say.bot('decision.ready')),
        ...block.lacks.map(({ lack, subject, item }) =>
          rich([run(`– ${lackText(lack, subject, base.language, base.words, item ?? undefined)}`)], { spacing: 'None' }),
        ),
        ...(block.moreLacks > 0 ? [caption(say.bot('nudge.moreInTab', { n: block.moreLacks }))] : []),
      ],
      fields: [],
      buttons: [openUrl(say.bot('decision.open'), block.decisionUrl)],
      parts: ['snooze', 'delegate'],
    })
  }
  const label = say.bot(block.what === 'pilotEnd' ? 'decision.cameOf' : 'decision.said')
  return asking(block, options, {
    title: lead,
    about: block.projectTitle,
    items: [...requestLine(block, options), saidInput(block, `${label} ${say.bot('act.noPersons')}`)],
    fields: ['said'],
    buttons: [execute(say.bot('decision.save'), 'followUp', blockData(block, nudgeKey), { style: 'positive' })],
    parts: ['snooze', 'delegate'],
  })
}

/** An action: done, with a word if one likes; the lesson of a stopped project is a sentence. */
export function actionBlock(block: ActionBlock, options: BlockOptions): Json {
  const { say, nudgeKey } = options
  const label = block.lesson ? `${say.bot('action.lesson')} ${say.bot('act.noPersons')}` : say.bot('action.said')
  return asking(block, options, {
    title: block.title,
    about: block.title === block.projectTitle ? say.bot('kind.action') : `${say.bot('kind.action')} · ${block.projectTitle}`,
    items: [...requestLine(block, options), ...(block.lesson ? [] : [line(say.bot('action.lead'))]), saidInput(block, label)],
    fields: ['said'],
    buttons: [
      execute(say.bot(block.lesson ? 'action.saveLesson' : 'action.done'), 'actionDone', blockData(block, nudgeKey), { style: 'positive' }),
    ],
    parts: ['snooze', 'delegate'],
  })
}

const saidInput = ({ n, typed }: AskingBlock, label: string): Json =>
  textInput({ id: `said_${n}`, label, value: typed.said, multiline: true })
