import type { Acting } from '#domain/acting.ts'
import { isOpenDay } from '#domain/calendar.ts'
import type { ObligationKind } from '#domain/codes.ts'
import { addDays, instantAt } from '#domain/dates.ts'
import { delegate } from '#domain/delegate.ts'
import { emptyTables, type Facts, joinFacts } from '#domain/facts.ts'
import type { Change, CivilDate, Instant, ListCode, NudgeRecord, Records, Stamp } from '#domain/model.ts'
import { proposeNotRelevant } from '#domain/not-relevant.ts'
import { decideNudges, type NudgeDecision } from '#domain/nudge.ts'
import type { Obligation } from '#domain/obligation.ts'
import { planObligations } from '#domain/obligations.ts'
import { settingsOn } from '#domain/settings.ts'
import { workingDay, workingTime } from '../days.ts'
import type { Months } from '../demo/spec.ts'
import { idOf, type Who } from '../people.ts'
import { randomOf } from '../random.ts'
import type { ScenarioRecords } from '../scenario.ts'
import { stampOf } from '../stamp.ts'

/** Something a person did with the oldest overdue answer of a project. */
export type Act = { at: Months; project: string; kind: ObligationKind; why: string } & ({ do: 'delegate'; to: Who } | { do: 'notRelevant' })

type Tables = ReturnType<typeof emptyTables>

/** The lists that change from day to day; the others stand as they are on the last day. */
const LIVING: readonly ListCode[] = ['measurements', 'statusReports']

/** What was there in the morning of a day. */
function tablesOn(rows: ScenarioRecords, day: CivilDate): Tables {
  const tables = emptyTables()
  for (const list of Object.keys(rows) as ListCode[]) {
    const table = tables[list] as Map<string, Records[ListCode]>
    for (const row of rows[list] ?? []) {
      if (!LIVING.includes(list) || row.actedAt.slice(0, 10) < day) table.set(row.key, row)
    }
  }
  return tables
}

const sentCard = ({ personId, day, steps }: NudgeDecision, at: Instant): NudgeRecord => ({
  ...stampOf(`${personId}:${day}`, { actorId: idOf('jonas'), actedAt: at, via: 'system' }),
  ...{ personId, day, steps },
  ...{ state: 'sent', claimedBy: null, claimedUntil: null },
  ...{ conversation: null, activityId: null, outcome: null, answeredAt: null },
})

/** The oldest overdue answer that the rules let its person do this with; null when there is none on that day. */
function doneWith(act: Act, obligations: readonly Obligation[], acting: Acting): { byId: string; changes: Change[] } | null {
  const overdue = obligations
    .filter(({ projectKey, kind, state }) => projectKey === act.project && kind === act.kind && state === 'overdue')
    .sort((a, b) => (a.overdueFrom < b.overdueFrom ? -1 : 1))
  for (const obligation of overdue) {
    const byId = obligation.assigneeId
    if (byId === null) continue
    const done =
      act.do === 'delegate'
        ? delegate({ obligation, byId, toId: idOf(act.to), reason: act.why }, acting)
        : proposeNotRelevant({ obligation, byId, reason: act.why }, acting)
    // Who may approve it themselves leaves nothing that waits.
    if (done.ok && !('approved' in done.value && done.value.approved)) return { byId, changes: done.value.changes }
  }
  return null
}

/** The rows after changes, each with who made it and when. */
function write(rows: ScenarioRecords, changes: readonly Change[], by: Pick<Stamp, 'actorId' | 'actedAt' | 'via'>): void {
  for (const change of changes) {
    const table = (rows[change.list] ?? []) as Records[ListCode][]
    const written =
      change.op === 'create'
        ? [...table, { ...change.record, ...stampOf(change.record.key, by) }]
        : table.map((row) => (row.key === change.key ? { ...row, ...change.set, ...stampOf(row.key, by) } : row))
    Object.assign(rows, { [change.list]: written })
  }
}

/**
 * The same rows with what the daily sending has asked for from one day until the morning of another, by the product's own
 * rules, and what people did with it: so every step stands where it would have stood.
 */
export function followed(given: ScenarioRecords, { from, until, acts }: { from: CivilDate; until: CivilDate; acts: readonly Act[] }) {
  const rows: ScenarioRecords = { ...given, nudges: [], obligations: [] }
  for (let day = from; day < until; day = addDays(day, 1)) {
    const settings = settingsOn(day, rows.settings ?? [])
    if (!isOpenDay(day, settings.calendar)) continue
    const now = instantAt(day, '09:00')
    const picture = (): { facts: Facts; obligations: Obligation[] } => {
      const facts = joinFacts(tablesOn(rows, day))
      return { facts, obligations: planObligations(facts, settings, day) }
    }
    const sent = decideNudges({ ...picture(), settings, now }).filter(({ action }) => action === 'send')
    rows.nudges = [...(rows.nudges ?? []), ...sent.map((decision) => sentCard(decision, now))]
    for (const act of acts) {
      if (workingDay(until, act.at) !== day) continue
      const { facts, obligations } = picture()
      const done = doneWith(act, obligations, { facts, settings, today: day, versionOf: () => '' })
      if (done === null) continue
      write(rows, done.changes, { actorId: done.byId, actedAt: workingTime(day, randomOf(`${act.project}:${day}`)), via: 'tab' })
    }
  }
  return rows
}
