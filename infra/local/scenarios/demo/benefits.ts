import { endOfMonth } from '#domain/dates.ts'
import type { Benefit, BenefitAction, Indicator } from '#domain/model.ts'
import { dateAround, firstMeasurementDate, monthsFrom } from '../days.ts'
import { AREAS, idOf, type Who } from '../people.ts'
import { enteredOn, type Frame, idOrNull, madeBy } from './made-by.ts'
import type { ActionSpec, BenefitSpec, IndicatorSpec, ProjectSpec } from './spec.ts'

/** Goals of the invented municipality's plan that a benefit contributes to, by whom it is for. */
const GOALS: Partial<Record<BenefitSpec['beneficiary'], string>> = {
  citizen: 'Innbyggerne får gode tjenester når de trenger dem',
  employee: 'De ansatte bruker tida på dem som trenger det',
  municipality: 'Kommunen har økonomi til å fornye seg',
}

export function benefitRow(spec: ProjectSpec, benefit: BenefitSpec, { today }: Frame): Benefit {
  const year = Number(today.slice(0, 4))
  const amounts = benefit.planned?.amounts ?? []
  return {
    ...madeBy(`${spec.key}:${benefit.slug}`, spec.manager ?? spec.owner, enteredOn(spec, today)),
    projectKey: spec.key,
    title: benefit.title,
    category: benefit.category,
    effectKind: benefit.effectKind,
    level: benefit.level,
    beneficiary: benefit.beneficiary,
    area: AREAS[spec.area],
    change: benefit.change,
    before: benefit.before,
    after: benefit.after,
    ownerId: idOf(benefit.owner ?? spec.benefitOwner ?? spec.owner),
    delegateId: idOrNull(benefit.delegate),
    assumptions: benefit.assumptions ?? null,
    risk: benefit.risk ?? null,
    drawback: benefit.drawback ?? false,
    takeOut: benefit.takeOut ?? null,
    recurrence: benefit.recurrence ?? null,
    contributesTo: benefit.drawback ? null : (GOALS[benefit.beneficiary] ?? null),
    priceYear: benefit.category === 'cost' ? year : null,
    plannedByYear: Object.fromEntries(amounts.map((amount, at) => [String(year + (benefit.planned?.from ?? 0) + at), amount])),
    plannedUnit: amounts.length === 0 ? null : benefit.category === 'cost' ? 'kr' : 'hours',
    importance: benefit.importance,
    state: benefit.state,
  }
}

export function actionRow(spec: ProjectSpec, benefitKey: string, action: ActionSpec, number: number, { today }: Frame): BenefitAction {
  return {
    ...madeBy(`${benefitKey}:tiltak-${number}`, spec.manager ?? spec.owner, enteredOn(spec, today)),
    benefitKey,
    title: action.title,
    type: action.type,
    responsibleId: idOf(action.responsible),
    dueOn: dateAround(today, action.due),
    state: action.state,
  }
}

/** The indicator's own person, else the benefit's owner: the one who is asked. */
export const measurerOf = (spec: ProjectSpec, benefit: BenefitSpec, indicator: IndicatorSpec): Who =>
  indicator.measurer ?? benefit.owner ?? spec.benefitOwner ?? spec.owner

export function indicatorRow(spec: ProjectSpec, benefit: BenefitSpec, indicator: IndicatorSpec, { today }: Frame): Indicator {
  const activeFrom = monthsFrom(today, indicator.from)
  return {
    ...madeBy(`${spec.key}:${indicator.slug}`, spec.manager ?? spec.owner, enteredOn(spec, today)),
    ...(indicator.imported && { via: 'import' as const }),
    benefitKey: `${spec.key}:${benefit.slug}`,
    projectKey: spec.key,
    title: indicator.title,
    unit: indicator.unit,
    decimals: indicator.decimals ?? 0,
    kind: indicator.kind ?? 'snapshot',
    direction: indicator.direction,
    baseline: indicator.baseline,
    baselineOn: indicator.baseline === null ? null : dateAround(today, indicator.baselineAt),
    baselineWaiver: indicator.waiver ? { rule: 'baseline', reason: indicator.waiver.reason, byId: idOf(indicator.waiver.by) } : null,
    target: indicator.target,
    targetOn: endOfMonth(monthsFrom(today, indicator.targetAt)),
    tolerance: indicator.tolerance ?? null,
    milestones: [],
    frequency: indicator.frequency,
    anchorOn: firstMeasurementDate(activeFrom, indicator.frequency, indicator.day ?? null),
    monthEndRule: null,
    registrationDays: null,
    graceOpenDays: null,
    activePhases: indicator.phases ?? ['realise'],
    activeFrom,
    activeTo: indicator.until === undefined ? null : monthsFrom(today, indicator.until),
    measurerId: idOrNull(indicator.measurer),
    deputyId: idOrNull(indicator.deputy),
    method: indicator.method,
    source: indicator.source,
    state: indicator.state ?? 'active',
  }
}
