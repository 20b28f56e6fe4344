import type { WhyCardView } from '#contract/card-views.ts'
import type { Panel } from '#contract/nudge-card-view.ts'
import type { NudgeRecord, Person } from '#domain/model.ts'
import { counts } from '#domain/nudge-ledger.ts'
import type { ViewContext } from './context.ts'
import { blockOf } from './nudge-block.ts'
import { distinctSteps, type NudgeCardInput, obligationsByKey } from './nudge-card.ts'
import { explanationOf } from './nudge-panel.ts'

/** Explained in one card; more than this nobody reads. */
const SHOWN = 3

/** The newest card that was sent, or may have been sent, to a person. */
export function newestNudge({ facts }: ViewContext, personId: string): NudgeRecord | undefined {
  return [...(facts.nudgesByPerson.get(personId) ?? [])].filter(counts).sort((a, b) => (a.day < b.day ? 1 : -1))[0]
}

/** «hvorfor»: why the newest card came, how each question in it got its dates, and what happens next with it. */
export function whyCardView(
  context: ViewContext,
  reader: Person,
  input: Pick<NudgeCardInput, 'tabUrl' | 'now'> & Pick<WhyCardView, 'language'>,
): WhyCardView {
  const nudge = newestNudge(context, reader.personId)
  const byKey = obligationsByKey(context)
  const card: NudgeCardInput = {
    nudge: nudge ?? { key: '', steps: [] },
    reader,
    tabUrl: input.tabUrl,
    now: input.now,
    snoozeChoices: () => [],
  }
  const items = distinctSteps(nudge?.steps ?? []).flatMap((step, n) => {
    const obligation = byKey.get(step.obligationKey)
    if (!obligation) return []
    const { title, projectTitle, url } = blockOf(context, { step, n, obligation, input: card })
    // A title is empty for what the reader may no longer know of.
    if (title === '') return []
    const panel: Extract<Panel, { name: 'why' }> = explanationOf(context, { obligation, why: step.why, now: input.now })
    return [{ title, projectTitle, url, panel }]
  })
  return {
    language: input.language,
    words: context.settings.words,
    today: context.today,
    sentOn: nudge?.day ?? null,
    items: items.slice(0, SHOWN),
    more: Math.max(0, items.length - SHOWN),
    tasksUrl: input.tabUrl({ kind: 'tasks' }),
  }
}
