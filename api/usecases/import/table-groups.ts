import type { ImportNote } from '#contract/texts/import.ts'
import type { Language, Phase } from '#domain/codes.ts'
import type { CivilDate, Indicator } from '#domain/model.ts'
import type { Found, FoundBenefit, FoundIndicator, FoundProject } from './found.ts'
import { indicatorDefaults } from './indicator-defaults.ts'
import { sameName } from './keys.ts'

/** Rows put together by project, gevinst and indicator. */
export interface Groups {
  has(project: FoundProject): boolean
  /** The name a project has in an earlier row, by its id in the source. */
  titleOf(sourceId: string): string | null
  add(project: FoundProject, benefit: FoundBenefit | null): void
  /** In the order of the file, with what indicators lack filled in. */
  projects(): FoundProject[]
}

const identity = ({ sourceId, title }: FoundProject): string =>
  sourceId === null ? `title:${sameName(title)}` : `id:${sameName(sourceId)}`

export function createGroups(around: { today: CivilDate; language: Language }): Groups {
  const byIdentity = new Map<string, FoundProject>()
  return {
    has: (project) => byIdentity.has(identity(project)),
    titleOf: (sourceId) => byIdentity.get(`id:${sameName(sourceId)}`)?.title ?? null,
    add(project, benefit) {
      const known = byIdentity.get(identity(project))
      const home = known ?? project
      if (known) {
        join(known, project)
        known.programme ??= project.programme
        known.moreLines.push({ line: project.line, place: project.place })
      } else byIdentity.set(identity(project), project)
      if (known) known.reports.push(...project.reports)
      if (benefit) addBenefit(home, benefit)
    },
    projects() {
      const all = [...byIdentity.values()]
      for (const project of all)
        for (const benefit of project.benefits) for (const indicator of benefit.indicators) complete(indicator, project, around)
      return all
    },
  }
}

/** The field of the record that each default stands in for: a later row that fills it in makes the default untrue. */
const STANDS_FOR: Partial<Record<ImportNote, string>> = {
  areaDefault: 'area',
  areaOfOwner: 'area',
  phaseDefault: 'phase',
  phaseDateDefault: 'phaseEnteredOn',
  stateDefault: 'state',
  currencyDefault: 'currency',
  categoryDefault: 'category',
  levelDefault: 'level',
}

/** What the first row said stands; a later row fills in what was empty. */
function join<R>(known: Found<R>, other: Found<R>): void {
  known.given = { ...other.given, ...known.given }
  known.inferred = { ...other.inferred, ...known.inferred }
  known.assumptions = known.assumptions.filter(({ note }) => !((STANDS_FOR[note] ?? '') in known.given))
}

const named = <T extends { title: string }>(all: readonly T[], title: string): T | undefined =>
  all.find((one) => sameName(one.title) === sameName(title))

function addBenefit(project: FoundProject, benefit: FoundBenefit): void {
  const known = named(project.benefits, benefit.title)
  if (!known) {
    project.benefits.push(benefit)
    return
  }
  join(known, benefit)
  for (const action of benefit.actions) {
    const same = named(known.actions, action.title)
    if (same) join(same, action)
    else known.actions.push(action)
  }
  for (const indicator of benefit.indicators) {
    const same = named(known.indicators, indicator.title)
    if (!same) known.indicators.push(indicator)
    else {
      join(same, indicator)
      same.measurements.push(...indicator.measurements)
    }
  }
}

/** Defaults depend on all rows of the indicator (the first measured day is its anchor), so they are set when all are in. */
function complete(indicator: FoundIndicator, project: FoundProject, { today, language }: { today: CivilDate; language: Language }): void {
  const fields: Partial<Indicator> = { ...indicator.inferred, ...indicator.given }
  const phase: Phase = project.given.phase ?? project.assumed.phase ?? 'deliver'
  const measuredOn = indicator.measurements.map(({ asOf }) => asOf)
  const startOn = project.given.startOn ?? undefined
  const defaults = indicatorDefaults({ title: indicator.title, fields, measuredOn, phase, startOn, targetRejected: false }, today, language)
  indicator.inferred = { ...defaults.inferred, ...indicator.inferred }
  indicator.assumed = { ...defaults.assumed, ...indicator.assumed }
  const { sheet, row } = indicator.place
  indicator.assumptions.push(...defaults.assumptions.map((assumption) => ({ ...assumption, sheet, row })))
}
