import type { TabUrl, TasksCardView } from '#contract/card-views.ts'
import type { Person } from '#domain/model.ts'
import { titleOf, type ViewContext } from './context.ts'
import { firstNameOf } from './nudge-card.ts'
import { isFor, tasksOf } from './tasks.ts'

/** Lines of the card; the rest is counted and stands in the tab. */
const SHOWN = 6

/** «mine»: what waits for this person now, most urgent first. What is only coming is left to the tab. */
export function tasksCardView(context: ViewContext, person: Person, options: { tabUrl: TabUrl }): TasksCardView {
  const waiting = tasksOf(context, person).filter(({ state }) => state !== 'upcoming')
  const coming = context.obligations
    .filter(
      (obligation) => obligation.kind === 'measurement' && obligation.state === 'upcoming' && isFor(context, obligation, person.personId),
    )
    .map(({ asOf, dueOn }) => asOf ?? dueOn)
    .sort()
  return {
    language: person.language ?? context.settings.language,
    words: context.settings.words,
    today: context.today,
    firstName: firstNameOf(person),
    tasks: waiting.slice(0, SHOWN).map((obligation) => ({
      title: titleOf(context, obligation),
      projectTitle: context.facts.tables.projects.get(obligation.projectKey)?.title ?? '',
      kind: obligation.kind,
      periodKey: obligation.periodKey,
      frequency: context.facts.tables.indicators.get(obligation.refKey)?.frequency ?? null,
      dueOn: obligation.dueOn,
      overdueFrom: obligation.state === 'overdue' ? obligation.overdueFrom : null,
      url: options.tabUrl({ kind: 'project', projectKey: obligation.projectKey }),
    })),
    more: Math.max(0, waiting.length - SHOWN),
    nextMeasurementOn: coming[0] ?? null,
    tasksUrl: options.tabUrl({ kind: 'tasks' }),
  }
}
