import type { Language } from '#domain/codes.ts'
import type { Facts } from '#domain/facts.ts'
import type { Change } from '#domain/model.ts'
import type { Asker, Snapshot, Store } from '../ports.ts'
import type { FoundFile, FoundProject, Rejection } from './found.ts'
import { sameName, slugOf } from './keys.ts'
import { type ProjectPlan, planProject } from './plan-project.ts'

/** The programmes a file names: their keys by name, and those that are to be made. */
export interface Programmes {
  keyOf(title: string): string
  changes: Change[]
  /** Titles of the new ones. */
  created: string[]
}

export interface Run {
  store: Store
  asker: Asker & { language: Language }
  programmes: Programmes
}

export function planProgrammes(found: FoundFile, facts: Facts): Programmes {
  const keys = new Map<string, string>()
  for (const programme of facts.tables.programmes.values()) keys.set(sameName(programme.title), programme.key)
  const changes: Change[] = []
  const created: string[] = []
  for (const { programme } of found.projects) {
    if (programme === null || keys.has(sameName(programme))) continue
    const key = slugOf(programme)
    keys.set(sameName(programme), key)
    if (facts.tables.programmes.has(key)) continue
    created.push(programme)
    changes.push({ op: 'create', list: 'programmes', record: { key, title: programme, ownerId: null, belongsRule: null, active: true } })
  }
  return { keyOf: (title) => keys.get(sameName(title)) ?? slugOf(title), changes, created }
}

/** So many projects in a row that cannot be saved mean that none can: the rest are not tried. */
const GIVE_UP_AFTER = 3

/**
 * Plans every project and, unless it is a dry run, writes it; each project is a batch of its own. What another import or person
 * has done meanwhile is read and the project planned once more. One that cannot be written is rejected as a whole; what of
 * it was written stands, and the next import of the file goes on from there.
 */
export async function writePlans(found: FoundFile, run: Run, dryRun: boolean): Promise<ProjectPlan[]> {
  const plans: ProjectPlan[] = []
  const programmesStand = dryRun || (await writeAll(run.programmes.changes, run))
  // One picture for all: the projects of a file do not touch each other, and joining the lists anew for each would cost more than the writing.
  const snapshot = run.store.snapshot()
  let failed = 0
  for (const project of found.projects) {
    const plan = planned(project, run, snapshot)
    if (!dryRun && (!programmesStand || failed >= GIVE_UP_AFTER)) {
      plans.push(notSaved(plan, project, found.kind))
      continue
    }
    const done = dryRun ? plan : await written(plan, project, run)
    failed = done ? 0 : failed + 1
    plans.push(done ?? notSaved(plan, project, found.kind))
  }
  const [first] = plans
  if (first) first.assumptions.push(...programmesTold(found, run.programmes.created))
  return plans
}

function planned(project: FoundProject, { asker, programmes }: Run, snapshot: Snapshot): ProjectPlan {
  return planProject(project, {
    facts: snapshot.facts,
    versionOf: (list, key) => snapshot.versionOf(list, key),
    today: asker.today,
    now: asker.now,
    language: asker.language,
    programmeKey: programmes.keyOf,
  })
}

/** The plan that was written, or null when it could not be. */
async function written(plan: ProjectPlan, project: FoundProject, run: Run): Promise<ProjectPlan | null> {
  if (plan.changes.length === 0) return plan
  const first = await run.store.write(plan.changes, actorOf(run))
  if (first.ok) return plan
  if (first.code !== 'alreadyExists' && first.code !== 'conflict') return null
  if (!(await run.store.refresh())) return null
  const again = planned(project, run, run.store.snapshot())
  const second = await run.store.write(again.changes, actorOf(run))
  return second.ok ? { ...again, outcomes: plan.outcomes } : null
}

/** A programme that somebody else has made meanwhile is there: that is all that was wanted. */
async function writeAll(changes: readonly Change[], run: Run): Promise<boolean> {
  for (const change of changes) {
    const done = await run.store.write([change], actorOf(run))
    if (!done.ok && done.code !== 'alreadyExists') return false
  }
  return true
}

const actorOf = ({ asker }: Run) => ({ personId: asker.personId, via: 'import' as const, now: asker.now })

/** A table tells each row that was not saved; a workbook is one project, so it is told once. */
function notSaved(plan: ProjectPlan, project: FoundProject, kind: FoundFile['kind']): ProjectPlan {
  const places = new Map(plan.outcomes.map(({ place }) => [kind === 'table' ? place.row : 0, place]))
  places.set(kind === 'table' ? project.place.row : 0, project.place)
  const rejected = [...places.values()].map(
    (place): Rejection => ({ ...place, column: null, value: project.title, code: 'storeUnavailable', field: 'title' }),
  )
  return { ...plan, outcomes: plan.outcomes.map((outcome) => ({ ...outcome, result: 'rejected' as const })), rejected, assumptions: [] }
}

function programmesTold(found: FoundFile, created: readonly string[]): ProjectPlan['assumptions'] {
  return created.map((title) => {
    const project = found.projects.find(({ programme }) => programme !== null && sameName(programme) === sameName(title))
    return {
      sheet: project?.place.sheet ?? '',
      row: project?.place.row ?? null,
      field: 'programme',
      value: title,
      note: 'programmeCreated' as const,
      args: { title },
      told: 'always' as const,
    }
  })
}
