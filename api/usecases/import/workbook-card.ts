import { importStored } from '#contract/texts/import.ts'
import type { Phase } from '#domain/codes.ts'
import type { CivilDate, Project } from '#domain/model.ts'
import type { Assumption, FoundProject } from './found.ts'
import { given } from './intake.ts'
import { slugOf } from './keys.ts'
import type { Sheet } from './sheet.ts'
import { assumed, personIn, slotAt, type WorkbookContext } from './workbook-context.ts'
import { rowWith } from './workbook-sheets.ts'

/** The rows of Forside as the tool came; a row that has moved is found by its label. */
const ROWS = {
  title: [4, /prosjektnavn/],
  why: [6, /hensikt/],
  startOn: [10, /planlagt startdato/],
  endOn: [11, /planlagt sluttdato/],
  budget: [13, /prosjektbudsjett/],
  benefitOwner: [16, /^tjenesteeier/],
  owner: [17, /^prosjekteier/],
  manager: [18, /^prosjektleder/],
  lineLead: [19, /^virksomhetsleder/],
} as const

/** The card without its gevinster; null when it has no name, which is rejected when anything else in the workbook is filled in. */
export function readCard(sheet: Sheet, context: WorkbookContext): FoundProject | null {
  const { intake } = context
  const at = (field: keyof typeof ROWS) => {
    const [row, label] = ROWS[field]
    return slotAt(sheet, 'B', rowWith(sheet, 'A', label) ?? row, field)
  }
  const title = intake.line(at('title'))
  if (title === undefined) return null
  const owner = personIn(at('owner'), 'ownerId', context)
  const manager = personIn(at('manager'), 'managerId', context)
  const benefitOwner = personIn(at('benefitOwner'), 'benefitOwnerId', context)
  const lineLead = personIn(at('lineLead'), 'lineLeadId', context)
  const area = owner.id ? context.people.get(owner.id)?.area : null
  const areaText = area ?? importStored.areaUnknown[context.language]
  const place = at('title').place
  const aboutCard = (field: 'programme' | 'area' | 'benefitOwner') => ({ place, field })
  const assumptions: Assumption[] = [
    assumed(aboutCard('programme'), 'programmeMissing', { empty: 'programmeKey' }),
    assumed(aboutCard('area'), area ? 'areaOfOwner' : 'areaDefault', 'created', areaText, { value: areaText }),
    ...owner.told,
    ...manager.told,
    ...benefitOwner.told,
    ...(benefitOwner.id ? [assumed(at('benefitOwner'), 'serviceOwner', 'created')] : []),
    ...lineLead.told,
  ]
  return {
    line: context.nextLine(),
    place,
    title,
    slug: slugOf(title),
    sourceId: null,
    programme: null,
    moreLines: [],
    given: given<Project>({
      title,
      why: intake.note(at('why')),
      startOn: intake.date(at('startOn')),
      endOn: intake.date(at('endOn')),
      budget: intake.number(at('budget'), { from: 0 }),
      ownerId: owner.id,
      managerId: manager.id,
      benefitOwnerId: benefitOwner.id,
      lineLeadId: lineLead.id,
    }),
    inferred: {},
    assumed: { area: areaText },
    assumptions,
    benefits: [],
    reports: [],
  }
}

/** Which parts of the method the workbook shows work in. */
export interface FilledParts {
  plan: boolean
  status: boolean
  results: boolean
}

/**
 * The phase the workbook speaks of: the furthest part that is filled in, but not Realisere while the project's own end date
 * is ahead.
 */
export function phaseOf(filled: FilledParts, endOn: CivilDate | null | undefined, today: CivilDate): Phase {
  if (filled.results) return endOn && endOn >= today ? 'deliver' : 'realise'
  if (filled.status) return 'deliver'
  return filled.plan ? 'plan' : 'concept'
}
