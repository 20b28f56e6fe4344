import { type Cell, csvOf } from '#contract/csv.ts'
import { type ImportField, importFieldWords } from '#contract/texts/import.ts'
import { LISTS } from '#data/lists.ts'
import type { Facts } from '#domain/facts.ts'
import type { Benefit, Indicator, ListCode, Project } from '#domain/model.ts'

/** A list as a site owner knows it: its columns by their display names, lists and objects in a cell as JSON. */
export function listCsv(list: ListCode, rows: readonly object[]): string {
  const columns = Object.entries(LISTS[list].columns)
  const cellOf = (value: unknown): Cell => (typeof value === 'object' && value !== null ? JSON.stringify(value) : (value as Cell))
  const lines = rows.map((row) => columns.map(([field]) => cellOf((row as Record<string, unknown>)[field])))
  return csvOf([columns.map(([, { display }]) => display), ...lines])
}

interface Line {
  project: Project
  benefit: Benefit | null
  indicator: Indicator | null
  facts: Facts
}

const nameOf = ({ peopleById }: Facts, personId: string | null | undefined): string | null =>
  (personId ? peopleById.get(personId)?.displayName : null) ?? null
const latest = ({ facts, indicator }: Line) =>
  (facts.measurementsByIndicator.get(indicator?.key ?? '') ?? []).findLast(({ value }) => value !== null)

/** Where the word alone would mean another field too. */
const OWN_WORDS: Partial<Record<ImportField, string>> = {
  'benefit.owner': 'gevinsteier',
  'benefit.category': 'gevinsttype',
  'benefit.level': 'gevinstnivå',
}

/** The columns of the one table: each by the word under which an import knows it again. */
const COLUMNS: [ImportField, (line: Line) => Cell][] = [
  ['key', ({ project }) => project.sourceId ?? project.key],
  ['title', ({ project }) => project.title],
  ['programme', ({ project, facts }) => facts.tables.programmes.get(project.programmeKey ?? '')?.title],
  ['area', ({ project }) => project.area],
  ['phase', ({ project }) => project.phase],
  ['phaseEnteredOn', ({ project }) => project.phaseEnteredOn],
  ['state', ({ project }) => project.state],
  ['size', ({ project }) => project.size],
  ['owner', ({ project, facts }) => nameOf(facts, project.ownerId)],
  ['manager', ({ project, facts }) => nameOf(facts, project.managerId)],
  ['benefitOwner', ({ project, facts }) => nameOf(facts, project.benefitOwnerId)],
  ['why', ({ project }) => project.why],
  ['what', ({ project }) => project.what],
  ['startOn', ({ project }) => project.startOn],
  ['endOn', ({ project }) => project.endOn],
  ['plannedGoLive', ({ project }) => project.plannedGoLive],
  ['budget', ({ project }) => project.budget],
  ['spent', ({ project }) => project.spent],
  ['currency', ({ project }) => project.currency],
  ['benefit.title', ({ benefit }) => benefit?.title],
  ['benefit.category', ({ benefit }) => benefit?.category],
  ['benefit.level', ({ benefit }) => benefit?.level],
  ['benefit.owner', ({ benefit, facts }) => nameOf(facts, benefit?.ownerId)],
  ['benefit.takeOut', ({ benefit }) => benefit?.takeOut],
  ['indicator.title', ({ indicator }) => indicator?.title],
  ['indicator.unit', ({ indicator }) => indicator?.unit],
  ['indicator.kind', ({ indicator }) => indicator?.kind],
  ['indicator.direction', ({ indicator }) => indicator?.direction],
  ['indicator.baseline', ({ indicator }) => indicator?.baseline],
  ['indicator.baselineOn', ({ indicator }) => indicator?.baselineOn],
  ['indicator.target', ({ indicator }) => indicator?.target],
  ['indicator.targetOn', ({ indicator }) => indicator?.targetOn],
  ['indicator.frequency', ({ indicator }) => indicator?.frequency],
  ['indicator.anchorOn', ({ indicator }) => indicator?.anchorOn],
  ['indicator.measurer', ({ indicator, facts }) => nameOf(facts, indicator?.measurerId)],
  ['measurement.value', (line) => latest(line)?.value],
  ['measurement.asOf', (line) => latest(line)?.asOf],
]

/** The portfolio as one table, a line for each indicator with its latest value; a project or benefit without any has one line too. */
export function tableCsv(projects: readonly Project[], facts: Facts): string {
  const lines = projects.flatMap((project): Line[] => {
    const benefits = facts.benefitsByProject.get(project.key) ?? []
    if (benefits.length === 0) return [{ project, benefit: null, indicator: null, facts }]
    return benefits.flatMap((benefit): Line[] => {
      const indicators = facts.indicatorsByBenefit.get(benefit.key) ?? []
      return (indicators.length === 0 ? [null] : indicators).map((indicator) => ({ project, benefit, indicator, facts }))
    })
  })
  const header = COLUMNS.map(([field]) => OWN_WORDS[field] ?? importFieldWords[field].nb)
  return csvOf([header, ...lines.map((line) => COLUMNS.map(([, cellOf]) => cellOf(line)))])
}
