import { indicatorFault } from '#domain/achievement.ts'
import type { Language } from '#domain/codes.ts'
import type { Facts } from '#domain/facts.ts'
import type { Change, CivilDate, Draft, Indicator, Instant, Project, Records } from '#domain/model.ts'
import { settingsOn } from '#domain/settings.ts'
import { freeKey, type MadeList } from '#domain/withdrawn.ts'
import type { Snapshot } from '../ports.ts'
import type { Assumption, FoundBenefit, FoundIndicator, FoundProject, Rejection } from './found.ts'
import { benefitKey, sameName } from './keys.ts'
import { planMeasurements } from './plan-measurements.ts'
import { planReports } from './plan-reports.ts'
import { emptyAction, emptyBenefit, emptyIndicator, emptyProject } from './records.ts'
import { type KeptList, type Outcome, upsert } from './upsert.ts'

export interface PlanAround {
  facts: Facts
  versionOf: Snapshot['versionOf']
  today: CivilDate
  now: Instant
  language: Language
  /** The key of a programme by its title; programmes that do not stand yet are written before the projects. */
  programmeKey(title: string): string
}

/** Everything one project of a file comes to, as changes in the order they must be written. */
export interface ProjectPlan {
  key: string
  title: string
  changes: Change[]
  outcomes: Outcome[]
  rejected: Rejection[]
  assumptions: Assumption[]
}

/** Compares a project of the file with what stands and decides what to write. Pure: asked again after it was written, it decides nothing. */
export function planProject(found: FoundProject, around: PlanAround): ProjectPlan {
  const existing = standingProject(found, around.facts)
  const plan: ProjectPlan = {
    key: existing?.key ?? freeKey('projects', found.slug, around.facts),
    title: found.title,
    changes: [],
    outcomes: [],
    rejected: [],
    assumptions: [],
  }
  if (existing === undefined) {
    plan.outcomes.push({ line: found.line, place: found.place, result: 'rejected' })
    const value = found.sourceId ?? found.title
    plan.rejected.push({ ...found.place, value, code: 'keyRepeated', field: 'key', args: { value, column: found.place.column ?? '' } })
    return plan
  }
  const programmeKey = found.programme === null ? {} : { programmeKey: around.programmeKey(found.programme) }
  // A new project begins with the method in force; one that stands keeps its own.
  const { version } = settingsOn(around.today, around.facts.tables.settings.values()).method
  const assumed = { ...found.assumed, methodVersion: version }
  keep('projects', emptyProject(plan.key), { ...found, assumed, given: { ...found.given, ...programmeKey } }, plan, around)
  // A row that adds nothing of its own is new with its project, otherwise as it was.
  const made = plan.outcomes[0]?.result === 'created'
  for (const more of found.moreLines) plan.outcomes.push({ ...more, result: made ? 'created' : 'unchanged' })
  for (const benefit of found.benefits) planBenefit(benefit, plan, around)
  planReports(found, plan, around)
  return plan
}

/**
 * The project that stands for this one: by the id of its source, by key, or by name when one of the two has no source id.
 * null = none; undefined = its key belongs to a project with another id.
 */
function standingProject(found: FoundProject, { tables }: Facts): Project | null | undefined {
  const all = [...tables.projects.values()]
  const { sourceId } = found
  const bySource =
    sourceId === null ? undefined : all.find((project) => project.sourceId !== null && sameName(project.sourceId) === sameName(sourceId))
  if (bySource) return bySource
  const mayBe = (project: Project): boolean => project.sourceId === null || sourceId === null
  const byKey = tables.projects.get(found.slug)
  if (byKey) return mayBe(byKey) ? byKey : undefined
  return all.find((project) => mayBe(project) && sameName(project.title) === sameName(found.title)) ?? null
}

interface Named {
  key: string
  title: string
}

interface Kept {
  line: number
  place: Outcome['place']
}

/** Makes or updates one record and notes what became of it. */
function keep<L extends KeptList>(
  list: L,
  empty: Draft<L>,
  found: Kept & Parameters<typeof upsert<L>>[3],
  plan: ProjectPlan,
  { facts, versionOf }: PlanAround,
): Draft<L> {
  const record = (facts.tables[list] as ReadonlyMap<string, Records[L]>).get(empty.key)
  const version = versionOf(list, empty.key)
  const done = upsert(list, empty, record ? { record, version: version ?? '' } : null, found)
  if (done.change) plan.changes.push(done.change)
  plan.outcomes.push({ line: found.line, place: found.place, result: done.result })
  plan.assumptions.push(...done.assumptions)
  return done.record
}

/** The key of what stands under the same name, or the one made from meaning. */
function keyAmong(list: MadeList, records: readonly Named[] | undefined, { key, title }: Named, facts: Facts): string {
  if (records?.some((record) => record.key === key)) return key
  const named = records?.filter((record) => sameName(record.title) === sameName(title)) ?? []
  return named.length === 1 && named[0] ? named[0].key : freeKey(list, key, facts)
}

function planBenefit(found: FoundBenefit, plan: ProjectPlan, around: PlanAround): void {
  const { facts } = around
  const key = keyAmong(
    'benefits',
    facts.benefitsByProject.get(plan.key),
    { key: benefitKey(plan.key, found.slug), title: found.title },
    facts,
  )
  keep('benefits', emptyBenefit(key, plan.key), found, plan, around)
  for (const action of found.actions) {
    const actionKey = keyAmong(
      'benefitActions',
      facts.actionsByBenefit.get(key),
      { key: `${key}:${action.slug}`, title: action.title },
      facts,
    )
    keep('benefitActions', emptyAction(actionKey, key), action, plan, around)
  }
  for (const indicator of found.indicators) planIndicator(indicator, key, plan, around)
}

function planIndicator(found: FoundIndicator, parent: string, plan: ProjectPlan, around: PlanAround): void {
  const { facts } = around
  const key = keyAmong('indicators', facts.indicatorsByBenefit.get(parent), { key: `${parent}:${found.slug}`, title: found.title }, facts)
  const existing = facts.tables.indicators.get(key)
  const agreed = existing ? agreeing(found, existing, plan) : found
  const record = keep('indicators', emptyIndicator(key, parent, plan.key), agreed, plan, around)
  planMeasurements(found, record, plan, around)
}

/**
 * What the file says of an indicator that stands, so far as the two agree: numbers that make its progress impossible to compute
 * are turned away; a draft that now has what it lacked becomes active.
 */
function agreeing(found: FoundIndicator, existing: Indicator, plan: ProjectPlan): FoundIndicator {
  const inferred = existing.via === 'import' ? found.inferred : {}
  const ready = existing.state === 'draft' && found.assumed.state === 'active' ? { state: 'active' as const } : {}
  const fault = indicatorFault({ ...existing, ...inferred, ...found.given })
  if (fault?.code !== 'targetEqualsBaseline' && fault?.code !== 'targetAgainstDirection')
    return { ...found, given: { ...found.given, ...ready } }
  const { baseline: _baseline, target, direction: _direction, ...rest } = found.given
  const { direction: _inferred, ...restInferred } = found.inferred
  const value = target === undefined || target === null ? null : String(target)
  plan.rejected.push({ ...found.place, value, code: fault.code, field: 'indicator.target', args: {} })
  return { ...found, given: rest, inferred: restInferred }
}
