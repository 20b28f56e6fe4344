import type { BenefitProject, BenefitRow, BenefitsView } from '#contract/benefits-view.ts'
import { benefitYears } from '#domain/benefit-years.ts'
import { COURSES, type Course } from '#domain/codes.ts'
import { countedIn } from '#domain/counting.ts'
import { possibleDoubleCounts } from '#domain/double-counts.ts'
import { isWithoutBaseline, openIndicators } from '#domain/gates.ts'
import type { Benefit, Instant, Person, PersonId, Project } from '#domain/model.ts'
import { benefitOwnerId } from '#domain/responsible.ts'
import { canRead, personName, type ViewContext } from './context.ts'
import { assessmentOf } from './indicator.ts'

/** A benefit as everyone who may see its project sees it, and what the view needs beside. */
export interface Known {
  benefit: Benefit
  project: Project
  ownerId: PersonId | null
  row: Omit<BenefitRow, 'mine'>
}

const known = new WeakMap<ViewContext, readonly Known[]>()

/** Every benefit and drawback of the projects this person may see; cancelled ones are left out. */
export function benefitsView(context: ViewContext, person: Person | null, at: { takenAt: Instant; version: string }): BenefitsView {
  const seen = benefitsSeen(context, person)
  const projects = new Map(seen.map(({ project }) => [project.key, projectOf(project)]))
  const keys = new Set(seen.map(({ benefit }) => benefit.key))
  const programmeKeys = new Set([...projects.values()].map(({ programmeKey }) => programmeKey))
  const benefits = seen.map(({ benefit }) => benefit)
  return {
    today: context.today,
    takenAt: at.takenAt,
    version: at.version,
    projects: [...projects.values()],
    programmes: [...context.facts.tables.programmes.values()]
      .filter(({ key }) => programmeKeys.has(key))
      .map(({ key, title }) => ({ key, title })),
    benefits: seen.map((one) => withoutHidden(rowFor(one, person), keys)),
    doubleCounts: possibleDoubleCounts(benefits, context.facts, context.today).map((group) => ({
      why: group.why,
      keys: group.benefits.map(({ key }) => key),
    })),
  }
}

/** What a benefit is counted in may stand in a project this person may not know of: then nothing is said of it, not its name. */
const withoutHidden = (row: BenefitRow, seen: ReadonlySet<string>): BenefitRow =>
  row.countedIn !== null && !seen.has(row.countedIn.key) ? { ...row, countedIn: null } : row

export const rowFor = ({ row, ownerId }: Known, person: Person | null): BenefitRow => ({
  ...row,
  mine: person !== null && ownerId === person.personId,
})

/** The benefits of the projects a person may see; what does not depend on the person is made once. */
export function benefitsSeen(context: ViewContext, person: Person | null): readonly Known[] {
  let all = known.get(context)
  if (!all) {
    all = makeAll(context)
    known.set(context, all)
  }
  const readable = new Map<Project, boolean>()
  return all.filter(({ project }) => {
    if (!project.restricted) return true
    const before = readable.get(project) ?? canRead(context, person, project)
    readable.set(project, before)
    return before
  })
}

export const projectOf = ({ key, title, programmeKey, currency, restricted, state }: Project): BenefitProject => ({
  key,
  title,
  programmeKey,
  currency,
  restricted,
  stopped: state === 'stopped',
})

function makeAll(context: ViewContext): Known[] {
  const { tables } = context.facts
  return [...tables.benefits.values()].flatMap((benefit): Known[] => {
    const project = tables.projects.get(benefit.projectKey)
    if (!project || benefit.state === 'cancelled') return []
    const ownerId = benefitOwnerId(benefit, project) ?? project.ownerId
    return [{ benefit, project, ownerId, row: rowOf(context, benefit, project, ownerId) }]
  })
}

function rowOf(context: ViewContext, benefit: Benefit, project: Project, ownerId: PersonId | null): Known['row'] {
  const { facts, today } = context
  const { unit, years } = benefitYears(benefit, facts, today)
  const into = countedIn(benefit, facts)
  return {
    key: benefit.key,
    title: benefit.title,
    projectKey: project.key,
    area: benefit.area ?? project.area,
    category: benefit.category,
    level: benefit.level,
    takeOut: benefit.takeOut,
    drawback: benefit.drawback,
    state: benefit.state,
    ownerName: ownerId === null ? null : personName(facts, ownerId),
    unit,
    priceYear: benefit.priceYear,
    years: years.map(({ year, planned, realised }) => ({ year, planned: rounded(planned), realised: rounded(realised) })),
    course: courseOf(context, benefit),
    lacks: lacksOf(context, benefit, ownerId),
    countedIn: into === benefit.key ? null : { key: into, title: facts.tables.benefits.get(into)?.title ?? '' },
  }
}

/** Two decimals: the edge where full precision ends. */
const rounded = (amount: number | null): number | null => (amount === null ? null : Math.round(amount * 100) / 100)

const WORST_FIRST: readonly Course[] = ['notReached', 'offTrack', 'notMaintained', 'nearly', 'watch', 'onTrack', 'maintained', 'realised']

function courseOf(context: ViewContext, { key }: Benefit): Course | null {
  const found = (context.facts.indicatorsByBenefit.get(key) ?? []).map((indicator) => assessmentOf(context, indicator).course)
  return WORST_FIRST.find((course) => found.includes(course)) ?? COURSES.find((course) => found.includes(course)) ?? null
}

/** The same questions as BP5 asks; a drawback has no owner or baseline to lack. */
function lacksOf({ facts }: ViewContext, benefit: Benefit, ownerId: PersonId | null): BenefitRow['lacks'] {
  if (benefit.drawback) return []
  const indicators = openIndicators(benefit, facts)
  const lacks: BenefitRow['lacks'] = ownerId === null ? ['owner'] : []
  const settled = benefit.state === 'realised' || benefit.state === 'notRealised'
  if (indicators.length === 0 && !settled) lacks.push('indicator')
  if (indicators.some(isWithoutBaseline)) lacks.push('baseline')
  return lacks
}
