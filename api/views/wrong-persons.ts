import type { WrongPersonView } from '#contract/bot-log.ts'
import { isUnanswered } from '#domain/acting.ts'
import { civilDateOf } from '#domain/dates.ts'
import type { LogEntry } from '#domain/model.ts'
import { WRONG_PERSON } from '#domain/wrong-person.ts'
import { personName, titleOf, type ViewContext } from './context.ts'

/** What somebody has said is not theirs and still waits, newest first: where nobody took over, and whom they named instead. */
export function wrongPersons(context: ViewContext): WrongPersonView[] {
  const { facts, settings } = context
  const said = new Map<string, LogEntry>()
  for (const entry of facts.tables.log.values()) {
    if (entry.what === WRONG_PERSON && entry.actedAt >= (said.get(entry.refKey)?.actedAt ?? '')) said.set(entry.refKey, entry)
  }
  if (said.size === 0) return []
  return context.obligations
    .flatMap((obligation): WrongPersonView[] => {
      const entry = said.get(obligation.key)
      if (!entry || !isUnanswered(obligation)) return []
      const { projectKey, assigneeId } = obligation
      const suggestedId = suggestionIn(entry.after)
      return [
        {
          obligationKey: obligation.key,
          title: titleOf(context, obligation),
          projectKey,
          projectTitle: facts.tables.projects.get(projectKey)?.title ?? projectKey,
          byName: personName(facts, entry.actorId),
          suggestedName: suggestedId === null ? null : personName(facts, suggestedId),
          reason: entry.why,
          on: civilDateOf(entry.actedAt, settings.calendar.zone),
          holderName: assigneeId === null || assigneeId === entry.actorId ? null : personName(facts, assigneeId),
        },
      ]
    })
    .sort((a, b) => (a.on > b.on ? -1 : a.on < b.on ? 1 : a.obligationKey < b.obligationKey ? -1 : 1))
}

function suggestionIn(after: unknown): string | null {
  const found = typeof after === 'object' && after !== null && 'suggestedId' in after ? after.suggestedId : null
  return typeof found === 'string' ? found : null
}
