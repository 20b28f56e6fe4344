import type { Benefit, BenefitAction, Indicator, Project } from '#domain/model.ts'

const byKey = (a: { key: string }, b: { key: string }): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)

/** Benefits as they are read: the most important first, else as they were named. A row that is changed keeps its place. */
export const inOrder = (benefits: readonly Benefit[]): Benefit[] =>
  benefits.toSorted((a, b) => (b.importance ?? 0) - (a.importance ?? 0) || byKey(a, b))

/** A benefit's indicators: the project's main one first. */
export const indicatorsInOrder = (
  indicators: readonly Indicator[],
  project: Pick<Project, 'mainIndicatorKey'> | undefined,
): Indicator[] => {
  const isMain = ({ key }: Indicator): number => (key === project?.mainIndicatorKey ? 1 : 0)
  return indicators.toSorted((a, b) => isMain(b) - isMain(a) || byKey(a, b))
}

/** Actions by the day they are due, those without a day last. */
export const actionsInOrder = (actions: readonly BenefitAction[]): BenefitAction[] =>
  actions.toSorted((a, b) => byKey({ key: a.dueOn ?? '9' }, { key: b.dueOn ?? '9' }) || byKey(a, b))
