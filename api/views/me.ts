import type { MeView } from '#contract/views.ts'
import type { Language } from '#domain/codes.ts'
import { may } from '#domain/may.ts'
import type { Person } from '#domain/model.ts'
import { approvalsOf } from './approvals.ts'
import type { ViewContext } from './context.ts'
import { tasksOf } from './tasks.ts'

/**
 * Who the person is to the tab: day, and what to offer. Counts only what waits now. `spoken` is the language of one who has
 * chosen none: that of their Teams, else the municipality's.
 */
export function meView(context: ViewContext, person: Person, spoken: Language): MeView {
  const allowed = (act: 'import' | 'seeBotLog' | 'manageSettings') => may(person, act, {}, context.facts).ok
  return {
    personId: person.personId,
    displayName: person.displayName,
    language: person.language ?? spoken,
    roles: person.roles,
    today: context.today,
    words: context.settings.words,
    tasks: tasksOf(context, person).filter(({ state }) => state !== 'upcoming').length + approvalsOf(context, person).length,
    can: { import: allowed('import'), seeFaults: allowed('seeBotLog'), manageSettings: allowed('manageSettings') },
  }
}
